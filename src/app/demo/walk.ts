import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { findRecords } from '../../storage/record-repository.ts'
import { receiveFile, registerAttachment } from '../attachments/index.ts'
import { runUseCase } from '../kernel/run.ts'
import { defineUseCase, type UseCase } from '../kernel/use-case.ts'
import type { Product } from '../product.ts'
import { getRecordData } from '../records/record-data.ts'
import { saveDraft } from '../records/save-draft.ts'
import { ACTS, BEGINS, printDocument } from '../use-cases.ts'
import { bodiesOf, whoPlays } from './cast.ts'
import type { Residents } from './populate.ts'
import type { Part, Story } from './story.ts'

/** How the people of one story do what the pages let them do: always in a post, under its scope. */
export type Walk = {
  readonly story: Story
  readonly unitId: string
  readonly departmentId: string
  /** The day it is. */
  today(): string
  personId(part: Part): string
  /** Id of a body named in `demo/places.yaml`. */
  bodyId(key: string): string
  run<Output>(by: Part, useCase: object, input: unknown): Promise<Output>
  /** Remembers the project the story is about. */
  setProject(projectId: string): void
  begin(by: Part, kind: string, input?: object): Promise<string>
  /** Ids of this project's records of a kind that this person sees, oldest first. */
  all(by: Part, kind: string, subjectId?: string): Promise<string[]>
  /** The newest of them. @throws when there is none */
  newest(by: Part, kind: string): Promise<string>
  read(by: Part, recordId: string): Promise<Content>
  save(by: Part, recordId: string, content: Content): Promise<void>
  act(by: Part, action: string, recordId: string, opinion?: string): Promise<void>
  /** Hands in a file as evidence for a place of a record; gives the attachment's id. */
  attach(
    by: Part,
    recordId: string,
    place: string,
    file: { name: string; bytes: Uint8Array },
  ): Promise<string>
  print(by: Part, recordId: string, document: string, format?: 'pdf' | 'docx'): Promise<Uint8Array>
}

const readRecord = defineUseCase({
  id: 'demo.readRecord',
  title: '演示：查看事项',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({ recordId: Type.String() }),
  run: async (context, { recordId }) => {
    const { record, content } = await getRecordData(context, recordId)
    return { version: record.version, content }
  },
})

const listRecords = defineUseCase({
  id: 'demo.listRecords',
  title: '演示：列出事项',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({
    jurisdictionId: Type.String(),
    projectId: Type.Optional(Type.String()),
    kind: Type.String(),
    subjectId: Type.Optional(Type.String()),
  }),
  run: async (context, where) => (await findRecords(context.db, where)).map(({ id }) => id),
})

/** The story's own way of calling use cases; `today` is the demonstration's clock. */
export function makeWalk(product: Product, residents: Residents, story: Story, today: () => string): Walk {
  const talk = makeTalk(product, residents, story)
  const { run } = talk
  let projectId: string | undefined
  const ofProject = () => (projectId === undefined ? {} : { projectId })
  const read = (by: Part, recordId: string) =>
    run<{ version: number; content: Content }>(by, readRecord, { recordId })
  const all: Walk['all'] = (by, kind, subjectId) =>
    run(by, listRecords, {
      jurisdictionId: story.jurisdiction,
      ...(isOfPlace(kind) ? {} : ofProject()),
      kind,
      ...(subjectId ? { subjectId } : {}),
    })
  return {
    ...talk,
    story,
    today,
    setProject: (id) => {
      projectId = id
    },
    begin: async (by, kind, input = {}) => {
      const useCase = BEGINS.find(({ recordKind }) => recordKind.kind === kind)
      const project = isOfPlace(kind) ? {} : ofProject()
      return (await run<{ recordId: string }>(by, known(useCase, kind), { ...project, ...input })).recordId
    },
    all,
    newest: async (by, kind) => known((await all(by, kind)).at(-1), `${story.key}: ${kind}`),
    read: async (by, recordId) => (await read(by, recordId)).content,
    save: async (by, recordId, content) => {
      const { version } = await read(by, recordId)
      await run(by, saveDraft, { recordId, version, content })
    },
    act: async (by, action, recordId, opinion) => {
      const useCase = ACTS.find(({ id }) => id === action)
      const { version } = await read(by, recordId)
      await run(by, known(useCase, action), { recordId, version, ...(opinion ? { opinion } : {}) })
    },
    attach: async (by, recordId, place, { name, bytes }) => {
      const file = await receiveFile(product.services.files, Readable.from([bytes]), name)
      const input = { ...ofProject(), recordId, place, file }
      return (await run<{ attachmentId: string }>(by, registerAttachment, input)).attachmentId
    },
    print: async (by, recordId, document, format = 'pdf') => {
      const printed = await run<{ bytes_base64: string }>(by, printDocument, {
        recordId,
        document,
        format,
      })
      return Buffer.from(printed.bytes_base64, 'base64')
    },
  }
}

/** Who is who in a story, and how a use case is called in somebody's post. */
function makeTalk(product: Product, { bodies, posts }: Residents, story: Story) {
  const person = (part: Part) => known(posts.get(whoPlays(story, part)), part)
  const bodyId = (key: string) => known(bodies.get(key), key)
  const { unit, department } = bodiesOf(story)
  return {
    unitId: bodyId(unit),
    departmentId: bodyId(department),
    bodyId,
    personId: (part: Part) => person(part).personId,
    async run<Output>(by: Part, useCase: object, input: unknown): Promise<Output> {
      const call = { credentials: { postId: person(by).postId }, address: '演示数据' }
      const answer = await runUseCase(product.db, product.services, useCase as UseCase, input, call)
      return JSON.parse(answer.body) as Output
    },
  }
}

/** 试点报告和验收 belong to the jurisdiction, 部门整体目标 to an office: not to one project. */
function isOfPlace(kind: string): boolean {
  return getRecordKind(kind).per !== 'project'
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`demonstration: there is no ${what}`)
  return value
}
