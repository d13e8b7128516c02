import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { paragraphsOf, readReport } from '../src/app/evaluation/report/read-report.ts'
import { checkReport } from '../src/domain/evaluation/checks/report/index.ts'
import type { ReportPart } from '../src/domain/evaluation/report/report.ts'
import { loadRules } from '../src/rules/index.ts'
import { toDocx } from './report/docx.ts'
import { drafts, measureReports } from './report/measure.ts'
import { factsOf } from './report/report.ts'

/**
 * `npm run bench:report-check`: how often planted faults of ten self-written reports are found, how often
 * the clean ones are blamed, and how long a report of 60 pages with nine earlier ones takes, from the
 * file on disk to the findings.
 */
const rules = loadRules(path.join(import.meta.dirname, '../rules')).at({
  date: '2024-05-10',
  jurisdiction: '640000',
  fiscalYear: 2023,
})
/** A page of body text as offices set it: 22 lines of 28 characters. */
const PAGE_CHARACTERS = 22 * 28
const PAGES = 60

async function main(): Promise<void> {
  const { planted, found, missed, falseAlarms, places, strays, byFault, reports } = measureReports(rules)
  for (const each of byFault) console.log(`${each.name}：${each.found}/${each.planted}`)
  console.log(
    `检出 ${found}/${planted}（${((found / planted) * 100).toFixed(1)}%）；漏报：${missed.join('、') || '无'}`,
  )
  console.log(
    `误报：${reports} 份无错报告 ${places} 段（行）中 ${falseAlarms.length} 处；植入后另有 ${strays.length} 处`,
  )
  const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-report-'))
  try {
    await measureTime(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureTime(folder: string): Promise<void> {
  const [draft] = drafts()
  if (!draft) throw new Error('no report')
  const long = lengthened(draft.parts)
  const file = path.join(folder, '报告.docx')
  writeFileSync(file, await toDocx(long))
  const earlier: string[] = []
  for (const [index, each] of drafts().slice(1).entries()) {
    const other = path.join(folder, `以前${index}.docx`)
    writeFileSync(other, await toDocx(lengthened(each.parts)))
    earlier.push(other)
  }
  const from = performance.now()
  const before = []
  for (const other of earlier)
    before.push({ name: path.basename(other), paragraphs: paragraphsOf(await readReport(other, other)) })
  const findings = checkReport(
    await readReport(file, file),
    { ...factsOf(draft.subject), earlier: before },
    rules,
  )
  const took_s = (performance.now() - from) / 1000
  const characters = long.reduce((sum, part) => sum + ('paragraph' in part ? part.paragraph.length : 0), 0)
  console.log(
    `${PAGES} 页（${characters} 字）对照 ${earlier.length} 份同样长的报告：${took_s.toFixed(2)} 秒，发现 ${findings.length} 处`,
  )
}

/** The analysis written out until the report has sixty pages; every paragraph differs. */
function lengthened(parts: readonly ReportPart[]): ReportPart[] {
  const place = parts.findIndex(
    (part) => 'paragraph' in part && /情况$/.test(part.paragraph) && /产出/.test(part.paragraph),
  )
  const extra: ReportPart[] = []
  let characters = parts.reduce((sum, part) => sum + ('paragraph' in part ? part.paragraph.length : 0), 0)
  for (let number = 1; characters < PAGES * PAGE_CHARACTERS; number += 1) {
    const source = parts[(number * 7) % parts.length]
    const base = source && 'paragraph' in source ? source.paragraph : '现场核查记录'
    const text = `现场点${number}核查记录：评价组查阅第${number}号台账，走访农户${(number * 13) % 97}户，${base.replace(/[。]$/, '')}，与记录核对无误。`
    extra.push({ paragraph: text })
    characters += text.length
  }
  return [...parts.slice(0, place + 1), ...extra, ...parts.slice(place + 1)]
}

await main()
