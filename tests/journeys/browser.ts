import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { chmod, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'

/** `chromium` is Debian's own; `chromium90` is what the browsers of domestic desktops are built on. */
export type BrowserName = 'chromium' | 'chromium90'

const ROOT = path.join(import.meta.dirname, '../..')
const PACKED = path.join(ROOT, 'node_modules/chrome-aws-lambda/bin/chromium.br')
const UNPACKED = path.join(ROOT, 'var/cache/chromium90/chromium')

/** A browser that asks nobody for anything: no updates, no lists, no synchronisation. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The design size of every page. */
export const SCREEN = { width: 1366, height: 768 }

/** Which browser this run is about: `JIHENG_BROWSER`, set by the test run; Debian's otherwise. */
export function browserName(): BrowserName {
  return process.env.JIHENG_BROWSER === 'chromium90' ? 'chromium90' : 'chromium'
}

/** The first page of a browser, made when it was started. */
const firstPages = new WeakMap<Browser, Page>()
const ATTEMPTS = 3

/**
 * Starts the browser of this run and its first page. The caller closes it. One that has shown nothing after a
 * while is given up and another is started.
 */
export async function openBrowser(name: BrowserName = browserName()): Promise<Browser> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const browser = await launch(name)
    const page = await within(15_000, newPage(browser))
    if (page !== undefined) {
      firstPages.set(browser, page)
      return browser
    }
    await within(5000, browser.close())
  }
  throw new Error(`${name} opened no page in ${ATTEMPTS} attempts`)
}

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  work.catch(() => undefined)
  return Promise.race([work, over]).finally(() => clearTimeout(timer))
}

/** As on a person's own machine, whose owner asked the desktop for no movement. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: SCREEN,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.evaluate(() => document.readyState)
  return page
}

async function launch(name: BrowserName): Promise<Browser> {
  if (name === 'chromium') {
    return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', ...QUIET] })
  }
  // Never `--single-process`: then it stands still at times, and ends with the first context that is closed.
  return chromium.launch({
    executablePath: await unpackChromium90(),
    args: ['--no-sandbox', ...QUIET],
  })
}

async function unpackChromium90(): Promise<string> {
  if (existsSync(UNPACKED)) return UNPACKED
  mkdirSync(path.dirname(UNPACKED), { recursive: true })
  const unfinished = `${UNPACKED}.${process.pid}`
  try {
    await pipeline(createReadStream(PACKED), createBrotliDecompress(), createWriteStream(unfinished))
    await chmod(unfinished, 0o755)
    await rename(unfinished, UNPACKED)
  } finally {
    await rm(unfinished, { force: true })
  }
  return UNPACKED
}

/** A page whose faults are written down. */
export type WatchedPage = {
  readonly page: Page
  /** Console errors, exceptions and requests to another host so far; journeys want none. */
  readonly faults: readonly string[]
  /** Answers of 400 and above so far, as `403 GET /api/records/…`. */
  readonly refusals: readonly string[]
}

/**
 * A page of its own that may only talk to `address`; nothing on it moves, so that no click lands beside what
 * is still sliding open.
 */
export async function openPage(browser: Browser, address: string): Promise<WatchedPage> {
  const page = firstPages.get(browser) ?? (await newPage(browser))
  firstPages.delete(browser)
  const faults: string[] = []
  const refusals: string[] = []
  page.on('console', (message) => {
    // The browser's own line about an answer of 400 and above; those are kept by their address below.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url))
      faults.push(`another host: ${url}`)
  })
  page.on('response', (answer) => {
    if (answer.status() < 400) return
    refusals.push(`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`)
  })
  return { page, faults, refusals }
}
