import { Type } from 'typebox'
import { computeQuota, computeSelectionRanking } from '../../../domain/pilot/compute/index.ts'
import { selection } from '../../../domain/pilot/index.ts'
import { findPilotProgress, type JurisdictionProgress } from '../../../storage/cockpit-repository.ts'
import { findJurisdictions } from '../../../storage/organisation-repository.ts'
import { findCandidates } from '../../../storage/pilot-repository.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { programmeAt } from '../programme/programme-at.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const PointLine = Type.Object({
  id: Type.String(),
  label: Type.String(),
  weight_x100: Type.Integer(),
  points_x100: Type.Integer(),
  why: Type.String(),
})

/** Whoever chooses reads the best; everything recommended is listed besides. */
const LISTED = 500

/** 选点: the candidates of a place ranked with reasons; for the region the proposals of all places. */
export const viewSelectionBoard = defineUseCase({
  id: 'pilot.selectionBoard',
  title: '试点项目选择',
  stage: 'pilot',
  kind: 'query',
  by: ['finance_business', 'finance_performance', 'finance_leader', 'province', 'congress', 'audit'],
  input: Type.Object(
    {
      jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    source: Type.String(),
    /** Why the order is as it is. */
    explanation: Type.Unknown(),
    /** Whether the place has enough; null for the region, which chooses none itself. */
    quota: Type.Unknown(),
    /** How many projects were ranked; the list ends after the best and those recommended. */
    rankedCount: Type.Integer(),
    candidates: Type.Array(
      Type.Object({
        projectId: Type.String(),
        name: Type.String(),
        unitName: Type.String(),
        budget_fen: Type.String(),
        rank: Type.Integer(),
        isTied: Type.Boolean(),
        total_x100: Type.Integer(),
        lines: Type.Array(PointLine),
        isPilot: Type.Boolean(),
        selectionId: MaybeText,
        stateTitle: MaybeText,
      }),
    ),
    /** The region only: every place with its proposals, those that are too few or too many first. */
    places: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        planned: Type.Integer(),
        proposed: Type.Integer(),
        confirmed: Type.Integer(),
        state: Type.Union([Type.Literal('below'), Type.Literal('within'), Type.Literal('above')]),
        sentence: Type.String(),
        projects: Type.Array(
          Type.Object({ id: Type.String(), name: Type.String(), stateTitle: Type.String() }),
        ),
      }),
    ),
  }),
  run: async (context, { jurisdiction, year }) => {
    requireOwnPlace(context, jurisdiction)
    const programme = await programmeAt(context)
    const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear: year })
    const rows = await findCandidates(context.db, { jurisdictionId: jurisdiction, fiscalYear: year })
    const { candidates, explanation } = computeSelectionRanking(
      { candidates: rows, items: programme.selectionItems },
      rules,
    )
    const byId = new Map(rows.map((row) => [row.projectId, row]))
    const chosen = rows.filter(
      ({ isPilot, selectionState }) => isPilot || (selectionState !== null && selectionState !== 'draft'),
    )
    const isListed = ({ projectId }: { readonly projectId: string }, index: number) =>
      index < LISTED || chosen.some((row) => row.projectId === projectId)
    const isRegion = (await findJurisdictions(context.db)).some(
      ({ id, level }) => id === jurisdiction && level === 'province',
    )
    const all = context.scope === 'province' ? await findPilotProgress(context.db, { fiscalYear: year }) : []
    const order = { below: 1, within: 2, above: 0 }
    return {
      source: programme.source,
      explanation,
      quota: isRegion ? null : computeQuota(chosen.length, rules).explanation,
      rankedCount: candidates.length,
      candidates: candidates
        .filter(isListed)
        .map(({ projectId, name, budget_fen, rank, isTied, total_x100, lines }) => {
          const row = byId.get(projectId)
          return {
            projectId,
            name,
            unitName: row?.unitName ?? '',
            budget_fen,
            rank,
            isTied,
            total_x100,
            lines: [...lines],
            isPilot: row?.isPilot ?? false,
            selectionId: row?.selectionId ?? null,
            stateTitle: row?.selectionState ? titleOf(row.selectionState) : null,
          }
        }),
      places: all
        .filter(({ id }) => programme.places.has(id))
        .map((place) => presentPlace(place, programme.places.get(place.id) ?? 0))
        .map((place) => {
          const { state, explanation: why } = computeQuota(place.proposed, rules)
          return { ...place, state, sentence: why.sentence }
        })
        .toSorted((a, b) => order[a.state] - order[b.state] || a.id.localeCompare(b.id)),
    }
  },
})

function presentPlace({ id, name, projects }: JurisdictionProgress, planned: number) {
  const proposals = projects.map((project) => {
    const record = project.records.findLast(({ kind }) => kind === selection.kind)
    return { ...project, state: record?.state ?? (project.isPilot ? 'confirmed' : 'draft') }
  })
  const proposed = proposals.filter(({ state, isPilot }) => isPilot || state !== 'draft')
  return {
    id,
    name,
    planned,
    proposed: proposed.length,
    confirmed: proposals.filter(({ isPilot }) => isPilot).length,
    projects: proposals.map((project) => ({
      id: project.id,
      name: project.name,
      stateTitle: titleOf(project.state),
    })),
  }
}

function titleOf(state: string): string {
  return selection.workflow.states[state]?.title ?? state
}
