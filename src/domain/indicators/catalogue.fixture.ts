import type { ParameterValues } from '../rules/parameter-values.ts'

const COMMON = [
  'output/quantity',
  'output/quality',
  'output/timeliness',
  'benefit/economic',
  'benefit/social',
  'benefit/ecological',
  'satisfaction/serviceSatisfaction',
]

/** Both catalogues, with projects and policies under the older one and the department as a whole under the newer. */
export const CATALOGUE_VALUES: ParameterValues['targets.catalogue'] = {
  project: 'CATALOG_88_10',
  departmentWhole: 'CATALOG_101',
  policy: 'CATALOG_88_10',
  catalogues: [
    {
      code: 'CATALOG_88_10',
      label: '成本列入产出指标',
      levels: [...COMMON, 'output/outputCost', 'benefit/sustainability'],
    },
    {
      code: 'CATALOG_101',
      label: '成本为一级指标',
      levels: [...COMMON, 'cost/economicCost', 'cost/socialCost', 'cost/ecologicalCost'],
    },
  ],
}
