import type { Finding, FindingPlace, Severity } from './finding.ts'
import type { RuleHeader } from './rule-header.ts'

/**
 * Builds a finding under a check's title block: its ID, its source, and its severity unless another
 * is given.
 */
export function found(
  header: RuleHeader,
  message: string,
  where: FindingPlace = {},
  severity: Severity = header.severity ?? 'error',
): Finding {
  const { title, article } = header.source
  const source = article === undefined ? { title } : { title, article }
  return { ruleId: header.id, severity, message, where, source }
}

/** Nothing, or one finding: for rules that ask a single question. */
export function foundIf(
  isWrong: boolean,
  header: RuleHeader,
  message: string,
  where: FindingPlace = {},
  severity?: Severity,
): Finding[] {
  return isWrong ? [found(header, message, where, severity ?? header.severity ?? 'error')] : []
}

/** Whether a person has written something there. */
export function isWritten(text: string | null | undefined): boolean {
  return (text ?? '').trim() !== ''
}
