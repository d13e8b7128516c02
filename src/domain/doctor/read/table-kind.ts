import type { TableKind } from '../table.ts'

const BY_TITLE: readonly (readonly [TableKind, RegExp])[] = [
  ['monitoring', /监控/],
  ['ex_ante', /事前(绩效)?评估|事前评审/],
  ['department_overall', /部门整体|整体支出/],
  ['target_declaration', /目标(申报|审批|批复|下达)?表|目标申报|绩效目标(?!.*自评)$/],
  ['self_evaluation', /自评/],
  ['evaluation_report', /评价报告|绩效评价/],
  ['target_declaration', /绩效目标/],
]

/** What kind of table this is, from its title and from what its columns hold. */
export function kindOf(
  title: string,
  holds: { readonly values: boolean; readonly scores: boolean },
): TableKind {
  const plain = title.normalize('NFKC').replace(/\s/g, '')
  const named = BY_TITLE.find(([, words]) => words.test(plain))?.[0]
  const isScored = holds.scores && holds.values
  // 绩效目标自评表 is a self-evaluation whatever comes first in its title.
  if (/自评/.test(plain) && named === 'target_declaration') return 'self_evaluation'
  if (named === 'target_declaration' && isScored) return 'self_evaluation'
  if (named) return named
  if (isScored) return 'self_evaluation'
  return holds.values ? 'unknown' : 'target_declaration'
}

/** The budget year a title or heading names. */
export function yearOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const found = /(20\d{2})年度/.exec(plain) ?? /(20\d{2})年/.exec(plain)
  return found ? Number(found[1]) : null
}
