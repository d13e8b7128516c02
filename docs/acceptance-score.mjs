// Recomputes completeness and score of an acceptance, by docs/acceptance.md: node acceptance-score.mjs 评分数据.json …
import { readFileSync } from 'node:fs'
const ITEMS = `SEL-1 pilot.selection confirmed
EXA-1 exante.evaluation approved
TGT-1 targets.sheet approved,published
TGT-2 project.budgetLine approved
TGT-3 targets.sheet published
MON-1 monitoring.round concluded *
MON-2 monitoring.finding closed *
EVA-1 evaluation.self confirmed
EVA-2 evaluation.finance confirmed,closed
RES-1 results.notice closed
RES-2 results.task verified,exempted *
RES-3 results.budgetDecision decided
RES-4 results.disclosure published
RES-5 evaluation.finance closed`
const STAGES = { EXA: 'exante', TGT: 'targets', MON: 'monitoring', EVA: 'evaluation', RES: 'results' }
const last = (records, kind, stage) =>
  records.filter((one) => one.kind === kind && (!stage || one.stage === stage)).at(-1)
const noProblems = ({ records }) => {
  const one = last(records, 'evaluation.finance')
  return ['confirmed', 'closed'].includes(one?.state) && !one.problemCount
}
const EXCUSES = {
  'EXA-1': ({ isNew }) => !isNew,
  'MON-2': () => true,
  'RES-1': noProblems,
  'RES-2': noProblems,
}
function holds(project, [code, kind, states, every]) {
  if (project.lost.includes(kind)) return false
  const stage = STAGES[code.slice(0, 3)]
  const report = stage && last(project.records, 'pilot.stageReport', stage)
  if (report?.state === 'approved' && report.isCarriedOut === false) return true
  if (project.isClassified && ['TGT-3', 'RES-4'].includes(code)) return true
  const records = project.records.filter((one) => one.kind === kind && one.state !== 'refused')
  if (records.length === 0) return EXCUSES[code]?.(project) ?? false
  return (every ? records : records.slice(-1)).every(({ state }) => states.split(',').includes(state))
}
for (const name of process.argv.slice(2)) {
  const { asOf, projects, records, lost, criteria, pass_x100, result } = JSON.parse(
    readFileSync(name, 'utf8'),
  )
  const isApproved = (all, kind, stage) => last(all, kind, stage)?.state === 'approved'
  const lines = projects.flatMap((one) => [
    ...ITEMS.split('\n').map((item) => [`${one.name} ${item.split(' ')[0]}`, holds(one, item.split(' '))]),
    ...Object.values(STAGES).map((stage, index) => [
      `${one.name} REP-${index + 1}`,
      isApproved(one.records, 'pilot.stageReport', stage),
    ]),
    [
      `${one.name} REP-6`,
      !one.lost.includes('pilot.integratedReport') && isApproved(one.records, 'pilot.integratedReport'),
    ],
    [`${one.name} LED-1`, one.lost.every((kind) => ITEMS.includes(kind) || /Report$/.test(kind))],
  ])
  lines.push([' REP-7', !lost.includes('pilot.countyReport') && isApproved(records, 'pilot.countyReport')])
  const missing = lines.filter(([, is]) => !is).map(([line]) => line)
  const isScored = criteria.length > 0 && criteria.every(({ score_x100 }) => score_x100 !== null)
  const total_x100 = isScored ? criteria.reduce((sum, { score_x100 }) => sum + score_x100, 0) : null
  const [of, isPassed] = [lines.length, isScored ? total_x100 >= pass_x100 : null]
  const found = JSON.stringify({ present: of - missing.length, of, missing, total_x100, isPassed })
  if (found !== JSON.stringify(result)) process.exitCode = 1
  console.log(found === JSON.stringify(result) ? `一致 ${asOf} ${name}` : `不一致 ${asOf} ${name} ${found}`)
}
