import { toChinaTime } from '../../../ledger/stored-image.ts'
import type { SealedObject } from '../../../ledger/sealed-value.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { CaseRecord } from '../../consistency/case.ts'
import { byRecord } from '../../consistency/by-record.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'

/** PIL-145 办理经过与契约账: time and number of every step are as they were sealed. */
export const PIL_145: RuleHeader = {
  id: 'PIL-145',
  name: '办理经过与契约账一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const chainIsSealed: Relation = {
  header: PIL_145,
  check: byRecord(compareChain),
}

function compareChain(record: CaseRecord): ConsistencyFinding[] {
  return [...compareLeafChain(record), ...compareMoments(record)]
}

/** Every version was frozen by a step at that moment. */
function compareMoments({ id, title, kind, acts, versions }: CaseRecord): ConsistencyFinding[] {
  return versions
    .filter(({ action, frozenAt }) => !acts.some((act) => act.action === action && act.actedAt === frozenAt))
    .map(({ number, action, frozenAt }) => {
      const act = kind.workflow.actions[action]?.title ?? action
      return inconsistent(
        PIL_145,
        id,
        `“${title}”第${number}版定稿于${toChinaTime(frozenAt)}由“${act}”形成，办理经过中没有同一时间的这一步，请查明原因。`,
      )
    })
}

function compareLeafChain(record: CaseRecord): ConsistencyFinding[] {
  const last = record.leaves.at(-1)
  if (!last) return []
  const chain = (last.contract['chain'] ?? []) as readonly SealedObject[]
  return chain.flatMap((link, index) => {
    const act = record.acts[index]
    const title = record.kind.workflow.actions[String(link['action'])]?.title ?? String(link['action'])
    const pairs = [
      ['时间', String(link['at'] ?? ''), act ? toChinaTime(act.actedAt) : ''],
      ['文号', String(link['document'] ?? ''), act?.documentNumber ?? ''],
    ] as const
    return pairs
      .filter(([, sealed, stored]) => sealed !== stored)
      .map(([what, sealed, stored]) =>
        inconsistent(
          PIL_145,
          record.id,
          `“${record.title}”办理经过第${index + 1}行“${title}”的${what}为“${stored}”，` +
            `与契约账第${last.number}号的“${sealed}”不一致，请查明原因。`,
        ),
      )
  })
}
