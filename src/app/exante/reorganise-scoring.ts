import { exanteEvaluation } from '../../domain/exante/index.ts'
import { defineAct } from '../records/act.ts'
import { peopleOf } from './open-scoring.ts'
import { withdrawSheets } from './panel/withdraw-sheets.ts'

/**
 * 重新组织评分: when too few are left and nobody can step in. Everything marked so far is given up
 * unread, so that nobody can try panels until one suits.
 */
export const reorganiseScoring = defineAct(exanteEvaluation, 'reorganise', {
  effect: (context, data) => withdrawSheets(context, data, peopleOf(data)),
})
