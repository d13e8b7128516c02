import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, StudiedReport } from '../../report/report.ts'
import { paragraphPlace, reportFinding } from '../../report/report-finding.ts'

/** EVA-078 模板留空: what a template left to fill in is still there. */
export const EVA_078: RuleHeader = {
  id: 'EVA-078',
  name: '模板内容没有填写',
  stage: 'evaluation',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '报告应填写完整'),
}

const LEFT =
  /[X×Ｘ*＊]{2,}|[XxＸ×](?=万元|项目|单位|年|个|分)|_{3,}|（(?:请填写|待补充|此处|根据实际)[^）]{0,20}）|【[^】]{0,20}】|待(?:补充|核实填写|填写)/

export function checkReportPlaceholders({ paragraphs, cover, cells }: StudiedReport): ReportFinding[] {
  const say = (place: string, text: string): ReportFinding[] => {
    const match = LEFT.exec(text)
    return match
      ? [reportFinding(EVA_078, place, `“${match[0]}”是模板里待填的内容，请填写或删除。`, text)]
      : []
  }
  return [
    ...cover.flatMap((text) => say('封面', text)),
    ...paragraphs.flatMap((paragraph) => say(paragraphPlace(paragraph), paragraph.text)),
    ...cells.flatMap((text) => say('表格', text)),
  ]
}
