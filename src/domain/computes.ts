import * as evaluation from './evaluation/compute/index.ts'
import * as exante from './exante/compute/index.ts'
import * as monitoring from './monitoring/compute/index.ts'
import * as org from './org/compute/index.ts'
import * as pilot from './pilot/compute/index.ts'
import * as project from './project/compute/index.ts'
import * as results from './results/compute/index.ts'
import type { RuleHeader } from './shared/rule-header.ts'
import * as targets from './targets/compute/index.ts'

const ROOMS: readonly object[] = [project, exante, targets, monitoring, evaluation, results, pilot, org]

/** The title block of every computation, in the order of the plan: all that the stages export. */
export const COMPUTES: readonly RuleHeader[] = ROOMS.flatMap((room) =>
  Object.entries(room)
    .filter(([name]) => /^[A-Z]{3}_\d{3}$/.test(name))
    .map(([, header]) => header as RuleHeader)
    .sort((a, b) => a.id.localeCompare(b.id, 'en')),
)
