import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Role } from '../../domain/org/roles.ts'
import type { Schema } from '../../storage/schema.ts'
import type { Product } from '../product.ts'
import { insertDivisions } from '../setup/set-up.ts'
import type { PersonName } from './world.ts'

export type WorldPerson = {
  readonly personId: string
  readonly postId: string
  readonly organisationId: string
  readonly username: string
}
export type WorldPeople = Readonly<Record<PersonName, WorldPerson>>

/** No password opens these accounts: tests act by post, the sign-in tests make their own. */
const NO_PASSWORD = 'none'

const COUNTY = '640221'
const OTHER_COUNTY = '640324'

type Place = {
  readonly kind: string
  readonly name: string
  readonly jurisdiction: string
  readonly parent?: string
}

const ORGANISATIONS: Readonly<Record<string, Place>> = {
  finance: { kind: 'finance', name: '示例县财政局', jurisdiction: COUNTY },
  department: { kind: 'department', name: '示例县农业农村局', jurisdiction: COUNTY },
  department2: { kind: 'department', name: '示例县教育体育局', jurisdiction: COUNTY },
  unit: { kind: 'unit', name: '示例县农业技术推广中心', jurisdiction: COUNTY, parent: 'department' },
  unit2: { kind: 'unit', name: '示例县第一小学', jurisdiction: COUNTY, parent: 'department2' },
  agency: { kind: 'agency', name: '示例绩效评价咨询公司', jurisdiction: '640000' },
  agency2: { kind: 'agency', name: '示例会计师事务所', jurisdiction: '640000' },
  experts: { kind: 'agency', name: '专家库', jurisdiction: '640000' },
  province: { kind: 'province', name: '自治区财政厅(示例)', jurisdiction: '640000' },
  congress: { kind: 'congress', name: '示例县人大', jurisdiction: COUNTY },
  audit: { kind: 'audit', name: '示例县审计局', jurisdiction: COUNTY },
  outsiderDepartment: { kind: 'department', name: '另一县农业农村局', jurisdiction: OTHER_COUNTY },
  outsiderUnit: {
    kind: 'unit',
    name: '另一县农业技术推广中心',
    jurisdiction: OTHER_COUNTY,
    parent: 'outsiderDepartment',
  },
  outsiderFinance: { kind: 'finance', name: '另一县财政局', jurisdiction: OTHER_COUNTY },
}

const PEOPLE: readonly (readonly [name: PersonName, role: Role, organisation: string])[] = [
  ['unit', 'unit', 'unit'],
  ['unit2', 'unit', 'unit2'],
  ['department', 'department', 'department'],
  ['department2', 'department', 'department2'],
  ['finance_business', 'finance_business', 'finance'],
  ['finance_performance', 'finance_performance', 'finance'],
  ['finance_leader', 'finance_leader', 'finance'],
  ['expert', 'expert', 'experts'],
  ['expert2', 'expert', 'experts'],
  ['agency', 'agency', 'agency'],
  ['agency2', 'agency', 'agency2'],
  ['province', 'province', 'province'],
  ['province2', 'province', 'province'],
  ['congress', 'congress', 'congress'],
  ['audit', 'audit', 'audit'],
  ['system_admin', 'system_admin', 'province'],
  ['security_admin', 'security_admin', 'province'],
  ['audit_admin', 'audit_admin', 'province'],
  ['outsiderUnit', 'unit', 'outsiderUnit'],
  ['outsiderDepartment', 'department', 'outsiderDepartment'],
  ['outsider', 'finance_performance', 'outsiderFinance'],
]

/** Fills an empty database with 示例县 and its people; returns how to act as each. */
export async function populateWorld(
  database: { readonly owner: pg.Pool; readonly query: unknown },
  product: Product,
  today: string,
): Promise<WorldPeople> {
  const db = database.query as Kysely<Schema>
  const { newId } = product.services
  await db.insertInto('installation').values({ is_demo: false }).execute()
  await insertDivisions(db, product.divisions)
  const ids = Object.fromEntries(Object.keys(ORGANISATIONS).map((key) => [key, newId()]))
  for (const [key, place] of Object.entries(ORGANISATIONS)) {
    await db
      .insertInto('organisation')
      .values({
        id: ids[key] as string,
        jurisdiction_id: place.jurisdiction,
        kind: place.kind,
        name: place.name,
        code: null,
        parent_id: place.parent ? (ids[place.parent] as string) : null,
        document_prefix:
          place.kind === 'finance' ? '示财（绩）发' : place.kind === 'province' ? '宁财（绩）发' : null,
        valid_from: today,
        valid_to: null,
      })
      .execute()
  }
  const people: Partial<Record<PersonName, WorldPerson>> = {}
  for (const [name, role, organisation] of PEOPLE) {
    people[name] = await insertPersonRow(db, product, {
      name,
      role,
      organisationId: ids[organisation] as string,
      today,
      jurisdiction: ORGANISATIONS[organisation]?.jurisdiction ?? '',
    })
  }
  return people as WorldPeople
}

async function insertPersonRow(
  db: Kysely<Schema>,
  product: Product,
  who: { name: PersonName; role: Role; organisationId: string; today: string; jurisdiction: string },
): Promise<WorldPerson> {
  const personId = product.services.newId()
  const postId = product.services.newId()
  await db
    .insertInto('person')
    .values({
      id: personId,
      name: `人员${who.name}`,
      employer: null,
      is_expert: who.role === 'expert',
      expert_field: who.role === 'expert' ? '农业' : null,
    })
    .execute()
  await db
    .insertInto('account')
    .values({ person_id: personId, username: who.name, password_hash: NO_PASSWORD, locked_until: null })
    .execute()
  await db
    .insertInto('post')
    .values({
      id: postId,
      person_id: personId,
      organisation_id: who.organisationId,
      jurisdiction_id: who.jurisdiction,
      role: who.role,
      title: who.role,
      valid_from: '2020-01-01',
      valid_to: null,
      handed_over_from: null,
    })
    .execute()
  return { personId, postId, organisationId: who.organisationId, username: who.name }
}
