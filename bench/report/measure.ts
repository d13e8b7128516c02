import { checkReport } from '../../src/domain/evaluation/checks/report/index.ts'
import type { EarlierReport, ReportFinding, ReportPart } from '../../src/domain/evaluation/report/report.ts'
import type { ParameterReader } from '../../src/domain/rules/parameter-values.ts'
import { FAULTS, trickyParts } from './faults.ts'
import { type Draft, factsOf, writeReport } from './report.ts'
import { SUBJECTS } from './subjects.ts'

export type Measured = {
  readonly reports: number
  readonly planted: number
  readonly found: number
  readonly missed: readonly string[]
  /** Findings on the ten reports without a planted fault. */
  readonly falseAlarms: readonly string[]
  /** Paragraphs and table rows of the ten clean reports: what could have been blamed. */
  readonly places: number
  /** Findings beside the planted fault that the clean report does not have. */
  readonly strays: readonly string[]
  readonly byFault: readonly { readonly name: string; readonly planted: number; readonly found: number }[]
}

export const drafts = (): Draft[] =>
  SUBJECTS.map((subject, number) => {
    const draft = writeReport(subject, number % 3)
    return { ...draft, parts: trickyParts(draft) }
  })

/** The nine other reports, which are what was handed in before. */
export const earlierOf = (number: number): EarlierReport[] =>
  SUBJECTS.flatMap((subject, other) =>
    other === number
      ? []
      : [
          {
            name: `${subject.name}绩效评价报告`,
            paragraphs: writeReport(subject, other % 3).parts.flatMap((part) =>
              'paragraph' in part ? [part.paragraph] : [],
            ),
          },
        ],
  )

const keyOf = ({ ruleId, place, message }: ReportFinding) => `${ruleId} ${place} ${message}`

/** Every fault alone in each of the ten reports. */
export function measureReports(rules: ParameterReader): Measured {
  const all = drafts()
  const check = (parts: readonly ReportPart[], number: number) =>
    checkReport(parts, { ...factsOf(all[number]!.subject), earlier: earlierOf(number) }, rules)
  const clean = all.map(({ parts }, number) => check(parts, number))
  const missed: string[] = []
  const strays: string[] = []
  const byFault = FAULTS.map(({ name, ruleId, consequences = [], plant }) => {
    let planted = 0
    let found = 0
    all.forEach((draft, number) => {
      const parts = plant(draft, number)
      if (!parts) return
      planted += 1
      const known = new Set(clean[number]!.map(keyOf))
      const added = check(parts, number).filter((finding) => !known.has(keyOf(finding)))
      if (added.some((finding) => finding.ruleId === ruleId)) found += 1
      else missed.push(`${name} ${number + 1}`)
      strays.push(
        ...added
          .filter((finding) => finding.ruleId !== ruleId && !consequences.includes(finding.ruleId))
          .map((finding) => `${name} ${number + 1}: ${keyOf(finding)}`),
      )
    })
    return { name, planted, found }
  })
  return {
    reports: all.length,
    planted: byFault.reduce((sum, each) => sum + each.planted, 0),
    found: byFault.reduce((sum, each) => sum + each.found, 0),
    missed,
    falseAlarms: clean.flatMap((findings, number) =>
      findings.map((finding) => `${number + 1}: ${keyOf(finding)} | ${finding.excerpt}`),
    ),
    places: all.reduce(
      (sum, { parts }) =>
        sum + parts.reduce((own, part) => own + ('table' in part ? part.table.rows.length : 1), 0),
      0,
    ),
    strays,
    byFault,
  }
}
