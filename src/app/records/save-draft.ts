import { type Static, Type } from 'typebox'
import type { Content, ContentValue } from '../../domain/forms/form.ts'
import { withSystemValues } from '../../domain/forms/system-values.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Change, Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { requireOwnFields } from './own-fields.ts'
import {
  getRecordData,
  type RecordData,
  requireVersion,
  storeContent,
  storeContentAtEnd,
} from './record-data.ts'

const Input = Type.Object(
  {
    recordId: Type.String({ format: 'uuid' }),
    version: Type.Integer({ minimum: 1 }),
    /** Only the fields that changed; a field given as null is emptied. */
    content: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()),
  },
  { additionalProperties: false },
)

/** 保存草稿: writes what was typed so far, complete or not, in the sections this person may write in. */
export const saveDraft = defineUseCase({
  id: 'records.saveDraft',
  title: '保存草稿',
  stage: 'shell',
  kind: 'command',
  by: BUSINESS,
  input: Input,
  record: 'recordId',
  output: Type.Object({ recordId: Type.String(), version: Type.Integer(), savedAt: Type.String() }),
  run: (context, input) => save(context, input, storeContentAtEnd),
})

/**
 * The same as a part of another command, which may go on: what was saved is stored when this returns.
 * @throws DomainError NOT_FOUND, VERSION_CONFLICT, NOT_PERMITTED, INVALID_INPUT
 */
export function writeDraft(context: Context, input: DraftInput): Promise<Saved> {
  return save(context, input, storeContent)
}

type DraftInput = Static<typeof Input>
type Saved = { readonly recordId: string; readonly version: number; readonly savedAt: string }
type Store = (context: Context, data: RecordData, content: Content) => number | Promise<number>

async function save(context: Context, input: DraftInput, store: Store): Promise<Saved> {
  const data = await getRecordData(context, input.recordId, { isLocked: true })
  requireVersion(data, input.version)
  const patch = input.content as Content
  requireOwnFields(context, data, patch)
  const merged = merge(data.content, patch)
  const faults = validateContent(data.form, merged, { mode: 'draft', stored: data.content }).filter(
    (found) => found.severity === 'error',
  )
  if (faults.length > 0) {
    throw new DomainError('INVALID_INPUT', faults[0]?.message ?? '内容有误，请修改。', { findings: faults })
  }
  const { id: recordId, projectId, jurisdictionId } = data.record
  const changes = tellOf(data, differences(data.content, patch))
  if (changes.length === 0) return { recordId, version: data.record.version, savedAt: context.now }
  const version = await store(context, data, withSystemValues(data.form, data.content, merged))
  context.changed({ kind: data.kind.kind, id: recordId, projectId, jurisdictionId }, changes)
  return { recordId, version, savedAt: context.now }
}

function merge(content: Content, patch: Content): Content {
  const merged = Object.entries({ ...content, ...patch }).filter(([, value]) => value !== null)
  return Object.fromEntries(merged)
}

function differences(content: Content, patch: Content): Change[] {
  return Object.entries(patch)
    .filter(([field, value]) => !isSame(content[field], value))
    .map(([field, value]) => ({ field, from: content[field] ?? null, to: value }))
}

/** What is blind until it is handed in stays so in the audit trail: that it changed, not what it says. */
function tellOf({ kind, record }: RecordData, changes: readonly Change[]): readonly Change[] {
  if (!kind.isPrivateIn?.includes(record.state)) return changes
  return changes.map(({ field }) => ({ field, from: null, to: '提交前不公开' }))
}

function isSame(a: ContentValue | undefined, b: ContentValue | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
