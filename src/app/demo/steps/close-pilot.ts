import { rowsOf } from '../../../domain/forms/form-index.ts'
import { PLAN_STAGES } from '../../../domain/workflow/record-kind.ts'
import type { Walk } from '../walk.ts'

const STAGE_REPORT = 'pilot.stageReport'
const INTEGRATED = 'pilot.integratedReport'
const COUNTY = 'pilot.countyReport'
const ACCEPTANCE = 'pilot.acceptance'

/** 绩效股编写五个分阶段报告:正文由办理记录汇成,经办人补充. */
export async function writeStageReports(walk: Walk): Promise<void> {
  for (const stage of PLAN_STAGES) {
    const recordId = await walk.begin('performance', STAGE_REPORT, { content: { stage } })
    const more = walk.story.reports?.stages?.[stage]
    if (more) await walk.save('performance', recordId, more)
    await walk.act('performance', `${STAGE_REPORT}.propose`, recordId)
  }
}

/** 分管领导逐份审定. */
export async function approveStageReports(walk: Walk): Promise<void> {
  for (const recordId of await walk.all('leader', STAGE_REPORT)) {
    await walk.act('leader', `${STAGE_REPORT}.approve`, recordId, '同意。')
  }
}

/** 绩效股编写一体化评价报告. */
export async function writeIntegratedReport(walk: Walk): Promise<void> {
  const recordId = await walk.begin('performance', INTEGRATED)
  await walk.save('performance', recordId, walk.story.reports?.integrated ?? {})
  await walk.act('performance', `${INTEGRATED}.propose`, recordId)
}

/** 分管领导审定并上报. */
export async function approveIntegratedReport(walk: Walk): Promise<void> {
  await walk.act('leader', `${INTEGRATED}.approve`, await walk.newest('leader', INTEGRATED), '同意上报。')
}

/** 绩效股编写本地区试点报告. */
export async function writeCountyReport(walk: Walk): Promise<void> {
  const recordId = await walk.begin('performance', COUNTY)
  const own = walk.story.reports?.county ?? {}
  const { publicity } = await walk.read('performance', recordId)
  // What was registered is summed already; the office adds its own words.
  const both = [publicity, own['publicity']].filter((text) => typeof text === 'string')
  await walk.save('performance', recordId, { ...own, publicity: both.join('\n') })
  await walk.act('performance', `${COUNTY}.propose`, recordId)
}

/** 分管领导审定试点报告并上报. */
export async function approveCountyReport(walk: Walk): Promise<void> {
  await walk.act('leader', `${COUNTY}.approve`, await walk.newest('leader', COUNTY), '同意上报自治区财政厅。')
}

/** 绩效股申请验收. */
export async function requestAcceptance(walk: Walk): Promise<void> {
  await walk.act('performance', `${ACCEPTANCE}.request`, await walk.begin('performance', ACCEPTANCE))
}

/** 自治区列出问题,退回补正. */
export async function returnForCorrection(walk: Walk): Promise<void> {
  const { correction } = walk.story
  if (!correction) return
  const recordId = await walk.newest('province1', ACCEPTANCE)
  await walk.save('province1', recordId, { defects: correction.defects, verdict: 'correct' })
  await walk.act('province1', `${ACCEPTANCE}.return`, recordId, correction.opinion)
}

/** 绩效股逐项报送补正情况. */
export async function answerDefects(walk: Walk): Promise<void> {
  const { correction } = walk.story
  if (!correction) return
  const recordId = await walk.newest('performance', ACCEPTANCE)
  const rows = rowsOf(await walk.read('performance', recordId), 'answers')
  await walk.save('performance', recordId, {
    answers: rows.map((row, index) => ({ ...row, ...correction.answers[index] })),
  })
  await walk.act('performance', `${ACCEPTANCE}.resubmit`, recordId)
}

/** 自治区逐项核实补正情况. */
export async function checkCorrections(walk: Walk): Promise<void> {
  const { correction } = walk.story
  if (!correction) return
  const recordId = await walk.newest('province1', ACCEPTANCE)
  const rows = rowsOf(await walk.read('province1', recordId), 'defects')
  await walk.save('province1', recordId, {
    defects: rows.map((row, index) => ({
      ...row,
      isCorrected: true,
      checkNote: correction.checks[index] ?? '',
    })),
  })
}

/** 自治区一人核查:核对清单、到现场、逐项评分. */
export async function inspectPilot(walk: Walk): Promise<void> {
  const { acceptance } = walk.story
  if (!acceptance) return
  const recordId = await walk.newest('province1', ACCEPTANCE)
  const content = await walk.read('province1', recordId)
  await walk.save('province1', recordId, {
    criteria: rowsOf(content, 'criteria').map((row) => {
      const given = acceptance.scores[String(row['itemCode'])]
      return given ? { ...row, score_x100: Math.round(given.points * 100), basis: given.basis } : row
    }),
    fieldChecks: [{ checkedOn: walk.today(), ...acceptance.visit }],
    verdict: 'passed',
    opinion: acceptance.opinion,
  })
  await walk.act(
    'province1',
    `${ACCEPTANCE}.inspect`,
    recordId,
    '资料齐全，现场核查情况与上报一致，建议验收。',
  )
}

/** 自治区另一人验收. */
export async function acceptPilot(walk: Walk): Promise<void> {
  await walk.act(
    'province2',
    `${ACCEPTANCE}.accept`,
    await walk.newest('province2', ACCEPTANCE),
    '同意验收合格。',
  )
}
