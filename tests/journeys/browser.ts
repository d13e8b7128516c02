import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { chmod, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

/** `chromium` is Debian's own; `chromium90` is what the browsers of domestic desktops are built on. */
export type BrowserName = 'chromium' | 'chromium90'

const ROOT = path.join(import.meta.dirname, '../..')
const PACKED = path.join(ROOT, 'node_modules/chrome-aws-lambda/bin/chromium.br')
/** It was built for machines that have neither sandbox nor zygote. */
const CHROMIUM90_FLAGS = ['--no-sandbox', '--single-process', '--no-zygote']
const UNPACKED = path.join(ROOT, 'node_modules/.cache/chromium90/chromium')

/** Which browser this run is about: `JIHENG_BROWSER`, set by the test run; Debian's otherwise. */
export function browserName(): BrowserName {
  return process.env.JIHENG_BROWSER === 'chromium90' ? 'chromium90' : 'chromium'
}

/** Starts the browser of this run. The caller closes it. */
export async function openBrowser(name: BrowserName = browserName()): Promise<Browser> {
  if (name === 'chromium') {
    return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  }
  const executablePath = await unpackChromium90()
  for (let attempt = 1; ; attempt += 1) {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM90_FLAGS })
    try {
      // Now and then it dies with its first page on a busy machine; later it is steady.
      await (await browser.newContext()).newPage()
      return browser
    } catch (error) {
      await browser.close().catch(() => undefined)
      if (attempt === 3) throw error
    }
  }
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
