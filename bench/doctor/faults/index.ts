import { executionRate, executionScore } from './execution.ts'
import type { Fault } from './fault.ts'
import {
  cutThoughMet,
  fullThoughMissed,
  overAchieved,
  partialNoReason,
  rowScore,
  scoreAboveWeight,
} from './points.ts'
import { duplicate, noBenefit, noSatisfaction, wrongLevel } from './structure.ts'
import { fundParts, scoreSum, weightSum } from './sums.ts'
import { costVersusBudget, numberConflict, textMismatch, yearMismatch } from './texts.ts'
import {
  copiedActual,
  direction,
  noOperator,
  notQuantified,
  noUnit,
  scoreWithoutValue,
  valueInName,
} from './values.ts'
import { digitsLost, ocrSuspect, placeholder, stockPhrase } from './wording.ts'

/** Every finding of the doctor that a table can be given, one planter each. */
export const FAULTS: readonly Fault[] = [
  weightSum,
  scoreSum,
  executionRate,
  executionScore,
  fundParts,
  scoreAboveWeight,
  fullThoughMissed,
  cutThoughMet,
  rowScore,
  overAchieved,
  costVersusBudget,
  partialNoReason,
  scoreWithoutValue,
  notQuantified,
  noOperator,
  noUnit,
  valueInName,
  placeholder,
  ocrSuspect,
  digitsLost,
  copiedActual,
  stockPhrase,
  direction,
  duplicate,
  wrongLevel,
  noBenefit,
  noSatisfaction,
  yearMismatch,
  textMismatch,
  numberConflict,
]
