import type { Role } from '../org/roles.ts'
import type { Named } from '../workflow/named.ts'
import type { Asked, RecordKind } from '../workflow/record-kind.ts'
import type { Workflow } from '../workflow/workflow.ts'

/**
 * 财政评价: 启动 → 评价 → 征求被评价单位意见 → 定稿 → 财政确认 → 办结, by a group of the bureau or by an
 * institution it commissions (财预〔2020〕10号: who carries it out is a means, not another kind).
 * It is closed only after its result is disclosed and applied (使用、评价、公开、应用,
 * `nx-2022-pilot-plan` 三(四)); the unit's reply comes before the final version (domain/05, item 14).
 */
export const financeEvaluation: RecordKind = {
  kind: 'evaluation.finance',
  stage: 'evaluation',
  title: '财政绩效评价',
  form: 'evaluation/finance',
  per: 'project',
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待启动', dueInDays: 10 },
      assigned: { title: '评价实施中', dueInDays: 40 },
      consulting: { title: '征求单位意见', dueInDays: 10 },
      replied: { title: '待定稿', dueInDays: 10 },
      finalised: { title: '待财政确认', dueInDays: 10 },
      confirmed: { title: '已确认，待公开和应用', dueBy: 'resultDisclosure' },
      closed: { title: '已办结', isFinal: true },
    },
    actions: {
      ...sharedActions('finance_performance'),
      confirm: {
        title: '确认评价结果',
        from: ['finalised'],
        to: 'confirmed',
        by: ['finance_leader'],
        notBy: ['finalise', 'assign'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回修改报告',
        from: ['finalised'],
        to: 'replied',
        by: ['finance_performance', 'finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
      close: { title: '办结', from: ['confirmed'], to: 'closed', by: ['finance_performance'] },
    },
  },
  edits: editsOf('finance_performance'),
  asks: asksOf('finance_performance'),
  documents: [{ document: 'evaluation-report', title: '财政绩效评价报告', frozenBy: 'finalise' }],
  seals: [{ by: 'confirm', as: 'evaluation.concluded' }],
}

/**
 * 部门评价: the competent department evaluates the units below it or commissions, confirms the report and hands
 * it to the finance bureau, which looks at it a second time (财预〔2020〕10号).
 */
export const departmentEvaluation: RecordKind = {
  kind: 'evaluation.department',
  stage: 'evaluation',
  title: '部门绩效评价',
  form: 'evaluation/finance',
  per: 'project',
  createdBy: ['department'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待启动', dueInDays: 10 },
      assigned: { title: '评价实施中', dueInDays: 40 },
      consulting: { title: '征求单位意见', dueInDays: 10 },
      replied: { title: '待定稿', dueInDays: 10 },
      finalised: { title: '待部门确认', dueInDays: 10 },
      confirmed: { title: '待报财政备案', dueInDays: 10 },
      filed: { title: '已备案', isFinal: true },
    },
    actions: {
      ...sharedActions('department'),
      confirm: {
        title: '确认评价结果',
        from: ['finalised'],
        to: 'confirmed',
        by: ['department'],
        notBy: ['finalise'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回修改报告',
        from: ['finalised'],
        to: 'replied',
        by: ['department'],
        opinion: 'required',
        isReturn: true,
      },
      file: {
        title: '财政备案',
        from: ['confirmed'],
        to: 'filed',
        by: ['finance_performance'],
        opinion: 'optional',
      },
    },
  },
  edits: editsOf('department'),
  asks: asksOf('department'),
  documents: [{ document: 'evaluation-report', title: '部门绩效评价报告', frozenBy: 'finalise' }],
  seals: [{ by: 'confirm', as: 'evaluation.concluded' }],
}

type Organiser = 'finance_performance' | 'department'

/** Who of an office may sit in its evaluation group, with the experts it invites. */
function rolesOf(organiser: Organiser): readonly Role[] {
  return organiser === 'department'
    ? ['department', 'expert']
    : ['finance_performance', 'finance_business', 'expert']
}

function membersOf(organiser: Organiser): Named {
  return { of: rolesOf(organiser), field: 'members', planned: 'group' }
}

/** The way both take from the start to the final report. */
function sharedActions(organiser: Organiser): Workflow['actions'] {
  const evaluators: readonly Role[] = ['agency', ...rolesOf(organiser)]
  const leader = { ...membersOf(organiser), duty: 'leader' }
  return {
    assign: {
      title: '启动评价',
      from: ['draft'],
      to: 'assigned',
      by: [organiser],
      isLegalAct: true,
    },
    withdraw: {
      title: '撤回、重新组织',
      from: ['assigned'],
      to: 'draft',
      by: [organiser],
      opinion: 'required',
      isReturn: true,
    },
    consult: {
      title: '征求被评价单位意见',
      from: ['assigned'],
      to: 'consulting',
      by: evaluators,
      named: leader,
    },
    reply: { title: '回复意见', from: ['consulting'], to: 'replied', by: ['unit'] },
    finalise: {
      title: '提交正式报告',
      from: ['replied'],
      to: 'finalised',
      by: evaluators,
      named: leader,
    },
  }
}

/** Members write what they collect and score; the conclusion is the leader's. */
function editsOf(organiser: Organiser): RecordKind['edits'] {
  const by: readonly Role[] = ['agency', ...rolesOf(organiser)]
  const members = membersOf(organiser)
  const works = ['assigned', 'replied']
  return {
    plan: [{ in: ['draft'], by: [organiser] }],
    group: [{ in: ['draft'], by: [organiser] }],
    reply: [{ in: ['consulting'], by: ['unit'] }],
    deliveries: [{ in: ['assigned'], by: ['unit'] }],
    conclusion: [{ in: works, by, named: { ...members, duty: 'leader' } }],
    '*': [{ in: works, by, named: members }],
  }
}

/** What the members work out while the leader has the evaluation in hand: until it is scored and goes to the unit. */
function asksOf(organiser: Organiser): readonly Asked[] {
  return [
    {
      in: ['assigned'],
      by: rolesOf(organiser),
      task: '填写分工承担的评价内容',
      until: 'totalScore_x100',
      named: { ...membersOf(organiser), duty: 'member' },
    },
  ]
}
