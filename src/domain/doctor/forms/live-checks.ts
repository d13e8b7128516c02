/**
 * Which checks of the doctor speak while a target sheet is typed. Each check is in one of the two lists
 * (tested), so that a new one is thought about.
 */
export const LIVE_ON_TARGETS: readonly string[] = [
  'CHK-COST-VS-BUDGET',
  'CHK-DIRECTION',
  'CHK-DUPLICATE',
  'CHK-NOT-QUANTIFIED',
  'CHK-NUMBER-CONFLICT',
  'CHK-PLACEHOLDER',
  'CHK-TEXT-MISMATCH',
  'CHK-VALUE-IN-NAME',
  'CHK-WRONG-LEVEL',
  'CHK-YEAR-MISMATCH',
]

const NO_SCORES = 'a target sheet has no scores and nothing reached yet'
const TYPED = 'the cells are typed, not read from a file or picture'

/** Check → why it says nothing on the target sheet. */
export const SILENT_ON_TARGETS: Readonly<Record<string, string>> = {
  'CHK-WEIGHT-SUM': 'TGT-103 says the same, by the weights of the place',
  'CHK-FUND-PARTS': 'TGT-105 says the same',
  'CHK-NO-BENEFIT': 'TGT-101 says the same',
  'CHK-NO-SATISFACTION': 'TGT-102 says the same',
  'CHK-NO-OPERATOR': 'TGT-104 says the same',
  'CHK-NO-UNIT': 'TGT-104 says the same',
  'CHK-UNREADABLE': TYPED,
  'CHK-DIGITS-LOST': TYPED,
  'CHK-OCR-SUSPECT': TYPED,
  'CHK-SCORE-SUM': NO_SCORES,
  'CHK-EXEC-RATE': NO_SCORES,
  'CHK-EXEC-SCORE': NO_SCORES,
  'CHK-SCORE-ABOVE-WEIGHT': NO_SCORES,
  'CHK-FULL-THOUGH-MISSED': NO_SCORES,
  'CHK-CUT-THOUGH-MET': NO_SCORES,
  'CHK-ROW-SCORE': NO_SCORES,
  'CHK-PARTIAL-NO-REASON': NO_SCORES,
  'CHK-SCORE-WITHOUT-VALUE': NO_SCORES,
  'CHK-OVER-ACHIEVED': NO_SCORES,
  'CHK-COPIED-ACTUAL': NO_SCORES,
  'CHK-STOCK-PHRASE': NO_SCORES,
}

/**
 * Live check → the printed cells at which a check of the stage says the same: TGT-104 a second level
 * under the wrong first one, TGT-106 a name that stands twice.
 */
export const SAID_BY_STAGE: Readonly<Record<string, readonly string[]>> = {
  'CHK-WRONG-LEVEL': ['level2'],
  'CHK-DUPLICATE': ['name'],
}
