import type { UseCase } from '../../app/kernel/use-case.ts'
import {
  issueRounds,
  listPaymentHolds,
  makeUpdateLinks,
  planRounds,
  updateOwnIndicators,
  viewOutlook,
  viewOwnIndicators,
} from '../../app/monitoring/index.ts'
import type { Route } from './route.ts'

const table: readonly (readonly [Route['method'], string, unknown])[] = [
  ['GET', '/api/monitoring/outlook', viewOutlook],
  ['GET', '/api/monitoring/tasks', planRounds],
  ['POST', '/api/monitoring/tasks', issueRounds],
  ['GET', '/api/monitoring/payment-holds', listPaymentHolds],
  ['GET', '/api/monitoring/own-indicators', viewOwnIndicators],
  ['PUT', '/api/monitoring/own-indicators', updateOwnIndicators],
  ['POST', '/api/monitoring/update-links', makeUpdateLinks],
]

/** Monitoring beside its records: lines over the year, rounds for many projects, entries for the payment side. */
export const monitoringRoutes: readonly Route[] = table.map(([method, url, useCase]) => ({
  method,
  url,
  useCase: useCase as UseCase,
}))
