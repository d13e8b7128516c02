import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { readProjectFile, readProjectList, type Stamped } from '../../storage/api-repository.ts'
import type { HotLane } from '../../storage/hot-lane.ts'
import { checkInput } from '../kernel/run.ts'
import type { KeptPage, Page, PageCache, Question } from './page-cache.ts'

/**
 * The two reads that everybody makes all day. They skip the ordinary runner: session, scope and
 * answer are one statement (docs/adr/0006), PostgreSQL writes the JSON, and what was shown is kept
 * until a change number behind it moves (docs/adr/0007).
 */
export type HotReads = { readonly hot: HotLane; readonly pages: PageCache }

export const ListProjectsInput = Type.Object(
  {
    jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    status: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,20}$' })),
    /** `<createdAt>~<id>` of the last line of the page before. */
    cursor: Type.Optional(Type.String({ pattern: '^[0-9TZ:.+-]{10,40}~[0-9a-f-]{36}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
)

/**
 * 项目列表: newest first, exact total.
 * @throws DomainError NOT_SIGNED_IN, INVALID_INPUT
 */
export function listProjects(reads: HotReads, tokenHash: Buffer, input: unknown): Promise<Page> {
  const page = checkInput(ListProjectsInput, input) as Type.Static<typeof ListProjectsInput>
  const [afterAt = null, afterId = null] = page.cursor?.split('~') ?? []
  if (afterAt !== null && Number.isNaN(Date.parse(afterAt))) {
    throw new DomainError('INVALID_INPUT', '翻页位置不对，请回到第一页。', {
      places: [{ field: 'cursor', problem: '不是有效位置' }],
    })
  }
  const { jurisdiction, year, status = null, limit = 50 } = page
  const text = `${jurisdiction} ${year} ${status} ${page.cursor} ${limit}`
  return answerOf(reads, tokenHash, { kind: 'list', text }, (stamp) =>
    readProjectList(reads.hot, tokenHash, stamp, { jurisdiction, year, status, afterAt, afterId, limit }),
  )
}

export const ViewProjectInput = Type.Object(
  { jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }), projectId: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)

/**
 * 项目档案.
 * @throws DomainError NOT_SIGNED_IN, INVALID_INPUT, NOT_FOUND
 */
export async function viewProject(reads: HotReads, tokenHash: Buffer, input: unknown): Promise<Page> {
  const { jurisdiction, projectId: id } = checkInput(ViewProjectInput, input) as Type.Static<
    typeof ViewProjectInput
  >
  const question = { kind: 'file', text: `${jurisdiction} ${id}` } as const
  const page = await answerOf(reads, tokenHash, question, (stamp) =>
    readProjectFile(reads.hot, tokenHash, stamp, { jurisdiction, id }),
  )
  if (page.body.slice(0, NO_PROJECT.length).toString() === NO_PROJECT) {
    throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
  }
  return page
}

const NO_PROJECT = '{"project" : null'

/** The kept page when the database says that its stamp still holds for this session; else a new one. */
async function answerOf(
  { pages }: HotReads,
  tokenHash: Buffer,
  question: Question,
  ask: (knownStamp: string | null) => Promise<Stamped | null>,
): Promise<KeptPage> {
  const session = tokenHash.toString('base64')
  const kept = pages.find(session, question)
  const said = await ask(kept?.stamp ?? null)
  if (said === null)
    throw new DomainError('NOT_SIGNED_IN', '登录已失效，请重新登录；已填写的内容会保留在本机。')
  if (!said.isKnown) return pages.keep(session, question, said.stamp, said.answer)
  if (!kept) throw new Error('the database holds a stamp that was not given')
  return kept
}
