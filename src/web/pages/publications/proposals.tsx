import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import { formatDay } from '../../format.ts'
import type { WithdrawalProposal } from '../../shapes-publications.ts'
import { zh } from '../../zh.ts'
import type { Publication } from './publication.ts'

const words = zh.publications

/** What was asked about a publication and decided; the leader decides what waits. */
export function Proposals({
  publication,
  role,
}: {
  readonly publication: Publication
  readonly role: string
}) {
  return (
    <>
      {publication.proposals.map((one) => (
        <div key={one.id} className="stack">
          <div>{words.proposal(one.versions.join('、'), words.kinds[one.kind])}</div>
          <div>{words.reason(one.reason)}</div>
          <div>{words.told(one.said, one.isNameTold)}</div>
          <div className="muted">{words.by(one.proposedBy, formatDay(one.proposedAt))}</div>
          <div className="muted">{outcome(one)}</div>
          {role === 'finance_leader' && one.action === null && (
            <Decision proposal={one} name={publication.name} />
          )}
        </div>
      ))}
    </>
  )
}

function outcome({ action, decision, decidedBy, decidedAt }: WithdrawalProposal): string {
  if (action === null) return words.waiting
  const [who, day] = [decidedBy ?? '', formatDay(decidedAt)]
  return action === 'approve' ? words.approved(who, day) : words.refused(who, day, decision ?? '')
}

function Decision({ proposal, name }: { readonly proposal: WithdrawalProposal; readonly name: string }) {
  const [opinion, setOpinion] = useState('')
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const decide = useMutation({
    mutationFn: (action: 'approve' | 'refuse') =>
      post<{ versions: readonly number[] }>('/api/results/withdrawals/decision', {
        proposalId: proposal.id,
        action,
        opinion,
      }),
    onSuccess: async () => {
      void message.success(words.decided)
      await queryClient.invalidateQueries({ queryKey: ['publications'] })
    },
  })
  if (proposal.isOwn) return <div className="muted">{words.ownProposal}</div>
  return (
    <div className="stack">
      <Input.TextArea
        aria-label={words.opinionLabel(name)}
        placeholder={words.opinion}
        maxLength={1000}
        rows={2}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <div className="muted">{words.sure}</div>
      <div className="feedback-acts">
        <Button
          size="small"
          type="primary"
          loading={decide.isPending}
          onClick={() => decide.mutate('approve')}
        >
          {words.approve}
        </Button>
        <Button
          size="small"
          disabled={opinion.trim() === ''}
          loading={decide.isPending}
          onClick={() => decide.mutate('refuse')}
        >
          {words.refuse}
        </Button>
      </div>
      {decide.isError && <Alert type="error" role="alert" title={messageOf(decide.error)} />}
    </div>
  )
}
