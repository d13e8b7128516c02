import { Type } from 'typebox'
import { isDate } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findMomentOf, type Reading } from '../../storage/oversight-repository.ts'
import type { Context } from '../kernel/context.ts'

/** A day, or an exact moment for whoever compares with an audit row. */
export const AsOf = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}(T[0-9:.]{5,15}(Z|[+-]\\d{2}:\\d{2}))?$' })

/** The audit row of what is about to be read. */
export function readingOf(
  { actor, newId }: Pick<Context, 'actor' | 'newId'>,
  given: {
    readonly useCase: string
    readonly title: string
    readonly jurisdictionId: string
    readonly subjectKind: string
    readonly subjectId?: string
    readonly asked: Readonly<Record<string, unknown>>
  },
): Reading {
  return {
    id: newId(),
    useCase: given.useCase,
    title: given.title,
    jurisdictionId: given.jurisdictionId,
    personId: actor.personId,
    postId: actor.postId,
    role: actor.role,
    subjectKind: given.subjectKind,
    subjectId: given.subjectId ?? null,
    asked: Object.entries(given.asked).map(([field, to]) => ({ field, from: null, to })),
  }
}

/**
 * The moment a reader means: the end of a past day, now for today.
 * @throws DomainError INVALID_INPUT for a day that does not exist or lies ahead
 */
export async function momentOf(context: Context, jurisdictionId: string, asOf: string): Promise<string> {
  const day = asOf.slice(0, 10)
  const isMoment = asOf.length > 10
  if (!isDate(day) || (isMoment && Number.isNaN(Date.parse(asOf))))
    throw new DomainError('INVALID_INPUT', `“${asOf}”不是有效日期，请重新选择日期。`)
  if (isMoment) return asOf
  if (day > context.today) throw new DomainError('INVALID_INPUT', `${day}还没有到，请选择今天或以前的日期。`)
  return day === context.today ? 'infinity' : findMomentOf(context.db, { jurisdictionId, day })
}
