import { rectificationTask } from '../../domain/results/index.ts'
import { defineAct } from '../records/act.ts'

/** 提交整改措施. */
export const planTask = defineAct(rectificationTask, 'plan')

/** 报告整改结果. */
export const reportTask = defineAct(rectificationTask, 'report')

/** 核实通过. */
export const verifyTask = defineAct(rectificationTask, 'verify')
