import type { ReportFinding } from '../../src/domain/doctor/report.ts'
import { keyOf, type Label } from './labels.ts'

export type Tally = {
  labels: number
  doubtful: number
  found: number
  truePositive: number
  falsePositive: number
  falseNegative: number
  /** Labels marked as doubtful that were found as well. */
  doubtfulFound: number
}

export type Difference = {
  readonly file: string
  readonly kind: 'miss' | 'false alarm'
  readonly code: string
  readonly where: string
  readonly text: string
}

/** Compares the findings of one case with its labels: same code, same row or fund; the field is ignored. */
export function compareCase(
  file: string,
  labels: readonly Label[],
  findings: readonly ReportFinding[],
  tallies: Map<string, Tally>,
): Difference[] {
  const upheld = labels.filter((label) => label.rejected !== true)
  const found = new Map<string, ReportFinding>()
  for (const finding of findings) {
    const anywhere = upheld.some((label) => label.anywhere && label.rule === finding.ruleId)
    found.set(`${finding.ruleId} ${anywhere ? 'table' : keyOf(finding.where)}`, finding)
  }
  const differences: Difference[] = []
  const known = new Set<string>()
  for (const label of upheld) {
    const key = `${label.rule} ${label.anywhere ? 'table' : keyOf(label)}`
    if (known.has(key)) continue
    known.add(key)
    const tally = tallyOf(tallies, label.rule)
    const isFound = found.has(key)
    if (label.doubt) {
      tally.doubtful++
      if (isFound) tally.doubtfulFound++
      continue
    }
    tally.labels++
    if (isFound) tally.truePositive++
    else {
      tally.falseNegative++
      differences.push({ file, kind: 'miss', code: label.rule, where: keyOf(label), text: label.why })
    }
  }
  for (const [key, finding] of found) {
    const tally = tallyOf(tallies, finding.ruleId)
    tally.found++
    if (known.has(key)) continue
    tally.falsePositive++
    const where = keyOf(finding.where)
    differences.push({ file, kind: 'false alarm', code: finding.ruleId, where, text: finding.message })
  }
  return differences
}

function tallyOf(tallies: Map<string, Tally>, code: string): Tally {
  const known = tallies.get(code)
  if (known) return known
  const fresh = {
    labels: 0,
    doubtful: 0,
    found: 0,
    truePositive: 0,
    falsePositive: 0,
    falseNegative: 0,
    doubtfulFound: 0,
  }
  tallies.set(code, fresh)
  return fresh
}

/**
 * Precision and recall without the doubtful labels, and strictly: there a doubtful label is a label
 * like any other, so what was found of them counts as right and the rest as missed.
 */
export function ratesOf(tally: Tally) {
  const { truePositive, falsePositive, falseNegative, doubtful, doubtfulFound } = tally
  const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const strictTrue = truePositive + doubtfulFound
  return {
    precision: ratio(truePositive, truePositive + falsePositive),
    recall: ratio(truePositive, truePositive + falseNegative),
    strictPrecision: ratio(strictTrue, strictTrue + falsePositive),
    strictRecall: ratio(strictTrue, truePositive + falseNegative + doubtful),
  }
}
