import type { Page, Request } from 'playwright-core'
import { getRecordKind } from '../../src/domain/record-kinds.ts'
import { PLAN_STAGES, type PlanStage, STAGES } from '../../src/domain/workflow/record-kind.ts'
import type { RecordView } from '../../src/web/shapes.ts'
import { browserName } from './browser.ts'
import { fillForm, type Filling, saveNow } from './fill-form.ts'

/** What a record's page is made from, as the server gives it to whoever is signed in. */
export type Seen = RecordView

/** A machine at which one person after another sits down: everything is done by the page's own buttons. */
export type Desk = ReturnType<typeof makeDesk>

/** @param welcome told the account of whoever signs in */
export function makeDesk(
  page: Page,
  address: string,
  password: string,
  welcome: (account: string) => void = () => undefined,
) {
  let present: string | undefined
  const desk = {
    page,
    /** Waits until the page has got all it asked the server for, and drawn it. */
    quiet: watchRequests(page),
    /** Whoever sits there signs out first. Nothing happens when it is the same person. */
    async signIn(account: string) {
      if (present === account) return
      if (present !== undefined) await desk.signOut()
      else await page.goto(`${address}/login`)
      await page.locator('#login-name').fill(account)
      await page.locator('#login-password').fill(password)
      await page.getByRole('button', { name: '登录' }).click()
      await page.locator('.account').waitFor()
      present = account
      welcome(account)
    },
    async signOut() {
      // An answer that comes after the session ended would be a refusal nobody caused.
      await desk.quiet()
      await page.locator('.account').click()
      await page.getByRole('menuitem', { name: '退出登录' }).click()
      await page.locator('#login-name').waitFor()
      present = undefined
    },
    /** Goes to an address below the site; waits until what belongs there has arrived. */
    async goTo(path: string) {
      await page.goto(address + path)
      await page.locator('main h1, main .state').first().waitFor()
      await page.locator('main .shape').first().waitFor({ state: 'detached' })
      await desk.quiet()
    },
    /** What the page itself could ask: the session's own answer to a reading address. */
    read: <Answer>(path: string) => read<Answer>(page, path),
    recordId: () => new URL(page.url()).pathname.split('/records/')[1] ?? '',
  }
  return desk
}

function watchRequests(page: Page): () => Promise<void> {
  let open = 0
  const count = (by: number) => (request: Request) => {
    if (request.resourceType() === 'fetch') open += by
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  const nextFrame = () =>
    page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  return async () => {
    for (let still = 0; still < 2; still = open === 0 ? still + 1 : 0) await nextFrame()
  }
}

async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.evaluate(async (url) => {
    const response = await fetch(url, { credentials: 'same-origin' })
    return { status: response.status, body: await response.json() }
  }, path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as Answer
}

/** Opens a record from the to-do list where it waits for this person. @returns whether it did */
export async function openWaiting(desk: Desk, recordTitle: string, objectName: string): Promise<boolean> {
  const { page } = desk
  await page.locator('.nav').getByRole('link', { name: '我的待办' }).click()
  await page.locator('main h1', { hasText: '我的待办' }).waitFor()
  const line = page
    .locator('tr')
    .filter({ has: page.locator('.muted', { hasText: recordTitle }) })
    .filter({ hasText: objectName })
  await page.locator('.todo-group, .state').first().waitFor()
  if ((await line.count()) === 0) return false
  await line.last().locator('.todo-action').click()
  await page.waitForURL(/\/records\//)
  await waitForRecord(page)
  return true
}

export async function waitForRecord(page: Page): Promise<void> {
  await page.locator('.page-record h1').waitFor()
  await page.locator('.action-bar').waitFor()
}

/** Begins a record with the button in the project's file. @returns its id */
export async function beginInFile(
  desk: Desk,
  file: string,
  kindName: string,
  planStage?: PlanStage,
): Promise<string> {
  const kind = getRecordKind(kindName)
  const stage = planStage ?? kind.stage
  await desk.goTo(`${file}?tab=${stage}`)
  const title = planStage ? `${STAGES[planStage]}${kind.title}` : kind.title
  await desk.page.getByRole('button', { name: `新建${title}`, exact: true }).click()
  return arriveAtRecord(desk)
}

/** Begins what belongs to the jurisdiction as a whole, from its tile of the cockpit. @returns its id */
export async function beginInCockpit(
  desk: Desk,
  place: string,
  year: number,
  kindName: string,
): Promise<string> {
  await desk.goTo(`/${place}/${year}/cockpit?place=${place}`)
  const { title } = getRecordKind(kindName)
  await desk.page.getByRole('button', { name: `新建${title}`, exact: true }).click()
  return arriveAtRecord(desk)
}

async function arriveAtRecord(desk: Desk): Promise<string> {
  await desk.page.waitForURL(/\/records\//)
  await waitForRecord(desk.page)
  return desk.recordId()
}

/** Fills in the open record and waits until the page says that it is stored. */
export async function fillRecord(desk: Desk, filling: Omit<Filling, 'form' | 'before'>): Promise<void> {
  const seen = await desk.read<Seen>(`/api/records/${desk.recordId()}`)
  const changed = Object.entries(filling.content).filter(
    ([id, value]) => JSON.stringify(value) !== JSON.stringify(seen.content[id]),
  )
  if (changed.length === 0) return
  await fillForm(desk.page, { ...filling, form: seen.form, before: seen.content })
  await saveNow(desk.page)
}

/** Presses the button of an act and confirms it; fails with the page's words when it is refused. */
export async function perform(desk: Desk, title: string, opinion?: string): Promise<void> {
  const { page } = desk
  await buttonOf(page, title).click()
  const dialog = page.getByRole('dialog')
  if (opinion !== undefined) await dialog.locator('#act-opinion').fill(opinion)
  const confirm = dialog.locator('.ant-modal-footer').getByRole('button', { name: title, exact: true })
  await confirm.click()
  await Promise.race([
    dialog.waitFor({ state: 'hidden' }),
    dialog
      .locator('.ant-alert-error')
      .waitFor()
      .then(async () => {
        throw new Error(`refused: ${await dialog.textContent()}`)
      }),
  ])
  await waitForRecord(page)
  await desk.quiet()
}

/** The button of an act: its title, and whom it goes to next. */
export function buttonOf(page: Page, title: string) {
  return page.locator('.action-bar').getByRole('button', { name: new RegExp(`^${title}(,转.+|，转.+)?$`) })
}

/** Shows a document from the record's panel and closes it again. */
export async function preview(desk: Desk, title: string): Promise<void> {
  await openPreview(desk, title)
  await closePreview(desk)
}

/** Shows a document from the record's panel and downloads it in both forms. */
export async function download(desk: Desk, title: string): Promise<{ docx: Buffer; pdf: Buffer }> {
  await openPreview(desk, title)
  const docx = await take(desk, '下载 Word')
  const pdf = await take(desk, '下载 PDF')
  await closePreview(desk)
  return { docx, pdf }
}

async function openPreview({ page }: Desk, title: string): Promise<void> {
  await page.locator('.panel').getByRole('tab', { name: '文件' }).click()
  await page.locator('.document-list').getByRole('button', { name: title, exact: true }).click()
  await page.getByRole('dialog').locator('canvas').first().waitFor({ timeout: 60_000 })
}

async function closePreview({ page }: Desk): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Clicks and keeps the file; Chromium 90 does not say when a download begins, there the link is read. */
async function take({ page }: Desk, name: string): Promise<Buffer> {
  const link = page.getByRole('dialog').getByRole('link', { name })
  if (browserName() === 'chromium90') return readFile(page, (await link.getAttribute('href')) ?? '')
  const waiting = page.waitForEvent('download')
  await link.click()
  const stream = await (await waiting).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function readFile(page: Page, path: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (url) => {
    const answer = await fetch(url, { credentials: 'same-origin' })
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
    return Array.from(new Uint8Array(await answer.arrayBuffer()))
  }, path)
  return Buffer.from(bytes)
}

export function isPlanStage(value: unknown): value is PlanStage {
  return PLAN_STAGES.some((stage) => stage === value)
}
