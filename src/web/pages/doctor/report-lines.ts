import type { DoctorReport } from '../../../domain/doctor/index.ts'
import { zh } from '../../zh.ts'

/** The findings as lines of text for a letter or a message. */
export function reportLines({ findings }: DoctorReport): string[] {
  if (findings.length === 0) return [zh.doctor.noFindings]
  return findings.map(
    ({ severity, message, source, ruleId }, index) =>
      `${index + 1}. 【${zh.doctor.severities[severity]}】${message}${zh.doctor.source(source)}（${ruleId}）`,
  )
}
