import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PILOT_TABS, RULES_TABS } from '../../src/web/address.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk } from './desk.ts'
import { PASSWORD, useDemoSite } from './site.ts'

const site = useDemoSite()
const PLACE = '640400'
let browser: Browser
let watched: WatchedPage
let desk: Desk

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  desk = makeDesk(watched.page, site.address, PASSWORD)
}, 60_000)
afterAll(() => browser.close())

/** Text of the main part once it has arrived. */
async function mainText(path: string): Promise<string> {
  await desk.goTo(path)
  return (await watched.page.locator('main').textContent()) ?? ''
}

describe('everyone at their desk', () => {
  it.each([
    ['unit', '我的待办'],
    ['department', '我的待办'],
    ['finance.business', '我的待办'],
    ['finance.performance', '我的待办'],
    ['finance.leader', '我的待办'],
    ['expert1', '我的待办'],
    ['agency', '我的待办'],
    ['province1', '我的待办'],
    ['congress', '我的待办'],
    ['audit', '我的待办'],
    ['secadmin', '管理'],
  ])('%s signs in and finds %s', async (account, heading) => {
    await desk.signIn(account)
    await watched.page.locator('main h1', { hasText: heading }).waitFor()
    expect(watched.faults).toEqual([])
  })

  it('the province sees all 27 places, and the finished project with its five stages', async () => {
    await desk.signIn('province1')
    const text = await mainText('/640000/2023/cockpit')
    for (const { name } of site.product.divisions.filter(({ level }) => level !== 'province')) {
      expect(text).toContain(name)
    }
    expect(text).toContain('验收合格')
  })

  it('every page of the longest navigation opens without a fault, and none scrolls sideways at 1366×768', async () => {
    await desk.signIn('finance.performance')
    const addresses = await watched.page
      .locator('.nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.length).toBeGreaterThan(15)
    for (const tab of PILOT_TABS) addresses.push(`/${PLACE}/2023/pilot?tab=${tab}`)
    for (const tab of RULES_TABS) addresses.push(`/${PLACE}/2023/rules?show=${tab}`)
    for (const address of addresses) {
      expect(await mainText(address), address).not.toBe('')
      const excess = await watched.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([address, excess]).toEqual([address, 0])
    }
    expect(watched.faults).toEqual([])
    expect(watched.refusals).toEqual([])
  })

  it('every entry of the longest navigation is in sight at 1366×768', async () => {
    await desk.signIn('finance.performance')
    await mainText(`/${PLACE}/2023/todos`)
    const nav = watched.page.locator('.nav')
    const [entries, hidden] = await nav.evaluate((one) => [
      one.querySelectorAll('a').length,
      one.scrollHeight - one.clientHeight,
    ])
    expect(entries).toBeGreaterThan(15)
    expect(hidden).toBe(0)
  })
})

describe('the wrong person', () => {
  let recordId = ''
  beforeAll(async () => {
    await desk.signIn('finance.performance')
    const { items } = await desk.read<{ items: { recordId: string; document: string }[] }>('/api/documents')
    recordId = items.find(({ document }) => document === 'target-sheet')?.recordId ?? ''
  })

  it.each(['outsider', 'sysadmin', 'secadmin', 'auditadmin'])(
    '%s goes to the address of a record and is told that there is none',
    async (account) => {
      await desk.signIn(account)
      expect(await mainText(`/${PLACE}/2023/records/${recordId}`)).toMatch(
        /没有找到|不在您的管理范围|不能办理/,
      )
      const { items, total } = await desk.read<{ items: unknown[]; total: number }>(
        `/api/projects?jurisdiction=${PLACE}&year=2023`,
      )
      expect([items, total]).toEqual([[], 0])
    },
  )

  it('the People’s Congress may read the record but is offered nothing to do', async () => {
    await desk.signIn('congress')
    const { availableActions, editableSections } = await desk.read<{
      availableActions: unknown[]
      editableSections: unknown[]
    }>(`/api/records/${recordId}`)
    expect([availableActions, editableSections]).toEqual([[], []])
  })
})
