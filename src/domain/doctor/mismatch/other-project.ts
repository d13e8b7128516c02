import { pairsOf, sharedPairs } from '../read/pairs.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'
import { type Mismatch, SENTENCES } from './mismatch.ts'

/** 云溪县农村公路建设项目已完成: the project a sentence speaks of, named before 项目. */
const SUBJECT =
  /(?:^|[。；;，])([\u4e00-\u9fff“”《》()]{5,30}?)(?:项目|工程)(?=已|总体|全部|于|按|全面|整体|基本|如期|顺利|圆满|资金|实施|完成)/g
/** Words every project's name is made of. */
const COMMON =
  /项目|工程|建设|资金|专项|补助|补贴|经费|管理|服务|实施|完成|部门|整体|支出|年度|绩效|工作|中央|省级|市级|县级/g
/** So little in common that it is another project. */
const LEAST_SHARED = 0.15
const SHORTEST = 3

/** A project named in a sentence that has hardly a word in common with the table's own. */
export function otherProjects({ table, rows }: Study): Mismatch[] {
  const own = contentOf(
    [table.projectName, table.title, table.unit, table.annualGoal, ...rows.map(({ row }) => row.name)].join(
      '，',
    ),
  )
  if (!table.projectName || own.size === 0 || table.kind === 'department_overall') return []
  return SENTENCES.flatMap(([field, title, key]): Mismatch[] => {
    const text = key === 'annualGoal' ? null : table[key]
    for (const [, subject = ''] of (text ?? '').normalize('NFKC').replace(/,/g, '，').matchAll(SUBJECT)) {
      const pairs = contentOf(subject)
      if (/^(本|该|此|上述|以上|各|所有)/.test(subject) || pairs.size < SHORTEST) continue
      if (sharedPairs(pairs, own) / pairs.size >= LEAST_SHARED) continue
      const message = `${title}说的是“${subject}”，本项目是“${shorten(table.projectName, 30)}”，像是抄用了别的项目的文字。请改为本项目的情况。`
      return [{ where: { field }, message }]
    }
    return []
  })
}

/** What is left of a text without the words every project has. */
function contentOf(text: string): Set<string> {
  return pairsOf(text.normalize('NFKC').replace(COMMON, '，'))
}
