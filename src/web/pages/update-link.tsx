import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { ApiError, messageOf } from '../api-error.ts'
import { get, put } from '../api.ts'
import { ErrorState } from '../components/error-state.tsx'
import { LoadingShape } from '../components/loading-shape.tsx'
import type { OwnIndicator, OwnIndicators } from '../shapes-monitoring.ts'
import { zh } from '../zh.ts'
import { OwnRow } from './update-link/own-row.tsx'

const words = zh.monitoring.own

/** 一分钟更新: what a link opens, on a telephone or a desktop, without signing in. */
export function UpdateLinkPage() {
  const { token } = useParams({ from: '/u/$token' })
  const query = useQuery({
    queryKey: ['update-link', token],
    queryFn: () => get<OwnIndicators>(`/api/update-links/${token}`),
    retry: false,
    refetchOnWindowFocus: false,
  })
  useEffect(() => {
    document.title = `${words.title} · ${zh.product}`
  }, [])
  return (
    <main className="own-page">
      <h1>{words.title}</h1>
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingShape lines={6} />}
      {query.data && <Own key={query.data.version} token={token} own={query.data} />}
    </main>
  )
}

function Own({ token, own }: { readonly token: string; readonly own: OwnIndicators }) {
  const [rows, setRows] = useState<readonly OwnIndicator[]>(own.rows)
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const reload = () => queryClient.invalidateQueries({ queryKey: ['update-link', token] })
  const save = useMutation({
    mutationFn: () =>
      put(`/api/update-links/${token}`, {
        version: own.version,
        rows: rows.map(({ id, actual, actualText, expected, likelihood, note }) => ({
          ...{ id, actual, actualText, expected, likelihood, note },
        })),
      }),
    onSuccess: () => {
      void message.success(words.saved, 6)
      void reload()
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 409) void reload()
    },
  })
  if (own.rows.length === 0) return <p>{words.empty}</p>
  const change = (changed: OwnIndicator) =>
    setRows(rows.map((row) => (row.id === changed.id ? changed : row)))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <p>{words.lead(own.projectName, own.month, own.dueOn)}</p>
      <p className="muted">{words.who(own.unitName, own.personName)}</p>
      {rows.map((row) => (
        <OwnRow key={row.id} row={row} change={change} />
      ))}
      <Button type="primary" size="large" htmlType="submit" loading={save.isPending} block>
        {words.save}
      </Button>
      <div aria-live="polite">
        {save.isError && (
          <Alert
            type="error"
            showIcon
            message={
              save.error instanceof ApiError && save.error.status === 409
                ? words.changed
                : messageOf(save.error)
            }
          />
        )}
      </div>
    </form>
  )
}
