import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import type { WithdrawalKind } from '../../shapes-publications.ts'
import { zh } from '../../zh.ts'
import type { Publication } from './publication.ts'

const words = zh.publications
const KINDS = Object.keys(words.kinds) as WithdrawalKind[]

/** 提出撤下, where something is still public and nothing waits for a decision. */
export function ProposeButton({ publication }: { readonly publication: Publication }) {
  const [isOpen, setOpen] = useState(false)
  const isPossible =
    publication.versions.some(({ withdrawnOn }) => withdrawnOn === null) &&
    publication.proposals.every(({ action }) => action !== null)
  if (!isPossible) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.propose}
      </Button>
      {isOpen && <ProposeDialog publication={publication} onClose={() => setOpen(false)} />}
    </>
  )
}

function ProposeDialog({
  publication,
  onClose,
}: {
  readonly publication: Publication
  readonly onClose: () => void
}) {
  const open = publication.versions.filter(({ withdrawnOn }) => withdrawnOn === null)
  const [versions, setVersions] = useState<number[]>(open.map(({ version }) => version))
  const [kind, setKind] = useState<WithdrawalKind>('personal')
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState<string>(words.said.personal)
  const [isNameTold, setNameTold] = useState(false)
  const id = useId()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const propose = useMutation({
    mutationFn: () =>
      post<{ proposalId: string }>('/api/results/withdrawals', {
        ...{ publicationId: publication.id, versions, kind, reason, said, isNameTold },
      }),
    onSuccess: async () => {
      void message.success(words.proposed)
      await queryClient.invalidateQueries({ queryKey: ['publications'] })
      onClose()
    },
  })
  const choose = (value: WithdrawalKind) => {
    // Words somebody wrote themselves stay.
    if (Object.values<string>(words.said).includes(said)) setSaid(words.said[value])
    setKind(value)
  }
  const isReady = versions.length > 0 && reason.trim() !== '' && said.trim() !== ''
  return (
    <Modal
      open
      title={words.proposeTitle(publication.name)}
      okText={words.propose}
      cancelText={zh.common.cancel}
      okButtonProps={{ disabled: !isReady, loading: propose.isPending }}
      onOk={() => propose.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <div id={`${id}-versions`}>{words.fields.versions}</div>
        <Checkbox.Group
          aria-labelledby={`${id}-versions`}
          value={versions}
          onChange={(chosen) => setVersions(chosen.map(Number))}
          options={open.map(({ version, publishedOn, occasion }) => ({
            value: version,
            label: words.version(version, publishedOn, words.occasions[occasion]),
          }))}
        />
        <div className="muted">{words.fields.versionsHelp}</div>
        <div id={`${id}-kind`}>{words.fields.kind}</div>
        <Radio.Group
          aria-labelledby={`${id}-kind`}
          value={kind}
          onChange={(event) => choose(event.target.value as WithdrawalKind)}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <label htmlFor={`${id}-reason`}>{words.fields.reason}</label>
        <Input.TextArea
          id={`${id}-reason`}
          maxLength={1000}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <label htmlFor={`${id}-said`}>{words.fields.said}</label>
        <Input.TextArea
          id={`${id}-said`}
          maxLength={300}
          rows={2}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
        <div className="muted">{words.fields.saidHelp}</div>
        <Checkbox checked={isNameTold} onChange={(event) => setNameTold(event.target.checked)}>
          {words.fields.isNameTold}
        </Checkbox>
        {propose.isError && <Alert type="error" role="alert" title={messageOf(propose.error)} />}
      </div>
    </Modal>
  )
}
