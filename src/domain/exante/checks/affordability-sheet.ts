import {
  affordabilitySheetOf,
  type Budget,
  budgetsOf,
  BUDGETS,
  COLUMNS_OF,
  filledYears,
} from '../compute/index.ts'
import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-102 财力测算完整: every year of the project and those after it, each once, each cell known. */
export const EXA_102: RuleHeader = {
  id: 'EXA-102',
  name: '财力可承受能力测算完整',
  stage: 'exante',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（一）对财力的可承受力作出科学评估'),
  parameters: ['exante.affordability_years'],
}

const FIELDS: { readonly [B in Budget]: string } = { general: 'affordability', fund: 'fundAffordability' }

const at = (field: string, row?: number, column?: string) => ({
  section: 'affordability',
  field,
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
})

/** @param requiredYears the years the sheet has to cover; none while the project's period is not known */
export function checkAffordabilitySheet(
  content: ExanteEvaluationContent,
  requiredYears: readonly number[],
): Finding[] {
  const sheet = affordabilitySheetOf(content)
  return [
    ...foundIf(
      content.usesFundBudget === null || content.usesFundBudget === undefined,
      EXA_102,
      '请写明本项目是否使用政府性基金预算。',
      at('usesFundBudget'),
    ),
    ...budgetsOf(sheet).flatMap((budget) => checkBudget(content, budget, requiredYears)),
    ...checkAssumptions(content),
  ]
}

function checkBudget(
  content: ExanteEvaluationContent,
  budget: Budget,
  requiredYears: readonly number[],
): Finding[] {
  const field = FIELDS[budget]
  const sheet = affordabilitySheetOf(content)
  const rows = (budget === 'fund' ? content.fundAffordability : content.affordability) ?? []
  if (rows.length === 0) {
    return [found(EXA_102, `${BUDGETS[budget]}的财力测算还没有填写，请由财政业务股逐年填写。`, at(field))]
  }
  const missing = requiredYears.filter((year) => !rows.some((row) => row.year === year))
  const message = `${BUDGETS[budget]}的财力测算缺少 ${missing.join('、')} 年，项目实施期和其后各年都要测算，请补充。`
  const filled = filledYears(sheet, budget)
  return [
    ...foundIf(missing.length > 0, EXA_102, message, at(field)),
    ...rows.flatMap((row, index) => {
      const name = row.year ? `${row.year} 年` : `第 ${index + 1} 行`
      const isTwice = rows.findIndex((other) => other.year === row.year) < index
      const unknown = unknownColumns(
        filled.find(({ year }) => year === row.year),
        budget,
      )
      return [
        ...foundIf(isTwice, EXA_102, `${name}重复，请合并。`, at(field, index, 'year')),
        ...foundIf(
          unknown.length > 0,
          EXA_102,
          `${name}未填${unknown.map(({ label }) => `“${label}”`).join('、')}，没有的填 0，或填写增长假设和依据。`,
          at(field, index, unknown[0]?.id ?? 'year'),
        ),
      ]
    }),
  ]
}

function unknownColumns(filled: ReturnType<typeof filledYears>[number] | undefined, budget: Budget) {
  if (!filled) return COLUMNS_OF[budget]
  return filled.cells.filter(({ amount }) => amount === undefined).map(({ column }) => column)
}

function checkAssumptions({ growthAssumptions }: ExanteEvaluationContent): Finding[] {
  const rows = growthAssumptions ?? []
  return rows.flatMap((row, index) => {
    const isTwice = rows.findIndex((other) => other.column === row.column) < index
    return foundIf(
      Boolean(row.column) && isTwice,
      EXA_102,
      `第 ${index + 1} 项增长假设与前面重复，请只保留一项。`,
      at('growthAssumptions', index, 'column'),
    )
  })
}
