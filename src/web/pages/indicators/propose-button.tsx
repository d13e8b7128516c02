import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { LibraryChangeKind } from '../../../domain/indicators/index.ts'
import { libraryChange } from '../../../domain/targets/index.ts'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { RevisionCandidate } from '../../shapes-rules.ts'
import { pathOfKind } from '../project/present-file.ts'

type Wanted =
  | { readonly change: LibraryChangeKind; readonly indicatorId?: string }
  | { readonly candidate: RevisionCandidate }

/** Whether this post proposes changes to the library of the place that is looked at. */
export function useMayPropose(): boolean {
  const { post: seat } = useMe()
  const { jurisdiction } = usePlace()
  return seat.jurisdictionId === jurisdiction && libraryChange.createdBy.some((role) => role === seat.role)
}

/** Begins the draft of a proposal and opens it. */
export function ProposeButton({ label, wanted }: { readonly label: string; readonly wanted: Wanted }) {
  const place = usePlace()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const begin = useMutation({
    mutationFn: () =>
      'candidate' in wanted
        ? post<{ recordId: string }>('/api/indicators/from-evaluation', {
            recordId: wanted.candidate.recordId,
            rowId: wanted.candidate.rowId,
            reason: wanted.candidate.reason,
          })
        : post<{ recordId: string }>(pathOfKind(libraryChange.kind), { content: wanted }),
    onSuccess: async ({ recordId }) => {
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
      await navigate({ to: '/$jurisdiction/$year/records/$recordId', params: { ...place, recordId } })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  return (
    <Button size="small" loading={begin.isPending} onClick={() => begin.mutate()}>
      {label}
    </Button>
  )
}
