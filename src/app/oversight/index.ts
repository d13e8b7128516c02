import type { UseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { defineDownloadPackage } from './download-package.ts'
import { defineFollowFigure } from './follow-figure.ts'
import { openRecord } from './open-record.ts'
import { viewPlace } from './view-place.ts'
import { viewReport } from './view-report.ts'

export { openRecord, viewPlace, viewReport }

/** 监督查阅: what needs the behaviours of all kinds is given them. */
export function defineOversight(behaviours: ReadonlyMap<string, RecordBehaviour>) {
  return {
    followFigure: defineFollowFigure(() => behaviours),
    downloadPackage: defineDownloadPackage(() => behaviours),
  }
}

export const oversightUseCases = [viewPlace, openRecord, viewReport] as unknown as readonly UseCase[]
