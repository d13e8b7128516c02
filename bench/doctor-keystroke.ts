import path from 'node:path'
import { checkTargetsDraft } from '../src/domain/doctor/forms/check-targets-draft.ts'
import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../src/domain/forms/contents.ts'
import { loadRules } from '../src/rules/index.ts'

/**
 * `npm run bench -- doctor-keystroke`: what the table doctor costs at each key in a target sheet of 40
 * rows: form content → printed table → every check. Each measured time follows one more typed character,
 * as in the form. Goal: 50 ms.
 */
const ROOT = path.join(import.meta.dirname, '..')
const ROWS = 40
const KEYS = 400
const WARM_UP = 40
const GOAL_MS = 50

const KINDS: readonly TargetsSheetIndicatorsRow[] = [
  {
    level1: 'output',
    level2: 'quantity',
    name: '硬化道路里程',
    kind: 'quant',
    operator: 'ge',
    value: '12',
    unit: '公里',
  },
  {
    level1: 'output',
    level2: 'quality',
    name: '验收合格率',
    kind: 'quant',
    operator: 'ge',
    value: '98',
    unit: '%',
  },
  { level1: 'output', level2: 'timeliness', name: '完工时间', kind: 'date', dateValue: '2023-11-30' },
  {
    level1: 'cost',
    level2: 'economicCost',
    name: '每公里造价',
    kind: 'quant',
    operator: 'le',
    value: '45',
    unit: '万元',
  },
  { level1: 'benefit', level2: 'social', name: '出行条件', kind: 'qual', valueText: '明显改善' },
  {
    level1: 'satisfaction',
    level2: 'serviceSatisfaction',
    name: '群众满意度',
    kind: 'quant',
    operator: 'ge',
    value: '90',
    unit: '%',
  },
]

function sheet(typed: string): TargetsSheetContent {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const kind = KINDS[at % KINDS.length]
    const name = `${kind?.name ?? ''}（第${at + 1}村）${at === 7 ? typed : ''}`
    return { ...kind, name, weight_x100: 225, ...(at === 6 ? { operator: 'le' as const } : {}) }
  })
  const annualGoal = '硬化通村道路480公里，覆盖40个村，群众满意度达到90%以上。'
  return { total_fen: '500000000', fiscal_fen: '500000000', annualGoal, indicators: rows }
}

const rules = loadRules(path.join(ROOT, 'rules')).at({ date: '2023-12-31', jurisdiction: '640000' })
const around = { year: 2023, projectName: '通村道路硬化项目' }
const times: number[] = []
let found = 0
for (let key = 0; key < KEYS + WARM_UP; key += 1) {
  const content = sheet('硬化沥青路面'.repeat(3).slice(0, key % 18))
  const begun = performance.now()
  found += checkTargetsDraft(content, around, rules).length
  if (key >= WARM_UP) times.push(performance.now() - begun)
}
if (found === 0) throw new Error('the doctor found nothing: the sheet is not examined')
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
console.table({
  '每次按键(毫秒)': { 中位数: at(0.5).toFixed(2), p95: at(0.95).toFixed(2), 目标: `≤ ${GOAL_MS}` },
})
console.log(`${ROWS} 行的申报表，按键 ${KEYS} 次，每次查出 ${found / (KEYS + WARM_UP)} 处。`)
