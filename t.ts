import { openBrowser, openPage } from './tests/journeys/browser.ts'
import { makeDesk } from './tests/journeys/desk.ts'
const ADDR='http://127.0.0.1:8461'; const PW = process.env.PW!
const b = await openBrowser('chromium90')
const w = await openPage(b, ADDR)
const d = makeDesk(w.page, ADDR, PW)
await d.signIn('finance.performance')
const list = await d.read<any>('/api/projects?jurisdiction=640400&year=2023')
const p = list.items.find((x:any)=>x.name.includes('护工'))
const f = await d.read<any>(`/api/projects/640400/${p.id}`)
const r = f.records.find((x:any)=>x.kind==='exante.scoreSheet')
await d.goTo(`/640400/2023/records/${r.id}`)
await w.page.getByRole('button', { name: '评分：为什么', exact: true }).first().click()
await w.page.waitForTimeout(1500)
await w.page.screenshot({ path: '/tmp/shots/c90-why.png' })
console.log(await w.page.locator('.reason-sentence').count(), await w.page.locator('.ant-drawer').first().evaluate(e => e.outerHTML.slice(0, 600)))
console.log(w.faults)
await b.close()
