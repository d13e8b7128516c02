import type { Explained } from '../../shared/explanation.ts'
import { formatRatio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const PIL_021: RuleHeader = {
  id: 'PIL-021',
  name: '验收资料完整率',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '二、（三）试点报告含以上分阶段绩效管理分报告'),
  standing: 'proposal',
  parameters: ['pilot.acceptance_criteria'],
}

export type ListedItem = {
  readonly itemCode: string
  readonly projectName?: string | null | undefined
  readonly item?: string | null | undefined
  readonly isPresent: boolean
  readonly note?: string | null | undefined
}

/** Why something is not there, as the place wrote it. */
export type MissingReason = {
  readonly itemCode?: string | null | undefined
  readonly projectName?: string | null | undefined
  readonly reason?: string | null | undefined
}

/** The written reason for one item of one project; blank reasons are none. */
export function reasonFor(item: ListedItem, reasons: readonly MissingReason[]): string | undefined {
  const same = (a?: string | null, b?: string | null) => (a ?? '').trim() === (b ?? '').trim()
  const given = reasons.find(
    (one) => same(one.itemCode, item.itemCode) && same(one.projectName, item.projectName),
  )
  const reason = (given?.reason ?? '').trim()
  return reason === '' ? undefined : reason
}

/**
 * PIL-021: how much of the list is there. A missing item with a written reason is excused, unless it is one
 * that nothing excuses (the selection and the reports of the region's plan); excused items count as missing
 * in the rate and no longer stand in the way.
 * @param given.neverExcused codes of items no reason excuses
 */
export function computeAcceptanceCompleteness<Item extends ListedItem>(given: {
  readonly items: readonly Item[]
  readonly reasons: readonly MissingReason[]
  readonly neverExcused: readonly string[]
}): Explained<{
  readonly present: number
  readonly excused: number
  readonly open: readonly Item[]
  readonly rate: string
}> {
  const { items, reasons, neverExcused } = given
  const present = items.filter(({ isPresent }) => isPresent).length
  const isExcused = (item: Item) =>
    !item.isPresent && !neverExcused.includes(item.itemCode) && reasonFor(item, reasons) !== undefined
  const excused = items.filter(isExcused).length
  const open = items.filter((item) => !item.isPresent && !isExcused(item))
  const rate = formatRatio(ratioOf(present, items.length))
  return {
    present,
    excused,
    open,
    rate,
    explanation: explain(PIL_021, {
      sentence:
        `应有${items.length}项，已有${present}项，完整率${rate}` +
        `；缺项中写明原因的${excused}项，还须补齐的${open.length}项。`,
      inputs: open.map((item) => ({
        label: `${item.projectName ?? ''}${item.item ?? item.itemCode}`,
        value: item.note ?? '缺',
      })),
      formula: '已有项数÷应有项数；写明原因的缺项不计入已有',
      result: rate,
    }),
  }
}
