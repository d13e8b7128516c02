import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { compareReviews } from '../../domain/targets/compute/index.ts'
import { buildTargetReview } from '../../documents/target-review.ts'
import type { Context } from '../kernel/context.ts'
import { projectHead, signedOpinions } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { reviewOf, submissionsOf } from './assess-sheet.ts'
import { findingsAbout, presentFinding } from './review-findings.ts'

const OPINIONS = [
  { title: '初审意见', action: 'review' },
  { title: '第三方联审意见', action: 'advise' },
  { title: '财政复核意见', action: 'recheck' },
]

/** 项目支出绩效目标审核表: by points or in words, the three parties side by side, every point raised. */
export async function targetReviewDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, record, acts } = data
  if (!project) throw new Error(`target sheet ${record.id} has no project`)
  const content = data.content as TargetsSheetContent
  const review = reviewOf(content, rulesOf(context, data))
  const isDone = acts.some(({ action }) => action === 'recheck') && record.state !== 'draft'
  const rows = content.review ?? []
  return buildTargetReview({
    frame: {
      isDemonstration: context.isDemo,
      ...(isDone ? {} : { draft: '草稿' as const }),
      references: [{ title: record.title, version: record.version }],
    },
    project: projectHead(context, project),
    isKey: rows.some(({ weight_x100 }) => (weight_x100 ?? 0) > 0),
    lines: compareReviews(
      content,
      review.lines.map(({ grade }) => grade),
    ).map((line, index) => ({
      ...line,
      aspect: optionLabel(data.form, 'review', line.aspect, 'aspect'),
      weight_x100: rows[index]?.weight_x100 ?? null,
      score_x100: rows[index]?.score_x100 ?? null,
    })),
    total_x100: review.total_x100,
    grade: review.grade ? GRADES[review.grade] : null,
    overallOpinion: content.reviewOpinion ?? null,
    submissions: submissionsOf(data),
    findings: (await findingsAbout(context, data)).map(presentFinding),
    opinions: signedOpinions(data, OPINIONS),
  })
}
