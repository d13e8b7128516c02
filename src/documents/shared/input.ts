import type { DraftMark } from '../../domain/documents/block.ts'
import type { DateText } from '../../domain/shared/dates.ts'

/** What every document is told besides its own content. */
export type DocumentFrame = {
  readonly isDemonstration: boolean
  /** Present until the document is official. */
  readonly draft?: DraftMark
  /** The records this was made from, printed small at the end. */
  readonly references?: readonly VersionReference[]
  /** Where it was entered into the contract ledger, once it was. */
  readonly ledger?: LedgerMark
}

/** What a sheet of paper says of its place in the contract ledger. */
export type LedgerMark = {
  /** Name of the ledger. */
  readonly origin: string
  /** 第 n 号; the ledger had n entries then. */
  readonly number: number
  /** First sixteen characters of the root under each algorithm. */
  readonly prefix_sm3: string
  readonly prefix_sha256: string
  /** The whole checkpoint, for the QR code. */
  readonly code: string
}

export type VersionReference = {
  readonly title: string
  readonly version: number
  readonly frozenOn?: DateText
  /** Digest of the frozen content; the first sixteen characters are printed. */
  readonly digest?: string
}

/** The project as documents name it. Money is fen text. */
export type ProjectHead = {
  readonly jurisdictionName: string
  readonly name: string
  readonly code?: string | null
  readonly fiscalYear: number
  readonly unitName: string
  readonly departmentName: string
  readonly departmentCode?: string | null
  readonly category?: string | null
  readonly overview?: string | null
  readonly periodStart?: DateText | null
  readonly periodEnd?: DateText | null
  readonly total_fen?: string | null
  readonly annual_fen?: string | null
  readonly projectPerson?: string | null
  readonly unitHead?: string | null
  readonly departmentHead?: string | null
}

/** What an official letter (公文) needs besides its text. */
export type LetterHead = {
  /** 发文机关, for example 示例县财政局. */
  readonly issuer: string
  /** 发文机关标志; `<issuer>文件` when not given. */
  readonly mark?: string
  /** Missing while the letter is a draft. */
  readonly documentNumber?: string
  readonly issuedOn?: DateText
  /** 签发人, on letters to a higher authority. */
  readonly signer?: string
  readonly copiesTo?: readonly string[]
  /** 印发机关; `<issuer>办公室` when not given. */
  readonly office?: string
  /** 附注, for example 此件公开发布. */
  readonly note?: string
}

/** An opinion given in an act of the workflow, as the history has it. */
export type SignedOpinion = {
  /** Whose box of the form it goes into, for example 主管部门审核意见. */
  readonly title: string
  readonly opinion?: string | null
  readonly organisationName?: string | null
  readonly personName?: string | null
  readonly actedOn?: DateText | null
}

export type { FactTable } from '../../domain/documents/fact-table.ts'
