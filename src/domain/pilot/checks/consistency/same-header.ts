import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { contentDifferences } from '../../consistency/content-differences.ts'
import { placeWords, shownValue } from '../../consistency/place-words.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'

/** PIL-156 项目信息: every frozen version names the project as its file does. */
export const PIL_156: RuleHeader = {
  id: 'PIL-156',
  name: '项目信息前后一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

/** Until the target is declared an entry may be put right; then a version keeps what was said before. */
const EARLY = ['pilot', 'exante']

export const sameHeader: Relation = {
  header: PIL_156,
  check: (given) => {
    const known = new Set([given.project.budget_fen, ...knownBudgets(given)])
    const { entryForm, project } = given
    return given.records.flatMap((record) => {
      const isEarly = EARLY.includes(record.kind.stage) && record.kind.kind !== 'pilot.stageReport'
      return record.versions.flatMap((version): ConsistencyFinding[] => {
        if (!version.project) return []
        const at = `“${record.title}”第${version.number}版定稿的`
        const differing = contentDifferences(version.project.content, project.content).map(
          ({ path, left, right }) =>
            inconsistent(
              PIL_156,
              record.id,
              `${at}项目信息${placeWords(entryForm, path)}${shownValue(entryForm, path, left)}，` +
                `与项目档案的${shownValue(entryForm, path, right)}不一致，请查明原因。`,
              isEarly ? 'warning' : 'error',
            ),
        )
        const budget = known.has(version.project.budget_fen)
          ? []
          : [
              inconsistent(
                PIL_156,
                record.id,
                `${at}项目预算${shownValue(entryForm, ['annual_fen'], version.project.budget_fen)}，` +
                  '与申报、安排、调整的各次金额都不一致，请查明原因。',
              ),
            ]
        return [...differing, ...budget]
      })
    })
  },
}

/** The amounts a project's budget may have had: as entered, as arranged, as adjusted. */
function knownBudgets(given: ConsistencyCase): string[] {
  const line = newestOf(given, 'project.budgetLine')
  const contents = [line?.content, ...(line?.versions ?? []).map(({ content }) => content)]
  const amounts = contents.map((content) => content?.['arranged_fen'])
  return [given.project.content['annual_fen'], ...amounts].flatMap((amount) =>
    typeof amount === 'string' ? [amount] : [],
  )
}
