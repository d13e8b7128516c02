import { useMemo } from 'react'
import { libraryExamples } from '../../../domain/doctor/library-examples.ts'
import { indexesOf } from '../../library-index.ts'
import { useIndicators } from '../../queries.ts'
import { usePlace } from '../../session.tsx'

/** Better wordings from this place's library; none until it is here, or for whoever may not read it. */
export function useLibraryExamples() {
  const { data } = useIndicators(usePlace().jurisdiction)
  return useMemo(() => data && libraryExamples(indexesOf(data).active), [data])
}
