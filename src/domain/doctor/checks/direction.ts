import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { assumeDirection, isCost } from '../../targets/compute/index.ts'
import { nameRow, reportWeak } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import { isUnitCost } from '../read/units.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-DIRECTION 方向写反: a floor for costs, a ceiling for outputs, more than everything. */
export const CHK_DIRECTION: RuleHeader = {
  id: 'CHK-DIRECTION',
  name: '指标方向写反',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2021-101', '指标值设置（正向、反向）'),
}

const STANDARD = /标准|定额|补助|补贴|奖补|人均|每/
const GOOD_RATE = /满意度|满意率|合格率|完成率|及时率|覆盖率|成活率|达标率|到位率|知晓率|发放率|优良率|通过率/
const HARM =
  /事故|投诉|死亡|受害|成灾|超标|违规|差错|故障|逾期|超支|信访|损失|排放|能耗|发病|失业|三公|经费|金额|费用|成本|支出|标准|人员编制|控制/

export function checkDirection(study: Study): ReportFinding[] {
  return study.rows.flatMap((row) => {
    const fault = faultOf(row)
    if (fault === undefined) return []
    const message = `${nameRow(row)}的指标值“${shorten(row.row.target)}”${fault}`
    return [reportWeak(CHK_DIRECTION, study, row, 'target_text', message)]
  })
}

function faultOf(row: StudiedRow): string | undefined {
  const { parsed } = row.target
  if (parsed.kind !== 'quant' || parsed.signIn === 'none') return undefined
  const words = { name: row.name, level1: row.row.level1 ?? '', level2: row.row.level2 ?? '' }
  const isFloor = parsed.operator === 'ge' || parsed.operator === 'gt'
  const isCeiling = parsed.operator === 'le' || parsed.operator === 'lt'
  if (isFloor && isWholeRate(row)) return '要求不低于 100%，比率不可能超过 100%。请改为“=100%”。'
  if (isFloor && isCost(words) && !isStandard(row.name) && isSpent(row.name, parsed.unit)) {
    return '给成本设了下限，花得越多越好，方向写反了。请改为“≤”。'
  }
  const assumed = assumeDirection(words)
  if (isFloor && assumed.operator === 'le' && !isCost(words) && !isStandard(row.name)) {
    return '是越小越好的指标，却设了下限，方向写反了。请改为“≤”。'
  }
  if (isCeiling && GOOD_RATE.test(row.name)) return '是越大越好的比率，却设了上限，方向写反了。请改为“≥”。'
  if (isCeiling && row.level2 === 'quantity' && assumed.operator === 'ge' && !isHarm(row.name)) {
    return '给产出数量设了上限，做得越少越好，方向疑似写反。请改为“≥”或“=”。'
  }
  return undefined
}

/** 补助标准 may be a floor set by policy; 膳食补助总支出 and 每公里成本 are what is spent. */
function isStandard(name: string): boolean {
  return STANDARD.test(name) && !/总(支出|成本|投资|费用|额)|成本$|造价$/.test(name)
}

/** Money per something is a cost only where the name says so. */
function isSpent(name: string, unit: string): boolean {
  return !isUnitCost(unit) || /成本|造价|投资|支出|费$/.test(name)
}

/** 建成高标准农田 has nothing to do with standards, 办结投诉 is work done, not harm. */
function isHarm(name: string): boolean {
  const dealtWith =
    /(?:办结|处理|处置|查处|化解|调处|受理|整改|整治|接待).{0,8}?(?:投诉|信访|违规|事故|故障|差错)/g
  return HARM.test(name.replace(/高标准/g, '').replace(dealtWith, ''))
}

function isWholeRate({ target, name }: StudiedRow): boolean {
  if (target.parsed.kind !== 'quant' || target.parsed.value !== '100') return false
  return target.parsed.unit === '%' || (target.parsed.unit === '' && GOOD_RATE.test(name))
}
