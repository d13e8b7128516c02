import { expect, test } from 'vitest'
import { toDocx } from '../../../../bench/report/docx.ts'
import { writeReport } from '../../../../bench/report/report.ts'
import { SUBJECTS } from '../../../../bench/report/subjects.ts'
import { registerAttachment } from '../../attachments/index.ts'
import { giveApprovedProject } from '../../testing/approved-project.ts'
import { refusalOf, stepsIn } from '../../testing/steps.ts'
import { useWorld } from '../../testing/world.ts'
import { commissionIn } from '../agency/commission.fixture.ts'
import { startEvaluation } from '../start-evaluation.ts'
import { consultUnit } from '../consult-unit.ts'
import { finaliseReport } from '../finalise-report.ts'
import { evaluationModule } from '../index.ts'
import { replyConsultation } from '../reply-consultation.ts'
import { viewReportCheck } from './view-report-check.ts'

const world = useWorld('2023-06-01')
const { see, save, act } = stepsIn(world)
const { undertake } = commissionIn(world)
const [SUBJECT] = SUBJECTS

type Check = {
  compared: number
  reports: { name: string; unreadable: string | null; findings: { ruleId: string; message: string }[] }[]
}

/** An evaluation of 90 points whose agency is about to hand in its report. */
async function readyForReport(): Promise<{ recordId: string; projectId: string }> {
  const { projectId } = await giveApprovedProject(world, { name: SUBJECT!.name })
  const begin = evaluationModule.begins[1] as object
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, { projectId })
  await save('finance_performance', recordId, {
    agency: world.people.agency.organisationId,
    leadEvaluator: '孙某',
    purpose: '检验资金使用效果',
    scope: '全部资金',
    methods: ['comparison'],
    reportDueOn: '2023-07-31',
  })
  await act('finance_performance', startEvaluation, recordId)
  await undertake(recordId)
  const { content } = await see('agency', recordId)
  await save('agency', recordId, {
    scores: content['scores'].map((row: { weight_x100: number }) => ({
      ...row,
      score_x100: row.weight_x100 * 0.9,
      basis: '查阅资料，部分资料缺失',
    })),
    received_fen: '460000000',
    spent_fen: '437000000',
    experience: '以奖代补',
    conclusion: '达到预期',
    hasSeriousViolation: false,
    problems: [{ problem: '验收资料不全', evidence: '12份缺3份', suggestion: '补齐' }],
  })
  await act('agency', consultUnit, recordId)
  await save('unit', recordId, { replyKind: 'agree' })
  await act('unit', replyConsultation, recordId)
  return { recordId, projectId }
}

async function attach(projectId: string, bytes: Uint8Array, name: string): Promise<string> {
  const { digest, sm3, size } = await world.product.services.files.put(bytes)
  const file = { sha256: digest, sm3, size_bytes: String(size), mediaType: 'application/octet-stream', name }
  const input = { projectId, file }
  return (await world.as<{ attachmentId: string }>('agency', registerAttachment, input)).attachmentId
}

const report = (number: number) => toDocx(writeReport(SUBJECTS[number]!, 0).parts)

test('a report with another result is refused at hand-in, and the check says why', async () => {
  const { recordId, projectId } = await readyForReport()
  const file = await attach(projectId, await report(0), '评价报告.docx')
  await save('agency', recordId, { reportFiles: [file] })
  const check = await world.as<Check>('agency', viewReportCheck, { recordId })
  expect(check.reports[0]).toMatchObject({ name: '评价报告.docx', unreadable: null })
  const said = check.reports[0]!.findings.map(({ ruleId, message }) => `${ruleId} ${message}`)
  expect(said).toContainEqual(expect.stringMatching(/^EVA-072 评分表合计95\.55分，系统中填报的是90\.00分/))
  expect(said).toContainEqual(expect.stringMatching(/^EVA-076 评价机构写“示例绩效咨询有限公司”/))
  const refusal = await refusalOf(act('agency', finaliseReport, recordId))
  expect(refusal.places).toContainEqual({ section: 'conclusion', field: 'reportFiles' })
})

test('a report is held against the one handed in before for another project; other files say why not', async () => {
  const { recordId, projectId } = await readyForReport()
  const copied = await attach(projectId, await report(0), '照搬.docx')
  const scan = await attach(projectId, new TextEncoder().encode('%PDF-1.4'), '扫描件.pdf')
  await save('agency', recordId, { reportFiles: [copied, scan] })
  const { compared, reports } = await world.as<Check>('finance_performance', viewReportCheck, { recordId })
  expect(compared).toBe(1)
  expect(reports[0]!.findings.filter(({ ruleId }) => ruleId === 'EVA-075').length).toBeGreaterThan(2)
  expect(reports[1]).toMatchObject({ unreadable: expect.stringContaining('.docx'), findings: [] })
})

test('neither another agency nor the unit sees the check', async () => {
  const { recordId } = await readyForReport()
  await expect(world.as('agency2', viewReportCheck, { recordId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(world.as('unit', viewReportCheck, { recordId })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
  })
})
