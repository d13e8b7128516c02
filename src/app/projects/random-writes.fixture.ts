import type pg from 'pg'
import type { Role } from '../../domain/org/roles.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { UseCase } from '../kernel/use-case.ts'
import { insertSession, type SignedIn } from '../session/sign-in.ts'
import type { Twins } from '../testing/twins.ts'
import { ACTS, USE_CASES } from '../use-cases.ts'

/** What random writes draw from; `pick(list)` is the next random choice. */
export type Dice = {
  readonly pick: <T>(from: readonly T[]) => T
  readonly number: (below: number) => number
}
export type Someone = {
  readonly name: string
  readonly role: Role
  readonly postId: string
  readonly personId: string
}
export type Stage = {
  readonly twins: Twins
  readonly people: readonly Someone[]
  /** Who is signed in now; a write may end a session and begin another. */
  readonly sessions: Map<string, SignedIn>
}
type Write = (stage: Stage, dice: Dice) => Promise<unknown>

const projectsOf = ({ twins: { here, there } }: Stage) => [
  here.own,
  here.neighbour,
  there.own,
  there.neighbour,
]
const run = (stage: Stage, sql: string, values: readonly unknown[] = []) =>
  stage.twins.database.owner.query(sql, [...values])

/** Everything that may change what somebody sees, through the front door and behind its back. */
export const WRITES: Readonly<Record<string, Write>> = {
  'an act': async (stage, dice) => {
    const project = dice.pick(projectsOf(stage))
    const act = dice.pick(ACTS)
    const by = act.recordKind.workflow.actions[act.action]?.by ?? []
    const record = project.records[act.recordKind.kind]
    const recordId = dice.pick([record?.begun, record?.walked])
    const { rows } = await run(stage, 'select version from record where id = $1', [recordId])
    const input = { recordId, version: rows[0]?.version ?? 1 }
    const able = stage.people.filter(({ role }) => by.includes(role))
    await attempt(stage, act, input, dice.pick(able.length > 0 ? able : stage.people))
  },
  'a draft': async (stage, dice) => {
    const [kind, { begun: recordId }] = dice.pick(Object.entries(dice.pick(projectsOf(stage)).records))
    const { rows } = await run(stage, 'select version from record where id = $1', [recordId])
    const form = stage.twins.product.services.forms.get(getRecordKind(kind).form)
    const field = dice.pick(form?.sections.flatMap(({ fields }) => fields) ?? [])
    const input = { recordId, version: rows[0]?.version ?? 1, content: { [field.id]: null } }
    for (const someone of stage.people)
      await attempt(stage, namedUseCase('records.saveDraft'), input, someone)
  },
  'a hand-over': async (stage, dice) => {
    const [from, to] = [dice.pick(stage.people), dice.pick(stage.people)]
    const { rows } = await run(stage, 'select version from post where id = $1', [from.postId])
    const input = { postId: from.postId, version: rows[0].version, successorId: to.personId }
    const { security_admin } = stage.twins.people
    await attempt(stage, namedUseCase('administration.handOverPost'), input, security_admin)
    await run(stage, 'update post set valid_to = null where id = $1', [from.postId])
    await signIn(stage, from)
  },
  'a project changed': (stage, dice) =>
    run(
      stage,
      `update project set ${dice.pick([
        `name = name || '改'`,
        `budget_fen = budget_fen + 1`,
        `light = 'red'`,
        `grade = 'good'`,
        'is_pilot = not is_pilot',
        `status = case status when 'entered' then 'targets' else 'entered' end`,
        'fiscal_year = 4045 - fiscal_year',
        `created_at = created_at + interval '1 hour'`,
      ])} where id = $1`,
      [dice.pick(projectsOf(stage)).projectId],
    ),
  'a project given to another unit': (stage, dice) => {
    const { here, there } = stage.twins
    const seat = dice.pick([here.people.unit, here.people.unit2, there.people.unit])
    const superior = dice.pick([here.people.department, here.people.department2])
    return run(stage, 'update project set unit_id = $1, department_id = $2 where id = $3', [
      seat.organisationId,
      superior.organisationId,
      dice.pick(projectsOf(stage)).projectId,
    ])
  },
  'a project made and removed': async (stage, dice) => {
    const like = dice.pick(projectsOf(stage)).projectId
    const id = stage.twins.product.services.newId()
    await run(
      stage,
      `insert into project select (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'code', $2::text))).*
       from project p where id = $1`,
      [like, id],
    )
    if (dice.number(2) === 0) await run(stage, 'delete from project where id = $1', [id])
  },
  'rows of a project': (stage, dice) => {
    const { projectId } = dice.pick(projectsOf(stage))
    const [table, change] = dice.pick([
      ['indicator', `name = name || '改'`],
      ['observation', 'actual = coalesce(actual, 0) + 1'],
      ['execution', 'paid_fen = coalesce(paid_fen, 0) + 1'],
      ['record', `title = title || '改'`],
      ['record', `due_on = '2023-09-09'`],
    ] as const)
    return run(stage, `update ${table} set ${change} where project_id = $1`, [projectId])
  },
  'rows moved to another project': (stage, dice) => {
    const [from, to] = dice
      .pick([
        [0, 1],
        [1, 0],
        [2, 3],
        [3, 2],
      ] as const)
      .map((at) => projectsOf(stage)[at])
    const table = dice.pick(['indicator', 'observation', 'execution'])
    return run(
      stage,
      `update ${table} set project_id = $2 where id = (select id from ${table} where project_id = $1 limit 1)`,
      [from?.projectId, to?.projectId],
    )
  },
  'a row more, a row less': async (stage, dice) => {
    const { projectId } = dice.pick(projectsOf(stage))
    const table = dice.pick(['indicator', 'observation', 'execution'])
    const id = stage.twins.product.services.newId()
    const copy = `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', $2::text))).*
      from ${table} t where project_id = $1 limit 1`
    if (dice.number(2) === 0) return run(stage, copy, [projectId, id])
    return run(
      stage,
      `delete from ${table} where id = (select id from ${table} where project_id = $1 limit 1)`,
      [projectId],
    )
  },
  'an act more': (stage, dice) =>
    run(
      stage,
      `insert into act select (jsonb_populate_record(a, jsonb_build_object('id', $2::text, 'sequence', 1000 + $3::int))).*
       from act a where project_id = $1 limit 1 on conflict do nothing`,
      [dice.pick(projectsOf(stage)).projectId, stage.twins.product.services.newId(), dice.number(1000)],
    ),
  'a record made private, or no longer': async (stage, dice) => {
    const { begun } = dice.pick(Object.values(dice.pick(projectsOf(stage)).records))
    await inTransaction(stage, async (client) => {
      const { personId } = dice.pick(stage.people)
      // The owner, too, sees a private row only as the person it is private to.
      await client.query(`select set_config('jiheng.person', $1, true)`, [personId])
      await client.query(
        'update record set private_to = case when private_to is null then $2::uuid end where id = $1',
        [begun, personId],
      )
    })
  },
  'a name': (stage, dice) =>
    run(
      stage,
      `update ${dice.pick(['organisation', 'person', 'jurisdiction'])} set name = name || '改' where id::text = $1`,
      [
        dice.pick([
          dice.pick(stage.people).personId,
          stage.twins.here.people.unit.organisationId,
          stage.twins.here.people.department.organisationId,
          '640221',
        ]),
      ],
    ),
  'an assignment': (stage, dice) => {
    const { projectId, jurisdictionId } = dice.pick(projectsOf(stage))
    const days = dice.pick([null, -1, 0, 1])
    if (dice.number(3) > 0)
      return run(stage, `update assignment set ends_on = shanghai_today() + $1::int where project_id = $2`, [
        days,
        projectId,
      ])
    return run(
      stage,
      `insert into assignment (jurisdiction_id, id, project_id, person_id, ends_on) values ($1, $2, $3, $4, shanghai_today() + $5::int)`,
      [
        jurisdictionId,
        stage.twins.product.services.newId(),
        projectId,
        dice.pick(stage.people).personId,
        days,
      ],
    )
  },
  'an assignment gone': (stage, dice) =>
    run(
      stage,
      'delete from assignment where id = (select id from assignment order by id offset $1 limit 1)',
      [dice.number(4)],
    ),
  'a session that ends': async (stage, dice) => {
    const who = dice.pick(stage.people)
    const change = dice.pick([
      `update session set expires_at = now() - interval '1 second'`,
      `update session set seen_at = now() - interval '31 minutes'`,
      'update session set last_day = shanghai_today() - 1',
      'delete from session',
    ])
    await run(stage, `${change} where person_id = $1`, [who.personId])
  },
  'a post that ends': (stage, dice) =>
    run(stage, `update post set valid_to = shanghai_today() - $2::int where id = $1`, [
      dice.pick(stage.people).postId,
      dice.number(2),
    ]),
  'somebody signs in again': (stage, dice) => signIn(stage, dice.pick(stage.people)),
  'half of it taken back': (stage, dice) =>
    inTransaction(stage, async (client) => {
      const rename = (id: string) =>
        client.query(`update project set name = name || '又' where id = $1`, [id])
      const [kept, undone] = [dice.pick(projectsOf(stage)).projectId, dice.pick(projectsOf(stage)).projectId]
      if (dice.number(2) === 0) await rename(kept)
      await client.query('savepoint here')
      await rename(undone)
      await client.query('rollback to savepoint here')
      if (dice.number(2) === 0) await rename(undone)
      await rename(kept)
      if (dice.number(3) === 0) await client.query('rollback')
    }),
}

async function inTransaction(stage: Stage, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await stage.twins.database.owner.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** A session of a person's post, whatever became of the one before. */
export async function signIn({ twins, sessions }: Stage, who: Someone): Promise<void> {
  sessions.set(who.name, await insertSession(twins.product.db, who.personId, who.postId, '127.0.0.1'))
}

function namedUseCase(id: string): UseCase {
  const found = USE_CASES.find((useCase) => useCase.id === id)
  if (!found) throw new Error(`no use case ${id}`)
  return found
}

/** Most tries are refused; a refusal writes nothing that anybody here sees. */
async function attempt(
  stage: Stage,
  useCase: object,
  input: unknown,
  { postId }: { readonly postId: string },
) {
  await stage.twins.product.run(useCase as UseCase, input, { credentials: { postId } }).catch(() => undefined)
}
