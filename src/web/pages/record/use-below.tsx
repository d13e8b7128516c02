import { lazy, type ReactNode, Suspense } from 'react'
import type { Content } from '../../../domain/forms/form.ts'
import type { RecordView } from '../../shapes.ts'

/** Charts are fetched only where a record has some. */
const AffordabilityPanel = lazy(async () => ({
  default: (await import('./affordability/affordability-panel.tsx')).AffordabilityPanel,
}))

/** What sections of this kind of record show below their fields. */
export function useBelow(view: RecordView, content: Content): Readonly<Record<string, ReactNode>> {
  if (view.record.kind !== 'exante.evaluation') return {}
  return {
    affordability: (
      <Suspense fallback={null}>
        <AffordabilityPanel view={view} content={content} />
      </Suspense>
    ),
  }
}
