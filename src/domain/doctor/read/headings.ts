import { plainLabel, withoutBrackets } from './cell-text.ts'

/** What a column of the indicator table holds. `other` columns are known and not needed. */
export type ColumnRole =
  | 'level1'
  | 'level2'
  | 'name'
  | 'target'
  | 'targetSign'
  | 'targetUnit'
  | 'targetAdjusted'
  | 'actual'
  | 'weight'
  | 'score'
  | 'reason'
  | 'other'

/** Tried in this order: the first that fits decides. */
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['other', /系数|完成率|达成率|偏差[率度]|偏离|核心|上[一]?年|去年|往年|历[年史]|前[一二三两]年|佐证|来源/],
  ['other', /依据|赋分|(评分|评价|计分|扣分)(标准|规则|办法|方法)|序号|解释|指标说明|数据|预计|可能性/],
  [
    'other',
    /(复核|核查|核定|抽查|复评|审核|财政|部门|专家|第三方|上级)(评[价分])?(得分|评分|分值?|意见|结果|情况)/,
  ],
  ['reason', /偏差|原因|改进措施|整改措施/],
  ['level1', /^(一级|1级)(绩效)?(指标|目标)?(名称|类别)?$|^绩效指标分类$|^指标(类别|类型)$/],
  ['level2', /^(二级|2级)(绩效)?(指标|目标)?(名称|类别)?$/],
  [
    'name',
    /^(三级|3级)(绩效)?(指标|目标)?(名称|内容)?$|^(绩效)?指标(名称|内容)$|^(具体|考核|评价|主要)?指标$/,
  ],
  ['weight', /^(指标|标准|设定|三级指标)?(分值|权重|权值|满分|分数)(分值|权重|分)?$|^标准分$|^分$/],
  [
    'score',
    /^(单位)?(自评|自评价|实际|评价|指标|最终|考评|本次)?(得分|评分|打分|评价分)(情况)?$|^自评分(值|数)?$/,
  ],
  ['targetSign', /符号|^指标(方向|性质)$|^性质$|^方向$|^关系$/],
  ['targetUnit', /^(计量|度量|指标值?|目标值?|数量)?单位$/],
  ['targetAdjusted', /^调整后?(的)?(指标|目标)值?$|^(指标|目标)值?调整(后)?$/],
  [
    'actual',
    /实际(完成|实现|达到|达成)?|(完成|达到|达成|实现)(值|情况|数|结果)|执行(情况|值)|^业绩值$|^完成$/,
  ],
  ['target', /(指标|目标|预期|计划|年初|设定)(指标|目标)?(值|数)|^(年度|预期|年初|计划)(指标|目标)$|^目标$/],
  ['target', /^(预期|计划)(完成)?(情况|值)?$|^目标设定$|年初设定/],
  ['other', /^备注$|^说明$|^属性$|^类别$|^绩效指标描述$/],
]

/** The role of a heading, or `undefined` for words that are no heading of this table. */
export function roleOf(heading: string): ColumnRole | undefined {
  const label = plainLabel(heading)
  if (label === '' || label.length > 40) return undefined
  // The bracket may tell the whole: 得分(20分*执行率), 分值(权重), 年初目标值(A).
  const bare = withoutBrackets(label)
  return ROLES.find(([, words]) => words.test(bare) || (bare === '' && words.test(label)))?.[0]
}

/** Below a heading merged over several columns: what each of them holds. */
const PARTS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['targetSign', /^(计算|比较|指标)?符号$|^(指标)?(性质|方向)$|^(>=?|[≥≤=]).{0,8}$/],
  ['targetUnit', /^(计量|度量|指标)?单位$/],
  ['target', /^(指标|目标)?(数值|值|内容)$/],
]

/** The part a sub-heading names (符号, 值, 单位), or `undefined`. */
export function partOf(heading: string): ColumnRole | undefined {
  const label = withoutBrackets(plainLabel(heading))
  return PARTS.find(([, words]) => words.test(label))?.[0]
}
