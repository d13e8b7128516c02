import { Type } from 'typebox'
import type { Content, ContentValue } from '../../domain/forms/form.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Change, Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import {
  editableSections,
  getRecordData,
  type RecordData,
  requireVersion,
  storeContent,
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
  by: 'everyone',
  input: Input,
  output: Type.Object({ recordId: Type.String(), version: Type.Integer(), savedAt: Type.String() }),
  run: async (context, input) => {
    const data = await getRecordData(context, input.recordId, { isLocked: true })
    requireVersion(data, input.version)
    const patch = input.content as Content
    requireOwnSections(context, data, patch)
    const content = merge(data.content, patch)
    const faults = validateContent(data.form, content, { mode: 'draft', stored: data.content }).filter(
      (found) => found.severity === 'error',
    )
    if (faults.length > 0) {
      throw new DomainError('INVALID_INPUT', faults[0]?.message ?? '内容有误，请修改。', { findings: faults })
    }
    const changes = differences(data.content, patch)
    if (changes.length === 0)
      return { recordId: data.record.id, version: data.record.version, savedAt: context.now }
    const version = await storeContent(context, data, content)
    const { id, projectId, jurisdictionId } = data.record
    context.changed({ kind: data.kind.kind, id, projectId, jurisdictionId }, changes)
    return { recordId: id, version, savedAt: context.now }
  },
})

/** Unknown fields are refused as input; fields of other people's sections as not permitted. */
function requireOwnSections(context: Context, data: RecordData, patch: Content): void {
  const mine = new Set(editableSections(context, data))
  for (const field of Object.keys(patch)) {
    const section = data.form.sections.find((candidate) => candidate.fields.some(({ id }) => id === field))
    const definition = section?.fields.find(({ id }) => id === field)
    if (!section || !definition) {
      throw new DomainError('INVALID_INPUT', `表中没有“${field}”这一栏，请刷新页面后重新填写。`, {
        places: [{ field, problem: '没有这一栏' }],
      })
    }
    if (!mine.has(section.id)) {
      throw new DomainError('NOT_PERMITTED', `“${section.title}”在当前环节不由您填写，请联系经办岗位。`, {
        field,
      })
    }
    if (definition.readonly) {
      throw new DomainError('INVALID_INPUT', `“${definition.label}”由系统计算，不能填写。`, {
        places: [{ field, problem: '由系统计算' }],
      })
    }
  }
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

function isSame(a: ContentValue | undefined, b: ContentValue | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
