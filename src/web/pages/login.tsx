import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { LoginForm } from '../frame/login-form.tsx'
import { zh } from '../zh.ts'

export function LoginPage() {
  const { to } = useSearch({ from: '/login' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  useEffect(() => {
    document.title = `${zh.login.title} · ${zh.product}`
  }, [])
  const enter = async () => {
    queryClient.clear()
    await navigate({ to: to ?? '/', replace: true })
  }
  return (
    <main className="gate">
      <section className="gate-card">
        <p className="gate-brand">{zh.product}</p>
        <h1>{zh.productLong}</h1>
        <LoginForm onDone={enter} />
      </section>
    </main>
  )
}
