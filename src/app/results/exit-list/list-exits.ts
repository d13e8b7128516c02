import { Type } from 'typebox'
import { exitList } from '../../../domain/results/index.ts'
import type { ContentRow } from '../../../domain/forms/form.ts'
import { findExitDecisions } from '../../../storage/exit-repository.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { WEIGHED_BY } from '../what-if/input.ts'
import { exitItems } from './exit-items.ts'

const DECISIONS: Readonly<Record<string, string>> = {
  exit: '到期退出',
  cancel: '取消',
  reduce: '削减',
  renew: '重新评估后继续',
  toTerm: '执行到期',
}

/** 到期退出清单 as it stands today, with what the newest list of the place said of each item. */
export const listExits = defineUseCase({
  id: 'results.listExits',
  title: '查看到期退出清单',
  stage: 'results',
  kind: 'query',
  by: WEIGHED_BY,
  input: Type.Object(
    { jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })) },
    { additionalProperties: false },
  ),
  run: async (context, { jurisdiction }) => {
    requireOwnPlace(context, jurisdiction)
    const { jurisdictionId, role } = context.actor
    const lists = await findExitDecisions(context.db, jurisdictionId)
    const said = new Map<string, { recordId: string; stateTitle: string; row: ContentRow }>()
    for (const list of lists.toReversed()) {
      for (const row of (list.items ?? []) as ContentRow[]) {
        const stateTitle = exitList.workflow.states[list.state]?.title ?? list.state
        said.set(String(row['subjectId']), { recordId: list.recordId, stateTitle, row })
      }
    }
    const items = await exitItems(context, jurisdictionId)
    return {
      canBegin: exitList.createdBy.includes(role),
      items: items.map((item) => {
        const found = said.get(item.subjectId)
        return {
          ...item,
          kindTitle: item.kind === 'policy' ? '政策' : '项目',
          recordId: found?.recordId ?? null,
          stateTitle: found?.stateTitle ?? '尚未列入',
          decision: DECISIONS[String(found?.row['decision'])] ?? '',
          decisionReason: String(found?.row['reason'] ?? ''),
        }
      }),
    }
  },
})
