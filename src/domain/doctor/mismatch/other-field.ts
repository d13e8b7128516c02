import { nameRow } from '../finding.ts'
import { type Field, fieldsIn } from '../read/fields.ts'
import type { StudiedRow, Study } from '../study.ts'
import { type Mismatch, SENTENCES } from './mismatch.ts'

/**
 * Words of another kind of project: 天桥 in a road project, 疫苗 in a housing project. What the project
 * is about is told by its name; what any other row or the goal also speaks of belongs to it.
 */
export function otherFields(study: Study): Mismatch[] {
  const { table, rows } = study
  // A department does many things.
  if (table.kind === 'department_overall') return []
  const ofRows = rows.map(({ row }) => fieldsIn(row.name))
  const own = fieldsIn([table.projectName, table.title].join('，'))
  const [first] = own
  if (!first) return []
  const fault = (field: Field) =>
    `说的是${field.name}，本项目是${first.name}项目，像是抄用了别的项目的文字。请改为本项目的内容。`
  const inRows = rows.flatMap((row, index): Mismatch[] => {
    const elsewhere = [
      ...own,
      ...fieldsIn(table.annualGoal),
      ...ofRows.flatMap((fields, at) => (at === index ? [] : fields)),
    ]
    const field = strange(row, ofRows[index] ?? [], elsewhere)
    return field ? [{ where: { row: index, field: 'name' }, message: `${nameRow(row)}${fault(field)}` }] : []
  })
  const known = [...own, ...ofRows.flat()]
  const inSentences = SENTENCES.flatMap(([field, title, key]): Mismatch[] => {
    const here = fieldsIn(doneIn(table[key] ?? ''))
    const [other] = here
    if (!other || here.some((each) => known.includes(each))) return []
    return [{ where: { field }, message: `${title}${fault(other)}` }]
  })
  return [...inRows, ...inSentences]
}

/**
 * Quality and time of a thing nobody else in the table knows. As a quantity what is built alongside other
 * works counts only where nothing is built. Benefits may lie in any field.
 */
function strange(row: StudiedRow, here: readonly Field[], known: readonly Field[]): Field | undefined {
  if (here.some((field) => known.includes(field))) return undefined
  if (row.level2 === 'quality' || row.level2 === 'timeliness') return here[0]
  if (row.level2 !== 'quantity' || row.isPart) return undefined
  const buildsNothing = known.every(({ kind }) => kind === 'service')
  return here.find(({ kind }) => kind !== 'alongside' || buildsNothing)
}

/** What a sentence says is done; 解决学生上学难 in a road project is a purpose, no other project. */
function doneIn(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return (
    plain.match(/(?:推进|实施|开展|完成|建设|新建|改建|改造|组织|做好|加强|推动|落实)[^，。；,;]{2,16}/g) ??
    []
  ).join('，')
}
