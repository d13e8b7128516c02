import { GRADES } from '../shared/grade.ts'
import { formatWanYuan, parseFen } from '../shared/money.ts'
import { formatRatio, ratioOf } from '../shared/ratio.ts'
import { goalWords, officeWords, type PlainAnswer } from './plain-office.ts'
import { formatScore } from '../shared/score.ts'
import type { PublishedProject } from './published-project.ts'

/** 大白话: what a project cost, did, and was worth, from published figures alone; nothing is guessed. */
export function plainWords(published: PublishedProject): PlainAnswer[] {
  if (published.office) return officeWords(published, published.office)
  const { evaluation, selfEvaluation } = published
  return [
    { question: '这个项目花了多少钱？', answers: moneyWords(published) },
    { question: '办了什么事？', answers: workWords(published) },
    {
      question: '办得怎么样？',
      answers: [
        ...(evaluation ? [resultWords(evaluation)] : []),
        ...(selfEvaluation
          ? [`实施单位给自己打${formatScore(selfEvaluation.total_x100)}分，财政部门审核后确认。`]
          : []),
        ...(evaluation || selfEvaluation ? [] : ['评价结果还没有公开。']),
      ],
    },
    { question: '发现了什么问题，改了没有？', answers: problemWords(published) },
    { question: '下一年的钱怎么安排？', answers: decisionWords(published) },
  ]
}

function moneyWords({ project, selfEvaluation, evaluation }: PublishedProject): string[] {
  const budget = `一年的预算是${formatWanYuan(project.budget_fen)}万元。`
  if (selfEvaluation) {
    const { budget_fen, executed_fen } = selfEvaluation
    const rate = ratioOf(parseFen(executed_fen), parseFen(budget_fen))
    return [
      budget,
      `全年可用${formatWanYuan(budget_fen)}万元，实际花了${formatWanYuan(executed_fen)}万元，花出去${formatRatio(rate)}。`,
    ]
  }
  return evaluation && evaluation.spent_fen !== ''
    ? [budget, `实际花了${formatWanYuan(evaluation.spent_fen)}万元。`]
    : [budget, '实际花了多少还没有公开。']
}

function workWords(published: PublishedProject): string[] {
  const { target, selfEvaluation } = published
  if (!selfEvaluation) return goalWords(published)
  const goal = target && target.annualGoal !== '' ? [`当初定的目标是：${target.annualGoal}`] : []
  const done = selfEvaluation.rows.map(({ target: { name }, targetText, actualInWords, isWithheld }) => {
    if (isWithheld) return `${name}。`
    const actual = actualInWords === '' ? '没有填写' : actualInWords
    return `${name}：原定${targetText}，实际${actual}。`
  })
  return [...goal, ...done]
}

function resultWords({ total_x100, grade, evaluator }: NonNullable<PublishedProject['evaluation']>): string {
  const who = evaluator === '' ? '财政部门组织评价' : `财政部门委托${evaluator}评价`
  const score = total_x100 === null ? '' : `，满分100分得${formatScore(total_x100)}分`
  return `${who}${score}${grade ? `，等级为“${GRADES[grade]}”（分优、良、中、差四等）` : ''}。`
}

function problemWords({ problems, rectification, withheld }: PublishedProject): string[] {
  if (problems === null) {
    const isHeld = withheld.some(({ what }) => what === '存在问题')
    return [isHeld ? '存在的问题没有公开，理由见项目页面。' : '评价发现的问题还没有公开。']
  }
  if (problems.length === 0) return ['评价没有列出问题。']
  const found = problems.map(({ problem, amount_fen }, at) => {
    const money = amount_fen === '' ? '' : `（涉及${formatWanYuan(amount_fen)}万元）`
    return `${at + 1}. ${problem}${money}`
  })
  const changed = (rectification ?? []).map(
    ({ number, problem, state, result }) =>
      `${problem ? `“${problem}”` : `第${number}个问题`}的整改：${state}${result === '' ? '' : `。${result}`}`,
  )
  return [...found, ...(changed.length > 0 ? changed : ['整改情况还没有公开。'])]
}

function decisionWords({ decision }: PublishedProject): string[] {
  if (!decision) return ['预算安排意见还没有公开。']
  const { measure, current_fen, next_fen, reason } = decision
  const both =
    current_fen === '' || next_fen === ''
      ? ''
      : `本年${formatWanYuan(current_fen)}万元，下一年安排${formatWanYuan(next_fen)}万元。`
  return [`处理方式：${measure}。${both}`, ...(reason === '' ? [] : [`理由：${reason}`])]
}
