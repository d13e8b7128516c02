import { Type } from 'typebox'
import { findTable } from '../../domain/exchange/profile.ts'
import { takeOver } from '../../domain/exchange/take-over.ts'
import type { Content } from '../../domain/forms/form.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { insertTakeover } from '../../storage/takeover-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { Sheets } from '../offline/index.ts'
import { getRecordData } from '../records/record-data.ts'
import { writeDraft } from '../records/save-draft.ts'
import { type ComparedFile, compareFile, saidIn } from './compare-file.ts'
import { exchangeProfile } from './our-tables.ts'

/**
 * 采纳交换表的差异: the rows a person chose are written into the records they belong to, all of them or
 * none, in the sections this person may write in now and under the checks of any draft. The file is read and
 * compared once more: what is written follows from it and the choice alone. The list stays as evidence.
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
        maxItems: 5000,
        uniqueItems: true,
      }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ rows: Type.Integer(), records: Type.Integer() }),
  run: async (context, { year, sheets, file, stamp, chosen }) => {
    const compared = await compareFile(context, year, sheets)
    if (compared.stamp !== stamp) {
      throw new DomainError(
        'VERSION_CONFLICT',
        '核对之后有人改动过其中的内容，没有写入任何一行。请重新核对后再采纳。',
      )
    }
    const rows = chosen.map((id) => {
      const found = compared.differences.find((one) => one.id === id)
      if (found && found.obstacle === null) return found
      throw new DomainError(
        'RULE_VIOLATED',
        `选中的一行不能采纳：${found?.obstacle ?? '文件里没有这一行'}。没有写入任何一行。`,
      )
    })
    const records = [...new Set(rows.flatMap(({ recordId }) => recordId ?? []))].sort()
    for (const recordId of records) await writeRecord(context, compared, recordId, rows)
    await insertTakeover(context.db, {
      jurisdictionId: context.actor.jurisdictionId,
      id: context.newId(),
      fiscalYear: year,
      file,
      differences: rows.map(({ own: _own, ...difference }) => difference),
      personId: context.actor.personId,
      now: context.now,
    })
    return { rows: rows.length, records: records.length }
  },
})

/** All chosen rows of one record, as one saved draft. */
async function writeRecord(
  context: Context,
  { ours }: ComparedFile,
  recordId: string,
  rows: ComparedFile['differences'],
): Promise<void> {
  const data = await getRecordData(context, recordId, { isLocked: true })
  const version = ours.records.get(recordId)?.version ?? 0
  let content: Content = data.content
  let patch: Content = {}
  for (const row of rows.filter((one) => one.recordId === recordId)) {
    const entity = findTable(exchangeProfile(), row.table)?.entity ?? ''
    const taken = takeOver(entity, row.own ?? {}, saidIn(row), content)
    content = { ...content, ...taken.patch }
    patch = { ...patch, ...taken.patch }
  }
  await writeDraft(context, { recordId, version, content: patch })
}
