import type { UseCase } from '../../kernel/use-case.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { uploadBoundary, viewBoundary } from './boundary.ts'
import {
  answerRankNote,
  beginRankNote,
  publishRanking,
  rankNoteBehaviour,
  sendRankNote,
  viewOwnRank,
} from './publish-ranking.ts'
import { viewCalendar } from './view-calendar.ts'
import { viewRanking } from './view-ranking.ts'
import { countPublicity, viewRegisters } from './view-registers.ts'
import { viewSelectionBoard } from './view-selection-board.ts'

export {
  countPublicity,
  publishRanking,
  uploadBoundary,
  viewBoundary,
  viewCalendar,
  viewOwnRank,
  viewRanking,
  viewRegisters,
  viewSelectionBoard,
}

/** The pages of the pilot beside its records: calendar, selection, ranking, registers, map. */
export const boardModule: StageModule = {
  behaviours: [rankNoteBehaviour],
  begins: [beginRankNote],
  acts: [sendRankNote, answerRankNote],
  others: [
    viewCalendar,
    viewSelectionBoard,
    viewRanking,
    publishRanking,
    viewOwnRank,
    viewRegisters,
    viewBoundary,
    uploadBoundary,
  ] as unknown as readonly UseCase[],
}
