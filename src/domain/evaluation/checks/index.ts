import type { RuleHeader } from '../../shared/rule-header.ts'
import { agencyChecks } from './agency/index.ts'
import { EVA_108 } from './closing.ts'
import { EVA_102 } from './deviation-reason.ts'
import { EVA_101 } from './evidence.ts'
import { EVA_094, EVA_095 } from './field-work.ts'
import { EVA_105 } from './finance-money.ts'
import { EVA_110 } from './four-elements.ts'
import { groupChecks } from './group/index.ts'
import { EVA_103 } from './over-achievement.ts'
import { EVA_109 } from './over-review.ts'
import { EVA_107 } from './problem-list.ts'
import { EVA_093 } from './questionnaire.ts'
import { EVA_092 } from './scoring-standards.ts'
import { EVA_104 } from './self-money.ts'
import { EVA_066 } from './place-results.ts'
import { EVA_064, EVA_065 } from './recheck.ts'
import { reportChecks } from './report/index.ts'
import { EVA_106 } from './unit-reply.ts'

export * from './agency/index.ts'
export * from './closing.ts'
export * from './deviation-reason.ts'
export * from './evidence.ts'
export * from './field-work.ts'
export * from './finance-money.ts'
export * from './four-elements.ts'
export * from './group/index.ts'
export * from './over-achievement.ts'
export * from './over-review.ts'
export * from './problem-list.ts'
export * from './questionnaire.ts'
export * from './scoring-standards.ts'
export * from './self-money.ts'
export * from './place-results.ts'
export * from './recheck.ts'
export * from './report/index.ts'
export * from './unit-reply.ts'

/** The checks of this stage, for the catalogue of rules. */
export const evaluationChecks: readonly RuleHeader[] = [
  EVA_092,
  EVA_093,
  EVA_094,
  EVA_095,
  EVA_101,
  EVA_102,
  EVA_103,
  EVA_104,
  EVA_105,
  EVA_106,
  EVA_107,
  EVA_108,
  EVA_109,
  EVA_110,
  ...agencyChecks,
  ...groupChecks,
  EVA_064,
  EVA_065,
  EVA_066,
  ...reportChecks,
]
