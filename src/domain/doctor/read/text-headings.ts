/** What a column of a table printed as running text holds, in the order of its headings. */
export type TextColumn =
  | 'target'
  | 'adjusted'
  | 'actual'
  | 'weight'
  | 'score'
  | 'reason'
  | 'unit'
  | 'nature'
  | 'coefficient'
  | 'core'
  | 'remark'

export type TextBlock = {
  readonly columns: readonly TextColumn[]
  /** Where the words before the headings end. */
  readonly top: number
  /** First character below the headings. */
  readonly body: number
  readonly end: number
  /** 长期绩效指标 or 实施期目标 stands before: not the year's block. */
  readonly isLongTerm: boolean
  /** A heading was garbled: the columns are known less surely. */
  readonly isGarbled: boolean
}

const OPENING = /一级指标|二级指标|三级指标|指标名称|指标内容/g
const HEADINGS: readonly (readonly [TextColumn | 'level' | 'name', RegExp])[] = [
  ['level', /^[一二](级)?指标(名称)?/],
  ['name', /^(三级指标(名称|内容)?|指标名称|指标内容|具体指标)/],
  ['unit', /^(计量|度量)单位/],
  ['nature', /^(指标性质|计算符号|指标方向)/],
  ['adjusted', /^调整(后)?(指标|目标)?值/],
  ['target', /^(年度|年初|全年|预期)?(设定)?(绩效)?(指标|目标|计划)(指标)?值/],
  ['coefficient', /^(得分系数|完成率|完成比例)/],
  ['actual', /^(全年|年度|年末)?(实际)?(完成|实际)(指标)?(值|情况)/],
  ['weight', /^(指标)?(分值|权重|满分)/],
  ['score', /^(指标|自评|实际)?得分/],
  ['core', /^是否核心(指标)?/],
  [
    'reason',
    /^(偏差|未完成|偏离|扣分|产生偏差)[^\d()≥≤\s]{0,20}(措施|说明)|^(偏差|未完成|偏离|扣分)原因(分析)?/,
  ],
  ['remark', /^备注/],
]
const BRACKETS = /^[(（][^)）]{0,12}[)）]/
/** 全年完成值 with its characters in disorder, as a page read column by column gives it. */
const GARBLED_ACTUAL = /^[年全完成实际值]{4,8}(?=得分|指标|分值|$)/

/** Finds every run of headings that opens a table, with what lies between one and the next. */
export function findBlocks(text: string): TextBlock[] {
  const blocks: Omit<TextBlock, 'end'>[] = []
  let from = 0
  for (const match of text.matchAll(OPENING)) {
    if (match.index < from) continue
    const read = readHeadings(text, match.index)
    if (!read) continue
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    blocks.push({ ...read, top: match.index, isLongTerm: /长期|中期|实施期/.test(before) })
    from = read.body
  }
  return blocks.map((block, index) => ({ ...block, end: blocks[index + 1]?.top ?? text.length }))
}

function readHeadings(text: string, from: number) {
  const columns: TextColumn[] = []
  let at = from
  let hasName = false
  let isGarbled = false
  for (;;) {
    at = skipSpace(text, at)
    const rest = text.slice(at, at + 40)
    const found = HEADINGS.map(([role, words]) => ({ role, length: words.exec(rest)?.[0].length ?? 0 }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)[0]
    if (found) {
      if (found.role === 'name') hasName = true
      else if (found.role !== 'level') columns.push(found.role)
      at += found.length
      at += BRACKETS.exec(text.slice(at, at + 16))?.[0].length ?? 0
      continue
    }
    const garbled = columns.includes('actual') ? null : GARBLED_ACTUAL.exec(rest)
    if (!garbled) break
    isGarbled = true
    columns.push('actual')
    at += garbled[0].length
  }
  const isTable = hasName && columns.some((column) => column === 'target' || column === 'weight')
  return isTable ? { columns, body: at, isGarbled } : undefined
}

function skipSpace(text: string, at: number): number {
  let next = at
  while (/\s/.test(text[next] ?? '')) next += 1
  return next
}
