import { Type } from 'typebox'
import { computeExpertDraw } from '../../../domain/exante/compute/index.ts'
import { exanteDraw } from '../../../domain/exante/index.ts'
import type { ExanteDrawContent } from '../../../domain/forms/contents.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import type { Context } from '../../kernel/context.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import type { PrintedDocument } from '../../records/print-document.ts'
import { getRecordData } from '../../records/record-data.ts'
import { digestText, rosterOf } from './roster.ts'

/** What a draw file holds: the sealed roster, the value, and what came out; see docs/expert-draw.md. */
export function drawFile(drawId: string, content: ExanteDrawContent) {
  const roster = rosterOf(drawId, content)
  const isDrawn = Boolean(content.seed && content.publicValue)
  // Drawn again: the panel the record shows may have changed since by replacements.
  const drawn = isDrawn ? computeExpertDraw(roster, content.publicValue ?? '', digestText) : undefined
  return {
    roster,
    rosterHash: content.rosterHash ?? null,
    value: content.publicValue ?? null,
    seed: content.seed ?? null,
    order: (content.order ?? []).map(({ place, entry, key }) => ({ place, id: entry, key })),
    panel: drawn?.panel ?? [],
    replacements: (content.replacements ?? []).map(({ replaced, successor, field, on }) => ({
      replaced: entryOf(content, replaced),
      successor: entryOf(content, successor),
      field,
      on,
    })),
  }
}

function entryOf({ roster }: ExanteDrawContent, person: string | null | undefined): string | null {
  return (person && roster?.find((line) => line.person === person)?.entry) || null
}

/** 下载抽取文件: everything anybody needs to compute the draw again without this system. */
export const exportDraw = defineUseCase({
  id: 'exante.exportDraw',
  title: '下载专家抽取文件',
  stage: 'exante',
  kind: 'query',
  by: exanteDraw.seenBy ?? [],
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  run: async (context: Context, { recordId }): Promise<PrintedDocument> => {
    const data = await getRecordData(context, recordId)
    if (data.kind !== exanteDraw) throw new DomainError('NOT_FOUND', '没有找到这次抽取，请从项目档案进入。')
    const content = data.content as ExanteDrawContent
    if (!content.rosterHash) {
      throw new DomainError('ACTION_NOT_AVAILABLE', '名单还没有封存，封存以后才有抽取文件。', {
        availableActions: [],
      })
    }
    const text = JSON.stringify(drawFile(data.record.id, content), null, 2)
    return {
      fileName: `${data.project?.name ?? ''}-专家抽取文件.json`,
      mediaType: 'application/json',
      bytes_base64: Buffer.from(`${text}\n`).toString('base64'),
    }
  },
})
