import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-108 专家独立: nobody judges a project of their own house, or with an interest, or twice. */
export const EXA_108: RuleHeader = {
  id: 'EXA-108',
  name: '评估专家独立性',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '责权清晰、主体分离'),
  standing: 'seen',
}

/** @param names of the implementing unit and its department, compared with the experts' employers */
export function checkIndependence({ experts }: ExanteEvaluationContent, names: readonly string[]): Finding[] {
  const rows = experts ?? []
  const own = new Set(names.map((name) => name.trim()).filter((name) => name !== ''))
  return rows.flatMap((row, index) => {
    const at = (column: string, message: string) =>
      found(EXA_108, `第 ${index + 1} 名专家${message}`, {
        section: 'experts',
        field: 'experts',
        row: index,
        column,
      })
    const findings: Finding[] = []
    if (row.isConflictDeclared) findings.push(at('isConflictDeclared', '申报了利害关系，应当回避，请更换。'))
    if (own.has(row.employer?.trim() ?? '')) {
      findings.push(at('employer', `的工作单位“${row.employer}”就是项目单位或主管部门，请更换。`))
    }
    if (row.person && rows.findIndex((other) => other.person === row.person) < index) {
      findings.push(at('person', '重复，请删除。'))
    }
    return findings
  })
}
