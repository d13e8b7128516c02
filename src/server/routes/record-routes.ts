import type { UseCase } from '../../app/kernel/use-case.ts'
import { kindPath } from '../../app/records/present.ts'
import { saveDraft } from '../../app/records/save-draft.ts'
import { ACTS, BEGINS, viewRecord } from '../../app/use-cases.ts'
import type { Route } from './route.ts'

/** Records: one way to look, one to save, and one address per row of the workflow tables. */
export const recordRoutes: readonly Route[] = [
  { method: 'GET', url: '/api/records/:recordId', useCase: viewRecord as unknown as UseCase },
  { method: 'PUT', url: '/api/records/:recordId', useCase: saveDraft as unknown as UseCase },
  ...BEGINS.map((begin) => ({
    method: 'POST' as const,
    url: kindPath(begin.recordKind),
    useCase: begin as unknown as UseCase,
  })),
  ...ACTS.filter(({ recordKind, action }) => !recordKind.workflow.actions[action]?.isSystem).map((act) => ({
    method: 'POST' as const,
    url: `${kindPath(act.recordKind)}/:recordId/${act.action}`,
    useCase: act as unknown as UseCase,
  })),
]
