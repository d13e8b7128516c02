import type pg from 'pg'
import { sql } from 'kysely'
import { commitmentsIn } from '../../domain/ledger/commitments-in.ts'
import { toUtf8 } from '../../domain/ledger/bytes.ts'
import { originOf } from '../../domain/ledger/origin.ts'
import { sealedText } from '../../domain/ledger/sealed-value.ts'
import { toChinaTime } from '../../domain/ledger/stored-image.ts'
import { systemLeaf } from '../../domain/ledger/system-leaf.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { kyselyOn } from '../../storage/connection.ts'
import { appendLeaves } from '../../storage/ledger-append.ts'
import { findLeaves } from '../../storage/ledger-repository.ts'
import type { Services } from '../kernel/context.ts'
import { readCanon } from './read-canon.ts'

/**
 * 撤回个人信息: takes away the salts of a leaf's personal values. What was sealed can then be neither
 * shown nor guessed, and the leaf stays valid. The removal is itself a leaf, so that a missing salt
 * without one is found out.
 * @param number 第 n 号 of the leaf
 * @param prefix only places that begin so, such as `chain/3`; all without it
 * @returns the places whose salts are gone
 */
export async function removeSalts(
  owner: pg.Pool,
  services: Pick<Services, 'ledger' | 'newId' | 'clock' | 'isDemo'>,
  leaf: {
    readonly jurisdictionId: string
    readonly number: number
    readonly prefix?: string
    readonly reason: string
  },
): Promise<string[]> {
  const idx = leaf.number - 1
  return kyselyOn(owner)
    .transaction()
    .execute(async (db) => {
      const [found] = await findLeaves(db, leaf.jurisdictionId, { from: idx, limit: 1 })
      const contract = found && Number(found.idx) === idx ? readCanon(found.canon) : undefined
      if (!contract)
        throw new DomainError('NOT_FOUND', `${leaf.jurisdictionId}的契约账没有第${leaf.number}号。`)
      const places = [...commitmentsIn(contract).keys()].filter((place) =>
        place.startsWith(leaf.prefix ?? ''),
      )
      const { rows } = await sql<{ place: string }>`delete from ledger_salt
        where jurisdiction_id = ${leaf.jurisdictionId} and idx = ${idx} and place = any(${places})
        returning place`.execute(db)
      const removed = rows.map(({ place }) => place).sort()
      if (removed.length === 0) throw new DomainError('NOT_FOUND', '没有找到要撤回的个人信息，可能已经撤回。')
      await db
        .insertInto('audit')
        .values({
          id: services.newId(),
          jurisdiction_id: leaf.jurisdictionId,
          person_id: null,
          post_id: null,
          role: null,
          use_case: 'ledger.removeSalts',
          title: '撤回契约账中的个人信息',
          outcome: 'done',
          subject_kind: 'ledger',
          subject_id: null,
          project_id: null,
          address: '命令行',
          request_id: null,
          changes: JSON.stringify([
            { field: 'salt', from: `第${leaf.number}号 ${removed.length}处`, to: leaf.reason },
          ]),
        })
        .execute()
      const said = systemLeaf(
        'salt.removed',
        leaf.jurisdictionId,
        toChinaTime(services.clock().toISOString()),
        {
          leaf: String(idx),
          places: removed,
          reason: leaf.reason,
        },
      )
      await appendLeaves(
        db,
        { jurisdictionId: leaf.jurisdictionId, origin: originOf(leaf.jurisdictionId, services.isDemo) },
        services.ledger.hashes,
        [{ type: 'salt.removed', canon: toUtf8(sealedText(said)), salts: [] }],
      )
      return removed
    })
}
