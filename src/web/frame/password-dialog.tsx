import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { passwordProblem } from '../../domain/org/password.ts'
import { messageOf } from '../api-error.ts'
import { post } from '../api.ts'
import { zh } from '../zh.ts'

/** `isForced`: a first password, given by someone else, is changed before anything else. */
export function PasswordDialog({
  isOpen,
  isForced,
  close,
}: {
  readonly isOpen: boolean
  readonly isForced: boolean
  readonly close: () => void
}) {
  const [oldPassword, setOldPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: () => post('/api/me/password', { present: oldPassword, next: newPassword }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['me'] })
      void message.success(zh.frame.passwordChanged)
      setOldPassword('')
      setNewPassword('')
      close()
    },
  })
  const problem = newPassword === '' ? undefined : passwordProblem(newPassword, '')
  const isReady = oldPassword !== '' && newPassword !== '' && problem === undefined
  return (
    <Modal
      open={isOpen}
      title={zh.frame.password}
      okText={zh.frame.password}
      cancelText={zh.common.cancel}
      okButtonProps={{ disabled: !isReady, loading: change.isPending }}
      onOk={() => change.mutate()}
      onCancel={close}
      {...(isForced ? { closable: false, keyboard: false, cancelButtonProps: { hidden: true } } : {})}
      mask={{ closable: false }}
      width={400}
    >
      <div className="stack">
        {isForced && <p>{zh.frame.mustChange}</p>}
        <label htmlFor="old-password">{zh.frame.oldPassword}</label>
        <Input.Password
          id="old-password"
          autoComplete="current-password"
          value={oldPassword}
          onChange={(event) => setOldPassword(event.target.value)}
        />
        <label htmlFor="new-password">{zh.frame.newPassword}</label>
        <Input.Password
          id="new-password"
          autoComplete="new-password"
          aria-describedby="new-password-help"
          value={newPassword}
          onChange={(event) => setNewPassword(event.target.value)}
        />
        <p id="new-password-help" className="muted">
          {problem ?? zh.setup.passwordHelp}
        </p>
        {change.isError && <Alert type="error" role="alert" title={messageOf(change.error)} />}
      </div>
    </Modal>
  )
}
