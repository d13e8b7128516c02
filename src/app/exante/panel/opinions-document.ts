import type { DocumentBlocks } from '../../../domain/documents/block.ts'
import type { ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import type { Explanation } from '../../../domain/shared/explanation.ts'
import { momentInWords } from '../../../domain/shared/moment.ts'
import { buildExpertOpinions } from '../../../documents/expert-opinions.ts'
import type { Context } from '../../kernel/context.ts'
import { documentSource, projectHead } from '../../records/document-input.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { inWords } from '../evaluation-document.ts'
import { evaluationFigures } from '../evaluation-figures.ts'
import { findSignedNote, noteReasons } from './lead-note.ts'

/** 专家意见汇总表: scores, words and agreement; says nothing of them before scoring is closed. */
export async function opinionsDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, record } = data
  if (!project) throw new Error(`evaluation ${record.id} has no project`)
  const source = await documentSource<ExanteEvaluationContent>(context, data, 'expert-opinions')
  const { sheets, panel, agreement } = await evaluationFigures(context, data)
  const note = await findSignedNote(context, data)
  const explained: Explanation[] = [
    ...(panel ? [panel.explanation, panel.spread.explanation] : []),
    ...(agreement
      ? [agreement.deviation, agreement.kendall, agreement.icc, agreement.outliers].map(
          ({ explanation }) => explanation,
        )
      : []),
  ]
  return buildExpertOpinions({
    frame: source.frame,
    project: projectHead(context, source.project ?? project),
    content: source.content,
    sheets: await Promise.all(sheets.map((sheet) => inWords(context, sheet))),
    statistics: explained.map(({ title, result, sentence }) => ({
      label: title,
      value: result,
      meaning: sentence,
    })),
    noteReasons: panel ? noteReasons(sheets, rulesOf(context, data)) : [],
    ...(note
      ? { note: { text: note.text, signed: `${note.personName}，${momentInWords(note.signedAt)}` } }
      : {}),
  })
}
