import type { PackageText } from '../domain/disclosure/public-texts.ts'
import type { PlainAnswer } from '../domain/disclosure/plain-office.ts'
import type { DocumentBlocks } from '../domain/documents/block.ts'
import { columns, heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { DocumentFrame } from './shared/input.ts'
import { closingBlock, documentOf, formPage } from './shared/parts.ts'

export type DisclosurePreviewInput = {
  readonly frame: DocumentFrame
  readonly projectName: string
  /** What the approval makes public, or made public; nothing where the record stays inside. */
  readonly shown:
    | {
        readonly version: number
        readonly isPublished: boolean
        readonly answers: readonly PlainAnswer[]
        readonly texts: readonly Pick<PackageText, 'label' | 'text'>[]
        /** Name of a part and the digest of its text, hexadecimal. */
        readonly parts: readonly { readonly part: string; readonly sha256: string }[]
      }
    | undefined
}

const DIGEST_SHOWN = 16

/** 公开数据预览: what everybody will read, for the people who check and approve it. */
export function buildDisclosurePreview({
  frame,
  projectName,
  shown,
}: DisclosurePreviewInput): DocumentBlocks {
  return documentOf('公开数据预览', frame, [
    formPage(
      'portrait',
      { kind: 'title', text: '公开数据预览' },
      shown
        ? previewOf(projectName, shown)
        : paragraph(`${projectName}的评价结果只作内部通报，不在公开站公开，没有公开数据。`),
      closingBlock(frame),
    ),
  ])
}

function previewOf(projectName: string, shown: NonNullable<DisclosurePreviewInput['shown']>) {
  const { version, isPublished, answers, texts, parts } = shown
  const state = isPublished
    ? '已经公开，公开后不再改动'
    : '尚未公开；与批准公开时由同一程序生成，核查以后有变化的须重新核查'
  return [
    paragraph(`${projectName}第${version}版公开数据，${state}。`),
    heading(1, '一、公众读到的说明'),
    ...answers.flatMap(({ question, answers: said }) => [
      heading(2, question),
      ...said.map((text) => paragraph(text)),
    ]),
    heading(1, '二、公开的全部文字'),
    listTable({
      head: ['位置', '文字'],
      columns: columns(5, 11),
      rows: texts.map(({ label, text }) => [label.replace(/^公开数据“|”$/g, ''), text]),
    }),
    heading(1, '三、各部分摘要'),
    listTable({
      head: ['部分', `摘要（SHA-256 前${DIGEST_SHOWN}位）`],
      columns: columns(8, 8),
      rows: parts.map(({ part, sha256 }) => [part, sha256.slice(0, DIGEST_SHOWN)]),
    }),
  ]
}
