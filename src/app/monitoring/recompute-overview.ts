import type { Kysely } from 'kysely'
import type { MonitoringRoundContent } from '../../domain/forms/contents.ts'
import { findMonitoringRound } from '../../domain/monitoring/compute/index.ts'
import { monitoringRound } from '../../domain/monitoring/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { RuleBook } from '../../rules/index.ts'
import {
  findMonitorBreaches,
  findMonitoredPlaces,
  lacksMonitorFigures,
  type MonitorFigures,
  readReportedRounds,
  type ReportedRound,
  storeMonitorFigures,
} from '../../storage/monitor-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import { overviewFigures } from './overview-figures.ts'
import { readRound } from './round-figures.ts'

/** A round that was not reported yet has no figures in the overview. */
export const UNREPORTED: readonly string[] = [monitoringRound.workflow.initial]

/**
 * 核对监控汇总: every reported round computed anew from its form, its target and the rules of its day, beside
 * what is kept of it; then every sum beside its rows.
 * @returns one sentence per difference
 */
export async function compareOverview(db: Kysely<Schema>, rules: RuleBook): Promise<string[]> {
  const differing: string[] = []
  await eachReported(db, rules, (round, figures) => {
    if (asText(figures) !== keptText(round))
      differing.push(`${round.projectName}${round.fiscalYear}年${round.month}月监控：汇总中的数与重算不一致`)
  })
  return [...(await findMonitorBreaches(db, UNREPORTED)), ...differing]
}

/** Fills in figures that were never kept, as after an upgrade; gives the number of rounds written. */
export async function fillOverview(db: Kysely<Schema>, rules: RuleBook): Promise<number> {
  if (!(await lacksMonitorFigures(db, UNREPORTED))) return 0
  const figures: MonitorFigures[] = []
  await eachReported(db, rules, (_, each) => figures.push(each))
  return storeMonitorFigures(db, figures)
}

/** Place by place: a province's rounds never lie in memory together. */
async function eachReported(
  db: Kysely<Schema>,
  rules: RuleBook,
  visit: (round: ReportedRound, figures: MonitorFigures) => unknown,
): Promise<void> {
  for (const jurisdiction of await findMonitoredPlaces(db)) {
    const readerOf = rememberReaders(rules)
    for (const round of await readReportedRounds(db, jurisdiction, UNREPORTED)) {
      const { fiscalYear, recordId, target, execution, progress, month } = round
      if (!target) continue
      const reader = readerOf({ date: dayOf(round.lastActedAt), jurisdiction, fiscalYear })
      const content: MonitoringRoundContent = { month, execution: [...execution], progress: [...progress] }
      const { input } = readRound(content, { content: target, indicators: target.indicators ?? [] })
      const judged = { input, round: findMonitoringRound(input, reader) }
      visit(round, overviewFigures(judged, { jurisdictionId: jurisdiction, recordId }))
    }
  }
}

/** Most rounds of a place were settled on the same few days. */
function rememberReaders(rules: RuleBook): RuleBook['at'] {
  const known = new Map<string, ReturnType<RuleBook['at']>>()
  return (moment) => {
    const key = `${moment.jurisdiction} ${moment.date} ${moment.fiscalYear}`
    const reader = known.get(key) ?? rules.at(moment)
    known.set(key, reader)
    return reader
  }
}

const KEPT = [
  'light',
  'reason',
  'adjusted_fen',
  'paid_fen',
  'reached',
  'due',
  'weight_x100',
  'executionGap',
  'targetGap',
] as const

function asText(figures: MonitorFigures): string {
  return JSON.stringify(KEPT.map((name) => (figures[name] === null ? null : String(figures[name]))))
}

function keptText({ kept }: ReportedRound): string {
  return JSON.stringify(KEPT.map((name) => kept?.[name] ?? null))
}
