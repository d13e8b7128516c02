import type { LibraryIndicator } from '../indicators/index.ts'
import type { Both } from '../ledger/hash.ts'
import type { Standing } from '../shared/standing.ts'
import type { PlanStage } from '../workflow/record-kind.ts'

/** The file says what it is; a newer version than this is refused, not guessed at. */
export const PACK_FORMAT = 'jiheng-blueprint'
export const PACK_FORMAT_VERSION = 1

/** What a blueprint is made of, in the order of the book. */
export const PACK_PARTS = {
  forms: '表单',
  parameters: '参数取值',
  templates: '监控模板和风险规则',
  calendars: '时限和日程',
  indicators: '绩效指标',
  rubrics: '事前评估评分指标体系',
  cases: '脱敏案例',
  lessons: '经验做法',
} as const
export type PackPartId = keyof typeof PACK_PARTS
export const PACK_PART_IDS = Object.keys(PACK_PARTS) as PackPartId[]

/** A form as it was used, so that a reader elsewhere sees every field. */
export type PackForm = {
  readonly id: string
  readonly title: string
  /** Records of the pilots filled in on it. */
  readonly uses: number
  readonly definition: unknown
}

/** A value in force in a pilot, with where it comes from. */
export type PackParameter = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly value: unknown
  /** The value in words. */
  readonly text: string
  readonly from: string
  readonly sourceTitle: string
  readonly article: string
  readonly standing: Standing
  readonly isChecked: boolean
  /** In which pilots it was in force. */
  readonly places: readonly string[]
}

export type PackIndicator = {
  readonly indicator: LibraryIndicator
  /** The document it comes from, as it is cited. */
  readonly cited: string
  /** The place that added or revised it; `null` for the library everybody has. */
  readonly revisedBy: string | null
  /** Rows of approved targets of the pilots that use it. */
  readonly uses: number
}

export type PackRubric = {
  readonly subject: 'project' | 'policy'
  readonly place: string
  readonly effectiveFrom: string | null
  readonly basis: string
  readonly dimensions: readonly { readonly code: string; readonly name: string }[]
  readonly items: readonly {
    readonly dimension: string
    readonly itemCode: string
    readonly item: string
    readonly weight_x100: number
  }[]
}

/** A project's story in which nobody and no figure can be found again. */
export type PackCase = {
  readonly title: string
  /** How names were replaced and figures changed. */
  readonly rule: string
  readonly stages: readonly { readonly stage: PlanStage; readonly text: string }[]
}

export type PackLesson = {
  readonly stage: PlanStage
  readonly problem: string
  readonly practice: string
  readonly figure: string
  /** The record the figure stands in, without names. */
  readonly trace: string
}

export type PackParts = {
  readonly forms: readonly PackForm[]
  readonly parameters: readonly PackParameter[]
  readonly templates: readonly PackParameter[]
  readonly calendars: readonly PackParameter[]
  readonly indicators: readonly PackIndicator[]
  readonly rubrics: readonly PackRubric[]
  readonly cases: readonly PackCase[]
  readonly lessons: readonly PackLesson[]
}

/** An accepted pilot the blueprint is made from. */
export type PackPilot = {
  readonly place: string
  readonly jurisdiction: string
  readonly acceptedOn: string
  readonly documentNumber: string
}

export type PackHead = {
  readonly name: string
  readonly version: string
  /** 编制说明. */
  readonly purpose: string
  readonly publisher: string
  readonly jurisdiction: string
  readonly publishedOn: string
  readonly pilots: readonly PackPilot[]
}

export type PackDigest = Both<string>

export type PackManifest = PackHead & {
  readonly parts: Readonly<Record<PackPartId, PackDigest & { readonly count: number }>>
}

export type Pack = {
  readonly manifest: PackManifest
  /** Of the manifest, and through it of every part. */
  readonly digest: PackDigest
  readonly parts: PackParts
  /** Evidence from the contract ledger (`ledger/bundle.ts`), as text; `null` before it is published. */
  readonly proof: string | null
}
