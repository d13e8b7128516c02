import { Type } from 'typebox'
import { OVERSIGHT_READERS } from '../../domain/oversight/readers.ts'
import { REPORT_READERS } from '../../domain/results/index.ts'
import { agencyEntry } from '../../domain/evaluation/index.ts'
import { QUALITY_READERS } from '../../domain/evaluation/quality-readers.ts'
import { exanteExpertEntry } from '../../domain/exante/index.ts'
import { ADMINISTRATORS } from '../../domain/org/roles.ts'
import { findPosts } from '../../storage/people-repository.ts'
import type { Actor } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { WEIGHED_BY } from '../results/index.ts'

const Post = Type.Object({
  id: Type.String(),
  role: Type.String(),
  title: Type.String(),
  organisationId: Type.String(),
  organisationName: Type.String(),
  jurisdictionId: Type.String(),
  jurisdictionName: Type.String(),
  validFrom: Type.String(),
  validTo: Type.Union([Type.String(), Type.Null()]),
})

export const MeView = Type.Object({
  person: Type.Object({ id: Type.String(), name: Type.String() }),
  post: Type.Object({
    id: Type.String(),
    role: Type.String(),
    title: Type.String(),
    organisationId: Type.String(),
    organisationName: Type.String(),
    jurisdictionId: Type.String(),
    jurisdictionName: Type.String(),
  }),
  posts: Type.Array(Post),
  csrfToken: Type.String(),
  pages: Type.Array(Type.String()),
  today: Type.String(),
  fiscalYears: Type.Array(Type.Integer()),
  isDemo: Type.Boolean(),
  mustChange: Type.Boolean(),
})

/** 我是谁: the person, the post they act in, and which pages it opens. */
export const viewMe = defineUseCase({
  id: 'shell.viewMe',
  title: '我的岗位',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({}, { additionalProperties: false }),
  output: MeView,
  run: async (context) => {
    const { actor, today } = context
    const posts = await findPosts(context.db, { personId: actor.personId, on: today })
    return {
      person: { id: actor.personId, name: actor.personName },
      post: {
        id: actor.postId,
        role: actor.role,
        title: actor.postTitle,
        organisationId: actor.organisationId,
        organisationName: actor.organisationName,
        jurisdictionId: actor.jurisdictionId,
        jurisdictionName: actor.jurisdictionName,
      },
      posts: posts.map(
        ({
          personName: _name,
          username: _account,
          isDisabled: _disabled,
          personId: _id,
          version: _v,
          ...post
        }) => post,
      ),
      csrfToken: actor.csrfToken ?? '',
      pages: pagesOf(actor),
      today,
      fiscalYears: fiscalYears(today),
      isDemo: context.isDemo,
      mustChange: actor.mustChange ?? false,
    }
  },
})

/** The pilot's first budget year up to next year's budget. */
function fiscalYears(today: string): number[] {
  const last = Number(today.slice(0, 4)) + 1
  return Array.from({ length: last - 2022 + 1 }, (_, index) => last - index)
}

function pagesOf(actor: Actor): string[] {
  if (ADMINISTRATORS.includes(actor.role)) return ['administration', 'rules']
  const monitored = ['expert', 'agency'].includes(actor.role) ? [] : ['monitoring', 'rectification']
  const common = ['todos', 'projects', ...monitored, 'rounds', 'rules', 'doctor', 'documents']
  const overview = [
    'finance_business',
    'finance_performance',
    'finance_leader',
    'province',
    'congress',
    'audit',
  ]
  const reviewing = ['department', 'finance_business', 'finance_performance', 'finance_leader']
  return [
    ...common,
    ...(REPORT_READERS.includes(actor.role) ? ['reports'] : []),
    ...(overview.includes(actor.role) ? ['cockpit', 'pilot', 'monitoring-tasks'] : []),
    ...(OVERSIGHT_READERS.includes(actor.role) ? ['oversight'] : []),
    ...(reviewing.includes(actor.role) ? ['review'] : []),
    ...(reviewing.includes(actor.role) || overview.includes(actor.role) ? ['offices'] : []),
    ...(QUALITY_READERS.includes(actor.role) ? ['quality'] : []),
    ...((WEIGHED_BY as readonly string[]).includes(actor.role) ? ['what-if'] : []),
    ...(exanteExpertEntry.seenBy?.includes(actor.role) ? ['experts'] : []),
    ...(['finance_performance', 'finance_leader'].includes(actor.role) ? ['feedback', 'publications'] : []),
    ...(agencyEntry.seenBy?.includes(actor.role) ? ['agencies'] : []),
  ]
}
