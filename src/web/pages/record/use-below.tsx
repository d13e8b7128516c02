import { lazy, type ReactNode, Suspense } from 'react'
import {
  COUNTY_COST_READERS,
  departmentEvaluation,
  financeEvaluation,
} from '../../../domain/evaluation/index.ts'
import { COMPARISON_READERS } from '../../../domain/exante/comparison-readers.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { useMe } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'

/** Charts are fetched only where a record has some. */
const AffordabilityPanel = lazy(async () => ({
  default: (await import('./affordability/affordability-panel.tsx')).AffordabilityPanel,
}))

const ComparisonPanel = lazy(async () => ({
  default: (await import('./comparison/comparison-panel.tsx')).ComparisonPanel,
}))

const CountyCosts = lazy(async () => ({
  default: (await import('./comparison/county-costs.tsx')).CountyCosts,
}))

const EVALUATIONS: readonly string[] = [financeEvaluation.kind, departmentEvaluation.kind]

/** What sections of this kind of record show below their fields. */
export function useBelow(view: RecordView, content: Content): Readonly<Record<string, ReactNode>> {
  const { post } = useMe()
  if (EVALUATIONS.includes(view.record.kind)) {
    if (!COUNTY_COST_READERS.some((role) => role === post?.role)) return {}
    return {
      money: (
        <Suspense fallback={null}>
          <CountyCosts recordId={view.record.id} />
        </Suspense>
      ),
    }
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
