import { findNumerals } from '../../documents/numerals.ts'
import type { ResultSource } from './year-result.ts'

/** One line of 数字出处: what a figure of the text is, and the record or the lines it comes from. */
export type FigureLine = {
  readonly number: number
  readonly label: string
  /** As it stands in the text, unit included. */
  readonly text: string
  /** As it is stored or computed: fen, 0.01 points, a count, `分子/分母` of a rate. */
  readonly value: string
  readonly basis: 'record' | 'quoted' | 'computed'
  readonly recordId?: string
  readonly recordTitle?: string
  readonly version?: number
  readonly field?: string
  readonly rule?: string
  /** Numbers of the lines it was computed from: `3、5、7`. */
  readonly inputs?: string
  /** Where it is stated: `resultsText@12、problemsText@0`, field and offset in UTF-16 units. */
  readonly places?: string
}

/** A line as texts are written with it: `mark` stands for its text until the text is finished. */
export type Stated = FigureLine & { readonly mark: string }

type Statement = Pick<FigureLine, 'label' | 'text' | 'value'>

/** Collects every figure a text states, so that no figure gets in without its origin. */
export type FigureBook = {
  /** A value read from a record. */
  readonly record: (statement: Statement, source: ResultSource, field: string) => Stated
  /** A value a rule made of other lines. */
  readonly computed: (statement: Statement, rule: string, inputs: readonly FigureLine[]) => Stated
  /** Words taken over from a record: each numeral in them is a line. Gives the words back, marked. */
  readonly quoted: (words: string, label: string, source: ResultSource, field: string) => string
  /** Puts the figures into a finished text and notes where each stands. */
  readonly finish: (field: string, text: string) => string
  readonly lines: () => readonly FigureLine[]
}

const FIELD_TITLES: Readonly<Record<string, string>> = {
  budget_fen: '预算金额',
  totalScore_x100: '评价总分',
  documentNumber: '文号',
  state: '办理环节',
  verifiedRecovered_fen: '核实收回资金',
  measure: '处理方式',
  current_fen: '本年预算',
  next_fen: '下年安排',
  performanceChange_fen: '其中因绩效结果增减',
  disclosedOn: '公开日期',
  fiscalYear: '年度',
  name: '项目名称',
  planDueOn: '整改措施报送期限',
  completionDueOn: '整改完成期限',
  title: '事项名称',
}

/** The place of a record a figure was read from, in words: `problems[1].problem` → 问题清单第2行. */
export function fieldTitle(field: string): string {
  const row = /^problems\[(\d+)\]/.exec(field)?.[1]
  return row === undefined ? (FIELD_TITLES[field] ?? field) : `问题清单第${Number(row) + 1}行`
}

/** Two characters that no text of people contains. */
const MARK = /\uE000(\d+)\uE001/
const markOf = (number: number) => `\uE000${number}\uE001`

/** An empty book. The same figure of the same place is one line however often it is stated. */
export function openFigureBook(): FigureBook {
  const lines = new Map<string, Stated>()
  const places = new Map<number, string[]>()
  const add = (key: string, line: Omit<FigureLine, 'number'>): Stated => {
    const number = lines.size + 1
    const known = lines.get(key) ?? { number, ...line, mark: markOf(number) }
    lines.set(key, known)
    return known
  }
  const of = (statement: Statement, basis: FigureLine['basis'], source: ResultSource, field: string) => {
    const { recordId, recordTitle, version } = source
    const key = [basis, recordId, field, statement.text].join('|')
    return add(key, { ...statement, basis, recordId, recordTitle, version, field })
  }
  return {
    record: (statement, source, field) => of(statement, 'record', source, field),
    computed: (statement, rule, inputs) =>
      add(['computed', rule, statement.label, statement.text].join('|'), {
        ...statement,
        basis: 'computed',
        rule,
        inputs: inputs.map(({ number }) => number).join('、'),
      }),
    quoted: (words, label, source, field) =>
      quoteMarked(words, (text, value) => of({ label, text, value }, 'quoted', source, field)),
    finish: (field, text) =>
      finishText(text, [...lines.values()], (number, place) => {
        places.set(number, [...(places.get(number) ?? []), `${field}@${place}`])
      }),
    lines: () =>
      [...lines.values()].map(({ mark: _mark, ...line }) => {
        const stated = places.get(line.number)
        return stated ? { ...line, places: stated.join('、') } : line
      }),
  }
}

/** Words with a mark in the place of each numeral. */
function quoteMarked(words: string, enter: (text: string, value: string) => Stated): string {
  let marked = ''
  let done = 0
  for (const { place, text, value, kind } of findNumerals(words)) {
    if (kind === 'order') continue
    marked += words.slice(done, place) + enter(text, value).mark
    done = place + text.length
  }
  return marked + words.slice(done)
}

function finishText(
  text: string,
  lines: readonly Stated[],
  note: (number: number, place: number) => void,
): string {
  let finished = ''
  let rest = text
  for (let match = MARK.exec(rest); match; match = MARK.exec(rest)) {
    finished += rest.slice(0, match.index)
    const number = Number(match[1])
    note(number, finished.length)
    finished += lines[number - 1]?.text ?? ''
    rest = rest.slice(match.index + match[0].length)
  }
  return finished + rest
}
