import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import { usePlace } from '../../session.tsx'
import { zh } from '../../zh.ts'
import type { Beginnable } from './present-file.ts'

/** Begins a record and opens it; without a project it belongs to the jurisdiction as a whole. */
export function BeginButton({
  one,
  projectId,
  label,
}: {
  readonly one: Beginnable
  readonly projectId?: string
  readonly label?: string
}) {
  const place = usePlace()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const begin = useMutation({
    mutationFn: () =>
      post<{ recordId: string }>(one.path, {
        ...(projectId === undefined ? { fiscalYear: Number(place.year) } : { projectId }),
        ...(one.subjectId === undefined ? {} : { subjectId: one.subjectId }),
        ...(one.planStage === undefined ? {} : { content: { stage: one.planStage } }),
        ...(one.content === undefined ? {} : { content: one.content }),
      }),
    onSuccess: async ({ recordId }) => {
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
      await navigate({ to: '/$jurisdiction/$year/records/$recordId', params: { ...place, recordId } })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  return (
    <Button loading={begin.isPending} onClick={() => begin.mutate()}>
      {label ?? zh.file.begin(one.title)}
    </Button>
  )
}
