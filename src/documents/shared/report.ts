import type { Block, DocumentBlocks, DocumentSection } from '../../domain/documents/block.ts'
import { flatten } from '../../domain/documents/make-block.ts'
import type { DocumentFrame } from './input.ts'
import { documentOf, referenceBlock, titleBlock } from './parts.ts'

/** A table bound behind a report, upright or across. */
export type Annex = {
  readonly title: string
  readonly orientation?: DocumentSection['orientation']
  readonly blocks: readonly Block[]
}

/** Who made a report and when, as its cover says. */
export type ReportHead = {
  readonly issuer: string
  /** Already in words: 2024年5月10日; empty while it is not dated. */
  readonly date: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}

/** A report: cover, text set like a letter, small print, then the annexes on pages of their own. */
export function reportDocument(given: {
  readonly frame: DocumentFrame
  readonly title: string
  readonly head: ReportHead
  readonly body: readonly Block[]
  readonly annexes?: readonly Annex[]
}): DocumentBlocks {
  const { frame, head, title } = given
  const annexes = given.annexes ?? []
  const cover: DocumentSection = {
    page: 'cover',
    orientation: 'portrait',
    blocks: [{ kind: 'cover', title, lines: head.facts, issuer: head.issuer, date: head.date }],
  }
  const text: DocumentSection = {
    page: 'letter',
    orientation: 'portrait',
    blocks: flatten(
      titleBlock(title, frame),
      given.body,
      annexes.length === 0 ? undefined : { kind: 'attachments', names: annexes.map((annex) => annex.title) },
      referenceBlock(frame.references),
    ),
  }
  return documentOf(title.replace(/\n/g, ''), frame, [
    cover,
    text,
    ...annexes.map((annex, index) => annexSection(annex, annexes.length === 1 ? '' : String(index + 1))),
  ])
}

function annexSection(annex: Annex, number: string): DocumentSection {
  return {
    page: 'form',
    orientation: annex.orientation ?? 'portrait',
    blocks: [
      { kind: 'annexHead', label: `附件${number}` },
      { kind: 'title', text: annex.title },
      ...annex.blocks,
    ],
  }
}
