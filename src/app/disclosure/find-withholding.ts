import { readWithholding, type Withholding } from '../../domain/disclosure/withholding.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findRecordData, getForm } from '../records/record-data.ts'

const IN_FORCE = ['approved', 'published']

/**
 * What of the project's target stays inside: the rows that stand in the sheet now and, where the target itself is
 * not being published, those of its last publication. A row that was taken out counts until then.
 */
export async function findWithholding(
  context: Context,
  { jurisdictionId, id: projectId }: ProjectRow,
  occasion: 'target' | 'result',
): Promise<Withholding> {
  const sheets = await findRecordData(context, { jurisdictionId, projectId, kind: 'targets.sheet' })
  const sheet = sheets.findLast(({ record }) => IN_FORCE.includes(record.state))
  const form = getForm(context, 'targets/sheet')
  const labelOf = (column: 'basis' | 'level2', value: unknown) =>
    optionLabel(form, column === 'basis' ? 'withheld' : 'indicators', value, column)
  if (!sheet) return readWithholding([], [], labelOf)
  const frozen = (await findFrozen(context.db, sheet.record)).map(({ action, content }) => ({
    action,
    content: (content as { readonly content: TargetsSheetContent }).content,
  }))
  const now = sheet.content as TargetsSheetContent
  const last = frozen.findLast(({ action }) => action === 'publish')?.content.withheld ?? []
  const rows = [...(occasion === 'result' ? last : []), ...(now.withheld ?? [])]
  return readWithholding([...frozen.map(({ content }) => content), now], rows, labelOf)
}
