import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Block, DocumentBlocks } from '../src/domain/documents/block.ts'
import { columns, heading, listTable, paragraph } from '../src/domain/documents/make-block.ts'
import { writeDocx, writeInWorker } from '../src/documents/index.ts'
import { median } from './compare.ts'

/**
 * `npm run bench:w8 [-- --rounds 9]`: W8. A Word report of some thirty pages, ten chapters and ten tables, in the
 * official layout: written by the product in its worker, and by the product's writer in place; beside it in the
 * same rounds the floor, the docx library with the same text and bare tables. While the worker writes, the delay of
 * the main thread's event loop is measured. Goal: 0.25 s, the main loop blocked less than 20 ms.
 */
const at = process.argv.indexOf('--rounds')
const ROUNDS = at < 0 ? 9 : Number(process.argv[at + 1])
const GOAL_ms = 250
const GOAL_delay_ms = 20
const CHAPTERS = 10
const PARAGRAPHS = 14
const ROWS = 14

const SENTENCE =
  '项目单位按照批复的绩效目标组织实施，资金使用合规，产出数量和质量达到预期，受益对象满意度较高；' +
  '执行进度与用款计划基本一致，个别环节偏慢，已按整改意见落实。'
const HEAD = ['序号', '三级指标', '年度指标值', '实际完成值', '分值', '得分']
const cellsOf = (chapter: number, row: number) => [
  String(row + 1),
  `第${chapter}章指标${row + 1}`,
  `≥${row * 7 + 12}个`,
  `${row * 7 + 13}个`,
  '5.00',
  '4.80',
]
const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function report(): DocumentBlocks {
  const blocks: Block[] = range(CHAPTERS).flatMap((chapter) => [
    heading(1, `${CHINESE[chapter]}、绩效管理情况`),
    ...range(PARAGRAPHS).map(() => paragraph(SENTENCE)),
    listTable({
      caption: `表${chapter + 1} 指标完成情况`,
      head: HEAD,
      columns: columns([1, 'center'], 4, 2, 2, [1, 'right'], [1, 'right']),
      rows: range(ROWS).map((row) => cellsOf(chapter, row)),
    }),
  ])
  return {
    title: '三十页报告',
    isDemonstration: true,
    sections: [{ page: 'letter', orientation: 'portrait', blocks }],
  }
}

/** The library alone: the same words, no official layout. */
function floor(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const children = range(CHAPTERS).flatMap((chapter) => [
    new Paragraph({ children: [new TextRun({ text: `${CHINESE[chapter]}、绩效管理情况`, bold: true })] }),
    ...range(PARAGRAPHS).map(() => new Paragraph(SENTENCE)),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [HEAD, ...range(ROWS).map((row) => cellsOf(chapter, row))].map(
        (texts) => new TableRow({ children: texts.map(cell) }),
      ),
    }),
  ])
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

async function timed(
  work: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly cpu_ms: number }> {
  const before = process.cpuUsage()
  const began = performance.now()
  await work()
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  return { ms, cpu_ms: (user + system) / 1000 }
}

const document = report()
await writeInWorker(document, 'docx')
await writeDocx(document)
await floor()
type Cost = { readonly ms: number; readonly cpu_ms: number }
type Round = {
  readonly library: Cost
  readonly here: Cost
  readonly beside: Cost
  readonly delay_ms: number
  readonly delay_p50_ms: number
}
const rounds: Round[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const library = await timed(floor)
  const here = await timed(() => writeDocx(document))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const beside = await timed(() => writeInWorker(document, 'docx'))
  delay.disable()
  rounds.push({ library, here, beside, delay_ms: delay.max / 1e6, delay_p50_ms: delay.percentile(50) / 1e6 })
}
const of = (pick: (round: Round) => number) => median(rounds.map(pick))
const beside = of((round) => round.beside.ms)
const ratio = of((round) => round.beside.ms / round.library.ms)
const cpuRatio = of((round) => round.beside.cpu_ms / round.library.cpu_ms)
const delay = of((round) => round.delay_ms)
console.log(
  `w8 ${beside <= GOAL_ms && delay <= GOAL_delay_ms ? 'PASS' : 'FAIL'}: in the worker ${beside.toFixed(0)} ms ` +
    `(${of((round) => round.beside.cpu_ms).toFixed(0)} ms of processor time), in place ` +
    `${of((round) => round.here.ms).toFixed(0)} ms, docx alone ${of((round) => round.library.ms).toFixed(0)} ms ` +
    `(${of((round) => round.library.cpu_ms).toFixed(0)} ms); ${ratio.toFixed(2)} x floor, processor time ` +
    `${cpuRatio.toFixed(2)} x; event loop delay max ${delay.toFixed(1)} ms, p50 ` +
    `${of((round) => round.delay_p50_ms).toFixed(2)} ms; median of ${ROUNDS}, load ${loadavg()[0]?.toFixed(1)}`,
)
process.exit(0)
