import type { SampleReason } from '../domain/evaluation/compute/index.ts'
import type { ReportFinding } from '../domain/evaluation/report/report.ts'
import type { Explanation } from '../domain/shared/explanation.ts'

/** What pages of evaluation read from `/api`. */
export type ExaminedReport = {
  readonly attachmentId: string
  readonly name: string
  readonly unreadable: string | null
  readonly findings: readonly ReportFinding[]
}

export type ReportCheck = { readonly compared: number; readonly reports: readonly ExaminedReport[] }

export type CoverageLine = {
  readonly name: string
  readonly projects: number
  readonly evaluated: number
  readonly exempted: number
  readonly open: number
  readonly rate: string
  readonly explanation: Explanation
}

export type SampleItem = {
  readonly recordId: string
  readonly projectName: string
  readonly unitName: string
  readonly departmentName: string
  readonly stateTitle: string
  readonly reason: SampleReason
  readonly points: number
  readonly signals: readonly string[]
  readonly self: string | null
  readonly department: string | null
  readonly finance: string | null
  readonly difference: string | null
  readonly isDone: boolean
  readonly isOpen: boolean
  readonly explanation: Explanation
}

export type GapLine = {
  readonly recordId: string
  readonly projectName: string
  readonly unitName: string
  readonly departmentName: string
  readonly self: string | null
  readonly external: string | null
  readonly gap: string
  readonly isListed: boolean
  readonly explanation: Explanation
}

export type DutyLine = {
  readonly projectId: string
  readonly projectName: string
  readonly unitName: string
  readonly period: string
  readonly evaluated: string | null
  readonly duties: readonly string[]
  readonly explanation: Explanation
}

export type SelfQuality = {
  readonly coverage: { readonly whole: CoverageLine; readonly departments: readonly CoverageLine[] }
  readonly sample: {
    readonly forms: number
    readonly explanation: Explanation
    readonly items: readonly SampleItem[]
  }
  readonly duties: readonly DutyLine[]
  readonly gaps: readonly GapLine[]
}
