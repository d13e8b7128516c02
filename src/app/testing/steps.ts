import { Type } from 'typebox'
import { blockText } from '../../documents/index.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { getRecordData } from '../records/record-data.ts'
import { saveDraft } from '../records/save-draft.ts'
import { BEHAVIOURS, printDocument, viewRecord } from '../use-cases.ts'
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

/** The steps a person takes on a record, always on its present version. */
export function stepsIn(world: World) {
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
  }
}

const readBlocks = defineUseCase({
  id: 'test.readBlocks',
  title: '测试读文书',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({ recordId: Type.String(), document: Type.String() }),
  run: async (context, { recordId, document }) => {
    const data = await getRecordData(context, recordId)
    const build = BEHAVIOURS.get(data.kind.kind)?.documents?.[document]
    if (!build) throw new Error(`${data.kind.kind} has no document ${document}`)
    return blockText(await build(context, data))
  },
})

/** The text of a document, as both writers print it. */
export async function blocksOf(
  world: World,
  by: PersonName,
  recordId: string,
  document: string,
): Promise<string> {
  return JSON.stringify(await world.as<unknown>(by, readBlocks, { recordId, document }))
}
