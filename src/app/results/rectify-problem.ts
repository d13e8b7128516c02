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
