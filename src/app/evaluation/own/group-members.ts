import { findConflicts } from '../../../domain/exante/checks/index.ts'
import type { MemberGrounds, Standing } from '../../../domain/evaluation/checks/index.ts'
import { departmentEvaluation, GROUP_ROLES } from '../../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../../domain/forms/contents.ts'
import { findHeldPosts, type HeldPost } from '../../../storage/group-repository.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import {
  findExpertFacts,
  findRegister,
  groundsOf,
  judgedProject,
  type KnownExpert,
} from '../../exante/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'

/** What a group is judged by: how each may take part, and what speaks against each. */
export type GroupFacts = {
  readonly standingOf: (person: string) => Standing
  readonly members: readonly MemberGrounds[]
}

/** @param office the body that organises the evaluation */
export async function findGroupFacts(
  context: Context,
  data: RecordData,
  project: ProjectRow,
  office: { readonly id: string; readonly name: string },
): Promise<GroupFacts> {
  const people = ((data.content as EvaluationFinanceContent).group ?? []).map(({ person }) => person ?? '')
  const known = [...new Set(people.filter((person) => person !== ''))]
  const posts = await findHeldPosts(context.db, known, context.today)
  const standingOf = (person: string) => standing(postsOf(posts, person), office.id)
  const register = await findRegister(context, project.jurisdictionId)
  const facts = await findExpertFacts(context, project, known, register, data.record.id)
  const judged = await judgedProject(context, project, data.record.id)
  // A department answers for the projects it evaluates: its own house is no ground against its people.
  const isAbove = data.kind === departmentEvaluation
  const object = isAbove ? { ...judged, departmentName: judged.unitName } : judged
  const rules = rulesOf(context, data)
  return {
    standingOf,
    members: people.map((person, row) => {
      const one = facts.find((fact) => fact.person === person)
      if (!one) return { row, name: '', grounds: [] }
      const all = withPosts(one, postsOf(posts, person), office, standingOf(person))
      return { row, name: one.name, grounds: groundsOf(findConflicts(all, object, rules)) }
    }),
  }
}

const postsOf = (posts: readonly HeldPost[], person: string) => posts.filter((post) => post.person === person)

function standing(posts: readonly HeldPost[], office: string): Standing {
  const open = posts.filter(({ isOpen }) => isOpen)
  const isOwn = open.some(
    ({ organisationId, role }) => organisationId === office && GROUP_ROLES.includes(role),
  )
  if (isOwn) return 'office'
  return open.some(({ role }) => role === 'expert') ? 'expert' : 'none'
}

/**
 * Houses from the posts beside those of account and register. What the office's own people did on the
 * project in its name (reviews, monitoring) is its duty; what they did for the unit counts.
 */
function withPosts(
  expert: KnownExpert,
  posts: readonly HeldPost[],
  office: { readonly id: string; readonly name: string },
  as: Standing,
): KnownExpert {
  const others = posts.filter(({ organisationId, role }) => organisationId !== office.id && role !== 'expert')
  const open = others.filter(({ isOpen }) => isOpen).map(({ house }) => house)
  const ended = others.flatMap(({ isOpen, house, until }) => (isOpen ? [] : [{ employer: house, until }]))
  return {
    ...expert,
    employers: [...expert.employers, ...open],
    employment: [...expert.employment, ...ended],
    participation: as === 'office' ? expert.forUnit : expert.participation,
  }
}
