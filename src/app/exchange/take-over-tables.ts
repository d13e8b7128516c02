import { Type } from 'typebox'
import { TAKEN_AT_ONCE } from '../../domain/exchange/first-choice.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { insertTakeover } from '../../storage/takeover-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { Sheets } from '../offline/index.ts'
import { type ComparedFile, compareFile, type PlacedDifference } from './compare-file.ts'
import { writeRows } from './write-rows.ts'

/**
 * 采纳交换表的差异: the rows a person chose are written into the records they belong to, all of them or
 * none, in the sections this person may write in now and under the checks of any draft; new rows are added,
 * withdrawn ones taken out, a new project is entered with its rows. The file is read and compared once more:
 * what is written follows from it and the choice alone. The list stays as evidence.
 */
export const takeOverTables = defineUseCase({
  id: 'exchange.takeOver',
  title: '采纳交换表的差异',
  stage: 'shell',
  kind: 'command',
  by: BUSINESS,
  input: Type.Object(
    {
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      sheets: Sheets,
      file: Type.Object({
        name: Type.String({ minLength: 1, maxLength: 200 }),
        sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      }),
      /** Of the comparison that was shown. */
      stamp: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      /** Ids of the differences to take over. */
      chosen: Type.Array(Type.String({ maxLength: 500 }), {
        minItems: 1,
        maxItems: TAKEN_AT_ONCE,
        uniqueItems: true,
      }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ rows: Type.Integer(), records: Type.Integer(), projects: Type.Integer() }),
  run: async (context, { year, sheets, file, stamp, chosen }) => {
    const compared = await compareFile(context, year, sheets)
    if (compared.stamp !== stamp) {
      throw new DomainError(
        'VERSION_CONFLICT',
        '核对之后有人改动过其中的内容，没有写入任何一行。请重新核对后再采纳。',
        { yours: stamp, current: compared.stamp },
      )
    }
    const rows = chosenRows(compared, chosen)
    requireWholeGroups(compared, rows)
    const written = await writeRows(context, compared, year, rows)
    await insertTakeover(context.db, {
      jurisdictionId: context.actor.jurisdictionId,
      id: context.newId(),
      fiscalYear: year,
      file,
      differences: rows.map(({ row: _row, ...difference }) => difference),
      personId: context.actor.personId,
      now: context.now,
    })
    return { rows: rows.length, ...written }
  },
})

function chosenRows({ differences }: ComparedFile, chosen: readonly string[]): PlacedDifference[] {
  const byId = new Map(differences.map((one) => [one.id, one]))
  return chosen.map((id) => {
    const found = byId.get(id)
    if (found && found.obstacle === null) return found
    throw new DomainError(
      'RULE_VIOLATED',
      `选中的一行不能采纳：${found?.obstacle ?? '文件里没有这一行'}。没有写入任何一行。`,
    )
  })
}

/** A project is entered with all the file says of it that may be written, not with a part chosen from it. */
function requireWholeGroups({ differences }: ComparedFile, rows: readonly PlacedDifference[]): void {
  const chosen = new Set(rows.map(({ id }) => id))
  const groups = new Set(rows.flatMap(({ group }) => group ?? []))
  const left = differences.find(({ id, group }) => group !== null && groups.has(group) && !chosen.has(id))
  if (!left) return
  throw new DomainError(
    'RULE_VIOLATED',
    `新项目“${left.group}”的各行须一起采纳，还有 ${left.table} 的行没有选中。没有写入任何一行。`,
  )
}
