import { Type } from 'typebox'
import { exitList } from '../../../domain/results/index.ts'
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
    const items = await exitItems(context, jurisdictionId)
    return {
      canBegin: exitList.createdBy.includes(role) && items.some(({ isSettled }) => !isSettled),
      items: items.map(({ listed, isSettled: _isSettled, ...item }) => ({
        ...item,
        kindTitle: item.kind === 'policy' ? '政策' : '项目',
        recordId: listed?.recordId ?? null,
        stateTitle: listed ? (exitList.workflow.states[listed.state]?.title ?? listed.state) : '尚未列入',
        decision: DECISIONS[String(listed?.row['decision'])] ?? '',
        decisionReason: String(listed?.row['reason'] ?? ''),
      })),
    }
  },
})
