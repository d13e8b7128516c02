import { exanteScoreSheet } from '../../domain/exante/index.ts'
import { defineAct } from '../records/act.ts'

export const submitScores = defineAct(exanteScoreSheet, 'submit')
