import type { ReportFinding } from '../domain/evaluation/report/report.ts'

/** What pages of evaluation read from `/api`. */
export type ExaminedReport = {
  readonly attachmentId: string
  readonly name: string
  readonly unreadable: string | null
  readonly findings: readonly ReportFinding[]
}

export type ReportCheck = { readonly compared: number; readonly reports: readonly ExaminedReport[] }
