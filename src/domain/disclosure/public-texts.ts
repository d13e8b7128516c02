import type { PublishedProject } from './published-project.ts'

/** A text of a publication and what a person calls its place. */
export type PackageText = { readonly label: string; readonly text: string }

/** Every text of a publication that a person wrote, in the order in which it is shown. */
export function packageTexts(published: PublishedProject): PackageText[] {
  const { project, summary, target, selfEvaluation, evaluation, problems, rectification, decision } =
    published
  const line = (label: string, text: string) => ({ label: `公开数据“${label}”`, text })
  return [
    line('项目名称', project.name),
    line('公开标题', summary?.title ?? ''),
    line('公开内容摘要', summary?.text ?? ''),
    line('更正原因', published.published.correction ?? ''),
    line('公开网址', published.published.elsewhere?.url ?? ''),
    line('年度目标', target?.annualGoal ?? ''),
    line('实施期目标', target?.periodGoal ?? ''),
    ...(target?.indicators ?? []).map((row, at) =>
      line(`绩效目标第${at + 1}项指标`, `${row.name} ${row.targetText}`),
    ),
    ...(selfEvaluation?.rows ?? []).map((row, at) =>
      line(`自评第${at + 1}项指标`, `${row.target.name} ${row.targetText} ${row.actualInWords}`),
    ),
    ...(evaluation?.items ?? []).map((item, at) =>
      line(`评价第${at + 1}项指标`, `${item.name} ${item.basis}`),
    ),
    line('评价结论', evaluation?.conclusion ?? ''),
    ...(problems ?? []).flatMap((row, at) => [
      line(`问题第${at + 1}项`, row.problem),
      line(`问题第${at + 1}项建议`, row.suggestion),
    ]),
    ...(rectification ?? []).flatMap((row, at) => [
      line(`整改第${at + 1}项措施`, row.measure),
      line(`整改第${at + 1}项结果`, row.result),
    ]),
    line('预算安排理由', decision?.reason ?? ''),
    ...published.withheld.flatMap((row, at) => [
      line(`不公开内容第${at + 1}项`, row.what),
      line(`不公开内容第${at + 1}项理由`, row.reason),
    ]),
  ].filter(({ text }) => text.trim() !== '')
}

/** The same value with every text passed through a change, such as covering what must not be read. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)])) as T
}
