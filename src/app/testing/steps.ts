import { Type } from 'typebox'
import { blockText } from '../../documents/index.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Finding, FindingPlace } from '../../domain/shared/finding.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { definePrintDocument } from '../records/print-document.ts'
import { getRecordData } from '../records/record-data.ts'
import { saveDraft } from '../records/save-draft.ts'
import type { StageModule } from '../records/stage-module.ts'
import { defineViewRecord } from '../records/view-record.ts'
import { BEHAVIOURS } from '../use-cases.ts'
import { findProject } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { PersonName, World } from './world.ts'

/** What tests look at of a record's page. */
export type SeenRecord = {
  readonly record: {
    readonly id: string
    readonly state: string
    readonly version: number
    readonly dueOn: string | null
  }
  readonly project: {
    readonly id: string
    readonly status: string
    readonly grade: string | null
    readonly light: string | null
  }
  // biome-ignore lint/suspicious/noExplicitAny: content differs from form to form
  readonly content: Record<string, any>
  readonly figures: Record<string, string>
  readonly explanations: Record<string, Explanation>
  readonly findings: readonly Finding[]
  readonly frozen: readonly { readonly action: string; readonly content: Record<string, unknown> }[]
  readonly history: readonly { readonly action: string; readonly documentNumber: string | null }[]
}

/**
 * The steps a person takes on a record, always on its present version.
 * @param stage only its behaviours, for tests that shall not depend on the other stages
 */
export function stepsIn(world: World, stage?: Pick<StageModule, 'behaviours'>) {
  const behaviours = stage ? new Map(stage.behaviours.map((one) => [one.kind, one])) : BEHAVIOURS
  const viewRecord = defineViewRecord(behaviours)
  const printDocument = definePrintDocument(behaviours)
  const readBlocks = defineReadBlocks(behaviours)
  const see = (by: PersonName, recordId: string) => world.as<SeenRecord>(by, viewRecord, { recordId })
  const versionFor = async (recordId: string) => (await see('finance_performance', recordId)).record.version
  return {
    see,
    versionFor,
    save: async (by: PersonName, recordId: string, content: object) =>
      world.as(by, saveDraft, { recordId, version: await versionFor(recordId), content }),
    act: async (by: PersonName, useCase: object, recordId: string, opinion?: string) =>
      world.as<{ state: string; version: number; documentNumber?: string }>(by, useCase, {
        recordId,
        version: await versionFor(recordId),
        ...(opinion ? { opinion } : {}),
      }),
    print: async (by: PersonName, recordId: string, document: string, format: 'docx' | 'pdf' = 'docx') =>
      world.as<{ fileName: string; bytes_base64: string }>(by, printDocument, { recordId, document, format }),
    /** The text of a document, as both writers print it. */
    textOf: async (by: PersonName, recordId: string, document: string) =>
      JSON.stringify(await world.as<unknown>(by, readBlocks, { recordId, document })),
  }
}

function defineReadBlocks(behaviours: ReadonlyMap<string, RecordBehaviour>) {
  return defineUseCase({
    id: 'test.readBlocks',
    title: '测试读文书',
    stage: 'shell',
    kind: 'query',
    by: 'everyone',
    input: Type.Object({ recordId: Type.String(), document: Type.String() }),
    run: async (context, { recordId, document }) => {
      const data = await getRecordData(context, recordId)
      const build = behaviours.get(data.kind.kind)?.documents?.[document]
      if (!build) throw new Error(`${data.kind.kind} has no document ${document}`)
      return blockText(await build(context, data))
    },
  })
}

const listRecords = defineUseCase({
  id: 'test.listRecords',
  title: '测试列出事项',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({ projectId: Type.String(), kind: Type.String() }),
  run: async (context, { projectId, kind }) => {
    const project = await findProject(context.db, projectId)
    if (!project) return []
    const { jurisdictionId } = project
    return (await findRecords(context.db, { jurisdictionId, projectId, kind })).map(({ id }) => id)
  },
})

/** Ids of the records of one kind of a project that this person sees, oldest first. */
export async function recordsOf(
  world: World,
  by: PersonName,
  projectId: string,
  kind: string,
): Promise<string[]> {
  return world.as<string[]>(by, listRecords, { projectId, kind })
}

/** What a refused step was refused with: its code and the places it names. Fails when it was not refused. */
export async function refusalOf(step: Promise<unknown>): Promise<{ code: string; places: FindingPlace[] }> {
  try {
    await step
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const findings = (error.details['findings'] ?? []) as readonly Finding[]
    return { code: error.code, places: findings.map(({ where }) => where) }
  }
  throw new Error('the step was not refused')
}
