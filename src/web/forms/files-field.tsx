import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { ContentValue } from '../../domain/forms/form.ts'
import { messageOf } from '../api-error.ts'
import { upload } from '../api.ts'
import { formatSize } from '../format.ts'
import { zh } from '../zh.ts'
import { useForm } from './form-context.ts'

type Uploaded = { readonly attachmentId: string; readonly name: string }

const ACCEPTED = '.pdf,.doc,.docx,.xls,.xlsx,.wps,.et,.ofd,.jpg,.jpeg,.png,.zip'

export function idsOf(value: ContentValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}

/** Attachments: each is on the server before its id enters the content. */
export function FilesField({
  value,
  change,
  label,
  max,
  place,
}: {
  readonly value: ContentValue | undefined
  readonly change: ((value: ContentValue) => void) | undefined
  readonly label: string
  readonly max?: number | undefined
  /** The figure the file proves: field, or field/row/column. */
  readonly place?: string
}) {
  const ids = idsOf(value)
  const { learnAttachment, owner } = useForm()
  const [isBusy, setIsBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const { message } = App.useApp()
  const add = async (files: FileList | null) => {
    if (files === null || change === undefined) return
    setIsBusy(true)
    const added: string[] = []
    for (const file of Array.from(files)) {
      try {
        const { attachmentId, name } = await upload<Uploaded>('/api/attachments', file, {
          ...(owner.projectId === null ? {} : { projectId: owner.projectId }),
          ...(owner.recordId !== null && place !== undefined ? { recordId: owner.recordId, place } : {}),
        })
        learnAttachment({ id: attachmentId, name, size_bytes: String(file.size) })
        added.push(attachmentId)
      } catch (error) {
        void message.error(`${file.name}：${messageOf(error)}`, 8)
      }
    }
    setIsBusy(false)
    if (added.length > 0) change([...ids, ...added])
  }
  const isLater = owner.projectId === null && owner.recordId === null
  const isFull = max !== undefined && ids.length >= max
  return (
    <div className="files">
      <FileList
        ids={ids}
        remove={change === undefined ? undefined : (id) => change(ids.filter((own) => own !== id))}
      />
      {change !== undefined && isLater && <span className="muted">{zh.files.later}</span>}
      {change !== undefined && !isLater && !isFull && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept={ACCEPTED}
            onChange={(event) => {
              void add(event.target.files)
              event.target.value = ''
            }}
          />
          <Button
            size="small"
            loading={isBusy}
            aria-label={`${label}：${zh.files.add}`}
            onClick={() => input.current?.click()}
          >
            {isBusy ? zh.files.uploading : zh.files.add}
          </Button>
          <span className="muted"> {zh.files.types}</span>
        </>
      )}
    </div>
  )
}

function FileList({
  ids,
  remove,
}: {
  readonly ids: readonly string[]
  readonly remove: ((id: string) => void) | undefined
}) {
  const { attachments } = useForm()
  if (ids.length === 0) return remove === undefined ? <span className="muted">{zh.files.none}</span> : null
  return (
    <ul>
      {ids.map((id, index) => {
        const file = attachments[id]
        return (
          <li key={id}>
            <a href={`/api/attachments/${id}`} target="_blank" rel="noreferrer">
              {file?.name ?? zh.files.unnamed(index + 1)}
            </a>
            {file?.size_bytes !== undefined && (
              <span className="muted"> {formatSize(Number(file.size_bytes))}</span>
            )}
            {remove !== undefined && (
              <Button type="link" size="small" onClick={() => remove(id)}>
                {zh.files.remove}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
