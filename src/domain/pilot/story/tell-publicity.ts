/**
 * 绩效宣传: what the registered activities come to, in one line of the pilot report.
 * @param sum activities registered, and the people they reached; 人次
 * @returns nothing while none is registered
 */
export function tellPublicity(sum: {
  readonly activities: number
  readonly people: number
}): string | undefined {
  const { activities, people } = sum
  if (activities === 0) return undefined
  return `共开展宣传活动${activities}次${people > 0 ? `，参加和受众${people}人次` : ''}。`
}
