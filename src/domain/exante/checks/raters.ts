import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-103 独立评分人数: enough people named, and enough of them have scored. */
export const EXA_103: RuleHeader = {
  id: 'EXA-103',
  name: '独立评分人数',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '独立评分不少于两人'),
  parameters: ['exante.minimum_raters'],
}

const WHERE = { section: 'experts', field: 'experts' }

/** Before scoring opens: enough different experts are named. */
export function checkExpertsNamed({ experts }: ExanteEvaluationContent, rules: ParameterReader): Finding[] {
  const { count } = rules.value('exante.minimum_raters').value
  const named = new Set((experts ?? []).map(({ person }) => person).filter(Boolean)).size
  const message = `已确定 ${named} 名评分人，至少需要 ${count} 名，请补充后再组织评分。`
  return foundIf(named < count, EXA_103, message, WHERE)
}

/** A member of the panel as far as everybody may know: whether the sheet is in, not what it says. */
export type PanelProgress = { readonly person: string; readonly name: string; readonly state: string }

/**
 * Before scoring closes: everybody on the panel has handed in, whoever stood back is replaced or the
 * rest are enough, so that nobody can end the scoring at a moment that suits them.
 * @param people the panel as it stands
 */
export function checkScoresIn(
  people: readonly string[],
  sheets: readonly PanelProgress[],
  rules: ParameterReader,
): Finding[] {
  const { count } = rules.value('exante.minimum_raters').value
  const isIn = (person: string) => sheets.some((one) => one.person === person && one.state === 'submitted')
  const own = (person: string) => sheets.filter((one) => one.person === person)
  const isOut = (person: string) =>
    own(person).length > 0 && own(person).every(({ state }) => state === 'withdrawn')
  const handedIn = new Set(people.filter(isIn)).size
  const waiting = people.filter((person) => !isIn(person) && !isOut(person))
  const names = waiting.map((person) => sheets.find((one) => one.person === person)?.name ?? '一名专家')
  return [
    ...foundIf(
      waiting.length > 0,
      EXA_103,
      `还有${waiting.length}人没有提交评分（${names.join('、')}），请催交；确实不能提交的，先更换专家。`,
      WHERE,
    ),
    ...foundIf(
      handedIn < count,
      EXA_103,
      `已有 ${handedIn} 人提交评分，至少需要 ${count} 人，请等待提交或更换专家后再结束评分。`,
      WHERE,
    ),
  ]
}
