import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { type CaseRecord, type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { numeralMismatches } from '../../consistency/numeral-mismatch.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { accountOf, momentOf } from '../../consistency/retell.ts'
import { tellEffects, tellOverview, tellPlace } from '../../story/tell-account.ts'
import { tellPublicity } from '../../story/tell-publicity.ts'
import { mismatched } from './stage-reports-tell.ts'

/** PIL-154 一体化评价报告和试点报告: their figures are computed from the records anew and compared. */
export const PIL_154: RuleHeader = {
  id: 'PIL-154',
  name: '一体化评价报告、试点报告与记录一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '四、（一）一体化评价报告'),
}

export const accountTells: Relation = {
  header: PIL_154,
  check: (given) => [
    ...compare(given, newestOf(given, 'pilot.integratedReport'), {
      overview: '项目概况',
      effects: '管理成效',
    }),
    ...compare(given, newestOf(given, 'pilot.countyReport'), { effects: '试点成效' }),
    ...comparePlace(given, newestOf(given, 'pilot.countyReport')),
    ...comparePublicity(given, newestOf(given, 'pilot.countyReport')),
  ],
}

function compare(
  given: ConsistencyCase,
  report: CaseRecord | undefined,
  parts: Readonly<Partial<Record<'overview' | 'effects', string>>>,
): ConsistencyFinding[] {
  if (!report) return []
  const account = accountOf(given, momentOf(report, 'approve'))
  const told = { overview: tellOverview(account), effects: tellEffects(account) }
  return Object.entries(parts).flatMap(([part, title]) =>
    numeralMismatches(String(report.content[part] ?? ''), told[part as keyof typeof told]).map((mismatch) =>
      mismatched(given, report.id, `“${report.title}”${title}`, mismatch, PIL_154),
    ),
  )
}

function comparePlace(given: ConsistencyCase, report: CaseRecord | undefined): ConsistencyFinding[] {
  if (!report) return []
  const told = { text: tellPlace(given.placeName, given.pilots), sources: [{ recordId: given.project.id }] }
  return numeralMismatches(String(report.content['overview'] ?? ''), [told]).map((mismatch) =>
    mismatched(given, report.id, `“${report.title}”试点基本情况`, mismatch, PIL_154),
  )
}

/** What is registered when the report is begun or approved; a reader who does not see all of it can compare nothing. */
function comparePublicity(given: ConsistencyCase, report: CaseRecord | undefined): ConsistencyFinding[] {
  if (!report || !given.isWhole) return []
  const told = given.publicity.flatMap((sum) => {
    const text = tellPublicity(sum)
    return text ? [{ text, sources: [] }] : []
  })
  return numeralMismatches(String(report.content['publicity'] ?? ''), told).map(({ number, written, told }) =>
    inconsistent(
      PIL_154,
      report.id,
      `“${report.title}”绩效宣传情况第${number}行“${written}”，与登记的宣传活动“${told.text}”不一致，请核对并更正。`,
    ),
  )
}
