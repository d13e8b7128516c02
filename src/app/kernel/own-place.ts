import { DomainError } from '../../domain/shared/errors.ts'
import type { Context } from './context.ts'

/**
 * For what is asked or done for a whole county: its own people about their own, the province about any.
 * @throws DomainError NOT_PERMITTED for another county
 */
export function requireOwnPlace({ actor, scope }: Context, jurisdiction: string | undefined): void {
  if (scope === 'province' || jurisdiction === undefined || jurisdiction === actor.jurisdictionId) return
  throw new DomainError('NOT_PERMITTED', '只能办理本地区的事项，请核对行政区划代码。', { jurisdiction })
}
