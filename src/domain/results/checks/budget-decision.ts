import type { ResultsBudgetDecisionContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { type Fen, findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-104 挂钩决定: measure and money say the same, and what leaves the table is seen. */
export const RES_104: RuleHeader = {
  id: 'RES-104',
  name: '评价结果与预算挂钩决定',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）奖优罚劣'),
  parameters: ['results.linkage_table'],
}

type Measure = NonNullable<ResultsBudgetDecisionContent['measure']>

/** What the linkage table proposes, as `computeLinkageProposal` gives it. */
export type Proposal = {
  readonly measure: Measure
  readonly alternatives: readonly Measure[]
  readonly nextCap_fen: Fen | null
}

const at = (field: string) => ({ section: 'decision', field })

/** @param proposal absent while grade or item type is not known */
export function checkBudgetDecision(content: ResultsBudgetDecisionContent, proposal?: Proposal): Finding[] {
  return [...checkAmounts(content), ...(proposal ? checkProposal(content, proposal) : [])]
}

/** Against the words of the measure itself; `next` equal to the bound is still within it. */
function checkAmounts({ measure, base_fen, current_fen, next_fen }: ResultsBudgetDecisionContent): Finding[] {
  const [base, current, next] = [findFen(base_fen), findFen(current_fen), findFen(next_fen)]
  if (next === undefined) return []
  switch (measure) {
    case 'cancel':
    case 'suspend':
    case 'no_same_type':
      return foundIf(
        next !== 0n,
        RES_104,
        '取消、暂缓或不再安排的，下年安排应为 0，请改正金额或处理方式。',
        at('next_fen'),
      )
    case 'reduce':
      return foundIf(
        base !== undefined && next >= base,
        RES_104,
        '削减的，下年安排应小于基数，请改正金额或处理方式。',
        at('next_fen'),
      )
    case 'no_growth':
      return foundIf(
        current !== undefined && next > current,
        RES_104,
        '不予增加的，下年安排不应大于本年预算，请改正金额或处理方式。',
        at('next_fen'),
      )
    default:
      return []
  }
}

/** Another decision than the table's stays possible: it has a reason and a person who answers for it. */
function checkProposal(content: ResultsBudgetDecisionContent, proposal: Proposal): Finding[] {
  const { grade, measure, next_fen } = content
  const findings: Finding[] = []
  const isListed = measure === proposal.measure || (measure && proposal.alternatives.includes(measure))
  if (grade === 'poor' && (measure === 'priority' || measure === 'keep')) {
    findings.push(found(RES_104, '评价等级为差，低效无效资金一律削减或取消，请改选处理方式。', at('measure')))
  } else if (measure && !isListed) {
    findings.push(
      found(RES_104, '处理方式与挂钩办法的建议不同，请在理由中写明依据。', at('measure'), 'warning'),
    )
  }
  const next = findFen(next_fen)
  const cap = proposal.nextCap_fen
  if (measure === proposal.measure && next !== undefined && cap !== null && next > cap) {
    const message = `下年安排 ${formatWanYuan(next)} 万元超过挂钩办法的上限 ${formatWanYuan(cap)} 万元，请核对。`
    findings.push(found(RES_104, message, at('next_fen'), 'warning'))
  }
  return findings
}
