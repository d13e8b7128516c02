import * as s from '../shape.ts'

export const grade = s.choice('excellent', 'good', 'fair', 'poor')
export const dayCount = s.object({ days: s.integer(1, 366), count: s.choice('calendar', 'working') })
export const rubricItem = s.object({ id: s.text, label: s.text, points_x100: s.points_x100 })
