import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import type { Level1, Level2 } from '../read/levels.ts'
import { isMoneyUnit } from '../read/units.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-WRONG-LEVEL 指标层级放错. */
export const CHK_WRONG_LEVEL: RuleHeader = {
  id: 'CHK-WRONG-LEVEL',
  name: '指标放错了层级',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2015-88', '附件填报说明（一、二级指标）'),
}

/** Where each second level may stand; cost under output is the older catalogue, 满意度 under benefit too. */
const BELONGS: { readonly [level2 in Level2]: readonly Level1[] } = {
  quantity: ['output'],
  quality: ['output'],
  timeliness: ['output'],
  outputCost: ['output', 'cost'],
  economicCost: ['cost'],
  socialCost: ['cost'],
  ecologicalCost: ['cost'],
  economic: ['benefit'],
  social: ['benefit'],
  ecological: ['benefit'],
  sustainability: ['benefit'],
  serviceSatisfaction: ['satisfaction', 'benefit'],
}
const TITLES: { readonly [level1 in Level1]: string } = {
  output: '产出指标',
  benefit: '效益指标',
  cost: '成本指标',
  satisfaction: '满意度指标',
}

export function checkWrongLevel({ rows }: Study): ReportFinding[] {
  return rows.flatMap((row) => {
    const found = wrongPlace(row) ?? wrongContent(row)
    return found ? [reportRow(CHK_WRONG_LEVEL, row, found.field, `${nameRow(row)}${found.words}`)] : []
  })
}

type Fault = { readonly field: 'level2' | 'name'; readonly words: string }

function wrongPlace({ row, level1, level2 }: StudiedRow): Fault | undefined {
  if (level1 === undefined) return undefined
  const printed = shorten(row.level2)
  if (level2 !== undefined && !BELONGS[level2].includes(level1)) {
    const right = BELONGS[level2].map((each) => TITLES[each]).join('或')
    return {
      field: 'level2',
      words: `的二级指标“${printed}”放在了“${shorten(row.level1)}”下，应属${right}。请调整层级。`,
    }
  }
  if (level2 === undefined && /^过程/.test(printed) && level1 !== 'output') {
    return {
      field: 'level2',
      words: `的二级指标“${printed}”放在了“${shorten(row.level1)}”下，过程不是效益。请调整层级。`,
    }
  }
  return undefined
}

function wrongContent({ row, name, level1, level2, target }: StudiedRow): Fault | undefined {
  const level = shorten(row.level2)
  const words = (what: string, right: string) =>
    `属于${what}，却放在“${level}”下，应放到${right}。请调整层级。`
  if (
    level2 === 'ecological' &&
    /(项目|建设|工程|投资|资金|控制).{0,4}成本|成本(控制|节约)|造价/.test(name)
  ) {
    return { field: 'name', words: words('成本控制', '成本指标') }
  }
  const isBenefit =
    level2 === 'economic' || level2 === 'social' || level2 === 'ecological' || level2 === 'sustainability'
  if ((isBenefit || level1 === 'output') && /满意(度|率)/.test(name)) {
    return { field: 'name', words: words('满意度', '满意度指标') }
  }
  const isTime = /时间|时限|日期|期限/.test(name) && target.parsed.kind === 'date'
  if ((isBenefit || level2 === 'quantity') && isTime) {
    return { field: 'name', words: words('完成时间', '时效指标') }
  }
  const isMoney =
    target.parsed.kind === 'quant' && (target.parsed.unit === '' || isMoneyUnit(target.parsed.unit))
  const isSpent = /总(成本|投资|支出|造价|费用|投入)(控制)?(数|额|金额)?$/.test(name)
  if (isBenefit && level2 !== 'economic' && isMoney && isSpent) {
    return { field: 'name', words: words('资金投入', '成本指标') }
  }
  if (
    level2 === 'quantity' &&
    isMoney &&
    (isSpent || /(资金|经费|投资|成本)(总?金?额|总数|规模)?$/.test(name))
  ) {
    return { field: 'name', words: words('资金投入', '成本指标') }
  }
  return undefined
}
