import { checkScoresIn } from '../../../domain/exante/checks/index.ts'
import { EXA_104 } from '../../../domain/exante/checks/score-sheet.ts'
import { found } from '../../../domain/shared/check.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findPanelSheets } from '../../../storage/panel-repository.ts'
import type { Context } from '../../kernel/context.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { peopleOf } from '../open-scoring.ts'

/** While the panel scores: who is still out, who stood back; for those who look after the place. */
export async function progressFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const people = peopleOf(data)
  const sheets = await findPanelSheets(context.db, data.record.id)
  if (sheets.length === 0) return []
  const recused = sheets.filter(
    ({ person, state, conflictNote }) =>
      state === 'withdrawn' && conflictNote !== null && people.includes(person),
  )
  const where = { section: 'experts', field: 'experts' }
  return [
    ...recused.map(({ name, conflictNote }) => {
      const message = `${name}申报回避：${conflictNote ?? ''}。请在“评估专家抽取”中办理更换；没有抽取的，人数不足时重新组织评分。`
      return found(EXA_104, message, where, 'warning')
    }),
    ...checkScoresIn(people, sheets, rulesOf(context, data)).map((finding) => ({
      ...finding,
      severity: 'note' as const,
    })),
  ]
}
