import type { Content, FormDefinition } from '../../domain/forms/form.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { isNamed } from '../../domain/workflow/named.ts'
import { type RecordKind, rightsTo } from '../../domain/workflow/record-kind.ts'
import type { Context } from '../kernel/context.ts'

/** A record as far as it says who writes where: its kind, its form and the state it is in. */
export type Writable = {
  readonly kind: RecordKind
  readonly form: FormDefinition
  readonly record: { readonly state: string }
  /** Whom it names; nobody without it. */
  readonly content?: Content
}

/** Ids of the sections this person may write in now. */
export function editableSections(
  context: Pick<Context, 'actor'>,
  { kind, form, record, content = {} }: Writable,
): string[] {
  const { actor } = context
  return form.sections
    .map((section) => section.id)
    .filter((section) =>
      rightsTo(kind, section, record.state, actor.role).some(({ named }) => isNamed(named, actor, content)),
    )
}

/**
 * Whatever a person hands in stands in sections they may write in now, and is not the system's to fill.
 * @param named system fields that may be named all the same, such as the stage a report is begun for
 * @throws DomainError INVALID_INPUT for unknown and system fields, NOT_PERMITTED for other people's
 */
export function requireOwnFields(
  context: Pick<Context, 'actor'>,
  data: Writable,
  patch: Content,
  named: readonly string[] = [],
): void {
  const mine = new Set(editableSections(context, data))
  for (const field of Object.keys(patch)) {
    const section = data.form.sections.find((candidate) => candidate.fields.some(({ id }) => id === field))
    const definition = section?.fields.find(({ id }) => id === field)
    if (!section || !definition) {
      throw new DomainError('INVALID_INPUT', `表中没有“${field}”这一栏，请刷新页面后重新填写。`, {
        places: [{ field, problem: '没有这一栏' }],
      })
    }
    if (!mine.has(section.id)) {
      throw new DomainError('NOT_PERMITTED', `“${section.title}”在当前环节不由您填写，请联系经办岗位。`, {
        field,
      })
    }
    if (definition.readonly && !named.includes(field)) {
      throw new DomainError('INVALID_INPUT', `“${definition.label}”由系统计算，不能填写。`, {
        places: [{ field, problem: '由系统计算' }],
      })
    }
  }
}
