import {
  budgetDecision,
  disclosure,
  rectificationNotice,
  rectificationTask,
} from '../../domain/results/index.ts'
import { defineAct } from '../records/act.ts'

/** Acts that only move the record: the workflow table says all there is to say about them. */
export const returnDisclosure = defineAct(disclosure, 'return')
export const returnNotice = defineAct(rectificationNotice, 'return')
export const reviewTask = defineAct(rectificationTask, 'review')
export const reopenTask = defineAct(rectificationTask, 'reopen')
export const returnDecision = defineAct(budgetDecision, 'return')
