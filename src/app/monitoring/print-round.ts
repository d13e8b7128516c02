import type { DocumentBlocks } from '../../domain/documents/block.ts'
import { LIGHTS } from '../../domain/monitoring/compute/index.ts'
import type { MonitoringRoundContent } from '../../domain/forms/contents.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildMonitoringSheet, type MonitoringLights } from '../../documents/monitoring-sheet.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, projectHead, signedOpinions } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { type RoundFigures, roundFigures } from './round-figures.ts'

/** 项目支出绩效目标执行监控表: what was reported, with the light of each half and of the project. */
export async function printRound(context: Context, data: RecordData): Promise<DocumentBlocks> {
  if (!data.project) throw new Error(`record ${data.record.id} has no project`)
  const source = await documentSource<MonitoringRoundContent>(context, data, 'monitoring-sheet')
  const figures = await roundFigures(context, { ...data, content: source.raw as RecordData['content'] })
  const submitted = data.acts.findLast((act) => act.action === 'submit')
  return buildMonitoringSheet({
    frame: source.frame,
    project: projectHead(context, source.project ?? data.project),
    content: source.content,
    annualGoal: figures?.target.content.annualGoal ?? null,
    lights: figures ? lightsOf(source.raw, figures) : {},
    opinions: signedOpinions(data, [
      { title: '主管部门审核意见', action: 'review' },
      { title: '财政部门监控结论', action: 'conclude' },
    ]),
    submittedOn: submitted ? dayOf(submitted.actedAt) : null,
  })
}

function lightsOf({ progress }: MonitoringRoundContent, figures: RoundFigures): MonitoringLights {
  const { round, hasMoney } = figures
  const byIndicator = (progress ?? []).map(
    ({ indicatorId }, index) =>
      [indicatorId ?? '', LIGHTS[round.indicators[index]?.light.light ?? 'pending']] as const,
  )
  return {
    ...(hasMoney
      ? {
          project: LIGHTS[round.light],
          projectReason: round.reason,
          money: LIGHTS[round.executionLight.light],
        }
      : {}),
    byIndicator: Object.fromEntries(byIndicator),
  }
}
