import type {
  Block,
  DocumentBlocks,
  DocumentSection,
  TableBlock,
  TableRow,
} from '../../domain/documents/block.ts'
import { cell, columns, flatten, label, listTable, tallRow } from '../../domain/documents/make-block.ts'
import type { DocumentFrame, FactTable, LetterHead, SignedOpinion, VersionReference } from './input.ts'
import { day } from './text.ts'

const DIGEST_SHOWN = 16

/** Which version of which record the document was made from. */
export function referenceBlock(references: readonly VersionReference[] | undefined): Block[] {
  if (references === undefined || references.length === 0) return []
  return [{ kind: 'reference', lines: references.map(referenceLine) }]
}

/**
 * The small print at the end: which versions the document was made from and, once it was entered into
 * the contract ledger, where — for whoever compares the paper with the ledger later.
 */
export function closingBlock({ references, ledger }: DocumentFrame): Block[] {
  if (!ledger) return referenceBlock(references)
  return [
    {
      kind: 'ledgerMark',
      code: ledger.code,
      lines: [
        ...(references ?? []).map(referenceLine),
        `契约账第${ledger.number}号，登入时账长${ledger.number}（${ledger.origin}）`,
        `校验码　SM3 ${ledger.prefix_sm3}　SHA-256 ${ledger.prefix_sha256}`,
        '扫码可得登入时的完整凭证。保存本页即可核验批复内容今后有无改动。',
      ],
    },
  ]
}

function referenceLine(reference: VersionReference): string {
  const { title, version, frozenOn, digest } = reference
  const frozen = frozenOn === undefined ? '未定稿' : `${day(frozenOn)}定稿`
  const mark = digest === undefined ? '' : `，内容摘要${digest.slice(0, DIGEST_SHOWN)}`
  return `依据：${title}第${version}版（${frozen}${mark}）`
}

/** A document of one or more sections under a title. */
export function documentOf(
  title: string,
  frame: DocumentFrame,
  sections: readonly DocumentSection[],
): DocumentBlocks {
  return {
    title,
    isDemonstration: frame.isDemonstration,
    ...(frame.draft === undefined ? {} : { draft: frame.draft }),
    sections,
  }
}

export function letterPage(...blocks: readonly (Block | readonly Block[] | undefined)[]): DocumentSection {
  return { page: 'letter', orientation: 'portrait', blocks: flatten(...blocks) }
}

export function formPage(
  orientation: DocumentSection['orientation'],
  ...blocks: readonly (Block | readonly Block[] | undefined)[]
): DocumentSection {
  return { page: 'form', orientation, blocks: flatten(...blocks) }
}

/**
 * An official letter: 版头, title, addressee, body, attachments, sender, note, 版记. Annexes follow
 * the signature; the 版记 stands on the very last page, as the standard asks.
 */
export function letterDocument(given: {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly title: string
  readonly addressee?: string
  readonly body: readonly Block[]
  readonly annexes?: readonly { readonly title: string; readonly blocks: readonly Block[] }[]
}): DocumentBlocks {
  const { frame, head } = given
  const annexes = given.annexes ?? []
  const date = day(head.issuedOn)
  const blocks = flatten(
    {
      kind: 'letterhead',
      mark: head.mark ?? `${head.issuer}文件`,
      documentNumber: head.documentNumber ?? '',
      ...(head.signer === undefined ? {} : { signer: head.signer }),
    },
    titleBlock(given.title, frame),
    given.addressee === undefined ? undefined : { kind: 'addressee', text: given.addressee },
    given.body,
    annexes.length === 0 ? undefined : { kind: 'attachments', names: annexes.map((annex) => annex.title) },
    { kind: 'signature', issuer: head.issuer, date },
    head.note === undefined ? undefined : { kind: 'note', text: head.note },
    annexes.flatMap((annex, index) => annexBlocks(annex, annexes.length === 1 ? '' : String(index + 1))),
    closingBlock(frame),
    {
      kind: 'imprint',
      copiesTo: head.copiesTo ?? [],
      issuer: head.office ?? `${head.issuer}办公室`,
      printedOn: date,
    },
  )
  return documentOf(given.title.replace(/\n/g, ''), frame, [
    { page: 'letter', orientation: 'portrait', blocks },
  ])
}

/** 征求意见稿 is said under the title as well. */
export function titleBlock(text: string, frame: DocumentFrame): Block {
  return frame.draft === undefined
    ? { kind: 'title', text }
    : { kind: 'title', text, subtitle: `（${frame.draft}）` }
}

function annexBlocks(
  annex: { readonly title: string; readonly blocks: readonly Block[] },
  number: string,
): Block[] {
  return [
    { kind: 'annexHead', label: `附件${number}` },
    { kind: 'title', text: annex.title },
    ...annex.blocks,
  ]
}

/**
 * The boxes of a form in which offices give their opinion, sign and date.
 * @param spans how many columns of the table the label and the opinion take
 */
export function opinionRows(
  opinions: readonly SignedOpinion[],
  spans: { readonly label: number; readonly value: number },
): TableRow[] {
  return opinions.map((opinion) => {
    const signed = [opinion.organisationName, opinion.personName].filter(Boolean).join('　')
    const date = day(opinion.actedOn) || '　　年　月　日'
    return tallRow(
      16,
      label(opinion.title, { colSpan: spans.label }),
      cell(`${opinion.opinion?.trim() ?? ''}\n（签章）　${signed}　${date}`, { colSpan: spans.value }),
    )
  })
}

/** A table of ready words, its figures right-aligned. */
export function factTable(facts: FactTable): TableBlock {
  const widths = facts.widths ?? facts.head.map(() => 1)
  return listTable({
    caption: facts.caption,
    ...(facts.unit === undefined ? {} : { unit: facts.unit }),
    head: facts.head,
    columns: columns(
      ...widths.map((width, index) => [width, facts.figures?.includes(index) ? 'right' : 'left'] as const),
    ),
    rows: facts.rows,
  })
}
