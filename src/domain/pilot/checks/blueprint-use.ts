import type { PilotBlueprintUseContent, PilotBlueprintUsePartsRow } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { quote } from '../../shared/quote.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

const gate = { stage: 'pilot', kind: 'gate', severity: 'error' } as const

/** PIL-175: what was done before stays explained by the rules it was done under. */
export const PIL_175: RuleHeader = {
  id: 'PIL-175',
  name: '采用蓝本不溯及以前',
  source: cite('jiheng-default'),
  ...gate,
}

/** PIL-176: what is taken can be taken, and what is left out has its reason. */
export const PIL_176: RuleHeader = {
  id: 'PIL-176',
  name: '采用的内容和不采用的原因',
  source: cite('jiheng-default'),
  ...gate,
}

/**
 * Before a place proposes or approves to take over a blueprint.
 * @param fresh the differences as they are today, by `entryKey`
 */
export function checkBlueprintUse(
  content: PilotBlueprintUseContent,
  {
    today,
    fresh,
  }: { readonly today: string; readonly fresh: ReadonlyMap<string, PilotBlueprintUsePartsRow> },
): Finding[] {
  const rows = content.parts ?? []
  const where = { section: 'parts', field: 'parts' }
  const { effectiveFrom } = content
  return [
    ...foundIf(
      typeof effectiveFrom === 'string' && effectiveFrom < today,
      PIL_175,
      `生效日期不能早于今天（${today}），请改为今天或以后。`,
      { section: 'basics', field: 'effectiveFrom' },
    ),
    ...foundIf(!rows.some(({ isTaken }) => isTaken), PIL_176, '没有采用任何内容，请至少勾选一项。', where),
    ...rows.flatMap((row, index) => checkRow(row, fresh.get(entryKey(row)), { ...where, row: index })),
    ...(content.mode === 'undo' ? checkMissing(rows, fresh, where) : []),
  ]
}

/** What was not laid out when it was proposed would be kept without anybody saying so. */
function checkMissing(
  rows: readonly PilotBlueprintUsePartsRow[],
  fresh: ReadonlyMap<string, PilotBlueprintUsePartsRow>,
  where: { readonly section: string; readonly field: string },
): Finding[] {
  const known = new Set(rows.map(entryKey))
  return [...fresh].flatMap(([key, { title }]) =>
    foundIf(
      !known.has(key),
      PIL_176,
      `${quote(title ?? '')}也可以停止采用，提出时没有列出，请退回后重新提出。`,
      where,
    ),
  )
}

/** What a difference is told apart by. */
export function entryKey({ part, itemId }: PilotBlueprintUsePartsRow): string {
  return `${part ?? ''}/${itemId ?? ''}`
}

function checkRow(
  row: PilotBlueprintUsePartsRow,
  now: PilotBlueprintUsePartsRow | undefined,
  where: { readonly section: string; readonly field: string; readonly row: number },
): Finding[] {
  const name = quote(row.title ?? '')
  if (!row.isTaken) {
    const isOpen = row.outcome !== 'kept' && !isWritten(row.note)
    return foundIf(isOpen, PIL_176, `请写明${name}不采用的原因。`, { ...where, column: 'note' })
  }
  if (row.outcome === 'kept') return [found(PIL_176, `${name}不能采用：${row.why ?? ''}请取消勾选。`, where)]
  const isOld =
    now?.currentText !== row.currentText ||
    now?.proposedText !== row.proposedText ||
    now?.outcome !== row.outcome
  return foundIf(isOld, PIL_176, `${name}的现行规定已经变了，请撤回后重新装入蓝本。`, where)
}
