import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { Content, FormDefinition } from '../../../domain/forms/form.ts'
import { messageOf } from '../../api-error.ts'
import { put } from '../../api.ts'
import { QueryState } from '../../components/query-state.tsx'
import { RecordForm } from '../../forms/record-form.tsx'
import { useFormDefinition } from '../../queries.ts'
import { useMe } from '../../session.tsx'
import type { ProjectFile } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { ENTRY_FORM, useEntry } from './use-entry.ts'

/** Until the target is declared the project's own facts may be changed by those who enter them. */
const OPEN_STATUSES = ['entered', 'selected', 'exante']
const ENTERING = ['unit', 'department', 'finance_performance']

export function ProjectEntry({ file }: { readonly file: ProjectFile }) {
  const query = useFormDefinition(ENTRY_FORM)
  const { post } = useMe()
  const [isOpen, setIsOpen] = useState(false)
  const canEdit = ENTERING.includes(post.role) && OPEN_STATUSES.includes(file.project.status)
  return (
    <QueryState query={query}>
      {(form) =>
        isOpen ? (
          <EntryEditor form={form} file={file} close={() => setIsOpen(false)} />
        ) : (
          <>
            {canEdit && (
              <p>
                <Button onClick={() => setIsOpen(true)}>{zh.projects.edit}</Button>
              </p>
            )}
            <EntrySheet form={form} file={file} content={file.project.content} />
          </>
        )
      }
    </QueryState>
  )
}

function EntrySheet({
  form,
  file,
  content,
}: {
  readonly form: FormDefinition
  readonly file: ProjectFile
  readonly content: Content
}) {
  const { id, jurisdictionId, unitId, unitName, departmentId, departmentName } = file.project
  return (
    <RecordForm
      form={form}
      owner={{ projectId: id, recordId: null, jurisdictionId }}
      content={content}
      assessment={{ findings: [], explanations: {}, figures: {} }}
      names={{ [unitId]: unitName, [departmentId]: departmentName }}
      attachments={[]}
      openSections={[]}
    />
  )
}

function EntryEditor({
  form,
  file,
  close,
}: {
  readonly form: FormDefinition
  readonly file: ProjectFile
  readonly close: () => void
}) {
  const { id, version, jurisdictionId, unitId, unitName, departmentId, departmentName } = file.project
  const entry = useEntry(form, `project.${id}`, file.project.content)
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: () => put(`/api/projects/${id}`, { version, content: entry.toSend() }),
    onSuccess: async () => {
      entry.forget()
      void message.success(zh.projects.saved)
      await queryClient.invalidateQueries({ queryKey: ['project', id] })
      close()
    },
  })
  return (
    <>
      <RecordForm
        form={entry.shownForm}
        owner={{ projectId: id, recordId: null, jurisdictionId }}
        content={entry.content}
        assessment={entry.assessment}
        names={{ [unitId]: unitName, [departmentId]: departmentName }}
        attachments={[]}
        openSections={entry.openSections}
        change={entry.change}
      />
      {save.isError && <Alert type="error" role="alert" title={messageOf(save.error)} />}
      <div className="action-bar">
        <span className="muted">{zh.projects.kept}</span>
        <Button onClick={close}>{zh.common.cancel}</Button>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {zh.common.save}
        </Button>
      </div>
    </>
  )
}
