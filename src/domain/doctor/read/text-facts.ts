import type { DoctorFund } from '../table.ts'
import type { ReadNote } from './read-result.ts'
import { lastOf } from './lists.ts'

export type TextFacts = {
  readonly projectName: string | null
  readonly department: string | null
  readonly unit: string | null
  readonly notes: readonly ReadNote[]
}

const LABELS =
  /项目(?:\(专项\))?名称|主管部门(?:及代码|编码)?|(?:项目)?实施单位|项目单位|填报单位(?:[(（]盖章[)）])?|项目负责人|项目属性|项目类[别型]|项目资金|资金情况|预算执行情况|年度资金总额|联系[人电]|起止时间|项目概况|年度(?:总体)?目标|部门联系人|填报日期|财政处室|自评总分|主管部门审核|绩效指标/g
const NAME_MAX = 120

/** Names printed behind their labels; a name whose end cannot be seen is `null`. */
export function readTextFacts(head: string): TextFacts {
  const notes: ReadNote[] = []
  const labels = [...head.matchAll(LABELS)]
  const take = (words: RegExp): string | null => {
    const index = labels.findIndex(([label]) => words.test(label))
    const label = labels[index]
    if (!label) return null
    const next = labels[index + 1]
    const value = head
      .slice(label.index + label[0].length, Math.min(next?.index ?? head.length, label.index + NAME_MAX * 2))
      .replace(/^[\s:：]+|[\s、，,]+$/g, '')
    if (!next || value === '' || value.length > NAME_MAX || /[。；]/.test(value)) return null
    // …建设|项目属性 or …建设项目|属性: a name that ends right before 项目… may have lost its last word.
    if (
      /名称/.test(label[0]) &&
      /^项目/.test(next[0]) &&
      !/项目$/.test(value) &&
      !/\s$/.test(head.slice(0, next.index))
    ) {
      notes.push({
        kind: 'unclear',
        place: label[0],
        message: `“${value}”后面紧接“${next[0]}”，分不清项目名称到哪里为止，没有读取。`,
      })
      return null
    }
    return value
  }
  return {
    projectName: take(/名称/),
    department: take(/^主管部门(?!编码)/),
    unit: take(/实施单位|项目单位/),
    notes,
  }
}

const AMOUNT_COLUMNS = /年初预算数|全年预算数|全年执行数|预算数|执行数|分值|执行率|得分/g
const FUND_LABEL =
  /年度(?:财政)?资金总额|资金总额|总额|其中[:：]?(?:本年|当年)?财政拨款|(?:本年|当年)?财政拨款|上年结转资金|其[他它]资金|自有资金|其他(?=[:：]\s*\d)/g

/** 项目资金 in running text: `label: amount万元`, or figures in the order of their headings, apart by spaces. */
export function readTextFunds(head: string): { readonly funds: DoctorFund[]; readonly notes: ReadNote[] } {
  const headings = [...head.matchAll(AMOUNT_COLUMNS)]
  const labels = [...head.matchAll(FUND_LABEL)]
  if (labels.length === 0) return { funds: [], notes: [] }
  const columns = [...new Set(headings.map(([heading]) => heading))]
  const stop = head.slice(lastOf(labels)?.index ?? 0).search(/年度总体目标|年度目标|项目概况|绩效目标/)
  const end = stop < 0 ? head.length : (lastOf(labels)?.index ?? 0) + stop
  const notes: ReadNote[] = []
  const funds = labels.flatMap((label, index): DoctorFund[] => {
    const from = label.index + label[0].length
    const rest = head.slice(from, labels[index + 1]?.index ?? end)
    const place = `资金/${index}`
    const name = label[0].replace(/[:：]$/, '')
    const single = /^[:：\s]*(\d[\d.,]*)\s*(?:万元|元)/.exec(rest)
    if (single) return [emptyFund(place, name, { initial: single[1] as string })]
    if (columns.length === 0) return []
    const values = rest
      .replace(/^[:：]/, '')
      .trim()
      .split(/\s+/)
      .filter((token) => /^[\d.%％-]+$/.test(token))
    const cells = spread(columns, values)
    if (cells) return [emptyFund(place, name, cells)]
    notes.push({
      kind: 'run_together',
      place: name,
      message: `“${name}”后面的数字（${rest.trim().slice(0, 30)}）连在一起，分不清各是哪一栏，没有读取。请把各栏分开后再检查。`,
    })
    return [emptyFund(place, name, {})]
  })
  return { funds, notes }
}

const FIELD_OF: { readonly [heading: string]: keyof Amounts } = {
  年初预算数: 'initial',
  全年预算数: 'adjusted',
  预算数: 'adjusted',
  全年执行数: 'executed',
  执行数: 'executed',
  分值: 'weight',
  执行率: 'rate',
  得分: 'score',
}
const AMOUNTS: readonly (keyof Amounts)[] = ['initial', 'adjusted', 'executed']

type Amounts = Omit<DoctorFund, 'place' | 'label' | 'cells'>
type Cells = { readonly [field in keyof Amounts]?: string | null }

/** All columns filled, or all amounts and nothing behind them, or nothing at all; anything else is unclear. */
function spread(columns: readonly string[], values: readonly string[]): Cells | undefined {
  const fields = columns.map((heading) => FIELD_OF[heading] as keyof Amounts)
  const amounts = fields.filter((field) => AMOUNTS.includes(field))
  const isKnown =
    values.length === 0 ||
    values.length === fields.length ||
    (values.length === amounts.length && values.length > 1)
  if (!isKnown || values.some((value) => /^\d+(\.\d+)?%?\d/.test(value) && value.length > 14))
    return undefined
  const filled = values.length === amounts.length ? amounts : fields
  return Object.fromEntries(fields.map((field) => [field, values[filled.indexOf(field)] ?? '']))
}

function emptyFund(place: string, label: string, cells: Cells): DoctorFund {
  const none = { initial: null, adjusted: null, executed: null, weight: null, rate: null, score: null }
  return { ...none, ...cells, place, label }
}

/** 总分 behind the rows: weight and score side by side, or the score alone. */
export function readTextTotals(
  text: string,
  hasWeight: boolean,
): { totalWeight: string | null; totalScore: string | null } {
  const none = { totalWeight: null, totalScore: null }
  const own = /(?:自评|综合)(?:总分|得分)(?:[(（]分[)）])?[:：\s]*(\d{1,3}(?:\.\d{1,2})?)(?![\d.])/.exec(text)
  const row = /(?:总分|合计)[:：\s]*([\d.\s]+)/.exec(text)
  const figures = (row?.[1] ?? '').trim()
  const apart = figures.split(/\s+/).filter((part) => part !== '')
  if (!hasWeight) {
    if (/^\d{1,3}(\.\d{1,2})?$/.test(figures) && Number(figures) <= 130)
      return { ...none, totalScore: figures }
    return { ...none, totalScore: own?.[1] ?? null }
  }
  if (apart.length === 2) return { totalWeight: apart[0] as string, totalScore: apart[1] as string }
  const half = figures.length / 2
  if (Number.isInteger(half) && half >= 2 && figures.slice(0, half) === figures.slice(half))
    return { totalWeight: figures.slice(0, half), totalScore: figures.slice(half) }
  return { ...none, totalScore: own?.[1] ?? null }
}
