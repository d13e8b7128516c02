import { Type } from 'typebox'
import type pg from 'pg'
import { DomainError } from '../../domain/shared/errors.ts'
import { readProjectFile, readProjectList } from '../../storage/api-repository.ts'
import { checkInput } from '../kernel/run.ts'

/**
 * The two reads that everybody makes all day. They skip the ordinary runner: session, scope and
 * answer are one statement (docs/adr/0006), and PostgreSQL writes the JSON.
 */
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
export async function listProjects(pool: pg.Pool, tokenHash: Buffer, input: unknown): Promise<string> {
  const page = checkInput(ListProjectsInput, input) as Type.Static<typeof ListProjectsInput>
  const [afterAt, afterId] = page.cursor?.split('~') ?? []
  if (afterAt !== undefined && Number.isNaN(Date.parse(afterAt))) {
    throw new DomainError('INVALID_INPUT', '翻页位置不对，请回到第一页。', {
      places: [{ field: 'cursor', problem: '不是有效位置' }],
    })
  }
  const answer = await readProjectList(pool, tokenHash, {
    jurisdiction: page.jurisdiction,
    year: page.year,
    status: page.status ?? null,
    afterAt: afterAt ?? null,
    afterId: afterId ?? null,
    limit: page.limit ?? 50,
  })
  return signedIn(answer)
}

export const ViewProjectInput = Type.Object(
  { jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }), projectId: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)

/**
 * 项目档案.
 * @throws DomainError NOT_SIGNED_IN, INVALID_INPUT, NOT_FOUND
 */
export async function viewProject(pool: pg.Pool, tokenHash: Buffer, input: unknown): Promise<string> {
  const { jurisdiction, projectId } = checkInput(ViewProjectInput, input) as Type.Static<
    typeof ViewProjectInput
  >
  const answer = signedIn(await readProjectFile(pool, tokenHash, { jurisdiction, id: projectId }))
  if (answer.startsWith('{"project" : null')) {
    throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
  }
  return answer
}

function signedIn(answer: string | null): string {
  if (answer === null)
    throw new DomainError('NOT_SIGNED_IN', '登录已失效，请重新登录；已填写的内容会保留在本机。')
  return answer
}
