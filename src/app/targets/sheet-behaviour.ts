import type {
  ExanteEvaluationContent,
  ProjectEntryContent,
  TargetsSheetContent,
  TargetsSheetReviewRow,
} from '../../domain/forms/contents.ts'
import { initialContent } from '../../domain/forms/form-index.ts'
import { effectiveConclusion } from '../../domain/exante/index.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterValues } from '../../domain/rules/parameter-values.ts'
import { findFen, sumFen, toFenText } from '../../domain/shared/money.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { findColleagues } from '../../storage/indicator-owner-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { findLatestRecord, getForm } from '../records/record-data.ts'
import { assessSheet } from './assess-sheet.ts'
import { targetReviewDocument } from './review-document.ts'
import { targetApprovalDocument, targetSheetDocument } from './sheet-documents.ts'

export const targetSheetBehaviour: RecordBehaviour = {
  kind: targetSheet.kind,
  prefill: prefillSheet,
  assess: assessSheet,
  documents: {
    'target-sheet': targetSheetDocument,
    'target-review': targetReviewDocument,
    'target-approval': targetApprovalDocument,
  },
}

/** The project's own facts and money, cut to what the ex-ante evaluation suggests, and the review points. */
async function prefillSheet(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const { jurisdictionId, fiscalYear } = project
  const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear })
  const entry = project.content as ProjectEntryContent
  const evaluation = await findLatestRecord(context, project, 'exante.evaluation')
  const isDecided = evaluation?.record.state === 'approved'
  const suggested = isDecided
    ? effectiveConclusion(evaluation.content as ExanteEvaluationContent).suggested_fen
    : undefined
  return {
    ...initialContent(getForm(context, targetSheet.form)),
    attribute: project.isNew ? 'new' : 'continuing',
    ...written({ periodStart: entry.periodStart, periodEnd: entry.periodEnd }),
    ...(context.actor.role === 'unit' ? { contact: context.actor.personName } : {}),
    ...written({ indicatorOwner: await ownerOf(context, project.unitId) }),
    ...written(moneyOf(entry, findFen(suggested))),
    ...reviewTables(rules.value('targets.review_points').value, project.isMajor),
  } satisfies TargetsSheetContent as Content
}

/** Whoever of the unit begins it answers for it; begun by somebody else, the one person of the unit, if it is one. */
async function ownerOf(context: Context, unitId: string): Promise<string | null> {
  if (context.actor.role === 'unit') return context.actor.personId
  const colleagues = await findColleagues(context.db, unitId, context.today)
  return colleagues.length === 1 ? (colleagues[0]?.id ?? null) : null
}

/** Totals and their sources; where the year is cut, the sources are left for the unit to divide anew. */
function moneyOf(entry: ProjectEntryContent, suggested: bigint | undefined): TargetsSheetContent {
  const sources = entry.fundSources ?? []
  const sumOf = (fund: 'fiscal' | 'other', column: 'total_fen' | 'annual_fen') =>
    toFenText(sumFen(sources.filter((row) => row.fund === fund).map((row) => findFen(row[column]) ?? 0n)))
  const annual = findFen(entry.annual_fen)
  const isCut = annual !== undefined && suggested !== undefined && suggested < annual
  return {
    periodTotal_fen: entry.total_fen ?? null,
    ...(sources.length > 0
      ? { periodFiscal_fen: sumOf('fiscal', 'total_fen'), periodOther_fen: sumOf('other', 'total_fen') }
      : {}),
    total_fen: isCut ? toFenText(suggested) : (entry.annual_fen ?? null),
    ...(sources.length > 0 && !isCut
      ? { fiscal_fen: sumOf('fiscal', 'annual_fen'), other_fen: sumOf('other', 'annual_fen') }
      : {}),
  }
}

/**
 * The review tables of the three parties: by points as the parameter of the sheet's year lists them for key
 * projects, by the four aspects in words for ordinary ones.
 */
function reviewTables({ aspects }: ParameterValues['targets.review_points'], isKey: boolean) {
  type Point = { readonly head: TargetsSheetReviewRow; readonly weight: { readonly weight_x100?: number } }
  const points = aspects.flatMap(({ code, label, lines }): Point[] =>
    isKey
      ? lines.map(({ id, label: point, points_x100 }) => ({
          head: { itemCode: id, aspect: code, point },
          weight: { weight_x100: points_x100 },
        }))
      : [
          {
            head: {
              itemCode: code,
              aspect: code,
              point: `${label}（${lines.map((line) => line.label).join('、')}）`,
            },
            weight: {},
          },
        ],
  )
  const heads = points.map(({ head }) => head)
  return {
    review: points.map(({ head, weight }) => ({ ...head, ...weight })),
    departmentReview: heads,
    thirdPartyReview: heads,
  }
}

/** Leaves out what is not known, so that the field stays open instead of empty. */
function written<T extends object>(values: T): Partial<T> {
  const known = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(known) as Partial<T>
}
