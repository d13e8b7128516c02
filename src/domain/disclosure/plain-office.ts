import { formatWanYuan } from '../shared/money.ts'
import type { PublishedOffice } from './published-office.ts'
import type { PublishedProject } from './published-project.ts'

/** A question anybody would ask, and what the published record answers. */
export type PlainAnswer = { readonly question: string; readonly answers: readonly string[] }

/** 大白话 of a department's or a policy's target: what is planned, for it has no result of its own. */
export function officeWords(published: PublishedProject, office: PublishedOffice): PlainAnswer[] {
  const goal = { question: '要做到什么程度？', answers: goalWords(published) }
  return office.kind === 'departmentWhole'
    ? [
        { question: '这个部门一年的钱有多少？', answers: moneyWords(published) },
        { question: '钱用在哪些事上？', answers: taskWords(office) },
        goal,
      ]
    : [
        { question: '这项政策要花多少钱？', answers: [...moneyWords(published), ...periodWords(office)] },
        { question: '给谁、怎么给？', answers: [office.beneficiaries || NOT_YET] },
        goal,
      ]
}

const NOT_YET = '没有公开，理由见“全部公开内容”。'

function moneyWords({ project, target }: PublishedProject): string[] {
  const budget = `一年的预算是${formatWanYuan(project.budget_fen)}万元。`
  return target ? [budget, `其中财政拨款${formatWanYuan(target.fiscal_fen)}万元。`] : [budget]
}

function periodWords({ periodStart, periodEnd, periodTotal_fen }: PublishedOffice): string[] {
  if (periodTotal_fen === '') return []
  return [`从${periodStart}到${periodEnd}一共安排${formatWanYuan(periodTotal_fen)}万元。`]
}

function taskWords({ tasks }: PublishedOffice): string[] {
  return tasks.length === 0
    ? [NOT_YET]
    : tasks.map(({ name, total_fen }) =>
        total_fen === '' ? `${name}。` : `${name}：${formatWanYuan(total_fen)}万元。`,
      )
}

/** What was set out to be reached, a few indicators at most. */
export function goalWords({ target }: PublishedProject): string[] {
  const goal = target && target.annualGoal !== '' ? [`当初定的目标是：${target.annualGoal}`] : []
  const planned = (target?.indicators ?? [])
    .slice(0, 8)
    .map(({ name, targetText, isWithheld }) => (isWithheld ? `${name}。` : `${name}：要达到${targetText}。`))
  return goal.length + planned.length > 0 ? [...goal, ...planned] : ['目标还没有公开。']
}
