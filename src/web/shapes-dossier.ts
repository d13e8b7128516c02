/** What the pages of the dossier read from `/api/dossiers`. */

export type DossierLine = {
  readonly itemCode: string
  readonly stage: string
  readonly item: string
  readonly isPresent: boolean
  readonly note: string
  readonly recordId: string | null
}

export type DossierFinding = {
  readonly ruleId: string
  readonly name: string
  readonly severity: string
  readonly message: string
  readonly recordId: string | null
}

export type DossierProject = {
  readonly id: string
  readonly name: string
  readonly lines: readonly DossierLine[]
  readonly findings: readonly DossierFinding[]
}

export type TracedReport = {
  readonly recordId: string
  readonly title: string
  readonly numerals: number
  readonly untraced: readonly {
    readonly line: number
    readonly text: string
    readonly numeral: string
    readonly isWritten: boolean
  }[]
}

export type ProjectDossier = { readonly project: DossierProject; readonly reports: readonly TracedReport[] }

export type PlaceDossier = {
  readonly name: string
  readonly countyReport: DossierLine
  readonly projects: readonly DossierProject[]
}

export type DossierJob = {
  readonly id: string
  readonly subject: string
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  readonly current: string
}
