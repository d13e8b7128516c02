import type { RuleHeader } from '../shared/rule-header.ts'
import { cite } from '../shared/sources.ts'

/** PIL-901: paid ÷ approved budget over the pilot projects that have reported. */
export const PIL_901: RuleHeader = {
  id: 'PIL-901',
  name: '试点项目预算执行率',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三、（三）'),
}

/** PIL-902: a stage report says what the stage produced, so the stage must have produced it. */
export const PIL_902: RuleHeader = {
  id: 'PIL-902',
  name: '分阶段报告与办理记录一致',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（三）'),
}

/** PIL-903: the text was assembled before the stage last moved. */
export const PIL_903: RuleHeader = {
  id: 'PIL-903',
  name: '报告正文的时效',
  stage: 'pilot',
  kind: 'check',
  severity: 'note',
  source: cite('nx-2022-pilot-plan', '二、（三）'),
}

/** PIL-904: whoever is trusted with a stage is an institution and does not depend on the project. */
export const PIL_904: RuleHeader = {
  id: 'PIL-904',
  name: '受托第三方',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '主体分离原则'),
  standing: 'seen',
}

/** PIL-905: the pilot has a beginning and an end; selecting outside of it is seen. */
export const PIL_905: RuleHeader = {
  id: 'PIL-905',
  name: '试点周期',
  stage: 'pilot',
  kind: 'check',
  severity: 'note',
  source: cite('nx-2022-pilot-plan', '二、（三）'),
  parameters: ['pilot.period'],
}

/** PIL-930: what a blueprint brings keeps to what the parameter allows below, as a file of the place would. */
export const PIL_930: RuleHeader = {
  id: 'PIL-930',
  name: '采用的取值不违反上级规定',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default'),
}

/** The gates of this room, for the catalogue of rules. */
export const pilotGates: readonly RuleHeader[] = [PIL_901, PIL_902, PIL_903, PIL_904, PIL_905, PIL_930]
