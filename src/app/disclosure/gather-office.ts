import type { PublishedOffice } from '../../domain/disclosure/published-office.ts'
import type { PublishedProject } from '../../domain/disclosure/published-project.ts'
import type { TargetsDepartmentWholeContent, TargetsPolicyContent } from '../../domain/forms/contents.ts'
import { departmentWhole, policyTarget } from '../../domain/targets/index.ts'
import type { RecordData } from '../records/record-data.ts'

type Content = TargetsDepartmentWholeContent & TargetsPolicyContent

/** What the target of a department or a policy says of itself; nothing for other records. */
export function gatherOffice({ kind, content }: RecordData): PublishedOffice | undefined {
  if (kind !== departmentWhole && kind !== policyTarget) return undefined
  const said = content as Content
  return {
    kind: kind === departmentWhole ? 'departmentWhole' : 'policy',
    duty: said.duty ?? '',
    tasks: (said.tasks ?? []).map((task) => ({
      ...{ name: task.name ?? '', content: task.content ?? '', projectCode: task.projectCode ?? '' },
      ...{
        total_fen: task.total_fen ?? '',
        fiscal_fen: task.fiscal_fen ?? '',
        other_fen: task.other_fen ?? '',
      },
    })),
    basis: said.basis ?? '',
    beneficiaries: said.beneficiaries ?? '',
    periodStart: said.periodStart ?? '',
    periodEnd: said.periodEnd ?? '',
    periodTotal_fen: said.periodTotal_fen ?? '',
    noSatisfactionReason: said.noSatisfactionReason ?? '',
  }
}

/** The head of its page: the policy by its name, the rest by the department. */
export function headOfOffice({ content }: RecordData, department: string): PublishedProject['project'] {
  const { policyName, total_fen } = content as Content
  return {
    name: policyName ?? `${department}整体支出绩效目标`,
    ...{ code: '', unit: department, department, category: '', budget_fen: total_fen ?? '0' },
  }
}
