import { describe, expect } from 'vitest'
import { registerExperts } from '../../src/app/demo/steps/draw-panel.ts'
import { registerAgencies } from '../../src/app/demo/steps/evaluate.ts'
import { scoreAsTheOthers } from '../../src/app/demo/steps/evaluate-beforehand.ts'
import { makeWalk } from '../../src/app/demo/walk.ts'
import { useJourney } from './use-journey.ts'

/** A training project of a city, from its entry in August 2022 to the acceptance in June 2024. */
const STORY = 'caregiver-training'
const journey = useJourney(STORY)
const { go, step, people, site } = journey
const FIVE_DONE = ['事前绩效评估', '绩效目标', '双监控', '绩效评价', '结果应用'].map(
  (stage) => `${stage}已完成`,
)

/** The project's file, on the tab of a stage. */
function openFile(tab: string): Promise<void> {
  const { desk, walk } = journey
  return desk.goTo(`${walk.file()}?tab=${tab}`)
}

/** What has been seen once is done again without the pages: fourteen entries, three more score sheets. */
function besideThePages() {
  const story = site.data.stories.find(({ key }) => key === STORY)
  if (!story) throw new Error(`no story ${STORY}`)
  const walk = makeWalk(site.product, site.residents, story, site.today)
  walk.setProject(journey.walk.file().split('/projects/')[1] ?? '')
  return walk
}

describe('0 登记', () => {
  step('the unit is asked about secrecy before it can type anything, then enters the project', async () => {
    await go('enterProject')
    const { sight } = journey
    expect(await sight.facts()).toMatchObject({ 年度预算: '3,850.00万元', 所处环节: '已入库' })
    await openFile('entry')
    for (const entered of ['民生事业发展“十四五”规划', '3,980.00', '演固民发〔2022〕18号'])
      expect(await sight.main()).toContain(entered)
  })
})

describe('1 试点', () => {
  step(
    'the performance section recommends it: evidence for each criterion, somebody for each stage',
    async () => {
      await go('proposeSelection')
      await journey.sight.state('待分管领导同意', '财政分管领导')
    },
  )

  step('the leader agrees and the province confirms', async () => {
    await go('endorseSelection')
    await journey.sight.state('待自治区确认', '自治区财政厅')
    await go('confirmSelection')
    const { sight } = journey
    await sight.state('已确定为试点')
    await sight.paper(
      '试点项目推荐表',
      '列入本年度市委、市政府民生实事清单',
      '明衡绩效评价咨询中心',
      '3,850.00',
    )
  })

  step('the province sees all 27 places, and this one with its project', async () => {
    const { desk, sight } = journey
    await desk.goTo('/640000/2023/cockpit')
    const text = await sight.main()
    for (const { name, level } of site.product.divisions)
      if (level !== 'province') expect(text).toContain(name)
    expect(text).toContain('1/27')
  })
})

describe('2 事前评估', () => {
  step('the unit hands in the materials; without a conclusion there is no applying for money', async () => {
    await go('submitMaterials')
    const { walk, sight } = journey
    await sight.state('待组织评分', '财政绩效股')
    await walk.newest('unit', 'project.budgetLine')
    expect(await sight.obstacle('申报预算')).toContain('事前绩效评估')
  })

  step('fourteen experts stand in the register, one of them suspended', async () => {
    site.setDay('2022-08-26')
    await registerExperts(besideThePages())
    const { walk, desk, sight } = journey
    await walk.signIn('performance')
    await desk.goTo('/640400/2023/experts')
    expect(await sight.main()).toContain('14')
    expect(await sight.main()).toContain('暂停')
  })

  step('the roster is sealed before the public value is known; then five are drawn', async () => {
    await go('sealRoster')
    const { sight } = journey
    await sight.state('待公布数值后抽取', '财政绩效股')
    await go('drawPanel')
    await sight.state('已抽取')
    await sight.paper('评估专家抽取记录', '上证综指收盘价', '3186.48')
  })

  step('scoring is opened to the five', async () => {
    await go('openScoring')
    await journey.sight.state('专家评分中', '财政绩效股')
  })

  step('each pledges and scores alone; nobody else reads a score before all are in', async () => {
    const { walk, sight } = journey
    await go('scoreAsFirstExpert')
    await sight.state('已评分')
    expect(await sight.why('评分')).toContain('合计98.00分')
    await walk.signIn('performance')
    await openFile('exante')
    expect((await sight.records()).filter((record) => record.includes('评分表'))).toHaveLength(0)
    await go('assessAffordability', 'scoreAsSecondExpert')
    expect(await sight.why('评分')).toContain('合计75.00分')
    await openFile('exante')
    expect((await sight.records()).filter((record) => record.includes('评分表'))).toHaveLength(1)
    await scoreAsTheOthers(besideThePages())
  })

  step('after closing, agreement is computed and the lead expert signs a word on it', async () => {
    await go('closeScoring', 'explainSpread')
    const { walk, sight } = journey
    await walk.newest('performance', 'exante.evaluation')
    expect(await sight.why('综合得分')).toBe('5人评分，去掉一个最高分和一个最低分后平均93.33分。')
    expect(await sight.main()).toContain('肯德尔和谐系数')
  })

  step('the conclusion cuts 100 of 3,850 万元, and the leader approves it', async () => {
    await go('concludeEvaluation')
    const { sight } = journey
    await sight.state('待审定', '财政分管领导')
    await go('approveConclusion')
    await sight.state('已审定')
    expect(await sight.why('建议支持金额')).toBe('申请3,850.00万元，核减100.00万元，建议支持3,750.00万元。')
    await sight.paper('事前绩效评估报告', '93.33', '建议支持金额3,750.00万元', '宣传推介')
    await sight.paper('专家意见汇总表', '宣传推介不应另列')
  })
})

describe('3 目标', () => {
  step('the unit declares the target and applies for the budget on the same day', async () => {
    await go('declareTarget')
    await journey.sight.state('待初审', '主管部门')
    await go('applyForBudget')
    await journey.sight.state('待安排', '财政业务股')
  })

  step(
    'the department reviews it; the performance section sends it back once, and it comes again',
    async () => {
      await go('reviewTarget', 'returnTarget')
      await journey.sight.state('待申报', '单位经办')
      await go('declareAgain', 'reviewAgain')
      await journey.sight.state('待复核', '第三方机构、专家、财政绩效股')
    },
  )

  step('an expert advises, the performance section grades it', async () => {
    await go('adviseOnTarget', 'recheckTarget')
    const { sight } = journey
    await sight.state('待批复', '财政分管领导')
    expect(await sight.why('审核要点')).toBe('审核得91.65分，优，处理意见：通过。')
  })

  step('the leader cannot approve a target without a budget', async () => {
    const { walk, sight } = journey
    await walk.newest('leader', 'targets.sheet')
    expect(await sight.obstacle('批复绩效目标和预算')).toContain('项目预算还没有安排，不能单独批复绩效目标')
  })

  step('the budget is arranged, and one letter approves both', async () => {
    await go('arrangeBudget')
    await journey.sight.state('已安排，待批复')
    await go('approveTarget')
    const { sight } = journey
    await sight.state('待公开', '财政绩效股')
    await sight.paper('绩效目标批复', '〔2023〕1号', '年度预算3,750.00万元', '≥12500名')
  })

  step('it is made public within twenty days', async () => {
    await go('publishTarget')
    const { sight } = journey
    await sight.state('已公开')
    expect(await sight.why('公开日期')).toContain('期限为2023年2月7日')
    await sight.paper(
      '项目支出绩效目标申报表',
      '3,750.00',
      '完成护工培训人数',
      '同意批复，请按批复的绩效目标执行。',
    )
  })
})

describe('4 双监控', () => {
  step('the unit reports money and indicators together; the department confirms', async () => {
    await go('beginRound', 'reportRound')
    await journey.sight.state('待主管部门审核', '主管部门')
    await go('reviewRound')
    await journey.sight.state('待形成监控结论', '财政绩效股')
  })

  step('the light is red, and says why', async () => {
    await go('inspectSite', 'concludeRound')
    const { sight } = journey
    await sight.state('已形成结论')
    expect(await sight.figure('监控灯')).toBe('■超限')
    expect(await sight.figure('预算执行率')).toBe('35.50%')
    expect(await sight.why('监控灯')).toBe('截至7月：项目红灯：参训学员就业率落后31.33个百分点。')
    await sight.paper('项目支出绩效目标执行监控表', '1,331.20', '35.50%', '就业率落后31.33个百分点')
  })

  step('a letter asks for rectification and takes 550 万元 back', async () => {
    await go('proposeOpinion', 'notifyFinding')
    const { sight } = journey
    await sight.state('待制定整改方案', '单位经办')
    await sight.paper('整改和预算调剂意见', '〔2023〕', '涉及金额550.00万元', '2023年10月31日')
  })

  step('the counting rule changes: the approved target becomes its next version, both stay', async () => {
    await go('requestAdjustment', 'reviewAdjustment', 'recheckAdjustment', 'approveAdjustment')
    const { sight } = journey
    await sight.paper('绩效目标调整批复', '结业满三个月', '结业满六个月')
    await go('publishAdjustment')
    await sight.paper('项目支出绩效目标申报表', '结业满六个月')
    await sight.paper('绩效目标批复', '3,750.00')
  })

  step('the unit rectifies with proof; one section verifies, another closes', async () => {
    await go('planRectification', 'reportRectification')
    await journey.sight.state('待核实', '财政绩效股')
    await go('verifyRectification', 'closeFinding')
    await journey.sight.state('已销号')
  })
})

describe('5 评价', () => {
  step('the self-evaluation computes every line: 94.47 points, 优', async () => {
    await go('evaluateItself', 'reviewSelf', 'confirmSelf')
    const { sight } = journey
    await sight.state('已确认')
    expect(await sight.main()).toContain('94.47')
    expect(await sight.figure('预算执行率')).toBe('98.85%')
    await sight.paper('项目支出绩效自评表', '94.47', '12166', '98.85%', '自评等级：优')
  })

  step('three institutions stand in the register; who leads, what they hold and how they did', async () => {
    site.setDay('2024-03-04')
    await registerAgencies(besideThePages())
    const { walk, desk, sight } = journey
    await walk.signIn('performance')
    await desk.goTo('/640400/2023/agencies')
    const text = await sight.main()
    for (const words of ['明衡绩效评价咨询中心', '2/3 人符合条件', '逾期0次，返工0次，投诉1次', '已暂停'])
      expect(text).toContain(words)
  })

  step('the institution pledges before the project opens to it', async () => {
    await go('assignAgency', 'undertakeTask')
    await journey.sight.state('履行中')
    await journey.sight.paper('第三方机构承诺书', '沈书简', '承诺时间')
  })

  step('it evaluates by decision, process, output and benefit, and asks the unit', async () => {
    await go('scoreEvaluation', 'consultUnit')
    await journey.sight.state('征求单位意见', '单位经办')
    await go('replyToDraft', 'finaliseReport')
    await journey.sight.state('待财政确认', '财政分管领导')
  })

  step('whoever commissioned accepts the report before it is confirmed', async () => {
    await go('acceptReport')
    const { sight } = journey
    await sight.state('已验收，待结清', '财政绩效股')
    expect(await sight.why('验收得分')).toContain('88.00分')
  })

  step('the leader confirms 89.03 points, 良; the project’s file shows the grade', async () => {
    await go('confirmResult')
    const { sight } = journey
    await sight.state('已确认，待公开和应用', '财政绩效股')
    expect(await sight.why('评价等级')).toBe('得分89.03分，按分数线为良。')
    await sight.paper('财政绩效评价报告', '89.03', '评价等级为“良”', '明衡绩效评价咨询中心')
    await openFile('evaluation')
    expect(await sight.facts()).toMatchObject({ 评价等级: '良', 监控灯: '■超限' })
    await go('settleCommission')
    await sight.state('已结清')
  })

  step('it cannot be closed before its result is public and applied', async () => {
    const { walk, sight } = journey
    await walk.newest('performance', 'evaluation.finance')
    expect(await sight.obstacle('办结')).toMatch(/公开.*整改/s)
  })
})

describe('6 整改与挂钩', () => {
  step('a second person looks for secrets before the result is made public', async () => {
    await go('proposeDisclosure')
    await journey.sight.state('待第二人核查', '财政业务股')
    await go('checkDisclosure', 'publishResult')
    const { sight } = journey
    await sight.state('已公开')
    await sight.paper('评价结果公开', '89.03', '2023年“六盘护工”技能培训项目绩效评价结果')
  })

  step('the notice of rectification goes out with a number and makes one task of each problem', async () => {
    await go('proposeNotice', 'issueNotice')
    const { sight } = journey
    await sight.state('整改中', '财政绩效股')
    await sight.paper('绩效评价整改通知', '〔2024〕1号', '5.46', '2024年6月30日')
    await openFile('results')
    expect((await sight.records()).filter((record) => record.startsWith('整改任务'))).toHaveLength(3)
  })

  step('the budget of next year follows from it, with a reason', async () => {
    await go('proposeDecision', 'decideBudget')
    const { sight } = journey
    await sight.state('已决定')
    await sight.paper('评价结果与预算安排挂钩决定', '3,250.00', '-500.00', '优先保障')
  })

  step('every task is planned, reported, reviewed and verified', async () => {
    await go('planTasks', 'reportTasks', 'reviewTasks', 'verifyTasks')
    const { sight } = journey
    await openFile('results')
    expect((await sight.records()).filter((record) => record.startsWith('整改任务'))).toEqual([
      '整改任务1已核实',
      '整改任务2已核实',
      '整改任务3已核实',
    ])
  })

  step('now the notice and the evaluation close', async () => {
    await go('closeNotice')
    const { sight } = journey
    expect(await sight.figure('整改完成率')).toBe('100.00%')
    await go('closeEvaluation')
    await sight.state('已办结')
    await openFile('results')
    expect(await sight.stages()).toEqual(FIVE_DONE)
  })
})

describe('7 报告与验收', () => {
  step('five stage reports are assembled from the records and approved', async () => {
    await go('writeStageReports', 'approveStageReports')
    const { sight } = journey
    await sight.paper('分阶段绩效管理报告', '评价结果应用管理报告', '5.46万元', '3,250.00万元')
    await openFile('monitoring')
    expect(await sight.records()).toContain('分阶段绩效管理报告（双监控）已审定')
  })

  step('the integrated report holds them together', async () => {
    await go('writeIntegratedReport', 'approveIntegratedReport')
    const { sight } = journey
    await sight.state('已上报')
    expect(await sight.figure('五个阶段闭环完整性')).toBe('齐全')
    await sight.paper('一体化评价报告', '单位自评94.47分，财政评价89.03分', '（三）绩效跟踪监控', '550.00')
  })

  step('the report of the place contains the reports of its project', async () => {
    await go('writeCountyReport', 'approveCountyReport')
    const { sight } = journey
    await sight.state('已上报')
    await sight.paper(
      '预算绩效一体化管理试点报告',
      '固原市',
      '分阶段绩效管理分报告',
      '建议支持金额：3,750.00万元',
    )
  })

  step('one person of the province inspects against the list, another accepts', async () => {
    await go('requestAcceptance')
    await journey.sight.state('待核查', '自治区财政厅')
    await go('inspectPilot', 'acceptPilot')
    const { sight } = journey
    await sight.state('验收合格')
    await sight.paper('试点验收意见', '96.50', '应核对资料24项，全部齐全', '验收合格')
  })

  step('ten people took part, and the file names whoever did what', async () => {
    const { walk, desk, sight } = journey
    expect(people.size).toBeGreaterThanOrEqual(8)
    await walk.signIn('province1')
    await openFile('results')
    expect((await sight.facts())['所处环节']).toBe('已办结')
    const signed = await desk.page.locator('.rail .history .muted').allTextContents()
    const names = new Set(signed.map((line) => /· (\S+?)（/.exec(line)?.[1]))
    expect(names.size).toBeGreaterThanOrEqual(8)
  })
})
