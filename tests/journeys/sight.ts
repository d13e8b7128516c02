import { expect } from 'vitest'
import { squeeze } from '../golden/golden.ts'
import { browserName } from './browser.ts'
import { buttonOf, type Desk, download, preview } from './desk.ts'
import { readPaper } from './paper.ts'

/** Everything waited for arrives within this time, even where several journeys share a machine. */
const PATIENCE = { timeout: 30_000, interval: 50 }

/** What whoever sits at the desk sees: only words on the screen and on paper, nothing behind them. */
export type Sight = ReturnType<typeof makeSight>

export function makeSight(desk: Desk) {
  const { page } = desk
  const text = async (selector: string) => squeeze((await page.locator(selector).first().textContent()) ?? '')
  const sight = {
    /** The record's state stands beside its heading; in whose hands it is, at the right. */
    async state(state: string, hands = '') {
      await expect.poll(() => text('.state-mark'), PATIENCE).toBe(state)
      await expect.poll(async () => (await factsOf('.record-facts'))['现在谁办'] ?? '', PATIENCE).toBe(hands)
    },
    /** One of the figures beside the sheet. */
    async figure(label: string): Promise<string> {
      return (await factsOf('.panel .figures'))[label] ?? ''
    },
    /** The first sentence behind 为什么 of a figure beside the sheet, else of a field on it. */
    async why(label: string): Promise<string> {
      const asking = { name: `${label}：为什么`, exact: true }
      await desk.quiet()
      const beside = page.locator('.panel').getByRole('button', asking)
      const isBeside = (await beside.count()) > 0
      const answer = page.locator('.reason-sentence:visible').first()
      // Figures that arrive anew take an open answer with them; people ask again.
      await expect
        .poll(async () => {
          if ((await answer.count()) === 0)
            await (isBeside ? beside : page.getByRole('button', asking).first()).click()
          return answer.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          )
        }, PATIENCE)
        .toBe(true)
      const sentence = (await answer.textContent()) ?? ''
      await page.keyboard.press('Escape')
      await answer.waitFor({ state: 'hidden' })
      return sentence
    },
    /**
     * A document of the open record, shown and downloaded in both forms: each says all of this. What it says
     * depends on no browser: the old one only has to show it.
     */
    async paper(title: string, ...sayings: readonly string[]) {
      if (browserName() === 'chromium90') return preview(desk, title)
      const paper = await readPaper(await download(desk, title))
      for (const saying of sayings) {
        expect(paper.word, `${title} in Word`).toContain(squeeze(saying))
        expect(paper.pdf, `${title} in PDF`).toContain(squeeze(saying))
      }
    },
    /** What stands in the way of an act, as its dialog says before anything is done. */
    async obstacle(title: string): Promise<string> {
      await buttonOf(page, title).click()
      const dialog = page.getByRole('dialog')
      const said = await dialog.locator('.remaining').textContent()
      await dialog.getByRole('button', { name: '返回核对' }).click()
      await dialog.waitFor({ state: 'hidden' })
      return said ?? ''
    },
    /** The strip under the heading of a project's file. */
    facts: () => factsOf('.fact-strip'),
    /** The five stages of a project's file: 事前绩效评估已完成, … */
    async stages(): Promise<string[]> {
      const stages = await page.locator('.timeline button').all()
      return Promise.all(
        stages.map(async (stage) =>
          squeeze(
            `${await stage.locator('.timeline-title').textContent()}${await stage.locator('.timeline-state').textContent()}`,
          ),
        ),
      )
    },
    /** Title and state of each record on the open tab of a project's file. */
    async records(): Promise<string[]> {
      const rows = await page.locator('.file-main tbody tr').all()
      return Promise.all(
        rows.map(async (row) =>
          squeeze((await row.locator('th, td').allTextContents()).slice(0, 2).join(' ')),
        ),
      )
    },
    async main(): Promise<string> {
      return (await page.locator('main').textContent()) ?? ''
    },
  }
  /** A list of names and values as it is drawn. */
  const factsOf = async (selector: string): Promise<Record<string, string>> => {
    const entries = await page.locator(`${selector} > div`).evaluateAll((rows) =>
      rows.map((row) => {
        const value = row.querySelector('dd')?.cloneNode(true) as HTMLElement | undefined
        for (const aside of value?.querySelectorAll('button, .mark') ?? []) aside.remove()
        return [row.querySelector('dt')?.textContent ?? '', value?.textContent ?? '']
      }),
    )
    return Object.fromEntries(entries.map(([name, value]) => [squeeze(name ?? ''), squeeze(value ?? '')]))
  }
  return sight
}
