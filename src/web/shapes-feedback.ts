/** What the page 公众反馈 reads from `/api`. */
export type FeedbackItem = {
  readonly id: string
  readonly number: string
  readonly jurisdictionId: string
  readonly projectName: string
  readonly version: number
  readonly said: string
  readonly receivedAt: string
  readonly state: 'waiting' | 'answered' | 'published' | 'ignored'
  readonly answer: string | null
  readonly isOwnAnswer: boolean
  readonly ignoredBecause: string | null
  readonly handledBy: string | null
  readonly handledAt: string | null
}
