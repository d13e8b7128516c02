import {
  checkBothHalves,
  checkCauses,
  checkCorrection,
  checkExecutionFigures,
  checkExtendedContent,
  checkFieldChecks,
  checkFieldRecords,
  checkJudgements,
  checkVerdict,
} from '../../domain/monitoring/checks/index.ts'
import { MON_003 } from '../../domain/monitoring/compute/index.ts'
import type { MonitoringRoundContent } from '../../domain/forms/contents.ts'
import { foundIf, isWritten } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import type { RoundFigures } from './round-figures.ts'
import { isKey, type RoundRisks, roundRisks } from './round-risks.ts'

/** What the unit must have said before it reports: both halves, reasons, and a plan where it is red. */
export function reportFindings(context: Context, data: RecordData, figures: RoundFigures): Finding[] {
  const content = data.content as MonitoringRoundContent
  return [
    ...checkBothHalves(content),
    ...checkExecutionFigures(content),
    ...checkCauses(content, figures.lights),
    ...checkCorrection(content, figures.lights, context.today),
    ...checkExtendedContent(content, isKey(data)),
    ...forecastFindings(content, figures),
  ]
}

/** An expectation far above the straight line is believed when it is explained. */
function forecastFindings({ progress }: MonitoringRoundContent, { round }: RoundFigures): Finding[] {
  return (progress ?? []).flatMap((row, index) => {
    const forecast = round.indicators[index]?.forecast
    const isOpen = forecast?.needsReason === true && !isWritten(row.note) && !isWritten(row.causeText)
    return foundIf(
      isOpen,
      MON_003,
      `“${row.name ?? ''}”${forecast?.explanation.sentence ?? ''}请在“备注”中写明依据。`,
      { section: 'progress', field: 'progress', row: index, column: 'note' },
      'warning',
    )
  })
}

/**
 * What finance must have done before it concludes: looked on the spot, and said what the lights say.
 * @param known the risks of the round, where they were computed already
 */
export async function conclusionFindings(
  context: Context,
  data: RecordData,
  figures: RoundFigures,
  known?: RoundRisks,
): Promise<Finding[]> {
  const content = data.content as MonitoringRoundContent
  const opened = await findRoundFindings(context, data)
  const risks = known ?? (await roundRisks(context, data, figures))
  // Concluding on a yellow or red light opens a finding by itself.
  const findings = opened.length + (needsFinding(figures) ? 1 : 0)
  return [
    ...checkFieldChecks(content, isKey(data)),
    ...checkFieldRecords(content, isKey(data)),
    ...checkVerdict(content, { lights: figures.lights, findings }),
    ...checkJudgements(content, risks.judgements, rulesOf(context, data)),
  ]
}

export function needsFinding({ round }: RoundFigures): boolean {
  return round.light === 'yellow' || round.light === 'red'
}

/** The findings this round has opened. */
export async function findRoundFindings(context: Context, { record }: RecordData) {
  return findRecords(context.db, {
    jurisdictionId: record.jurisdictionId,
    kind: 'monitoring.finding',
    subjectId: record.id,
  })
}
