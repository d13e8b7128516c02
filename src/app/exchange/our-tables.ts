import type { Entity, ExchangeProfile } from '../../domain/exchange/profile.ts'
import {
  annualBudgetEntities,
  type ExchangeSource,
  goalEntities,
  indicatorEntities,
  libraryEntities,
  monitorEntities,
  monitorFileEntities,
  monitorTaskEntities,
  selfEvaluationEntities,
} from '../../domain/exchange/to-entities.ts'
import { projectEntity } from '../../domain/exchange/project-entity.ts'
import type { BoundTable } from '../../domain/forms/form.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { loadExchange } from '../../rules/index.ts'
import {
  type ExchangeProject,
  type ExchangeRecord,
  findExchangeFiles,
  findExchangeProjects,
  findExchangeRecords,
} from '../../storage/exchange-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getForm } from '../records/record-data.ts'
import { RULES_FOLDER } from '../rules-folder.ts'

let loaded: ExchangeProfile | undefined

/** The exchange profile that ships; read at first use. */
export function exchangeProfile(): ExchangeProfile {
  loaded ??= loadExchange(RULES_FOLDER, 'mof-v2')
  return loaded
}

export type OurTables = {
  readonly fiscalYear: number
  /** Entities by the name the profile gives them. */
  readonly entities: ReadonlyMap<string, readonly Entity[]>
  /** Codes of projects whose target is approved: its rows are never overwritten from outside. */
  readonly approved: ReadonlySet<string>
  /** The records behind the entities, by id, as they stand. */
  readonly records: ReadonlyMap<string, OurRecord>
  /** The same by kind and code of the project; see `findOurRecord`. */
  readonly newest: ReadonlyMap<string, OurRecord>
  /** Projects of the place and year by code, classified ones too. */
  readonly projects: ReadonlyMap<string, ExchangeProject>
}

export type OurRecord = ExchangeRecord & { readonly kind: string }

/** The newest record of a kind of a project; nothing where there is none yet. */
export function findOurRecord(
  { newest }: Pick<OurTables, 'newest'>,
  kind: string,
  projectCode: string,
): OurRecord | undefined {
  return newest.get(`${kind} ${projectCode}`)
}

/** Everything this person may see of their place and year, as the entities of the exchange. */
export async function readOurTables(context: Context, fiscalYear: number): Promise<OurTables> {
  const { jurisdictionId } = context.actor
  const records = new Map<string, OurRecord>()
  const find = async (kind: string, bound: readonly (readonly [string, BoundTable])[] = []) => {
    const found = await findExchangeRecords(context.db, { jurisdictionId, fiscalYear, kind, bound })
    for (const record of found) records.set(record.recordId, { ...record, kind })
    return found
  }
  const projects = await findExchangeProjects(context.db, { jurisdictionId, fiscalYear })
  const sheets = await find('targets.sheet', [['indicators', 'indicator']])
  const lines = await find('project.budgetLine')
  const rounds = await find('monitoring.round', [
    ['progress', 'observation'],
    ['execution', 'execution'],
  ])
  const evaluations = await find('evaluation.self', [['scores', 'score']])
  const isFinal = (kind: string, state: string) =>
    getRecordKind(kind).workflow.states[state]?.isFinal ?? false
  const files = await findExchangeFiles(context.db, {
    jurisdictionId,
    recordIds: rounds.map(({ recordId }) => recordId),
  })
  const form = getForm(context, 'targets/sheet')
  const self = evaluations.map((one) =>
    selfEvaluationEntities(as(one), isFinal('evaluation.self', one.state)),
  )
  return {
    fiscalYear,
    entities: new Map<string, readonly Entity[]>([
      ['libraryIndicator', libraryEntities(context.library, jurisdictionId, fiscalYear)],
      ['project', projects.filter(({ isClassified }) => !isClassified).map((one) => projectEntity(one))],
      ['goal', sheets.flatMap((sheet) => goalEntities(as(sheet)))],
      ['indicator', sheets.flatMap((sheet) => indicatorEntities(as(sheet), form))],
      ['annualBudget', lines.flatMap((line) => annualBudgetEntities(as(line)))],
      ['selfEvaluation', self.flatMap((one) => one.selfEvaluation)],
      ['selfGoal', self.flatMap((one) => one.selfGoal)],
      ['selfIndicator', self.flatMap((one) => one.selfIndicator)],
      ['selfFund', self.flatMap((one) => one.selfFund)],
      [
        'monitorTask',
        rounds.flatMap((round) => monitorTaskEntities(as(round), isFinal('monitoring.round', round.state))),
      ],
      ['monitorFile', monitorFileEntities(files)],
      [
        'monitorLine',
        rounds.flatMap((round) => monitorEntities(as(round), isFinal('monitoring.round', round.state))),
      ],
    ]),
    approved: new Set(
      sheets
        .filter(({ state }) => ['approved', 'published'].includes(state))
        .map(({ projectCode }) => projectCode),
    ),
    records,
    newest: new Map([...records.values()].map((one) => [`${one.kind} ${one.projectCode}`, one])),
    projects: new Map(projects.map((project) => [project.projectCode, project])),
  }
}

/** The content is of the form its kind names. */
function as<Content>(record: ExchangeSource<unknown>): ExchangeSource<Content> {
  return record as ExchangeSource<Content>
}
