import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Batch, type BatchResult, runBatch } from './run-batch.ts'

export type BatchRun = {
  readonly total: number
  readonly results: readonly BatchResult[]
  readonly isRunning: boolean
}

/** Runs a batch, tells how far it is, and can be stopped before the next sheet. */
export function useBatch() {
  const [run, setRun] = useState<BatchRun>()
  const isCancelled = useRef(false)
  const queryClient = useQueryClient()
  const start = async (batch: Batch) => {
    isCancelled.current = false
    const total = batch.items.length
    setRun({ total, results: [], isRunning: true })
    const results = await runBatch(
      batch,
      () => isCancelled.current,
      (sofar) => setRun({ total, results: sofar, isRunning: true }),
    )
    setRun({ total, results, isRunning: false })
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
  }
  const cancel = () => {
    isCancelled.current = true
  }
  return { run, start, cancel, close: () => setRun(undefined) }
}
