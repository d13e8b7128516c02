import type { TargetsSheetContent } from '../../forms/contents.ts'
import {
  catalogueOf,
  isInCatalogue,
  isLevelPair,
  levelTitles,
  type Template,
} from '../../indicators/index.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-154 指标目录: two catalogues exist; a sheet keeps to the one its place and year use. */
export const TGT_154: RuleHeader = {
  id: 'TGT-154',
  name: '二级指标属于本地采用的指标目录',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1表式'),
  parameters: ['targets.catalogue'],
}

/** A pair that is no pair at all is TGT-104's to say. */
export function checkCatalogue(
  { indicators }: Pick<TargetsSheetContent, 'indicators'>,
  template: Template,
  rules: ParameterReader,
): Finding[] {
  const catalogue = catalogueOf(rules, template)
  return (indicators ?? []).flatMap(({ name, level1, level2 }, row) => {
    if (!level1 || !level2 || !isLevelPair(level1, level2)) return []
    if (isInCatalogue(catalogue, level1, level2)) return []
    const said = isWritten(name) ? `“${name}”` : `第 ${row + 1} 行指标`
    const message = `${said}的“${levelTitles(level1, level2).join('—')}”不在本地采用的指标目录（${catalogue.label}）中，请改选${insteadOf(level1, level2)}。`
    return [found(TGT_154, message, { section: 'indicators', field: 'indicators', row, column: 'level2' })]
  })
}

function insteadOf(level1: string, level2: string): string {
  if (level1 === 'cost') return '产出指标下的成本指标'
  return level2 === 'outputCost' ? '成本指标下的二级指标' : '目录内的二级指标'
}
