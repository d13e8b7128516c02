import {
  checkDeclaration,
  checkEngagementContract,
  checkPayments,
  checkSettled,
  declaredConflict,
} from '../../../domain/evaluation/checks/index.ts'
import { departmentEngagement, engagement } from '../../../domain/evaluation/index.ts'
import type { EvaluationEngagementContent } from '../../../domain/forms/contents.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { formatScore } from '../../../domain/shared/score.ts'
import type { RecordKind } from '../../../domain/workflow/record-kind.ts'
import type { Context } from '../../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { acceptanceOf } from './acceptance.ts'
import { acceptedOn } from './engagement-acts.ts'
import { agencyPledgeDocument } from './pledge-document.ts'

export const engagementBehaviours: readonly RecordBehaviour[] = [engagement, departmentEngagement].map(
  behaviourOf,
)

function behaviourOf({ kind }: RecordKind): RecordBehaviour {
  return { kind, assess: assessEngagement, documents: { 'agency-pledge': agencyPledgeDocument } }
}

async function assessEngagement(context: Context, data: RecordData): Promise<Assessment> {
  const content = data.content as EvaluationEngagementContent
  const rules = rulesOf(context, data)
  const conflict = declaredConflict(content, context.today, rules)
  const acceptance = acceptanceOf(content, rules)
  const isScored = acceptance.total_x100 !== null
  return {
    findings: findingsOf(context, data, rules),
    explanations: {
      hasKinship: conflict.explanation,
      ...(isScored ? { acceptanceTotal_x100: acceptance.explanation } : {}),
    },
    figures: {
      hasKinship: conflict.explanation.result,
      ...(isScored ? { acceptanceTotal_x100: formatScore(acceptance.total_x100 ?? 0) } : {}),
    },
  }
}

/** What stands before the next act, said to whoever takes it. */
function findingsOf(context: Context, data: RecordData, rules: ParameterReader): Finding[] {
  const content = data.content as EvaluationEngagementContent
  const isAgency = context.actor.role === 'agency'
  switch (data.record.state) {
    case 'offered':
      return isAgency ? checkDeclaration(content, context.today, rules) : []
    case 'working':
    case 'delivered':
      return isAgency ? [] : [...checkEngagementContract(content), ...checkPayments(content, null)]
    case 'accepted':
      return isAgency ? [] : checkSettled(content, acceptedOn(data))
    default:
      return []
  }
}
