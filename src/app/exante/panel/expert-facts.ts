import type { Conflict, ExpertFacts, JudgedProject } from '../../../domain/exante/checks/index.ts'
import { exanteExpertEntry } from '../../../domain/exante/index.ts'
import type { ExanteExpertEntryContent } from '../../../domain/forms/contents.ts'
import { getRecordKind } from '../../../domain/record-kinds.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import {
  findCommissioned,
  findParticipation,
  findRaterAccounts,
  type Participation,
  type RaterAccount,
} from '../../../storage/panel-repository.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import { findRecords } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { getForm } from '../../records/record-data.ts'

/** An expert by account and register: what the conflict rules look at, and whether they can sign in. */
export type KnownExpert = ExpertFacts & {
  readonly hasPost: boolean
  /** Of what they did in the project, what they did for the unit. */
  readonly forUnit: readonly string[]
}

/** An entry of the register as draws and checks read it. */
export type RegisterEntry = {
  readonly id: string
  readonly state: string
  readonly content: ExanteExpertEntryContent
}

/** The register of a place, oldest entry first; drafts are not in it yet. */
export async function findRegister(context: Context, jurisdictionId: string): Promise<RegisterEntry[]> {
  const rows = await findRecords(context.db, { jurisdictionId, kind: exanteExpertEntry.kind })
  return rows.filter(({ state }) => state !== 'draft')
}

/**
 * What is known of people in respect of a project.
 * @param evaluationId which itself, and what was asked of people for it, does not count as having taken part
 */
export async function findExpertFacts(
  context: Context,
  project: ProjectRow,
  people: readonly string[],
  register: readonly Pick<RegisterEntry, 'content'>[],
  evaluationId: string | undefined,
): Promise<KnownExpert[]> {
  const accounts = await findRaterAccounts(context.db, people, context.today)
  const done = await findParticipation(context.db, project, people, evaluationId)
  const form = getForm(context, exanteExpertEntry.form)
  const relations = form.sections
    .flatMap(({ fields }) => fields)
    .find(({ id }) => id === 'relations')
    ?.columns?.find(({ id }) => id === 'relation')?.options
  return accounts.map((account) => {
    const entries = register.filter(({ content }) => content.person === account.id)
    return {
      ...factsOf(
        account,
        entries.map(({ content }) => content),
        (value) => relations?.find((option) => option.value === value)?.label ?? '有利害关系',
      ),
      participation: done.filter(({ person }) => person === account.id).map(inWords),
      forUnit: done.filter(({ person, role }) => person === account.id && role === 'unit').map(inWords),
    }
  })
}

function factsOf(
  account: RaterAccount,
  entries: readonly ExanteExpertEntryContent[],
  relationOf: (value: string | null | undefined) => string,
): Omit<KnownExpert, 'participation' | 'forUnit'> {
  const present = [account.employer, account.institution, ...entries.map(({ employer }) => employer)]
  return {
    person: account.id,
    name: account.name,
    hasPost: account.hasPost,
    employers: present.flatMap((name) => (name ? [name] : [])),
    employment: entries.flatMap(({ employment }) =>
      (employment ?? []).flatMap(({ employer, until }) =>
        employer ? [{ employer, until: until ?? null }] : [],
      ),
    ),
    relations: entries.flatMap(({ relations }) =>
      (relations ?? []).flatMap(({ institution, relation }) =>
        institution ? [{ institution, relation: relationOf(relation) }] : [],
      ),
    ),
  }
}

function inWords({ kind, action, actedAt }: Participation): string {
  const { title, workflow } = getRecordKind(kind)
  return `${dayOf(actedAt)} ${workflow.actions[action]?.title ?? `新建${title}`}`
}

/** What the panel judges, as the conflict rules compare it. */
export async function judgedProject(
  context: Context,
  project: ProjectRow,
  evaluationId: string | undefined,
): Promise<JudgedProject> {
  return {
    unitName: project.unitName,
    departmentName: project.departmentName,
    institutions: await findCommissioned(context.db, project, evaluationId),
    on: context.today,
  }
}

/** The grounds in one line: 现工作单位……（EXA-121）. */
export function groundsOf(conflicts: readonly Conflict[]): string[] {
  return conflicts.map(({ ruleId, reason }) => `${reason}（${ruleId}）`)
}
