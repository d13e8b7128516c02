import { rectificationTask } from '../../domain/results/index.ts'
import { defineAct } from '../records/act.ts'
import { checkTask } from './task-behaviour.ts'

const gate = async (...given: Parameters<typeof checkTask>) => checkTask(...given)

/** 提交整改措施. */
export const planTask = defineAct(rectificationTask, 'plan', { gate })

/** 报告整改结果. */
export const reportTask = defineAct(rectificationTask, 'report', { gate })

/** 核实通过. */
export const verifyTask = defineAct(rectificationTask, 'verify', { gate })

/** 移送: with a number, to audit or discipline; the letter is fixed with the act. */
export const referTask = defineAct(rectificationTask, 'refer')

/** 登记移送回执: the rectification goes on, with measures anew. */
export const acknowledgeTask = defineAct(rectificationTask, 'acknowledge')
