import { readWithholding, type Withholding } from '../../domain/disclosure/withholding.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'

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
  return sheet ? withholdingOf(context, sheet, occasion) : readWithholding([], [], () => '')
}

/** The same of one target, a project's or an office's. */
export async function withholdingOf(
  context: Context,
  { record, form, content }: RecordData,
  occasion: 'target' | 'result',
  textsOf: (content: Content) => readonly string[] = () => [],
): Promise<Withholding> {
  const labelOf = (column: 'basis' | 'level2', value: unknown) =>
    optionLabel(form, column === 'basis' ? 'withheld' : 'indicators', value, column)
  const frozen = (await findFrozen(context.db, record)).map(({ action, content: kept }) => ({
    action,
    content: (kept as { readonly content: Content }).content,
  }))
  const last = frozen.findLast(({ action }) => action === 'publish')?.content
  const rows = [...(occasion === 'result' ? rowsIn(last) : []), ...rowsIn(content)]
  const versions = [...frozen.map((one) => one.content), content]
  return readWithholding(
    versions.map((one) => ({ ...(one as TargetsSheetContent), texts: textsOf(one) })),
    rows,
    labelOf,
  )
}

function rowsIn(content: Content | undefined) {
  return (content as TargetsSheetContent | undefined)?.withheld ?? []
}
