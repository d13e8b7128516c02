import type { UseCase } from '../../app/kernel/use-case.ts'
import {
  listRectification,
  viewKnownProblems,
  viewResponsibility,
  viewTaskChanges,
} from '../../app/results/index.ts'
import type { Route } from './route.ts'

const table: readonly (readonly [Route['method'], string, unknown])[] = [
  ['GET', '/api/results/known-problems', viewKnownProblems],
  ['GET', '/api/results/task-changes', viewTaskChanges],
  ['GET', '/api/results/responsibility', viewResponsibility],
  ['GET', '/api/results/rectification', listRectification],
]

/** Rectification beside its records: what was known before, and where everything stands. */
export const rectificationRoutes: readonly Route[] = table.map(([method, url, useCase]) => ({
  method,
  url,
  useCase: useCase as UseCase,
}))
