import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { messageOf } from '../api-error.ts'
import { post } from '../api.ts'
import { zh } from '../zh.ts'

/** Account and password; a lock-out is told in the server's own words. */
export function LoginForm({ onDone }: { readonly onDone: () => void | Promise<void> }) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<string>()
  const login = useMutation({
    mutationFn: () => post('/api/login', { username: name.trim(), password }),
    onSuccess: () => onDone(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const fault =
      name.trim() === '' ? zh.login.needUsername : password === '' ? zh.login.needPassword : undefined
    setMissing(fault)
    if (fault === undefined) login.mutate()
  }
  const refusal = missing ?? (login.isError ? messageOf(login.error) : undefined)
  return (
    <form className="login-form" onSubmit={submit} noValidate>
      <label htmlFor="login-name">{zh.login.username}</label>
      <Input
        id="login-name"
        autoComplete="username"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor="login-password">{zh.login.password}</label>
      <Input.Password
        id="login-password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {refusal !== undefined && <Alert type="error" role="alert" title={refusal} />}
      <Button type="primary" htmlType="submit" loading={login.isPending} block>
        {login.isPending ? zh.login.submitting : zh.login.submit}
      </Button>
    </form>
  )
}
