import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import { columns, heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { DocumentFrame } from './shared/input.ts'
import { documentOf, formPage } from './shared/parts.ts'

export type DossierIndexInput = {
  readonly frame: DocumentFrame
  /** The project, or the place. */
  readonly subject: string
  /** 2024年6月28日. */
  readonly madeOn: string
  readonly documents: readonly IndexedDocument[]
  readonly completeness: readonly {
    readonly item: string
    readonly isPresent: boolean
    readonly note: string
  }[]
  readonly evidence: readonly IndexedEvidence[]
  /** Whether the ledger's evidence lies beside it. */
  readonly hasBundle: boolean
}

export type IndexedDocument = {
  readonly stage: string
  readonly title: string
  readonly documentNumber: string
  readonly frozenOn: string
  readonly version: number
  readonly digest: string
  /** 契约账第几号; empty for what is not sealed. */
  readonly leaf: string
  readonly file: string
}

export type IndexedEvidence = {
  readonly record: string
  readonly name: string
  readonly size: string
  readonly sha256: string
}

/** 试点档案目录: what lies in the package, whether anything is missing, and every file of evidence by its digest. */
export function buildDossierIndex(input: DossierIndexInput): DocumentBlocks {
  const missing = input.completeness.filter(({ isPresent }) => !isPresent).length
  const state = missing === 0 ? '各项资料齐全' : `还缺${missing}项，见“二、完整性核对”`
  return documentOf(`${input.subject}试点档案目录`, input.frame, [
    formPage(
      'landscape',
      { kind: 'title', text: `${input.subject}\n试点档案目录` },
      paragraph(`本档案由系统按办理记录汇集，汇集日期${input.madeOn}，${state}。`),
      heading(1, '一、文书'),
      documentTable(input.documents),
      heading(1, '二、完整性核对'),
      completenessTable(input.completeness),
      heading(1, '三、佐证材料'),
      ...evidenceBlocks(input.evidence),
      heading(1, '四、核验'),
      paragraph(
        input.hasBundle
          ? '“契约账证据包.json”可在不联网的电脑上用核验程序核对：批复、结论、决定等登入契约账的内容此后有无改动。'
          : '本档案的内容尚未登入契约账，没有证据包。',
      ),
    ),
  ])
}

function documentTable(documents: readonly IndexedDocument[]): Block {
  return listTable({
    head: ['序号', '阶段', '文书', '文号', '定稿日期', '版本', '内容摘要', '契约账', '文件名'],
    columns: columns([1, 'center'], 2.2, 4.6, 3.6, [2.6, 'center'], [1, 'center'], 3, [1.6, 'center'], 5),
    rows: documents.map((one, index) => [
      String(index + 1),
      one.stage,
      one.title,
      one.documentNumber,
      one.frozenOn,
      String(one.version),
      one.digest,
      one.leaf,
      one.file,
    ]),
  })
}

function completenessTable(lines: DossierIndexInput['completeness']): Block {
  return listTable({
    head: ['序号', '资料', '是否齐全', '说明'],
    columns: columns([1, 'center'], 7, [1.8, 'center'], 12),
    rows: lines.map(({ item, isPresent, note }, index) => [
      String(index + 1),
      item,
      isPresent ? '齐全' : '缺',
      note,
    ]),
  })
}

function evidenceBlocks(evidence: readonly IndexedEvidence[]): Block[] {
  if (evidence.length === 0) return [paragraph('没有登记佐证文件。')]
  return [
    listTable({
      head: ['序号', '所属事项', '文件名', '大小（字节）', 'SHA-256 摘要'],
      columns: columns([1, 'center'], 4.5, 5, [2.4, 'right'], 9),
      rows: evidence.map(({ record, name, size, sha256 }, index) => [
        String(index + 1),
        record,
        name,
        size,
        sha256,
      ]),
    }),
  ]
}
