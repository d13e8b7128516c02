import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PilotBlueprintContent } from '../../domain/forms/contents.ts'
import type { LibraryIndicator } from '../../domain/indicators/index.ts'
import { checkBlueprint } from '../../domain/pilot/checks/index.ts'
import { composePack } from './compose-pack.ts'
import { type LocalOffer, type Offer, offeredOf } from './offer.ts'
import { startOf } from './start-of.ts'

const hash = (name: string) => (bytes: Uint8Array) => createHash(name).update(bytes).digest()
const ISSUE = {
  publisher: '示例财政厅',
  jurisdiction: '640000',
  publishedOn: '2024-06-30',
  hashes: { sha256: hash('sha256'), sm3: hash('sm3') },
}
const pilot = (place: string, jurisdiction: string) => ({
  ...{ place, jurisdiction, acceptedOn: '2024-06-20', documentNumber: '—' },
})
const revision = (place: string, setBy: string, approvedOn: string, name: string): LocalOffer => ({
  itemId: `COM-042@${setBy}`,
  places: [place],
  approvedOn,
  entry: {
    indicator: { id: 'COM-042', name } as LibraryIndicator,
    cited: `${place}修订意见`,
    revisedBy: place,
    uses: 1,
  },
})
const OFFER: Offer = {
  pilots: [pilot('甲县', '640121'), pilot('乙县', '640221'), pilot('丙县', '640324')],
  values: [],
  sectors: [],
  // Newest accepted first, as they are collected.
  localIndicators: [
    revision('乙县', '640221', '2024-05-01', '乙县的说法'),
    revision('甲县', '640121', '2024-03-01', '甲县的说法'),
    revision('丙县', '640324', '2024-02-01', '丙县的说法'),
  ],
  rubrics: [
    {
      itemId: 'project/a1',
      title: '项目评分指标体系',
      bases: new Map([
        ['甲县', '甲县办法'],
        ['丙县', '丙县办法'],
      ]),
      entry: {
        ...{ subject: 'project' as const, place: '甲县', effectiveFrom: null, basis: '甲县办法' },
        ...{ dimensions: [], items: [] },
      },
    },
  ],
  forms: [],
}
/** As it begins, without one of the three pilots. */
const content = (left: string): PilotBlueprintContent => {
  const start = startOf(OFFER)
  return { ...start, pilots: (start.pilots ?? []).map((row) => ({ ...row, isTaken: row.place !== left })) }
}
const messages = (given: PilotBlueprintContent) =>
  checkBlueprint(given, {
    accepted: OFFER.pilots.map(({ jurisdiction }) => jurisdiction),
    offered: offeredOf(OFFER),
    originals: { persons: [], offices: [], places: [], projects: [], numbers: new Set(), firstYear: 2023 },
    numbersIn: () => undefined,
    isPublished: () => false,
  }).map(({ message }) => message)

test('of several revisions of one indicator the newest is ticked, and the row names the others', () => {
  const rows = startOf(OFFER).localIndicators ?? []
  expect(rows.map(({ place, isTaken }) => [place, isTaken])).toEqual([
    ['乙县', true],
    ['甲县', false],
    ['丙县', false],
  ])
  expect(rows[0]?.note).toBe('另有修订未取用：甲县（2024-03-01审定）、丙县（2024-02-01审定）')
})

test('the blueprint holds one of them, and names others only among the pilots it is made from', () => {
  const { indicators } = composePack(content('丙县'), OFFER, ISSUE).parts
  expect(indicators).toMatchObject([
    {
      indicator: { name: '乙县的说法' },
      revisedBy: '乙县',
      cited: '乙县修订意见（另有修订未取用：甲县（2024-03-01审定））',
    },
  ])
})

test('two of them, or two rubrics of one kind, are refused', () => {
  const twice = (content('丙县').localIndicators ?? []).map((row) => ({ ...row, isTaken: true }))
  expect(messages(content('丙县'))).toEqual([])
  expect(messages({ ...content('丙县'), localIndicators: twice }).join()).toContain('取用了两种')
  const rubrics = [
    ...(content('丙县').rubrics ?? []),
    { itemId: 'project/b2', title: '另一种', isTaken: true },
  ]
  expect(messages({ ...content('丙县'), rubrics }).join()).toContain('取用了两种')
})

test('a rubric says which document it goes by where it was taken from', () => {
  const { rubrics } = composePack(content('甲县'), OFFER, ISSUE).parts
  expect(rubrics).toMatchObject([{ place: '丙县', basis: '丙县办法' }])
})
