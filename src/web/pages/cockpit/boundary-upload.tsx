import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Upload } from 'antd'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import { useMe } from '../../session.tsx'
import type { PilotBoundary } from '../../shapes-pilot.ts'
import { zh } from '../../zh.ts'

const words = zh.pilot.boundary
/** What a request may carry, with room for what stands around the file. */
const BYTES_MAX = 1_500_000

/** What is wrong with the file is known before it is sent. */
class UnfitFile extends Error {}

/** Where the region hands in its official boundary file; everybody else reads where it comes from. */
export function BoundaryUpload({ boundary }: { readonly boundary: PilotBoundary }) {
  const { role } = useMe().post
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const upload = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > BYTES_MAX) throw new UnfitFile(words.tooLarge)
      return post<{ places: number }>('/api/pilot/boundary', {
        name: file.name.slice(0, 200),
        collection: parse(await file.text()),
      })
    },
    onSuccess: async ({ places }) => {
      void message.success(words.done(places))
      await queryClient.invalidateQueries({ queryKey: ['pilot-boundary'] })
    },
    onError: (error) => void message.error(error instanceof UnfitFile ? error.message : messageOf(error), 8),
  })
  const from =
    boundary.name && boundary.uploadedOn ? words.from(boundary.name, boundary.uploadedOn) : undefined
  if (role !== 'province') return from === undefined ? null : <p className="muted">{from}</p>
  return (
    <p className="muted">
      <Upload
        accept=".json,.geojson"
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file)
          return false
        }}
      >
        <Button size="small" loading={upload.isPending}>
          {words.upload}
        </Button>
      </Upload>{' '}
      {from ?? words.help}
    </p>
  )
}

/** @throws UnfitFile in words, for a file that is no JSON */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnfitFile(words.notJson)
  }
}
