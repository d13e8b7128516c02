import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Content } from '../../../domain/forms/form.ts'
import type { TargetsSheetContent } from '../../../domain/forms/contents.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import type { RecordView } from '../../shapes.ts'
import { rulesDay, useRuleReader } from '../doctor/use-rule-reader.ts'

const NONE: readonly Finding[] = []

/**
 * What the table doctor says of a target sheet with every key, before anything is saved. The doctor is
 * fetched only where it is needed; until it is here, and where it cannot be had, it says nothing.
 */
export function useLiveFindings({ record, project, fiscalYear }: RecordView, content: Content) {
  const isWanted = record.kind === 'targets.sheet' && !record.isFinal
  const { reader } = useRuleReader(rulesDay(fiscalYear, ''), isWanted)
  const { data: check } = useQuery({
    queryKey: ['targets-doctor'],
    queryFn: async () =>
      (await import('../../../domain/doctor/forms/check-targets-draft.ts')).checkTargetsDraft,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    enabled: isWanted,
  })
  const projectName = project?.name ?? ''
  return useMemo(
    () =>
      check && reader
        ? check(content as TargetsSheetContent, { year: fiscalYear, projectName }, reader)
        : NONE,
    [check, reader, content, fiscalYear, projectName],
  )
}
