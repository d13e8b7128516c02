import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { findAttachment, insertAttachment, insertEvidence } from '../../storage/attachment-repository.ts'
import { insertFileDigest } from '../../storage/ledger-source.ts'
import { findProject } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { getRecordData } from '../records/record-data.ts'

/** What lies in the store already, as the gate saw it; never taken from the browser. */
const StoredFile = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  sm3: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  size_bytes: Type.String({ pattern: '^[0-9]{1,12}$' }),
  mediaType: Type.String({ maxLength: 120 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
})

const Input = Type.Object(
  {
    /** Left out for a record that belongs to no project: then record and place are needed. */
    projectId: Type.Optional(Type.String({ format: 'uuid' })),
    recordId: Type.Optional(Type.String({ format: 'uuid' })),
    /** The figure it proves: field, or field/row id/column, such as `scores/<id>/actual`. */
    place: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_/-]{1,120}$' })),
    file: StoredFile,
  },
  { additionalProperties: false },
)

/** 上传附件: a file that lies safely on disk becomes part of a project, and proof of a figure. */
export const registerAttachment = defineUseCase({
  id: 'attachments.register',
  title: '上传附件',
  stage: 'shell',
  kind: 'command',
  by: [
    'unit',
    'department',
    'finance_business',
    'finance_performance',
    'finance_leader',
    'expert',
    'agency',
    'province',
  ],
  input: Input,
  output: Type.Object({ attachmentId: Type.String(), name: Type.String(), sha256: Type.String() }),
  run: async (context, input) => {
    const owner = await ownerOf(context, input)
    const id = context.newId()
    await insertFileDigest(context.db, { sha256: input.file.sha256, sm3: input.file.sm3 })
    await insertAttachment(context.db, {
      ...input.file,
      ...owner,
      id,
      uploadedAt: context.now,
      personId: context.actor.personId,
    })
    if (input.recordId && input.place) {
      const { record } = await getRecordData(context, input.recordId)
      if (record.projectId !== owner.projectId)
        throw new DomainError('INVALID_INPUT', '附件和事项不属于同一个项目，请重新选择。')
      await insertEvidence(context.db, {
        ...owner,
        id: context.newId(),
        recordId: record.id,
        attachmentId: id,
        place: input.place,
      })
    }
    context.changed({ kind: 'attachment', id, ...owner }, [
      { field: 'file', from: null, to: `${input.file.name} ${input.file.sha256}` },
    ])
    return { attachmentId: id, name: input.file.name, sha256: input.file.sha256 }
  },
})

/**
 * Where the file belongs: to a project, or to the place of a record of no project (an office's targets).
 * @throws DomainError NOT_FOUND, NOT_PERMITTED for a classified project, INVALID_INPUT
 */
async function ownerOf(
  context: Context,
  { projectId, recordId, place }: { projectId?: string; recordId?: string; place?: string },
): Promise<{ readonly jurisdictionId: string; readonly projectId: string | null }> {
  if (projectId === undefined) {
    if (!recordId || !place)
      throw new DomainError('INVALID_INPUT', '请在项目或办理事项的页面上选择要上传的文件。')
    const { record } = await getRecordData(context, recordId)
    if (record.projectId !== null)
      throw new DomainError('INVALID_INPUT', '附件和事项不属于同一个项目，请重新选择。')
    return { jurisdictionId: record.jurisdictionId, projectId: null }
  }
  const project = await findProject(context.db, projectId)
  if (!project) throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
  if (project.isClassified)
    throw new DomainError('NOT_PERMITTED', '涉密项目不得上传任何材料，请按保密规定另行办理。')
  return { jurisdictionId: project.jurisdictionId, projectId: project.id }
}

/** 下载附件: the stored bytes' digest, name and type, when the scope reaches them. */
export const viewAttachment = defineUseCase({
  id: 'attachments.view',
  title: '下载附件',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ attachmentId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({ name: Type.String(), mediaType: Type.String(), sha256: Type.String() }),
  run: async (context, input) => {
    const attachment = await findAttachment(context.db, input.attachmentId)
    if (!attachment) throw new DomainError('NOT_FOUND', '没有找到这个附件，可能不在您的管理范围内。')
    return { name: attachment.name, mediaType: attachment.mediaType, sha256: attachment.sha256 }
  },
})
