import path from 'node:path'
import { equal, holds } from './hold.ts'
import type { Installed } from './installed.ts'
import { signIn } from './visitor.ts'

const PASSWORD = 'Shoot-6-Grows-in-Rain'
const officer = (name: string, username: string) => ({ name, username, password: PASSWORD })
const SET_UP = {
  provinceName: '自治区财政厅',
  system_admin: officer('甲一', 'sysadmin'),
  security_admin: officer('乙二', 'secadmin'),
  audit_admin: officer('丙三', 'auditadmin'),
}

/** An empty folder becomes a working system: page, set-up once, the three officers, passwords checked. */
export async function checkFirstRun(installed: Installed): Promise<string[]> {
  const site = await installed.serve(path.join(installed.place, 'first'), ['start'])
  try {
    await checkPage(site.origin)
    const setUp = () =>
      fetch(`${site.origin}/api/setup`, {
        method: 'POST',
        headers: { origin: site.origin, 'content-type': 'application/json' },
        body: JSON.stringify(SET_UP),
      })
    equal((await setUp()).status, 200, 'set-up')
    holds((await setUp()).status >= 400, 'set up twice')
    const wrong = await signIn(site.origin, 'sysadmin', `${PASSWORD}!`).catch(() => undefined)
    equal(wrong, undefined, 'a wrong password lets in')
    const auditor = await signIn(site.origin, 'auditadmin', PASSWORD)
    const audit = await auditor.json<{ items: readonly unknown[] }>('/api/audit')
    holds(audit.items.length > 0, 'no audit row of the set-up')
    const system = await signIn(site.origin, 'sysadmin', PASSWORD)
    const places = await system.json<{ items: readonly unknown[] }>('/api/jurisdictions')
    equal(places.items.length, 28, 'jurisdictions')
  } finally {
    await site.stop()
  }
  return ['空目录启动、网页、初始化（三员）、口令校验、审计']
}

/** The page and everything it names. */
async function checkPage(origin: string): Promise<void> {
  const page = await (await fetch(origin)).text()
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address)
  holds(assets.length > 0, 'the page names no script')
  for (const address of assets) {
    const answer = await fetch(origin + address)
    holds(answer.ok && (await answer.arrayBuffer()).byteLength > 0, `missing: ${address}`)
  }
}
