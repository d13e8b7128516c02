import type { PilotProgrammeContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

/** PIL-123 试点方案设置: inside the plan's period and numbers, days in order, every table of points makes 100. */
export const PIL_123: RuleHeader = {
  id: 'PIL-123',
  name: '试点方案设置',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（一）（三）'),
  parameters: ['pilot.period', 'pilot.projects_per_jurisdiction'],
}

export function checkProgramme(content: PilotProgrammeContent, rules: ParameterReader): Finding[] {
  return [...checkPeriod(content, rules), ...checkPlaces(content, rules), ...checkPoints(content)]
}

function checkPeriod(content: PilotProgrammeContent, rules: ParameterReader): Finding[] {
  const { from, to } = rules.value('pilot.period').value
  const [start, end] = [content.from ?? '', content.to ?? '']
  const isOutside = start < from || end > to || start > end
  return [
    ...foundIf(isOutside, PIL_123, `试点起止时间应在${from}至${to}之内，请核对。`, {
      section: 'programme',
      field: 'from',
    }),
    ...(content.milestones ?? []).flatMap((row, index) =>
      foundIf(
        (row.from ?? '') > (row.to ?? '') || (row.from ?? '') < start || (row.to ?? '') > end,
        PIL_123,
        `“${row.label ?? ''}”的起止日期应先后有序，并在试点起止时间之内，请核对。`,
        { section: 'calendar', field: 'milestones', row: index, column: 'to' },
      ),
    ),
  ]
}

function checkPlaces({ places }: PilotProgrammeContent, rules: ParameterReader): Finding[] {
  const { minimum, maximum } = rules.value('pilot.projects_per_jurisdiction').value
  const where = { section: 'places', field: 'places' }
  const taking = (places ?? []).filter(({ isTaking }) => isTaking === true)
  return [
    ...foundIf(taking.length === 0, PIL_123, '还没有参加地区，请勾选。', where),
    ...(places ?? []).flatMap((row, index) =>
      foundIf(
        row.isTaking === true && ((row.projects ?? 0) < minimum || (row.projects ?? 0) > maximum),
        PIL_123,
        `${row.placeName ?? row.place ?? ''}计划项目数应为${minimum}至${maximum}个，请核对。`,
        { ...where, row: index, column: 'projects' },
      ),
    ),
  ]
}

type Points = readonly { readonly weight_x100?: number | null }[] | null | undefined

function checkPoints(content: PilotProgrammeContent): Finding[] {
  const pass = content.pass_x100 ?? 0
  const codes = (content.criteria ?? []).map(({ itemCode }) => itemCode)
  const criteria = { section: 'acceptance', field: 'criteria' }
  return [
    ...sums100(content.selectionWeights, '选点排序', { section: 'points', field: 'selectionWeights' }),
    ...sums100(content.rankingWeights, '推进情况排名', { section: 'points', field: 'rankingWeights' }),
    ...sums100(content.criteria, '验收标准', criteria),
    ...foundIf(new Set(codes).size !== codes.length, PIL_123, '验收标准的编号不能重复，请修改。', criteria),
    ...foundIf(pass <= 0, PIL_123, '合格线应大于 0 分，请填写。', {
      section: 'acceptance',
      field: 'pass_x100',
    }),
  ]
}

function sums100(rows: Points, name: string, where: { section: string; field: string }): Finding[] {
  const total = (rows ?? []).reduce((sum, { weight_x100 }) => sum + (weight_x100 ?? 0), 0)
  return foundIf(
    total !== 100_00,
    PIL_123,
    `${name}的分值合计 ${formatWeight(total)} 分，应为 100 分，请调整。`,
    where,
  )
}
