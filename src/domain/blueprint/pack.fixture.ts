import fc from 'fast-check'
import type { PackHead, PackParts } from './pack.ts'

/** Text as people write it, and what no one should. */
const text = fc.oneof(
  fc.constantFrom('绩效目标', '≥95%', '“引号”、换行\n', 'a"b\\c', '\u0000\u001f', '😀'),
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }).map((one) => `字${one}`),
)
const day = fc.constantFrom('2024-06-30', '2023-01-01')
const value = fc.jsonValue({ maxDepth: 3 })
const standing = fc.constantFrom('seen' as const, 'memory' as const, 'proposal' as const)
const stage = fc.constantFrom('exante' as const, 'targets' as const, 'results' as const)

const parameter = fc.record({
  id: text,
  title: text,
  unit: text,
  value,
  text,
  from: day,
  sourceTitle: text,
  article: text,
  standing,
  isChecked: fc.boolean(),
  places: fc.array(text, { maxLength: 3 }),
})
const indicator = fc.record({
  indicator: fc.record({
    id: fc.constantFrom('AGR-001', '640221-001'),
    version: fc.integer({ min: 1, max: 9 }),
    sector: fc.constant('agriculture'),
    level1: fc.constant('output' as const),
    level2: fc.constant('quantity'),
    name: text,
    definition: fc.oneof(text, fc.constant('')),
    formula: text,
    kind: fc.constant('quant' as const),
    operator: fc.constant('ge' as const),
    unit: text,
    basis: fc.constant('policy' as const),
    obtaining: fc.constant('statistics' as const),
    example: text,
    dataSource: text,
    evidenceClass: fc.constant('official' as const),
    evidence: text,
    frequency: fc.constant('year' as const),
    projectKinds: fc.array(text, { maxLength: 2 }),
    synonyms: fc.array(text, { maxLength: 2 }),
    isLocked: fc.boolean(),
    sourceId: text,
    standing,
    mistakes: text,
  }),
  cited: text,
  revisedBy: fc.option(text, { nil: null }),
  uses: fc.nat(100),
})

/** Any content a blueprint may have. */
export const anyParts: fc.Arbitrary<PackParts> = fc.record({
  forms: fc.array(fc.record({ id: text, title: text, uses: fc.nat(9), definition: value }), { maxLength: 2 }),
  parameters: fc.array(parameter, { maxLength: 3 }),
  templates: fc.array(parameter, { maxLength: 1 }),
  calendars: fc.array(parameter, { maxLength: 1 }),
  indicators: fc.array(indicator, { maxLength: 2 }),
  rubrics: fc.array(
    fc.record({
      subject: fc.constantFrom('project' as const, 'policy' as const),
      place: text,
      effectiveFrom: fc.option(day, { nil: null }),
      basis: text,
      dimensions: fc.array(fc.record({ code: text, name: text }), { maxLength: 2 }),
      items: fc.array(
        fc.record({
          dimension: text,
          itemCode: text,
          item: text,
          weight_x100: fc.integer({ min: 1, max: 10_000 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 1 },
  ),
  cases: fc.array(
    fc.record({ title: text, rule: text, stages: fc.array(fc.record({ stage, text }), { maxLength: 2 }) }),
    { maxLength: 2 },
  ),
  lessons: fc.array(fc.record({ stage, problem: text, practice: text, figure: text, trace: text }), {
    maxLength: 2,
  }),
})

export const HEAD: PackHead = {
  name: '预算绩效规范管理蓝本',
  version: '2024-1',
  purpose: '供各地装入',
  publisher: '示例财政厅',
  jurisdiction: '640000',
  publishedOn: '2024-06-30',
  pilots: [
    {
      place: '示例县',
      jurisdiction: '640221',
      acceptedOn: '2024-06-20',
      documentNumber: '示财绩〔2024〕9号',
    },
  ],
}
