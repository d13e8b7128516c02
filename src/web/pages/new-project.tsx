import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import type { FormDefinition } from '../../domain/forms/form.ts'
import { messageOf } from '../api-error.ts'
import { post } from '../api.ts'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { FindingsList } from '../forms/findings-list.tsx'
import { RecordForm } from '../forms/record-form.tsx'
import { SectionList } from '../forms/section-list.tsx'
import { useFormDefinition } from '../queries.ts'
import { useMe, usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { ENTRY_FORM, useEntry } from './project/use-entry.ts'

/** 登记新项目: secrecy first, then the project's own facts, entered whole. */
export function NewProjectPage() {
  const query = useFormDefinition(ENTRY_FORM)
  return (
    <div className="page">
      <PageHead title={zh.projects.create} note={zh.projects.createIntro} />
      <QueryState query={query}>{(form) => <Entry form={form} />}</QueryState>
    </div>
  )
}

function Entry({ form }: { readonly form: FormDefinition }) {
  const place = usePlace()
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const entry = useEntry(form, 'new-project')
  const { organisationId, organisationName } = me.post
  const create = useMutation({
    mutationFn: () =>
      post<{ projectId: string }>('/api/projects', {
        fiscalYear: Number(place.year),
        content: entry.toSend(),
      }),
    onSuccess: async ({ projectId }) => {
      entry.forget()
      void message.success(zh.projects.created)
      await navigate({
        to: '/$jurisdiction/$year/projects/$projectId',
        params: { jurisdiction: me.post.jurisdictionId, year: place.year, projectId },
      })
    },
  })
  const submit = () => {
    entry.ask()
    if (entry.faults().length === 0) create.mutate()
  }
  return (
    <div className="form-layout">
      <SectionList form={entry.shownForm} content={entry.content} findings={entry.assessment.findings} />
      <div className="form-middle">
        <RecordForm
          form={entry.shownForm}
          owner={{ projectId: null, recordId: null, jurisdictionId: me.post.jurisdictionId }}
          content={entry.content}
          assessment={entry.assessment}
          names={{ [organisationId]: organisationName }}
          attachments={[]}
          openSections={entry.openSections}
          change={entry.change}
        />
        {create.isError && <Alert type="error" role="alert" title={messageOf(create.error)} />}
        <div className="action-bar">
          <span className="muted">{zh.projects.kept}</span>
          <Button type="primary" disabled={!entry.isAnswered} loading={create.isPending} onClick={submit}>
            {zh.projects.createSubmit}
          </Button>
        </div>
      </div>
      <aside className="panel">
        <h2>{zh.record.findings}</h2>
        <FindingsList form={form} findings={entry.assessment.findings} missing={[]} />
      </aside>
    </div>
  )
}
