import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import { Decimal } from '../../shared/decimal.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_004: RuleHeader = {
  id: 'RES-004',
  name: '评价结果与预算挂钩建议',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）奖优罚劣'),
  parameters: ['results.linkage_table'],
}

export const LINKAGE_MEASURES = {
  priority: '优先保障',
  keep: '维持规模，督促改进',
  no_growth: '不予增加',
  reduce: '削减',
  suspend: '暂缓安排',
  cancel: '取消',
  no_same_type: '不再安排同类新增项目',
} as const
export type LinkageMeasure = keyof typeof LINKAGE_MEASURES

export const ITEM_TYPES = {
  continuing: '延续项目',
  staged: '分阶段项目',
  one_off: '一次性项目',
  policy: '政策',
  transfer: '转移支付',
} as const
export type ItemType = keyof typeof ITEM_TYPES

export type LinkageProposal = Explained<{
  readonly measure: LinkageMeasure
  readonly alternatives: readonly LinkageMeasure[]
  /** The most that may be arranged next year; `null` where a person decides with a reason. */
  readonly nextCap_fen: Fen | null
}>

/**
 * RES-004 奖优罚劣: what the table proposes for a grade and a type of item. No official share of a cut
 * exists: unless the jurisdiction set one, 削减 has no figure and the decision is a person's.
 * @param base_fen last approved recurring amount without one-off parts
 * @throws DomainError RULE_VIOLATED when the table has no row for the pair
 */
export function computeLinkageProposal(
  input: { readonly grade: Grade; readonly itemType: ItemType; readonly base_fen: Fen },
  rules: ParameterReader,
): LinkageProposal {
  const table = rules.value('results.linkage_table')
  const row = table.value.rows.find(
    (each) => each.grade === input.grade && each.itemTypes.includes(input.itemType),
  )
  const pair = `${GRADES[input.grade]}、${ITEM_TYPES[input.itemType]}`
  if (!row) {
    throw new DomainError('RULE_VIOLATED', `挂钩办法中没有“${pair}”的处理方式，请先在“规则”中补充。`, input)
  }
  const nextCap_fen = capOf(row, input.base_fen)
  const cap =
    nextCap_fen === null ? '金额由人工确定并写明理由' : `下年安排不超过${formatWanYuan(nextCap_fen)}万元`
  const share = row.cutShare_bp === null ? '' : `，削减比例${formatBp(row.cutShare_bp)}`
  return {
    measure: row.measure,
    alternatives: row.alternatives,
    nextCap_fen,
    explanation: explain(RES_004, {
      sentence: `等级为${GRADES[input.grade]}的${ITEM_TYPES[input.itemType]}，建议${LINKAGE_MEASURES[row.measure]}${share}，${cap}。`,
      inputs: [
        { label: '评价等级', value: GRADES[input.grade] },
        { label: '项目类型', value: ITEM_TYPES[input.itemType] },
        { label: '基数（扣除一次性因素）', value: `${formatWanYuan(input.base_fen)}万元` },
      ],
      parameters: [table],
      formula: row.cutShare_bp === null ? '按挂钩办法查表' : '下年上限 = 基数 ×（1 − 削减比例）',
      result: `${LINKAGE_MEASURES[row.measure]}${nextCap_fen === null ? '' : `，上限${formatWanYuan(nextCap_fen)}万元`}`,
      rounding: '上限四舍五入到分',
    }),
  }
}

function capOf(row: ParameterValues['results.linkage_table']['rows'][number], base_fen: Fen): Fen | null {
  switch (row.measure) {
    case 'priority':
    case 'keep':
      return null
    case 'no_growth':
      return base_fen
    case 'reduce':
      return row.cutShare_bp === null ? null : base_fen - shareOf(base_fen, row.cutShare_bp)
    case 'suspend':
    case 'cancel':
    case 'no_same_type':
      return 0n
  }
}

function shareOf(base_fen: Fen, share_bp: number): Fen {
  const cut = new Decimal(base_fen.toString()).times(share_bp).div(10_000)
  return BigInt(cut.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0))
}
