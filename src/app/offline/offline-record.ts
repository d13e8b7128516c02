import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import type { Names } from '../../domain/forms/cell-text.ts'
import type { IntakeFault } from '../../domain/intake/intake-fault.ts'
import { type Merge, mergeThreeWay } from '../../domain/offline/merge.ts'
import { OFFLINE_KINDS } from '../../domain/offline/offline-kinds.ts'
import { readBack } from '../../domain/offline/read-back.ts'
import { type ReadSheet, readOrigin, type WorkbookOrigin } from '../../domain/offline/workbook.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findEvidence } from '../../storage/attachment-repository.ts'
import { findNames } from '../../storage/name-repository.ts'
import type { Context } from '../kernel/context.ts'
import { editableSections } from '../records/own-fields.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { idsIn } from '../records/view-record.ts'

const closed = { additionalProperties: false }
const Index = Type.Integer({ minimum: 0, maximum: 1_100_000 })
/** `ReadSheet` of the domain: a sheet as the gated reader gives it. */
export const Sheets = Type.Array(
  Type.Object(
    {
      name: Type.String({ maxLength: 200 }),
      rows: Type.Array(Type.Array(Type.String({ maxLength: 40_000 }))),
      merges: Type.Array(Type.Object({ top: Index, left: Index, bottom: Index, right: Index }, closed)),
    },
    closed,
  ),
  { maxItems: 100 },
)

/** SHA-256 in hex: tells a workbook whose hidden sheet was changed from one that was not. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** @throws DomainError NOT_FOUND; INVALID_INPUT for a record that is not filled in offline */
export async function getOfflineRecord(
  context: Context,
  recordId: string,
  options: { readonly isLocked?: boolean } = {},
): Promise<RecordData> {
  const data = await getRecordData(context, recordId, options)
  if (OFFLINE_KINDS.includes(data.kind.kind)) return data
  throw new DomainError('INVALID_INPUT', `“${data.kind.title}”不能离线填报，请在页面上填写。`)
}

/** Names of attached files, people and bodies, by their ids: a workbook prints names. */
export async function namesOf(context: Context, data: RecordData): Promise<Names> {
  const files = await findEvidence(context.db, data.record)
  const people = await findNames(context.db, idsIn(data))
  return { ...people, ...Object.fromEntries(files.map(({ id, name }) => [id, name])) }
}

export type ReadWorkbook = {
  readonly origin: WorkbookOrigin
  readonly merge: Merge
  readonly notes: readonly string[]
}

/**
 * Compares a workbook with the record it was made from as it stands now.
 * @throws DomainError INVALID_INPUT for a workbook that is not of this record, NOT_PERMITTED when this
 *   person has nothing to fill in, RULE_VIOLATED with `faults` when a cell cannot be read
 */
export async function readWorkbook(
  context: Context,
  data: RecordData,
  sheets: readonly ReadSheet[],
): Promise<ReadWorkbook> {
  const openSections = editableSections(context, data)
  if (openSections.length === 0) {
    throw new DomainError('NOT_PERMITTED', '这张表在当前环节不由您填写，请联系经办岗位。')
  }
  const origin = requireOrigin(sheets, data)
  const { form, content: mine } = data
  const { base } = origin
  const names = await namesOf(context, data)
  const theirs = readBack({ sheets, form, base, names, openSections })
  requireFaultless(theirs.faults)
  return { origin, merge: mergeThreeWay({ form, openSections, base, mine, theirs }), notes: theirs.notes }
}

function requireOrigin(sheets: readonly ReadSheet[], { record, form }: RecordData): WorkbookOrigin {
  const origin = readOrigin(sheets, digestOf)
  if (origin === undefined) {
    throw new DomainError(
      'INVALID_INPUT',
      '这个文件不是从本系统导出的离线填报表，或者隐藏的标识页被删掉了。请先导出离线填报表，把内容填进去再导入。',
    )
  }
  if (origin === 'altered') {
    throw new DomainError('INVALID_INPUT', '文件里隐藏的标识页被改动过，无法核对。请重新导出后把内容填进去。')
  }
  if (origin.recordId !== record.id || origin.form !== form.id) {
    throw new DomainError('INVALID_INPUT', '这个文件是从另一个事项导出的，请在那个事项中导入。')
  }
  return origin
}

function requireFaultless(faults: readonly IntakeFault[]): void {
  if (faults.length === 0) return
  throw new DomainError(
    'RULE_VIOLATED',
    `表中有 ${faults.length} 处需要改正，没有导入任何内容：${faults[0]?.place} ${faults[0]?.message}`,
    { faults },
  )
}
