import type { Align, TableBlock } from '../../domain/documents/block.ts'

/**
 * A document laid down as lines, tables and rules: everything the two writers have to agree on
 * (wording, faces, sizes, indents) is decided before either of them starts.
 */
export type Printed =
  | PrintedLine
  | PrintedSides
  | PrintedTable
  | PrintedRule
  | PrintedBreak
  | PrintedGroup
  | PrintedPinned
  | PrintedCode
  | PrintedEntry

/** 仿宋, 楷体, 黑体, 小标宋, 宋体. */
export type Face = 'body' | 'kai' | 'hei' | 'title' | 'song'
export type Ink = 'black' | 'red' | 'grey'

export type Run = {
  readonly text: string
  readonly face: Face
  readonly size_pt: number
  readonly ink: Ink
  readonly isBold: boolean
}

export type PrintedLine = {
  readonly kind: 'line'
  readonly runs: readonly Run[]
  readonly align: Align | 'justify'
  readonly leading_pt: number
  readonly firstIndent_em: number
  readonly left_em: number
  readonly right_em: number
  /** A label hanging left of the text: `附件：1.`. */
  readonly hanging?: { readonly run: Run; readonly width_em: number }
  readonly before_pt: number
  readonly after_pt: number
  readonly keepsNext: boolean
  /** What an entry of the contents finds it by. */
  readonly anchor?: string
}

/** Up to three texts on one line: left, middle, right. */
export type PrintedSides = {
  readonly kind: 'sides'
  readonly parts: readonly Run[]
  readonly leading_pt: number
  readonly indent_em: number
  readonly before_pt: number
  readonly after_pt: number
}

export type PrintedTable = {
  readonly kind: 'table'
  readonly table: TableBlock
  readonly size_pt: number
  readonly leading_pt: number
  readonly after_pt: number
}

export type PrintedRule = {
  readonly kind: 'rule'
  readonly ink: Ink
  readonly thickness_pt: number
  readonly before_pt: number
  readonly after_pt: number
}

export type PrintedBreak = { readonly kind: 'break' }
/** A line of the contents: title, leader, page number. */
export type PrintedEntry = {
  readonly kind: 'entry'
  readonly title: Run
  readonly anchor: string
  /** Filled in once the pages are known. */
  readonly pageNumber?: number
  readonly indent_em: number
  readonly leading_pt: number
}
/** Stays on one page. */
export type PrintedGroup = { readonly kind: 'group'; readonly lines: readonly PrintedLine[] }
/** 版记: stands on the last line of the page, between rules. */
export type PrintedPinned = {
  readonly kind: 'pinned'
  readonly rows: readonly PrintedSides[]
  readonly thick_pt: number
  readonly thin_pt: number
}

/** A QR code with lines of text beside it; stays on one page. */
export type PrintedCode = {
  readonly kind: 'code'
  readonly lines: readonly PrintedLine[]
  readonly text: string
  /** Dark modules, row by row, quiet zone included. */
  readonly modules: readonly (readonly boolean[])[]
  readonly size_pt: number
  readonly before_pt: number
}

export type PrintedSection = {
  readonly page: PageSetup
  readonly items: readonly Printed[]
}

/** `— 1 —` at the outer side, or 第 1 页　共 3 页 in the middle, or nothing (a cover). */
export type PageNumberStyle = 'dashes' | 'ofTotal' | 'none'

/** A page in millimetres, as the standard gives it. */
export type PageSetup = {
  readonly style: 'letter' | 'form'
  readonly orientation: 'portrait' | 'landscape'
  readonly width_mm: number
  readonly height_mm: number
  readonly top_mm: number
  readonly bottom_mm: number
  readonly left_mm: number
  readonly right_mm: number
  /** From the lower edge of the type area to the page number. */
  readonly footerGap_mm: number
  readonly footerSize_pt: number
  readonly pageNumber: PageNumberStyle
  /** Printed on every page: 演示数据, 草稿. */
  readonly marks: readonly Run[]
}

export type PrintedDocument = { readonly title: string; readonly sections: readonly PrintedSection[] }
