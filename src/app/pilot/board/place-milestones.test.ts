import { describe, expect, test } from 'vitest'
import type { Milestone } from '../../../domain/pilot/compute/index.ts'
import type { JurisdictionProgress, ProgressRecord } from '../../../storage/cockpit-repository.ts'
import { placeMilestones, provinceMilestones } from './place-milestones.ts'

const MILESTONES: readonly Milestone[] = [
  { code: 'selection', label: '推荐试点项目', who: 'place', from: '2022-08-01', to: '2022-09-30' },
  { code: 'confirm', label: '确定各地试点项目', who: 'province', from: '2022-08-16', to: '2022-10-15' },
  { code: 'acceptance', label: '申请验收', who: 'place', from: '2024-06-01', to: '2024-06-30' },
]
const at = (day: string) => `${day}T02:00:00.000Z`

function record(kind: string, state: string, since: string, handedIn?: string): ProgressRecord {
  const nothing = { dueOn: null, stage: null, isCarriedOut: null, missingReason: null, problemCount: null }
  return {
    ...nothing,
    ...{ id: '', kind, state, stateSince: at(since), handedInAt: handedIn ? at(handedIn) : null },
  }
}

function place(proposals: readonly ProgressRecord[], records: readonly ProgressRecord[] = []) {
  const projects = proposals.map((one) => ({ isPilot: one.state === 'confirmed', records: [one], lost: [] }))
  return { id: '640221', name: '平罗县', projects, records, lost: [] } as unknown as JurisdictionProgress
}
const lineOf = (code: string, of: JurisdictionProgress) =>
  placeMilestones(of, MILESTONES, '2024-08-01').lines.find((line) => line.code === code)

describe('a place is judged by the day of its own part', () => {
  test.each<[why: string, proposals: ProgressRecord[], expected: object]>([
    [
      'with the region',
      [record('pilot.selection', 'endorsed', '2022-09-20', '2022-09-20')],
      done('2022-09-20'),
    ],
    [
      'confirmed long after',
      [record('pilot.selection', 'confirmed', '2022-12-20', '2022-09-20')],
      done('2022-09-20'),
    ],
    [
      'a second project a year later',
      [
        record('pilot.selection', 'confirmed', '2022-10-01', '2022-09-20'),
        record('pilot.selection', 'confirmed', '2023-10-01', '2023-09-20'),
      ],
      done('2022-09-20'),
    ],
    [
      'endorsed late',
      [record('pilot.selection', 'confirmed', '2022-10-12', '2022-10-10')],
      { state: 'done', doneOn: '2022-10-10', days: 10 },
    ],
    ['sent back', [record('pilot.selection', 'draft', '2022-09-25', '2022-09-20')], { state: 'late' }],
    ['not yet endorsed', [record('pilot.selection', 'proposed', '2022-09-25')], { state: 'late' }],
  ])('selection: %s', (_why, proposals, expected) => {
    expect(lineOf('selection', place(proposals))).toMatchObject(expected)
  })

  test.each<[why: string, records: ProgressRecord[], expected: object]>([
    ['asked for', [record('pilot.acceptance', 'requested', '2024-06-20', '2024-06-20')], done('2024-06-20')],
    [
      'accepted a month later',
      [record('pilot.acceptance', 'accepted', '2024-07-20', '2024-06-20')],
      done('2024-06-20'),
    ],
    [
      'being corrected',
      [record('pilot.acceptance', 'correcting', '2024-07-10', '2024-06-20')],
      done('2024-06-20'),
    ],
    ['only begun', [record('pilot.acceptance', 'draft', '2024-06-20')], { state: 'late' }],
  ])('acceptance: %s', (_why, records, expected) => {
    expect(lineOf('acceptance', place([], records))).toMatchObject(expected)
  })

  test('the region itself is late when it confirms late', () => {
    const late = place([record('pilot.selection', 'confirmed', '2022-12-20', '2022-09-20')])
    const { lines } = provinceMilestones([late], MILESTONES, '2024-08-01')
    expect(lines[0]).toMatchObject({ code: 'confirm', state: 'done', days: 66 })
  })
})

function done(doneOn: string) {
  return { state: 'done', doneOn, days: 0 }
}
