import { Type } from 'typebox'
import { countUsage } from '../../domain/indicators/index.ts'
import { findUsedIndicators } from '../../storage/library-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { citedOf, readLocalLibrary } from './local-library.ts'

const Text = Type.String()
const Texts = Type.Array(Text)
const Choice = <const T extends readonly string[]>(...of: T) => Type.Union(of.map((one) => Type.Literal(one)))

const IndicatorView = Type.Object({
  id: Text,
  version: Type.Integer(),
  status: Choice('active', 'retired'),
  setBy: Type.Union([Text, Type.Null()]),
  approvedOn: Type.Union([Text, Type.Null()]),
  isBehind: Type.Boolean(),
  sector: Text,
  level1: Text,
  level2: Text,
  name: Text,
  definition: Text,
  formula: Text,
  kind: Text,
  operator: Type.Optional(Text),
  unit: Type.Optional(Text),
  count: Type.Optional(Text),
  basis: Text,
  obtaining: Text,
  example: Text,
  dataSource: Text,
  evidenceClass: Text,
  evidence: Text,
  frequency: Text,
  projectKinds: Texts,
  synonyms: Texts,
  isLocked: Type.Boolean(),
  sourceId: Text,
  sourceText: Type.Optional(Text),
  standing: Text,
  mistakes: Text,
  /** 出处, as it is cited. */
  cited: Text,
  /** Rows in approved targets within the reader's scope. */
  usage: Type.Integer(),
})

/**
 * 指标库: every indicator as it stands for the place, retired ones marked, with how often approved
 * targets in the reader's scope use it. Search and suggestions run on this answer in the browser.
 */
export const listIndicators = defineUseCase({
  id: 'indicators.list',
  title: '指标库',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    jurisdiction: Text,
    sectors: Type.Array(Type.Object({ id: Text, title: Text, words: Texts })),
    items: Type.Array(IndicatorView),
  }),
  run: async (context, input) => {
    const jurisdiction = input.jurisdiction ?? context.actor.jurisdictionId
    const { entries } = await readLocalLibrary(context, jurisdiction)
    const usage = countUsage(entries, await findUsedIndicators(context.db))
    return {
      jurisdiction,
      sectors: context.library.sectors,
      items: entries.map((entry) => ({
        ...entry,
        cited: citedOf(context, entry),
        usage: usage.get(entry.id) ?? 0,
      })),
    }
  },
})
