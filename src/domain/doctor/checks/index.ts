import type { DoctorCheck } from '../finding.ts'
import { CHK_COPIED_ACTUAL, checkCopiedActual } from './copied-actual.ts'
import { CHK_COST_VS_BUDGET, checkCostVsBudget } from './cost-vs-budget.ts'
import { CHK_CUT_THOUGH_MET, checkCutThoughMet } from './cut-though-met.ts'
import { CHK_DIGITS_LOST, checkDigitsLost } from './digits-lost.ts'
import { CHK_DIRECTION, checkDirection } from './direction.ts'
import { CHK_DUPLICATE, checkDuplicate } from './duplicate.ts'
import { CHK_EXEC_RATE, checkExecutionRate } from './execution-rate.ts'
import { CHK_EXEC_SCORE, checkExecutionScore } from './execution-score.ts'
import { CHK_FULL_THOUGH_MISSED, checkFullThoughMissed } from './full-though-missed.ts'
import { CHK_FUND_PARTS, checkFundParts } from './fund-parts.ts'
import { CHK_NO_BENEFIT, checkNoBenefit } from './no-benefit.ts'
import { CHK_NO_OPERATOR, checkNoOperator } from './no-operator.ts'
import { CHK_NO_SATISFACTION, checkNoSatisfaction } from './no-satisfaction.ts'
import { CHK_NO_UNIT, checkNoUnit } from './no-unit.ts'
import { CHK_NOT_QUANTIFIED, checkNotQuantified } from './not-quantified.ts'
import { CHK_NUMBER_CONFLICT, checkNumberConflict } from './number-conflict.ts'
import { CHK_OCR_SUSPECT, checkOcrSuspect } from './ocr-suspect.ts'
import { CHK_OVER_ACHIEVED, checkOverAchieved } from './over-achieved.ts'
import { CHK_PARTIAL_NO_REASON, checkPartialNoReason } from './partial-no-reason.ts'
import { CHK_PLACEHOLDER, checkPlaceholder } from './placeholder.ts'
import { CHK_ROW_SCORE, checkRowScore } from './row-score.ts'
import { CHK_SCORE_ABOVE_WEIGHT, checkScoreAboveWeight } from './score-above-weight.ts'
import { CHK_SCORE_SUM, checkScoreSum } from './score-sum.ts'
import { CHK_SCORE_WITHOUT_VALUE, checkScoreWithoutValue } from './score-without-value.ts'
import { CHK_STOCK_PHRASE, checkStockPhrase } from './stock-phrase.ts'
import { CHK_TEXT_MISMATCH, checkTextMismatch } from './text-mismatch.ts'
import { CHK_UNREADABLE } from './unreadable.ts'
import { CHK_VALUE_IN_NAME, checkValueInName } from './value-in-name.ts'
import { CHK_WEIGHT_SUM, checkWeightSum } from './weight-sum.ts'
import { CHK_WRONG_LEVEL, checkWrongLevel } from './wrong-level.ts'
import { CHK_YEAR_MISMATCH, checkYearMismatch } from './year-mismatch.ts'

/** Everything the doctor looks for, in the order of the report: sums, scores, indicators, the table. */
export const DOCTOR_CHECKS: readonly DoctorCheck[] = [
  { header: CHK_UNREADABLE },
  { header: CHK_DIGITS_LOST, check: checkDigitsLost },
  { header: CHK_OCR_SUSPECT, check: checkOcrSuspect },
  { header: CHK_WEIGHT_SUM, check: checkWeightSum },
  { header: CHK_SCORE_SUM, check: checkScoreSum },
  { header: CHK_FUND_PARTS, check: checkFundParts },
  { header: CHK_EXEC_RATE, check: checkExecutionRate },
  { header: CHK_EXEC_SCORE, check: checkExecutionScore },
  { header: CHK_SCORE_ABOVE_WEIGHT, check: checkScoreAboveWeight },
  { header: CHK_FULL_THOUGH_MISSED, check: checkFullThoughMissed },
  { header: CHK_CUT_THOUGH_MET, check: checkCutThoughMet },
  { header: CHK_ROW_SCORE, check: checkRowScore },
  { header: CHK_PARTIAL_NO_REASON, check: checkPartialNoReason },
  { header: CHK_SCORE_WITHOUT_VALUE, check: checkScoreWithoutValue },
  { header: CHK_OVER_ACHIEVED, check: checkOverAchieved },
  { header: CHK_NUMBER_CONFLICT, check: checkNumberConflict },
  { header: CHK_COST_VS_BUDGET, check: checkCostVsBudget },
  { header: CHK_PLACEHOLDER, check: checkPlaceholder },
  { header: CHK_NOT_QUANTIFIED, check: checkNotQuantified },
  { header: CHK_DIRECTION, check: checkDirection },
  { header: CHK_NO_UNIT, check: checkNoUnit },
  { header: CHK_NO_OPERATOR, check: checkNoOperator },
  { header: CHK_VALUE_IN_NAME, check: checkValueInName },
  { header: CHK_COPIED_ACTUAL, check: checkCopiedActual },
  { header: CHK_STOCK_PHRASE, check: checkStockPhrase },
  { header: CHK_DUPLICATE, check: checkDuplicate },
  { header: CHK_WRONG_LEVEL, check: checkWrongLevel },
  { header: CHK_NO_BENEFIT, check: checkNoBenefit },
  { header: CHK_NO_SATISFACTION, check: checkNoSatisfaction },
  { header: CHK_YEAR_MISMATCH, check: checkYearMismatch },
  { header: CHK_TEXT_MISMATCH, check: checkTextMismatch },
]
