import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Type } from 'typebox'
import { afterAll, beforeAll } from 'vitest'
import type {
  Content,
  ContentRow,
  ContentValue,
  FieldDefinition,
  FormDefinition,
} from '../../domain/forms/form.ts'
import type { Role } from '../../domain/org/roles.ts'
import { RECORD_KINDS } from '../../domain/record-kinds.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { Workflow } from '../../domain/workflow/workflow.ts'
import { insertAssignment } from '../../storage/assignment-repository.ts'
import { insertAttachment, insertEvidence } from '../../storage/attachment-repository.ts'
import { openFileStore } from '../../storage/file-store.ts'
import { findProject, insertProject, updateProjectSummary } from '../../storage/project-repository.ts'
import { type TestDatabase, useTestDatabase } from '../../storage/testing.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase, type UseCase } from '../kernel/use-case.ts'
import { openProduct, type Product } from '../product.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getForm, getRecordData } from '../records/record-data.ts'
import { populateWorld, type WorldPeople, type WorldPerson } from './populate.ts'
import type { PersonName } from './world.ts'

/** The day the twins were grown on, for the product; sessions live in real time. */
export const TWIN_DAY = '2023-06-01'

/** Everything of one project: two records of every kind, one begun and one walked to its document. */
export type GrownProject = {
  readonly marker: string
  readonly jurisdictionId: string
  readonly projectId: string
  readonly attachmentId: string
  readonly records: Readonly<Record<string, { readonly begun: string; readonly walked: string }>>
}

export type County = {
  readonly jurisdictionId: string
  readonly people: Readonly<Record<CountyPerson, WorldPerson>>
  /** Of `unit` and `department`; its agency and expert are assigned to this one only. */
  readonly own: GrownProject
  /** Of `unit2` and `department2`, in the same county. */
  readonly neighbour: GrownProject
}

export type CountyPerson = (typeof COUNTY_PEOPLE)[number]
export const COUNTY_PEOPLE = [
  'unit',
  'unit2',
  'department',
  'department2',
  'finance_business',
  'finance_performance',
  'finance_leader',
  'expert',
  'agency',
  'congress',
  'audit',
] as const

/** Two counties of the same shape in one database, every text of a project carrying its marker. */
export type Twins = {
  readonly database: TestDatabase
  readonly product: Product
  readonly here: County
  readonly there: County
  readonly people: WorldPeople
}

/** Grows the twins once for the test file that calls it at top level. */
export function useTwins(): () => Promise<Twins> {
  const database = useTestDatabase()
  let grown: Promise<Twins> | undefined
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jiheng-files-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const grow = async (): Promise<Twins> => {
    const clock = () => new Date(`${TWIN_DAY}T02:00:00Z`)
    const storage = { database, files: openFileStore(folder) }
    const product = await openProduct(storage as never, { clock, isDemo: false })
    const people = await populateWorld(database, product, TWIN_DAY)
    const there = await settle(product, '640324', '彼')
    const here = await growCounty(product, '640221', pick(people), ['此县甲记', '此县乙记'])
    return {
      database,
      product,
      people,
      here,
      there: await growCounty(product, '640324', there, ['彼县甲记', '彼县乙记']),
    }
  }
  return () => {
    grown ??= grow()
    return grown
  }
}

function pick(people: WorldPeople): County['people'] {
  return Object.fromEntries(
    COUNTY_PEOPLE.map((name) => [name, people[name as PersonName]]),
  ) as County['people']
}

const SEATS: Readonly<Record<CountyPerson, readonly [role: Role, seat: string]>> = {
  unit: ['unit', 'unit'],
  unit2: ['unit', 'unit2'],
  department: ['department', 'department'],
  department2: ['department', 'department2'],
  finance_business: ['finance_business', 'finance'],
  finance_performance: ['finance_performance', 'finance'],
  finance_leader: ['finance_leader', 'finance'],
  expert: ['expert', 'agency'],
  agency: ['agency', 'agency'],
  congress: ['congress', 'congress'],
  audit: ['audit', 'audit'],
}

/** The offices and people of a county, shaped like those of 示例县. */
async function settle(product: Product, jurisdiction_id: string, prefix: string): Promise<County['people']> {
  const { db, services } = product
  const offices: Record<string, string> = {}
  const place = async (seat: string, kind: string, parent?: string) => {
    const id = services.newId()
    offices[seat] = id
    const names = { code: null, document_prefix: null, valid_from: '2020-01-01', valid_to: null }
    const row = { id, jurisdiction_id, kind, name: `${prefix}县机构${seat}`, parent_id: parent ?? null }
    await db
      .insertInto('organisation')
      .values({ ...row, ...names })
      .execute()
  }
  for (const seat of ['finance', 'department', 'department2', 'congress', 'audit', 'agency'])
    await place(seat, seat.replace('2', ''))
  await place('unit', 'unit', offices['department'])
  await place('unit2', 'unit', offices['department2'])
  const people: Partial<Record<CountyPerson, WorldPerson>> = {}
  for (const name of COUNTY_PEOPLE) {
    const [role, seat] = SEATS[name]
    people[name] = await seatPerson(product, {
      name: `${prefix}县人员${name}`,
      role,
      seat: offices[seat] as string,
      jurisdiction_id,
    })
  }
  return people as County['people']
}

async function seatPerson(
  { db, services }: Product,
  who: {
    readonly name: string
    readonly role: Role
    readonly seat: string
    readonly jurisdiction_id: string
  },
): Promise<WorldPerson> {
  const [personId, postId] = [services.newId(), services.newId()]
  const expert = { is_expert: who.role === 'expert', expert_field: null, employer: null }
  await db
    .insertInto('person')
    .values({ id: personId, name: who.name, ...expert })
    .execute()
  await db
    .insertInto('account')
    .values({ person_id: personId, username: personId, password_hash: 'none', locked_until: null })
    .execute()
  await db
    .insertInto('post')
    .values({
      id: postId,
      person_id: personId,
      organisation_id: who.seat,
      jurisdiction_id: who.jurisdiction_id,
      role: who.role,
      title: who.role,
      valid_from: '2020-01-01',
      valid_to: null,
      handed_over_from: null,
    })
    .execute()
  return { personId, postId, organisationId: who.seat, username: personId }
}

async function growCounty(
  product: Product,
  jurisdictionId: string,
  people: County['people'],
  [own, neighbour]: readonly [string, string],
): Promise<County> {
  const grow = async (
    marker: string,
    who: { unit: WorldPerson; department: WorldPerson },
    isAssigned: boolean,
  ) => {
    const input = {
      marker,
      unitId: who.unit.organisationId,
      departmentId: who.department.organisationId,
      expertId: people.expert.personId,
      agencyId: people.agency.organisationId,
      isAssigned,
    }
    const run = async (by: CountyPerson, useCase: object, more: object = {}) => {
      const call = { credentials: { postId: people[by].postId } }
      const { body } = await product.run(useCase as UseCase, { ...input, ...more }, call)
      return JSON.parse(body)
    }
    const grown: GrownProject = await run('congress', growProject)
    const hidden = await run('finance_performance', growHidden, { projectId: grown.projectId })
    return { ...grown, records: { ...grown.records, ...hidden } }
  }
  return {
    jurisdictionId,
    people,
    own: await grow(own, people, true),
    neighbour: await grow(neighbour, { unit: people.unit2, department: people.department2 }, false),
  }
}

const GrowInput = Type.Object({
  marker: Type.String(),
  unitId: Type.String(),
  departmentId: Type.String(),
  expertId: Type.String(),
  agencyId: Type.String(),
  isAssigned: Type.Boolean(),
})
type GrowInput = Type.Static<typeof GrowInput>

/** Done by the People's Congress, which sees the county and acts on nothing else. */
const growProject = defineUseCase({
  id: 'test.growProject',
  title: '测试项目',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: GrowInput,
  run: async (context, input): Promise<GrownProject> => {
    const projectId = await plant(context, input)
    const { jurisdictionId } = context.actor
    if (input.isAssigned) await assign(context, projectId, input)
    const records: Record<string, { begun: string; walked: string }> = {}
    for (const kind of RECORD_KINDS.filter(isOpen))
      records[kind.kind] = await plantKind(context, kind, projectId, input)
    const proven = records['monitoring.round']?.begun as string
    const attachmentId = await attach(context, projectId, proven, input.marker)
    return { marker: input.marker, jurisdictionId, projectId, attachmentId, records }
  },
})

const isOpen = ({ seenBy }: RecordKind) => seenBy === undefined || seenBy.includes('congress')

/** What the People's Congress may not see is made by the section that keeps it. */
const growHidden = defineUseCase({
  id: 'test.growHidden',
  title: '测试不公开的事项',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Intersect([GrowInput, Type.Object({ projectId: Type.String() })]),
  run: async (context, input) => {
    const records: Record<string, { begun: string; walked: string }> = {}
    for (const kind of RECORD_KINDS.filter((one) => !isOpen(one)))
      records[kind.kind] = await plantKind(context, kind, input.projectId, input)
    return records
  },
})

async function plant(context: Context, input: GrowInput): Promise<string> {
  const id = context.newId()
  const { jurisdictionId, personId } = context.actor
  await insertProject(context.db, {
    jurisdictionId,
    id,
    fiscalYear: 2023,
    code: `${input.marker}编码`,
    name: `${input.marker}项目`,
    unitId: input.unitId,
    departmentId: input.departmentId,
    isNew: true,
    isMajor: true,
    isClassified: false,
    budget_fen: 500_000_000n,
    content: filled(getForm(context, 'project/entry'), input),
    now: context.now,
    personId,
  })
  await updateProjectSummary(context.db, { jurisdictionId, id }, { is_pilot: true })
  return id
}

async function assign(context: Context, projectId: string, input: GrowInput): Promise<void> {
  const { jurisdictionId } = context.actor
  const to = [{ personId: input.expertId }, { organisationId: input.agencyId }]
  for (const who of to)
    await insertAssignment(context.db, { jurisdictionId, id: context.newId(), projectId, ...who })
}

async function plantKind(context: Context, kind: RecordKind, projectId: string, input: GrowInput) {
  const project = kind.per === 'project' ? await findProject(context.db, projectId) : undefined
  const content = filled(getForm(context, kind.form), input)
  const begin = (more: { readonly privateTo?: string } = {}) =>
    beginRecord(
      context,
      kind,
      { kind: kind.kind },
      {
        project,
        content,
        ...(kind.per === 'organisation' ? { organisationId: input.departmentId, fiscalYear: 2023 } : {}),
        ...more,
      },
    )
  const begun = await begin(kind.isPrivateIn ? { privateTo: input.expertId } : {})
  const walked = await begin()
  for (const action of pathToDocument(kind)) {
    await performSystemAct(context, await getRecordData(context, walked.record.id), action)
  }
  return { begun: begun.record.id, walked: walked.record.id }
}

async function attach(
  context: Context,
  projectId: string,
  recordId: string,
  marker: string,
): Promise<string> {
  const { jurisdictionId, personId } = context.actor
  const stored = await context.files.put(Buffer.from(`${marker}内容`))
  const id = context.newId()
  await insertAttachment(context.db, {
    jurisdictionId,
    id,
    projectId,
    sha256: stored.digest,
    name: `${marker}附件.txt`,
    mediaType: 'text/plain',
    size_bytes: String(stored.size),
    uploadedAt: context.now,
    personId,
  })
  const evidence = { jurisdictionId, id: context.newId(), projectId, recordId, attachmentId: id }
  await insertEvidence(context.db, { ...evidence, place: 'execution' })
  return id
}

/** The shortest way from the beginning through the act that makes the first document official. */
export function pathToDocument(kind: RecordKind): string[] {
  const wanted =
    kind.documents.find(({ frozenBy }) => frozenBy)?.frozenBy ?? Object.keys(kind.workflow.actions)[0]
  return pathThrough(kind.workflow, wanted as string)
}

function pathThrough(workflow: Workflow, wanted: string): string[] {
  const queue: { state: string; path: string[] }[] = [{ state: workflow.initial, path: [] }]
  const seen = new Set([workflow.initial])
  for (const { state, path } of queue) {
    const open = Object.entries(workflow.actions).filter(([, { from }]) => from.includes(state))
    for (const [name, { to }] of open) {
      if (name === wanted) return [...path, name]
      if (!seen.has(to)) queue.push({ state: to, path: [...path, name] })
      seen.add(to)
    }
  }
  throw new Error(`no way to ${wanted}`)
}

/** Content with something in every field of a form: its marker wherever there is text. */
export function filled(
  form: FormDefinition,
  who: { readonly marker: string; readonly unitId: string; readonly expertId: string },
): Content {
  const fields = form.sections.flatMap((section) => section.fields)
  return Object.fromEntries(fields.map((field) => [field.id, sampleOf(field, who)]))
}

const PLAIN: Partial<Record<FieldDefinition['type'], ContentValue>> = {
  decimal: '1',
  percent: '1',
  money: '100',
  date: '2023-05-01',
  boolean: false,
  files: [],
}

function sampleOf(field: FieldDefinition, who: Parameters<typeof filled>[1]): ContentValue {
  const { type, max, min = 1, options } = field
  if (field.id === 'indicatorId') return '01890000-0000-7000-8000-000000000001'
  if (type === 'text' || type === 'longtext') return who.marker.slice(0, max ?? 200)
  if (type === 'integer') return field.id === 'weight_x100' ? 5000 : Math.max(min, 1)
  if (type === 'choice') return options?.[0]?.value ?? ''
  if (type === 'choices') return [options?.[0]?.value ?? '']
  if (type === 'person') return who.expertId
  if (type === 'organisation') return who.unitId
  if (type === 'rows') {
    const cells = (field.columns ?? []).map((column) => [column.id, sampleOf(column, who)])
    return [Object.fromEntries(cells) as ContentRow]
  }
  return PLAIN[type] ?? ''
}
