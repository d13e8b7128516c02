import type { Block, HeadingLevel } from '../../domain/documents/block.ts'
import type { Labelled } from '../../domain/documents/label-content.ts'
import { heading, paragraph, paragraphs } from '../../domain/documents/make-block.ts'
import type { PilotStageReportContent } from '../../domain/forms/contents.ts'
import type { FactTable } from './input.ts'
import { factTable } from './parts.ts'
import { chineseNumber, sentence } from './text.ts'

/** One of the five stage reports of a project, alone or inside a larger report. */
export type StagePart = {
  readonly content: Labelled<PilotStageReportContent>
  /** Facts from the records of the stage, ready to print. */
  readonly tables: readonly FactTable[]
}

/** Work, result, problems, suggestions; a stage that was not carried out says why instead. */
export function stageBlocks(part: StagePart, level: 1 | 2 | 3): Block[] {
  const { content, tables } = part
  if (content.isCarriedOut === false) {
    return [paragraph(`本阶段未开展。原因：${sentence(content.missingReason) || '未填写。'}`)]
  }
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['工作开展情况', paragraphs(content.work)],
    ['主要结果', [...paragraphs(content.outcome), ...tables.map(factTable)]],
    ['存在问题', paragraphs(content.problems)],
    ['下一步建议', paragraphs(content.suggestions)],
  ]
  return parts.flatMap(([title, blocks], index) => [
    heading(level, numberedTitle(level, index + 1, title)),
    ...blocks,
  ])
}

/** 一、 / （一） / 1. / （1） in front of a title. */
export function numberedTitle(level: HeadingLevel, number: number, title: string): string {
  switch (level) {
    case 1:
      return `${chineseNumber(number)}、${title}`
    case 2:
      return `（${chineseNumber(number)}）${title}`
    case 3:
      return `${number}.${title}`
    case 4:
      return `（${number}）${title}`
  }
}
