import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_061: RuleHeader = {
  id: 'RES-061',
  name: '通报表扬和点名',
  stage: 'results',
  kind: 'compute',
  source: cite('jiheng-default', '评价结果通报'),
  standing: 'proposal',
  parameters: ['results.circular_lists'],
}

export type ListedResult = {
  readonly name: string
  readonly grade: Grade | null
  readonly score_x100: number | null
}

/** RES-061: whom a circular praises and whom it names, by grade, the higher score first. */
export function computeCircularLists<Result extends ListedResult>(
  results: readonly Result[],
  rules: ParameterReader,
): Explained<{ readonly praised: readonly Result[]; readonly named: readonly Result[] }> {
  const lists = rules.value('results.circular_lists')
  const among = (grades: readonly Grade[]) =>
    results
      .filter(({ grade }) => grade !== null && grades.includes(grade))
      .sort((a, b) => (b.score_x100 ?? 0) - (a.score_x100 ?? 0))
  const [praised, named] = [among(lists.value.praised), among(lists.value.named)]
  const words = (grades: readonly Grade[]) => grades.map((grade) => GRADES[grade]).join('、') || '无'
  return {
    praised,
    named,
    explanation: explain(RES_061, {
      sentence: `等级为${words(lists.value.praised)}的${praised.length}个项目通报表扬，等级为${words(lists.value.named)}的${named.length}个项目点名。`,
      inputs: results.map(({ name, grade }) => ({ label: name, value: grade ? GRADES[grade] : '未定等级' })),
      parameters: [lists],
      formula: '按等级列名，得分高的在前',
      result: `表扬${praised.length}个，点名${named.length}个`,
    }),
  }
}
