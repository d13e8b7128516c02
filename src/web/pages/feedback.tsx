import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { messageOf } from '../api-error.ts'
import { post } from '../api.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { formatDay } from '../format.ts'
import { QueryState } from '../components/query-state.tsx'
import { useFeedback } from '../queries-feedback.ts'
import { useMe } from '../session.tsx'
import type { FeedbackItem } from '../shapes-feedback.ts'
import { zh } from '../zh.ts'

const words = zh.feedback

/** 公众反馈: what citizens wrote; the section that publishes results answers it and lets it out. */
export function FeedbackPage() {
  const query = useFeedback()
  const { post: own } = useMe()
  const waiting = query.data?.items.filter(({ state }) => state === 'waiting').length ?? 0
  return (
    <div className="page">
      <PageHead title={words.title} note={waiting > 0 ? words.note(waiting) : undefined} />
      <p className="muted">{words.help}</p>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <DataTable
              caption={words.title}
              columns={columnsFor(own.role)}
              rows={items}
              rowKey={({ id }) => id}
            />
          )
        }
      </QueryState>
    </div>
  )
}

function columnsFor(role: string): readonly Column<FeedbackItem>[] {
  const titles = words.columns
  return [
    {
      ...{ id: 'said', title: titles.said, isHeader: true },
      cell: ({ said, receivedAt, number, version }) => (
        <>
          <div>{said}</div>
          <div className="muted">{words.received(formatDay(receivedAt), number, version)}</div>
        </>
      ),
    },
    { id: 'project', title: titles.project, width: 220, cell: ({ projectName }) => projectName },
    { id: 'state', title: titles.state, width: 140, cell: ({ state }) => words.states[state] },
    {
      ...{ id: 'handling', title: titles.handling, width: 420 },
      cell: (row) => <Handling row={row} role={role} />,
    },
  ]
}

/** The section answers and ignores; a second person, who may be the leader, lets an answer out. */
function Handling({ row, role }: { readonly row: FeedbackItem; readonly role: string }) {
  const { answer, ignoredBecause, handledBy, handledAt, state } = row
  const isOpen = state === 'waiting' || state === 'answered'
  return (
    <>
      {answer !== null && <div>{words.answered(answer)}</div>}
      {ignoredBecause !== null && <div>{words.ignored(ignoredBecause)}</div>}
      {handledBy !== null && <div className="muted">{words.by(handledBy, formatDay(handledAt))}</div>}
      {role === 'finance_performance' && isOpen && <Acts row={row} mayWrite />}
      {role === 'finance_leader' && state === 'answered' && <Acts row={row} mayWrite={false} />}
    </>
  )
}

function Acts({ row, mayWrite }: { readonly row: FeedbackItem; readonly mayWrite: boolean }) {
  const { id, number, state, isOwnAnswer } = row
  const [text, setText] = useState('')
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const handle = useMutation({
    mutationFn: (action: 'answer' | 'publish' | 'ignore') =>
      post<{ number: string }>('/api/results/feedback', {
        feedbackId: id,
        action,
        ...(action === 'publish' ? {} : { text }),
      }),
    onSuccess: async () => {
      setText('')
      void message.success(words.done(number))
      await queryClient.invalidateQueries({ queryKey: ['feedback'] })
    },
  })
  const isWritten = text.trim() !== ''
  return (
    <div className="stack">
      {mayWrite && (
        <Input.TextArea
          aria-label={words.answerLabel(number)}
          placeholder={words.placeholder}
          maxLength={1000}
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {state === 'answered' && isOwnAnswer && <div className="muted">{words.secondPerson}</div>}
      <div className="feedback-acts">
        {state === 'waiting' && (
          <Button
            size="small"
            disabled={!isWritten}
            loading={handle.isPending}
            onClick={() => handle.mutate('answer')}
          >
            {words.answer}
          </Button>
        )}
        {state === 'answered' && !isOwnAnswer && (
          <Button
            size="small"
            type="primary"
            loading={handle.isPending}
            onClick={() => handle.mutate('publish')}
          >
            {words.publish}
          </Button>
        )}
        {mayWrite && (
          <Button
            size="small"
            disabled={!isWritten}
            loading={handle.isPending}
            onClick={() => handle.mutate('ignore')}
          >
            {words.ignore}
          </Button>
        )}
      </div>
      {handle.isError && <Alert type="error" role="alert" title={messageOf(handle.error)} />}
    </div>
  )
}
