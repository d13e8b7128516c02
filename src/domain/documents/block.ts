/**
 * A printed document as plain data. Builders make blocks, writers turn them into Word and PDF;
 * neither knows the other, so both files always say the same thing.
 *
 * Layout follows GB/T 9704-2012 on `letter` pages; `form` pages carry the official tables.
 */
export type DocumentBlocks = {
  /** Name of the document: file name and properties, not printed by itself. */
  readonly title: string
  /** Invented data. Printed in red on every page. */
  readonly isDemonstration: boolean
  /** Printed on every page until the document is official. */
  readonly draft?: DraftMark
  readonly sections: readonly DocumentSection[]
}

export type DraftMark = '草稿' | '征求意见稿'

export type DocumentSection = {
  /** A cover is a letter page without a number; numbering begins after it. */
  readonly page: 'letter' | 'form' | 'cover'
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

export type Block =
  | LetterheadBlock
  | CoverBlock
  | TitleBlock
  | AddresseeBlock
  | HeadingBlock
  | ContentsBlock
  | ParagraphBlock
  | TableBlock
  | FormLineBlock
  | AttachmentsBlock
  | SignatureBlock
  | NoteBlock
  | AnnexHeadBlock
  | ImprintBlock
  | ReferenceBlock
  | LedgerMarkBlock
  | PageBreakBlock

/** 版头: mark in red, number, and for upward documents the signer; then the red line. */
export type LetterheadBlock = {
  readonly kind: 'letterhead'
  /** 发文机关标志, for example 示例县财政局文件. */
  readonly mark: string
  readonly documentNumber: string
  /** 签发人, on upward documents only. */
  readonly signer?: string
  /** 份号, 密级, 紧急程度, each on its own line above the mark. */
  readonly topLines?: readonly string[]
}

/** The first page of a report. */
export type CoverBlock = {
  readonly kind: 'cover'
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly issuer: string
  readonly date: string
}

export type TitleBlock = { readonly kind: 'title'; readonly text: string; readonly subtitle?: string }
/** 主送机关, without the colon. */
export type AddresseeBlock = { readonly kind: 'addressee'; readonly text: string }

export type HeadingLevel = 1 | 2 | 3 | 4
/** 一、 / （一） / 1. / （1）; the number is part of the text. */
export type HeadingBlock = {
  readonly kind: 'heading'
  readonly level: HeadingLevel
  readonly text: string
  /** Named by an entry of the contents. */
  readonly anchor?: string
}

/** 目录: each entry with the number of the page its heading stands on. */
export type ContentsBlock = {
  readonly kind: 'contents'
  readonly entries: readonly { readonly level: 1 | 2; readonly text: string; readonly anchor: string }[]
}

export type ParagraphBlock = {
  readonly kind: 'paragraph'
  /** Run-in heading at its start, in 楷体. */
  readonly lead?: string
  readonly text: string
}

export type Align = 'left' | 'center' | 'right'

export type TableBlock = {
  readonly kind: 'table'
  readonly caption?: string
  /** Printed right above the table, for example 单位：万元. */
  readonly unit?: string
  readonly columns: readonly TableColumn[]
  /** How many of the first rows are repeated on every page. */
  readonly headerRows: number
  readonly rows: readonly TableRow[]
  readonly size: TableSize
}

/** 小四 12 pt, 五号 10.5 pt, 小五 9 pt. */
export type TableSize = 'normal' | 'small' | 'tiny'
/** `width` is a share: columns get their part of the page in this proportion. */
export type TableColumn = { readonly width: number; readonly align?: Align }
export type TableRow = { readonly cells: readonly TableCell[]; readonly minHeight_mm?: number }
/** Only cells that begin in this row are listed; spans cover the rest, as in HTML. */
export type TableCell = {
  readonly text: string
  readonly align?: Align
  readonly isBold?: boolean
  readonly colSpan?: number
  readonly rowSpan?: number
  /** A filled cell without text: one bar of a chart made of a table. */
  readonly isBar?: boolean
}

/** One line with up to three parts: left, middle, right. */
export type FormLineBlock = { readonly kind: 'formLine'; readonly parts: readonly string[] }
/** 附件说明. */
export type AttachmentsBlock = { readonly kind: 'attachments'; readonly names: readonly string[] }
/** 发文机关署名 and 成文日期, with room for the seal or, of a person, the signature; the software makes neither. */
export type SignatureBlock = {
  readonly kind: 'signature'
  readonly isPerson?: boolean
  readonly issuer: string
  readonly date: string
}
/** 附注, without its brackets. */
export type NoteBlock = { readonly kind: 'note'; readonly text: string }
/** 附件1 on a new page. */
export type AnnexHeadBlock = { readonly kind: 'annexHead'; readonly label: string }
/** 版记 at the foot of the last page. */
export type ImprintBlock = {
  readonly kind: 'imprint'
  readonly copiesTo: readonly string[]
  readonly issuer: string
  readonly printedOn: string
}
/** Small print: which version of which record this was made from. */
export type ReferenceBlock = { readonly kind: 'reference'; readonly lines: readonly string[] }
/** Where the document stands in the contract ledger: small print beside a QR code. */
export type LedgerMarkBlock = {
  readonly kind: 'ledgerMark'
  readonly lines: readonly string[]
  /** What the QR code says. */
  readonly code: string
}
export type PageBreakBlock = { readonly kind: 'pageBreak' }
