import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { onSessionLost } from '../api.ts'
import { fetchMe, useMe } from '../session.tsx'
import { zh } from '../zh.ts'
import { LoginForm } from './login-form.tsx'

/** A lost session does not lose the page: sign in on top of it and go on. */
export function ReloginDialog() {
  const [isLost, setIsLost] = useState(false)
  const { person } = useMe()
  const queryClient = useQueryClient()
  useEffect(() => onSessionLost(() => setIsLost(true)), [])

  const resume = async () => {
    const now = await fetchMe()
    // Another person must not go on with what this one typed.
    if (now.person.id !== person.id) return window.location.assign('/')
    queryClient.setQueryData(['me'], now)
    setIsLost(false)
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'record' })
  }
  return (
    <Modal
      open={isLost}
      title={zh.login.lostTitle}
      closable={false}
      footer={null}
      width={400}
      destroyOnHidden
    >
      <p className="muted">{zh.login.lostText(person.name)}</p>
      <LoginForm onDone={resume} />
    </Modal>
  )
}
