import type { Entity } from '../../domain/exchange/profile.ts'
import type { Context } from '../kernel/context.ts'
import type { OurTables } from './our-tables.ts'
import type { Row } from './verdict.ts'

/** A row of another place or year, which a file may hold as well. */
export function isForeign(
  { actor }: Context,
  { fiscalYear }: Pick<OurTables, 'fiscalYear'>,
  row: Entity,
): boolean {
  const { jurisdiction, year } = row
  return Boolean(
    (jurisdiction && jurisdiction !== actor.jurisdictionId) || (year && year !== String(fiscalYear)),
  )
}

/**
 * Why a row is not written where its key leads, in words; nothing where it may be. A key says which row of ours is
 * meant; what else the file says of where the row belongs must not speak against it.
 */
export function misplacedRow(context: Context, ours: OurTables, { own, theirs }: Row): string | undefined {
  if (isForeign(context, ours, theirs)) return '这一行属于别的地区或年度，不能写入，请到所属的地区和年度核对'
  const [mine, other] = [own?.['projectCode'], theirs['projectCode']]
  if (!mine || !other || mine === other) return undefined
  return `这一行的主键属于项目 ${mine}，文件中却写着项目 ${other}，请与对方核对主键`
}
