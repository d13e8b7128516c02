import { Type } from 'typebox'
import type { Kysely } from 'kysely'
import { passwordProblem } from '../../domain/org/password.ts'
import { ROLES, type Role } from '../../domain/org/roles.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Division } from '../../rules/load-divisions.ts'
import type { Schema } from '../../storage/schema.ts'
import { dayInChina, type Services } from '../kernel/context.ts'
import { checkInput } from '../kernel/run.ts'
import { hashPassword } from '../session/password-hash.ts'

const Administrator = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 50 }),
    username: Type.String({ pattern: '^[a-z][a-z0-9._-]{2,39}$' }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
)

export const SetUpInput = Type.Object(
  {
    /** 自治区财政部门的名称, root of the organisation tree. */
    provinceName: Type.String({ minLength: 2, maxLength: 100 }),
    system_admin: Administrator,
    security_admin: Administrator,
    audit_admin: Administrator,
  },
  { additionalProperties: false },
)
export type SetUpInput = Type.Static<typeof SetUpInput>

/** Whether nobody has set the system up yet. */
export async function isEmpty(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom('installation').select('only_row').executeTakeFirst()) === undefined
}

/**
 * 初始化: jurisdictions, the root of the organisation tree and the three administrators, once.
 * Nobody has a default password; the three are three people.
 * @throws DomainError ACTION_NOT_AVAILABLE when it was done before; INVALID_INPUT for weak passwords
 */
export async function setUp(
  db: Kysely<Schema>,
  services: Services,
  divisions: readonly Division[],
  raw: unknown,
): Promise<void> {
  const input = checkInput(SetUpInput, raw) as SetUpInput
  requireThreePeople(input)
  const today = dayInChina(services.clock())
  await db.transaction().execute(async (trx) => {
    if (!(await isEmpty(trx))) throw new DomainError('ACTION_NOT_AVAILABLE', '系统已初始化，请直接登录。')
    await trx.insertInto('installation').values({ is_demo: services.isDemo }).execute()
    await insertDivisions(trx, divisions)
    const root = divisions.find(({ level }) => level === 'province') as Division
    const organisation_id = services.newId()
    await trx
      .insertInto('organisation')
      .values([
        organisation(organisation_id, root.id, 'province', input.provinceName, today),
        organisation(services.newId(), root.id, 'system', '系统管理', today),
      ])
      .execute()
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const) {
      await insertPerson(trx, services, {
        ...input[role],
        role,
        organisationId: organisation_id,
        jurisdictionId: root.id,
        today,
      })
    }
    await auditSetUp(trx, services)
    // Made with the system: whoever starts it may sign the contract ledger's checkpoints from then on.
    services.ledger.keys.ensure()
  })
}

function requireThreePeople(input: SetUpInput): void {
  const three = [input.system_admin, input.security_admin, input.audit_admin]
  if (
    new Set(three.map(({ username }) => username)).size < 3 ||
    new Set(three.map(({ name }) => name.trim())).size < 3
  ) {
    throw new DomainError(
      'INVALID_INPUT',
      '系统管理员、安全管理员、审计管理员须由三人分别担任，请填写三个不同的人。',
    )
  }
  for (const { username, password } of three) {
    const problem = passwordProblem(password, username)
    if (problem)
      throw new DomainError('INVALID_INPUT', `${username}:${problem}`, {
        places: [{ field: username, problem }],
      })
  }
}

/** The divisions table as rows; also used when demonstration data are built. */
export async function insertDivisions(db: Kysely<Schema>, divisions: readonly Division[]): Promise<void> {
  await db
    .insertInto('jurisdiction')
    .values(
      divisions.map(({ id, name, parentId, level, kind, tile, validFrom }) => ({
        id,
        name,
        parent_id: parentId,
        level,
        kind,
        tile_column: tile[0],
        tile_row: tile[1],
        valid_from: validFrom,
        valid_to: null,
      })),
    )
    .execute()
}

function organisation(id: string, jurisdiction_id: string, kind: string, name: string, valid_from: string) {
  return {
    id,
    jurisdiction_id,
    kind,
    name,
    code: null,
    parent_id: null,
    document_prefix: null,
    valid_from,
    valid_to: null,
  }
}

/** A person with an account and a first post. Returns the person's and the post's id. */
export async function insertPerson(
  db: Kysely<Schema>,
  services: Pick<Services, 'newId'>,
  person: {
    readonly name: string
    readonly username: string
    readonly password: string
    readonly role: Role
    readonly organisationId: string
    readonly jurisdictionId: string
    readonly today: string
    readonly title?: string
    readonly mustChange?: boolean
    readonly employer?: string
    readonly expertField?: string
  },
): Promise<{ personId: string; postId: string }> {
  const personId = services.newId()
  const postId = services.newId()
  await db
    .insertInto('person')
    .values({
      id: personId,
      name: person.name,
      employer: person.employer ?? null,
      is_expert: person.role === 'expert',
      expert_field: person.expertField ?? null,
    })
    .execute()
  await db
    .insertInto('account')
    .values({
      person_id: personId,
      username: person.username,
      password_hash: await hashPassword(person.password),
      must_change: person.mustChange ?? false,
      locked_until: null,
    })
    .execute()
  await db
    .insertInto('post')
    .values({
      id: postId,
      person_id: personId,
      organisation_id: person.organisationId,
      jurisdiction_id: person.jurisdictionId,
      role: person.role,
      title: person.title ?? ROLES[person.role],
      valid_from: person.today,
      valid_to: null,
      handed_over_from: null,
    })
    .execute()
  return { personId, postId }
}

async function auditSetUp(db: Kysely<Schema>, services: Services): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      id: services.newId(),
      jurisdiction_id: null,
      person_id: null,
      post_id: null,
      role: null,
      use_case: 'setup.setUp',
      title: '系统初始化',
      outcome: 'done',
      subject_kind: 'installation',
      subject_id: null,
      project_id: null,
      address: null,
      request_id: null,
      changes: '[]',
    })
    .execute()
}
