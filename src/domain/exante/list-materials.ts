import type { ExanteEvaluationMaterialsRow, ProjectEntryContent } from '../forms/contents.ts'
import type { ParameterValues } from '../rules/parameter-values.ts'

type Known = ParameterValues['exante.materials_by_category']

/**
 * The list a unit is asked for: the common rows, then what its category adds. A paper that came with
 * the project's own entry is marked as received and says where it is, so that nobody asks for it again.
 */
export function listMaterials(
  common: readonly ExanteEvaluationMaterialsRow[],
  entry: ProjectEntryContent,
  rules: Known,
): ExanteEvaluationMaterialsRow[] {
  const { category } = entry
  const own = rules.items
    .filter(({ categories }) => category !== null && category !== undefined && categories.includes(category))
    .map(
      ({ item, isRequired }): ExanteEvaluationMaterialsRow => ({
        appliesTo: 'both',
        item,
        isRequired,
        status: 'missing',
      }),
    )
  return [...common, ...own].map((row) => {
    const note = foundIn(row.item ?? '', entry, rules)
    return note === undefined ? row : { ...row, status: 'received', note }
  })
}

function foundIn(item: string, { approvals }: ProjectEntryContent, { known }: Known): string | undefined {
  const words = known.find((one) => one.item === item)?.words ?? []
  const paper = (approvals ?? []).find(
    ({ title, file }) => (file ?? []).length > 0 && words.some((word) => title?.includes(word)),
  )
  if (!paper) return undefined
  const number = paper.number ? `（${paper.number}）` : ''
  return `项目登记时已上传《${paper.title ?? ''}》${number}，见项目审批文件，不必重复提交。`
}
