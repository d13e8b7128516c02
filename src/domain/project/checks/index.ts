import type { RuleHeader } from '../../shared/rule-header.ts'
import { TGT_302 } from './arranged-target.ts'
import { ORG_101 } from './classified.ts'
import { RES_140 } from './decided-amount.ts'
import { EXA_201 } from './exante-gate.ts'
import { ORG_102 } from './project-money.ts'
import { RES_201 } from './rectification-gate.ts'
import { BUD_102 } from './round-dates.ts'
import { BUD_101 } from './round-open.ts'
import { TGT_202 } from './synchronous-approval.ts'
import { TGT_203 } from './synchronous-declaration.ts'
import { TGT_201 } from './target-gate.ts'
import { BUD_111, BUD_112, BUD_113, BUD_114 } from './together.ts'

export * from './arranged-target.ts'
export * from './classified.ts'
export * from './decided-amount.ts'
export * from './exante-gate.ts'
export * from './project-money.ts'
export * from './rectification-gate.ts'
export * from './round-dates.ts'
export * from './round-open.ts'
export * from './synchronous-approval.ts'
export * from './synchronous-declaration.ts'
export * from './target-gate.ts'
export * from './together.ts'

/** The checks around a project and its budget line, for the catalogue of rules. */
export const projectChecks: readonly RuleHeader[] = [
  ORG_101,
  ORG_102,
  EXA_201,
  TGT_201,
  TGT_202,
  TGT_203,
  TGT_302,
  RES_140,
  RES_201,
  BUD_101,
  BUD_102,
  BUD_111,
  BUD_112,
  BUD_113,
  BUD_114,
]
