import type { UseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { cancelDossierJob, defineStartDossier, downloadDossier, viewDossierJob } from './package-use-cases.ts'
import { defineViewProjectDossier, viewPlaceDossier } from './view-dossier.ts'

export { officialDocuments } from './print-records.ts'

/** 试点档案: seeing it, and having it made into one package. */
export function defineDossier(behaviours: ReadonlyMap<string, RecordBehaviour>) {
  return {
    viewProject: defineViewProjectDossier(behaviours),
    viewPlace: viewPlaceDossier,
    start: defineStartDossier(behaviours),
    job: viewDossierJob,
    cancel: cancelDossierJob,
    download: downloadDossier,
  } as unknown as Readonly<
    Record<'viewProject' | 'viewPlace' | 'start' | 'job' | 'cancel' | 'download', UseCase>
  >
}
