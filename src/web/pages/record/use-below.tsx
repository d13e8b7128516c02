import { lazy, type ReactNode, Suspense } from 'react'
import {
  COUNTY_COST_READERS,
  departmentEvaluation,
  financeEvaluation,
} from '../../../domain/evaluation/index.ts'
import { REPORT_CHECKERS } from '../../../domain/evaluation/report/report-checkers.ts'
import { COMPARISON_READERS } from '../../../domain/exante/comparison-readers.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { monitoringRound } from '../../../domain/monitoring/index.ts'
import { useMe } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'

/** Charts are fetched only where a record has some. */
const AffordabilityPanel = lazy(async () => ({
  default: (await import('./affordability/affordability-panel.tsx')).AffordabilityPanel,
}))

const OutlookPanel = lazy(async () => ({
  default: (await import('../../components/outlook/outlook-panel.tsx')).OutlookPanel,
}))

const ComparisonPanel = lazy(async () => ({
  default: (await import('./comparison/comparison-panel.tsx')).ComparisonPanel,
}))

const CountyCosts = lazy(async () => ({
  default: (await import('./comparison/county-costs.tsx')).CountyCosts,
}))

const UpdateLinksPanel = lazy(async () => ({
  default: (await import('./update-links/update-links.tsx')).UpdateLinksPanel,
}))

const TaskChangesPanel = lazy(async () => ({
  default: (await import('./task-changes.tsx')).TaskChangesPanel,
}))

const EVALUATIONS: readonly string[] = [financeEvaluation.kind, departmentEvaluation.kind]

const ReportPanel = lazy(async () => ({
  default: (await import('./report/report-panel.tsx')).ReportPanel,
}))

/** What sections of this kind of record show below their fields. */
export function useBelow(view: RecordView, content: Content): Readonly<Record<string, ReactNode>> {
  const { post } = useMe()
  if (EVALUATIONS.includes(view.record.kind)) return belowEvaluation(view.record, post?.role)
  if (view.record.kind === 'results.task') {
    return {
      problem: (
        <Suspense fallback={null}>
          <TaskChangesPanel recordId={view.record.id} />
        </Suspense>
      ),
    }
  }
  if (view.record.kind === 'monitoring.round' && view.project !== null) {
    return belowRound(view.record, view.project.id, post?.role)
  }
  if (view.record.kind !== 'exante.evaluation') return {}
  return {
    affordability: (
      <Suspense fallback={null}>
        <AffordabilityPanel view={view} content={content} />
      </Suspense>
    ),
    ...(COMPARISON_READERS.some((role) => role === post?.role)
      ? {
          comparison: (
            <Suspense fallback={null}>
              <ComparisonPanel recordId={view.record.id} />
            </Suspense>
          ),
        }
      : {}),
  }
}

/** The two lines of the year; for the unit, links to its owners of indicators while the round is open. */
function belowRound(
  { id, state }: RecordView['record'],
  projectId: string,
  role: string | undefined,
): Readonly<Record<string, ReactNode>> {
  return {
    analysis: (
      <Suspense fallback={null}>
        <OutlookPanel projectId={projectId} />
      </Suspense>
    ),
    ...(role === 'unit' && state === monitoringRound.workflow.initial
      ? {
          progress: (
            <Suspense fallback={null}>
              <UpdateLinksPanel recordId={id} />
            </Suspense>
          ),
        }
      : {}),
  }
}

/** Costs beside other places below the money; what the report check found below the conclusion. */
function belowEvaluation(
  { id }: RecordView['record'],
  role: string | undefined,
): Readonly<Record<string, ReactNode>> {
  const isReader = COUNTY_COST_READERS.some((one) => one === role)
  const isChecker = REPORT_CHECKERS.some((one) => one === role)
  return {
    ...(isReader
      ? {
          money: (
            <Suspense fallback={null}>
              <CountyCosts recordId={id} />
            </Suspense>
          ),
        }
      : {}),
    ...(isChecker
      ? {
          conclusion: (
            <Suspense fallback={null}>
              <ReportPanel recordId={id} />
            </Suspense>
          ),
        }
      : {}),
  }
}
