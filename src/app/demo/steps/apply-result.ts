import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { Content } from '../../../domain/forms/form.ts'
import type { Part, TaskStory } from '../story.ts'
import type { Walk } from '../walk.ts'

const DISCLOSURE = 'results.disclosure'
const NOTICE = 'results.notice'
const TASK = 'results.task'
const CHANGE = 'results.taskChange'
const DECISION = 'results.budgetDecision'

/** 绩效股起草公开稿. */
export async function proposeDisclosure(walk: Walk): Promise<void> {
  const recordId = await walk.begin('performance', DISCLOSURE)
  await walk.save('performance', recordId, walk.story.results?.disclosure ?? {})
  await walk.act('performance', `${DISCLOSURE}.propose`, recordId)
}

/** 业务股第二人核查涉密和个人信息. */
export async function checkDisclosure(walk: Walk): Promise<void> {
  await walk.act(
    'business',
    `${DISCLOSURE}.check`,
    await walk.newest('business', DISCLOSURE),
    walk.story.results?.check,
  )
}

/** 分管领导批准公开. */
export async function publishResult(walk: Walk): Promise<void> {
  await walk.act('leader', `${DISCLOSURE}.publish`, await walk.newest('leader', DISCLOSURE))
}

/** 绩效股起草补充公开: the next version, with its reason. */
export async function proposeSupplement(walk: Walk): Promise<void> {
  const recordId = await walk.begin('performance', DISCLOSURE)
  await walk.save('performance', recordId, walk.story.supplement ?? {})
  await walk.act('performance', `${DISCLOSURE}.propose`, recordId)
}

/** 业务股核查补充公开稿. */
export async function checkSupplement(walk: Walk): Promise<void> {
  await checkDisclosure(walk)
}

/** 分管领导批准补充公开. */
export async function publishSupplement(walk: Walk): Promise<void> {
  await publishResult(walk)
}

/** 绩效股起草整改通知. */
export async function proposeNotice(walk: Walk): Promise<void> {
  const { results } = walk.story
  if (!results) return
  const recordId = await walk.begin('performance', NOTICE)
  const content = await walk.read('performance', recordId)
  await walk.save('performance', recordId, {
    ...results.notice,
    problems: rowsOf(content, 'problems').flatMap((row, index) => {
      const requirementType = results.requirements[index] ?? 'management'
      const recover_fen = results.recover?.[index]
      return requirementType === 'merged'
        ? []
        : [{ ...row, requirementType, ...(recover_fen ? { recover_fen } : {}) }]
    }),
  })
  await walk.act('performance', `${NOTICE}.propose`, recordId)
}

/** 分管领导签发整改通知,每个问题一项任务. */
export async function issueNotice(walk: Walk): Promise<void> {
  await walk.act('leader', `${NOTICE}.issue`, await walk.newest('leader', NOTICE))
}

/** 单位逐项报送整改措施. */
export async function planTasks(walk: Walk): Promise<void> {
  await forEachTask(walk, 'unit', 'plan', ({ plan }) => plan)
}

/** 单位逐项报告整改结果. */
export async function reportTasks(walk: Walk): Promise<void> {
  await forEachTask(walk, 'unit', 'report', ({ report }) => report)
}

/** 主管部门逐项审核. */
export async function reviewTasks(walk: Walk): Promise<void> {
  await forEachTask(
    walk,
    'department',
    'review',
    ({ report }) => report && {},
    '整改到位，资料齐全，同意上报。',
  )
}

/** 绩效股逐项核实. */
export async function verifyTasks(walk: Walk): Promise<void> {
  await forEachTask(walk, 'performance', 'verify', ({ verification }) => verification, '经核实，整改到位。')
}

/** 单位申请延期或免予整改. */
export async function askChanges(walk: Walk): Promise<void> {
  for (const subjectId of await walk.all('unit', TASK)) {
    const change = (await storyOf(walk, 'unit', subjectId))?.change
    if (!change) continue
    const recordId = await walk.begin('unit', CHANGE, { subjectId })
    await walk.save('unit', recordId, change.request)
    await walk.act('unit', `${CHANGE}.ask`, recordId)
  }
}

/** 主管部门审核申请. */
export async function supportChanges(walk: Walk): Promise<void> {
  await forEachChange(walk, 'department', 'support', ({ support }) => support)
}

/** 分管领导批准申请. */
export async function decideChanges(walk: Walk): Promise<void> {
  await forEachChange(walk, 'leader', 'grant', ({ decision }) => decision)
}

async function forEachChange(
  walk: Walk,
  by: Part,
  action: string,
  opinionOf: (change: NonNullable<TaskStory['change']>) => string,
): Promise<void> {
  for (const taskId of await walk.all(by, TASK)) {
    const change = (await storyOf(walk, by, taskId))?.change
    if (!change) continue
    const [recordId] = await walk.all(by, CHANGE, taskId)
    if (recordId) await walk.act(by, `${CHANGE}.${action}`, recordId, opinionOf(change))
  }
}

async function storyOf(walk: Walk, by: Part, taskId: string): Promise<TaskStory | undefined> {
  const number = Number((await walk.read(by, taskId))['problemNumber'])
  return walk.story.results?.tasks[number - 1]
}

/** The same step on every task; a task about which the story does not tell it stays where it is. */
async function forEachTask(
  walk: Walk,
  by: Part,
  action: string,
  contentOf: (task: TaskStory) => Content | undefined,
  opinion?: string,
): Promise<void> {
  for (const recordId of await walk.all(by, TASK)) {
    const task = await storyOf(walk, by, recordId)
    const content = task && contentOf(task)
    if (!content) continue
    if (Object.keys(content).length > 0) await walk.save(by, recordId, content)
    await walk.act(by, `${TASK}.${action}`, recordId, opinion)
  }
}

/** 全部核实后绩效股办结整改通知. */
export async function closeNotice(walk: Walk): Promise<void> {
  await walk.act('performance', `${NOTICE}.close`, await walk.newest('performance', NOTICE))
}

/** 业务股按挂钩办法提出预算安排建议. */
export async function proposeDecision(walk: Walk): Promise<void> {
  const recordId = await walk.begin('business', DECISION)
  await walk.save('business', recordId, walk.story.results?.decision ?? {})
  await walk.act('business', `${DECISION}.propose`, recordId)
}

/** 分管领导作出挂钩决定. */
export async function decideBudget(walk: Walk): Promise<void> {
  await walk.act(
    'leader',
    `${DECISION}.decide`,
    await walk.newest('leader', DECISION),
    walk.story.results?.decided,
  )
}
