import { checkRecusal } from '../../../domain/exante/checks/index.ts'
import { exanteScoreSheet } from '../../../domain/exante/index.ts'
import type { ExanteScoreSheetContent } from '../../../domain/forms/contents.ts'
import { defineAct } from '../../records/act.ts'
import { requireScoring } from '../submit-scores.ts'

/** 申报回避: the expert leaves the panel; the section sees the reason and the next in order steps in. */
export const recuse = defineAct(exanteScoreSheet, 'recuse', {
  gate: async (context, data) => {
    await requireScoring(context, data)
    return checkRecusal(data.content as ExanteScoreSheetContent)
  },
})
