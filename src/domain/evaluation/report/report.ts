import type { Grid } from '../../doctor/read/grid.ts'
import type { Severity } from '../../shared/finding.ts'
import type { Grade } from '../../shared/grade.ts'
import type { Score_x100 } from '../../shared/score.ts'

/** What a Word file holds, in its order: paragraphs outside tables, and tables. */
export type ReportPart = { readonly paragraph: string } | { readonly table: Grid }

export type EarlierReport = { readonly name: string; readonly paragraphs: readonly string[] }

/** What is known of the evaluation the report belongs to; everything may be missing. */
export type ReportFacts = {
  readonly projectName?: string | null
  readonly unitName?: string | null
  readonly departmentName?: string | null
  readonly agencyName?: string | null
  readonly fiscalYear?: number | null
  /** The result as entered in the product. */
  readonly total_x100?: Score_x100 | null
  readonly grade?: Grade | null
  /** Projects and units of the same place that this report is not about. */
  readonly otherNames?: readonly string[]
  readonly earlier?: readonly EarlierReport[]
}

/** One fault of a report: where it stands in words, and the words it is about. */
export type ReportFinding = {
  readonly ruleId: string
  readonly severity: Severity
  readonly message: string
  /** “四、绩效评价指标分析”第 3 段; 表2 第 5 行. */
  readonly place: string
  readonly excerpt: string | null
  readonly source: string
}

/** A paragraph with the part of the outline it stands in. */
export type Paragraph = {
  readonly index: number
  readonly text: string
  /** Codes of the parts its first-level heading names. */
  readonly parts: readonly string[]
  readonly heading: string
  /** Which paragraph below that heading, from 1. */
  readonly number: number
  /** 1 and more for a heading; 0 for running text. */
  readonly level: number
}

/** A heading of the outline and how much stands below it. */
export type Section = {
  readonly title: string
  readonly level: number
  readonly parts: readonly string[]
  readonly content: number
}

export type ScoreRow = {
  readonly at: number
  readonly level1: string
  readonly name: string
  readonly weight_x100: Score_x100 | null
  readonly score_x100: Score_x100 | null
  /** Percent as printed, with its decimals. */
  readonly rate: { readonly percent: number; readonly decimals: number } | null
  readonly basis: string
}

/** A table with weights and scores: every indicator (`isDetail`), or one line for a group. */
export type ScoreTable = {
  readonly name: string
  readonly isDetail: boolean
  readonly hasBasis: boolean
  readonly rows: readonly ScoreRow[]
  readonly total: ScoreRow | null
}

/** A report as the checks read it. */
export type StudiedReport = {
  readonly facts: ReportFacts
  /** Running text and headings, without the table of contents. */
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
  readonly tables: readonly ScoreTable[]
  /** Text of all table cells, for names. */
  readonly cells: readonly string[]
  /** What stands before the first heading: cover and title. */
  readonly cover: readonly string[]
}
