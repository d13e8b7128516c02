import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { createElement, useState } from 'react'
import type { Finding } from '../../../domain/shared/finding.ts'
import { ApiError, messageOf } from '../../api-error.ts'
import { get, makeIdempotencyKey, post } from '../../api.ts'
import type { Draft } from '../../forms/use-draft.ts'
import { usePlace } from '../../session.tsx'
import type { ActDone, ActionOffer, RecordView, Todos } from '../../shapes.ts'
import { zh } from '../../zh.ts'

export type Acts = {
  readonly asked: ActionOffer | undefined
  readonly ask: (offer: ActionOffer | undefined) => void
  readonly perform: () => void
  readonly isRunning: boolean
  readonly error: string | undefined
  readonly findings: readonly Finding[]
  readonly missing: readonly Finding[]
  readonly opinion: string
  readonly setOpinion: (text: string) => void
}

/** Asking, doing, and what comes after: the record read anew, and the way to the next piece of work. */
export function useActs(
  view: RecordView,
  draft: Draft,
  text: { readonly opinion: string; readonly setOpinion: (text: string) => void },
): Acts {
  const [asked, setAsked] = useState<ActionOffer>()
  const [key, setKey] = useState('')
  const queryClient = useQueryClient()
  const tellDone = useTellDone(view.record.id)
  const act = useMutation({
    mutationFn: async (offer: ActionOffer) => {
      const version = view.editableSections.length > 0 ? await draft.flush() : view.record.version
      if (version === undefined) throw new ApiError(0, 'NOT_SAVED', zh.confirm.notSaved)
      const opinion = text.opinion.trim()
      const body = { version, ...(offer.opinion === 'none' || opinion === '' ? {} : { opinion }) }
      return post<ActDone>(offer.url, body, key)
    },
    onSuccess: async (done, offer) => {
      text.setOpinion('')
      setAsked(undefined)
      await tellDone(offer, done)
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
    },
    // A refusal settles this attempt: pressing again is a new one.
    onError: (error) => {
      if (error instanceof ApiError && error.status !== 0) setKey(makeIdempotencyKey())
    },
  })
  const refused = act.error instanceof ApiError ? act.error.details['findings'] : undefined
  return {
    asked,
    ask: (offer) => {
      act.reset()
      setKey(makeIdempotencyKey())
      setAsked(offer)
    },
    perform: () => asked !== undefined && act.mutate(asked),
    isRunning: act.isPending,
    error: act.isError ? messageOf(act.error) : undefined,
    findings: Array.isArray(refused) ? (refused as Finding[]) : draft.findings,
    // A refusal already names what is missing.
    missing: Array.isArray(refused) ? [] : draft.missing,
    ...text,
  }
}

/** Says what was done, whose turn it is, and offers the next piece of work. */
function useTellDone(recordId: string): (offer: ActionOffer, done: ActDone) => Promise<void> {
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const { year } = usePlace()
  return async (offer, done) => {
    const todos = await get<Todos>('/api/todos').catch(() => undefined)
    const next = todos?.items.find((todo) => todo.recordId !== recordId)
    const sentence =
      offer.nextHands.length === 0
        ? zh.confirm.done(offer.title)
        : zh.confirm.doneNext(offer.title, offer.nextHands.join('、'))
    const number = done.documentNumber === undefined ? '' : zh.confirm.numbered(done.documentNumber)
    const open = () => {
      if (next === undefined) return
      const params = { jurisdiction: next.jurisdictionId, year, recordId: next.recordId }
      notification.destroy('done')
      void navigate({ to: '/$jurisdiction/$year/records/$recordId', params })
    }
    notification.success({
      key: 'done',
      title: sentence + number,
      ...(next === undefined
        ? {}
        : {
            description: zh.confirm.next(next.task, next.projectName ?? next.recordTitle),
            actions: createElement(Button, { size: 'small', onClick: open }, zh.confirm.openNext),
          }),
      duration: 8,
      placement: 'bottomRight',
      // As wide as the panel: it must not lie on the buttons of the next step.
      style: { width: 288 },
    })
  }
}
