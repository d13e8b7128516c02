import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../forms/contents.ts'
import type { Cover } from './cover-words.ts'
import { hideOffice } from './published-office.ts'
import type {
  PublishedIndicator,
  PublishedProject,
  PublishedScoreRow,
  WithheldPart,
} from './published-project.ts'

/** What of a target stays inside, on every occasion: also where its result shows it again. */
export type Withholding = {
  /** Name of an indicator, in any version of the target → what is read in its place. */
  readonly indicators: ReadonlyMap<string, string>
  /** Words of its texts and names of its indicators, where they stand in a sentence. */
  readonly words: readonly Cover[]
  /** The row that named nothing of the target and so keeps all of it inside. */
  readonly whole: WithheldPart | undefined
  /** What the public is told. */
  readonly parts: readonly WithheldPart[]
}

/** What of a version of a target is looked into. */
export type WithholdingSource = Pick<TargetsSheetContent, 'annualGoal' | 'periodGoal'> & {
  readonly indicators?: readonly SourceIndicator[] | null
  /** Its other sentences. */
  readonly texts?: readonly string[]
}

type SourceIndicator = Pick<TargetsSheetIndicatorsRow, 'id' | 'name' | 'level2' | 'valueText'>

type Row = NonNullable<TargetsSheetContent['withheld']>[number]

const NOT_PUBLIC = '未公开'

/**
 * Reads the rows 不公开内容. A row that names an indicator keeps it inside, one that repeats words covers them, and
 * one that does neither keeps the whole target inside: nobody guesses what was meant.
 * @param versions every version of the target that was in force, and the sheet as it stands
 * @param rows those that were published and those that stand in the sheet now: what was withheld stays so until a
 *   target is published without it
 * @param labelOf the words of an option, by its column
 */
export function readWithholding(
  versions: readonly WithholdingSource[],
  rows: readonly Row[],
  labelOf: (column: 'basis' | 'level2', value: unknown) => string,
): Withholding {
  const all = versions.flatMap(({ indicators }) => indicators ?? [])
  const held = distinct(rows.filter(({ basis, what }) => basis !== 'falseAlarm' && what?.trim()))
  const read = held.map((row) => readRow(row, versions, all, labelOf))
  const whole = read.find(({ isWhole }) => isWhole)
  const everything = whole ? all.map(({ name }) => [name ?? '', whole.note] as const) : []
  return {
    indicators: new Map([
      ...everything,
      ...read.flatMap(({ names, note }) => names.map((name) => [name, note] as const)),
    ]),
    words: read.flatMap(({ words }) => words),
    whole: whole?.part,
    parts: read.map(({ part }) => part),
  }
}

function readRow(
  { what, basis, reason }: Row,
  versions: readonly WithholdingSource[],
  all: readonly SourceIndicator[],
  labelOf: (column: 'basis' | 'level2', value: unknown) => string,
) {
  const words = what ?? ''
  const label = labelOf('basis', basis)
  const same = all.filter(({ name }) => name === words)
  const ids = new Set(same.flatMap(({ id }) => (id ? [id] : [])))
  const names = [
    ...new Set([...same, ...all.filter(({ id }) => id && ids.has(id))].map(({ name }) => name ?? '')),
  ]
  const isIndicator = names.length > 0
  const isWhole = !isIndicator && !versions.some((version) => isInText(version, words))
  const inSentence = `${NOT_PUBLIC}（${label}）`
  const shown = isWhole
    ? words
    : isIndicator
      ? `${labelOf('level2', same[0]?.level2)}一项`
      : '正文中的部分文字'
  return {
    names,
    isWhole,
    note: `${NOT_PUBLIC}（${reason ?? label}）`,
    words: isWhole ? [] : (isIndicator ? names : [words]).map((text) => ({ text, note: inSentence })),
    part: { what: shown, basis: label, reason: reason ?? '', occasion: 'target' } satisfies WithheldPart,
  }
}

function distinct(rows: readonly Row[]): Row[] {
  return rows.filter((row, at) => rows.findLastIndex(({ what }) => what === row.what) === at)
}

function isInText(
  { annualGoal, periodGoal, indicators, texts: others = [] }: WithholdingSource,
  words: string,
): boolean {
  const texts = [
    annualGoal,
    periodGoal,
    ...others,
    ...(indicators ?? []).flatMap(({ name, valueText }) => [name, valueText]),
  ]
  return texts.some((text) => text?.includes(words))
}

/** The publication without what is withheld: its rows keep level, weight and score, so that totals still add up. */
export function withhold(published: PublishedProject, { indicators, whole }: Withholding): PublishedProject {
  const { target, office, selfEvaluation, evaluation, problems } = published
  const noteOf = (name: string) => indicators.get(name)
  return {
    ...published,
    ...(office && whole ? { office: hideOffice(office) } : {}),
    target: whole
      ? null
      : target && {
          ...target,
          indicators: target.indicators.map((row) => hideTarget(row, noteOf(row.name))),
        },
    selfEvaluation: whole
      ? null
      : selfEvaluation && {
          ...selfEvaluation,
          rows: selfEvaluation.rows.map((row) => hideScore(row, noteOf(row.target.name))),
        },
    evaluation: evaluation && {
      ...evaluation,
      items: evaluation.items.map((item) => {
        const note = noteOf(item.name)
        return note === undefined
          ? item
          : { ...item, name: note, basis: NOT_PUBLIC, isWithheld: true as const }
      }),
    },
    problems: problems?.map((row) => ({ ...row, indicator: noteOf(row.indicator) ?? row.indicator })) ?? null,
  }
}

function hideTarget(row: PublishedIndicator, note: string | undefined): PublishedIndicator {
  if (note === undefined) return row
  const { level1, level2, weight_x100 } = row
  const nothing = { operator: '', value: '', unit: '', direction: 0 }
  return { level1, level2, weight_x100, ...nothing, name: note, targetText: NOT_PUBLIC, isWithheld: true }
}

/** Its score counts as given: without target and actual value nobody can compute it. */
function hideScore(row: PublishedScoreRow, note: string | undefined): PublishedScoreRow {
  if (note === undefined) return row
  const { level1, weight_x100 } = row.target
  return {
    ...row,
    targetText: NOT_PUBLIC,
    actualInWords: NOT_PUBLIC,
    target: { name: note, level1, kind: 'qual', weight_x100 },
    actual: {},
    entered_x100: row.score_x100,
    isWithheld: true,
  }
}
