import { useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { FeedbackItem } from './shapes-feedback.ts'

/** Feedback of citizens about projects of one's place. */
export function useFeedback() {
  return useQuery({
    queryKey: ['feedback'],
    queryFn: () => get<{ readonly items: readonly FeedbackItem[] }>('/api/results/feedback'),
  })
}
