import type { PackParameter } from '../../../src/domain/blueprint/index.ts'
import { ANONYMOUS_RULE } from '../../../src/domain/blueprint/index.ts'
import type { DocumentInputs } from '../../../src/documents/index.ts'
import { official } from './common.ts'

const parameter = (id: string, title: string, text: string, more: Partial<PackParameter> = {}): PackParameter => ({
  id,
  title,
  unit: '天',
  value: {},
  text,
  from: '2023-01-01',
  sourceTitle: '《某省财政支出绩效评价结果应用办法》',
  article: '整改落实',
  standing: 'seen',
  isChecked: false,
  places: ['示例县', '邻县'],
  ...more,
})

const digest = { sha256: 'a1'.repeat(32), sm3: 'b2'.repeat(32) }
const part = { count: 1, ...digest }

export const blueprintBook: DocumentInputs['blueprint-book'] = {
  frame: official,
  sectors: [
    { id: 'common', title: '通用' },
    { id: 'agriculture', title: '农业农村' },
  ],
  pack: {
    digest,
    proof: null,
    manifest: {
      name: '预算绩效规范管理蓝本',
      version: '2024-1',
      purpose: '按照试点方案，在试点验收的基础上编印本蓝本。\n各地可以结合实际采用。',
      publisher: '示例自治区财政厅',
      jurisdiction: '640000',
      publishedOn: '2024-06-28',
      pilots: [
        {
          place: '示例县',
          jurisdiction: '640221',
          acceptedOn: '2024-06-20',
          documentNumber: '示财绩〔2024〕9号',
        },
        { place: '邻县', jurisdiction: '640222', acceptedOn: '2024-06-21', documentNumber: '示财绩〔2024〕10号' },
      ],
      parts: {
        ...{ forms: part, parameters: part, templates: part, calendars: part },
        ...{ indicators: part, rubrics: part, cases: part, lessons: part },
      },
    },
    parts: {
      forms: [
        {
          id: 'evaluation/self',
          title: '项目支出绩效自评表',
          uses: 6,
          definition: {
            sections: [
              { title: '项目资金', fields: [{ label: '项目资金', columns: [{ label: '资金来源' }, { label: '全年预算数' }] }] },
              { title: '年度总体目标', fields: [{ label: '预期目标' }, { label: '实际完成情况' }] },
            ],
          },
        },
      ],
      parameters: [
        parameter('targets.level1_weights', '绩效指标分值权重', '产出40、效益40、满意度10、预算执行率10', {
          sourceTitle: '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
          article: '附件1填报说明',
        }),
        parameter('evaluation.low_execution_cap', '预算执行率偏低的自评封顶', '启用：执行率低于80%的最高89分', {
          standing: 'proposal',
          places: ['示例县'],
        }),
      ],
      templates: [
        parameter('monitoring.templates', '监控模板', '工程建设类、设备采购类、补助发放类、服务运行类', {
          standing: 'proposal',
        }),
      ],
      calendars: [
        parameter('results.plan_days', '整改方案报送的期限', '收到整改通知后15个工作日内'),
        parameter('budget.calendar', '预算编制日程', '财政部署编制预算、一上、一下、二上', { standing: 'memory' }),
      ],
      indicators: [
        {
          indicator: {
            id: 'AGR-011',
            version: 2,
            sector: 'agriculture',
            level1: 'output',
            level2: 'quality',
            name: '移栽作物成活率',
            definition: '移栽满一个生长季后成活株数占移栽株数的比例；补植的不计入。',
            formula: '成活株数÷移栽株数×100%',
            kind: 'quant',
            operator: 'ge',
            unit: '%',
            basis: 'industryStandard',
            obtaining: 'directProof',
            example: '≥88%',
            dataSource: '验收记录',
            evidenceClass: 'working',
            evidence: '样方调查表',
            frequency: 'year',
            projectKinds: ['种植业'],
            synonyms: ['成活率'],
            isLocked: false,
            sourceId: 'local',
            sourceText: '示农发〔2023〕1号',
            standing: 'seen',
            mistakes: '把补植算进去',
          },
          cited: '示农发〔2023〕1号',
          revisedBy: '示例县',
          uses: 3,
        },
      ],
      rubrics: [
        {
          subject: 'project',
          place: '示例县、邻县',
          effectiveFrom: '2023-01-01',
          basis: '项目评分指标体系（2023-01-01起施行）',
          dimensions: [
            { code: 'NEC', name: '立项必要性' },
            { code: 'AFF', name: '财力可承受能力' },
          ],
          items: [
            { dimension: 'NEC', itemCode: 'NEC-1', item: '有政策依据', weight_x100: 6000 },
            { dimension: 'NEC', itemCode: 'NEC-2', item: '有现实需求', weight_x100: 4000 },
          ],
        },
      ],
      cases: [
        {
          title: '案例1',
          rule: ANONYMOUS_RULE,
          stages: [
            { stage: 'targets', text: '第一年预算1000万元，设11个指标。' },
            { stage: 'evaluation', text: '第二年自评97分，等级优。\n问题：\n某单位验收资料不全。' },
          ],
        },
      ],
      lessons: [
        {
          stage: 'monitoring',
          problem: '招标晚于计划，上半年没有支付',
          practice: '按关键节点逐月核对，发现晚于计划30天即约谈',
          figure: '年底支付率由42%提高到96%',
          trace: '试点项目的《绩效运行监控表》',
        },
        {
          stage: 'evaluation',
          problem: '佐证资料不全',
          practice: '按清单逐项收集，自评时一并上传',
          figure: '自评97.35分',
          trace: '试点项目的《项目支出绩效自评表》',
        },
      ],
    },
  },
}
