import type { IndicatorLibrary, LibraryIndicator } from './indicator.ts'

/** An indicator for tests; whatever is not given is plain. */
export function makeIndicator(given: Partial<LibraryIndicator> & Pick<LibraryIndicator, 'id' | 'name'>) {
  return {
    version: 1,
    sector: 'common',
    level1: 'output',
    level2: 'quality',
    definition: '年内完成并经过核对的数量所占比例，以验收记录为准。',
    formula: '合格数 ÷ 总数 × 100%',
    kind: 'quant',
    operator: 'ge',
    unit: '%',
    count: 'point',
    basis: 'workPlan',
    obtaining: 'directProof',
    example: '≥95%',
    dataSource: '部门业务记录',
    evidenceClass: 'working',
    evidence: '验收单',
    frequency: 'year',
    projectKinds: [],
    synonyms: [],
    isLocked: false,
    sourceId: 'jiheng-default',
    standing: 'proposal',
    mistakes: '没有记录。',
    ...given,
  } satisfies LibraryIndicator
}

/** Eight indicators of three sectors, enough to tell name, synonym, level and sector apart. */
export const SAMPLE: IndicatorLibrary = {
  sectors: [
    { id: 'common', title: '共性指标', words: [] },
    { id: 'water', title: '水利', words: ['水利', '水务'] },
    { id: 'education', title: '教育', words: ['教育', '学校'] },
  ],
  indicators: [
    makeIndicator({ id: 'COM-001', name: '项目验收合格率', synonyms: ['竣工验收通过率'], example: '=100%' }),
    makeIndicator({
      id: 'COM-002',
      name: '项目总成本',
      level1: 'cost',
      level2: 'economicCost',
      operator: 'le',
    }),
    makeIndicator({
      id: 'COM-003',
      name: '服务对象满意度',
      level1: 'satisfaction',
      level2: 'serviceSatisfaction',
      synonyms: ['群众满意度'],
    }),
    makeIndicator({ id: 'COM-004', name: '受益人口数', level1: 'benefit', level2: 'social', unit: '人' }),
    makeIndicator({ id: 'WAT-001', name: '供水水质达标率', sector: 'water' }),
    makeIndicator({ id: 'WAT-002', name: '治理河道长度', sector: 'water', level2: 'quantity', unit: '公里' }),
    makeIndicator({
      id: 'EDU-001',
      name: '新增公办学位数',
      sector: 'education',
      level2: 'quantity',
      unit: '个',
    }),
    makeIndicator({ id: 'EDU-002', name: '办学条件达标学校比例', sector: 'education' }),
  ],
}
