import { canonicalJson } from '../ledger/canonical-json.ts'
import type { PublishedProject } from './published-project.ts'

/** A part of a publication by the name people know it by, as canonical JSON. */
export type PackagePart = { readonly part: string; readonly text: string }

/** What was checked: a part and the digest of its text. */
export type CheckedPart = { readonly part?: string | null; readonly sha256?: string | null }

const PARTS = {
  project: '项目名称和单位',
  summary: '公开说明',
  target: '绩效目标',
  selfEvaluation: '单位自评',
  evaluation: '财政评价',
  problems: '存在问题',
  rectification: '整改情况',
  decision: '预算安排',
  withheld: '不公开的内容和理由',
} as const satisfies Partial<Record<keyof PublishedProject, string>>

/** Everything that a person checks; day and version of the publication come with the act and are left out. */
export function partsOf(published: PublishedProject): PackagePart[] {
  const { on: _day, ...manner } = published.published
  return [
    ...(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((key) => ({
      part: PARTS[key],
      text: canonicalJson(published[key]),
    })),
    ...(published.office ? [{ part: '部门或政策情况', text: canonicalJson(published.office) }] : []),
    { part: '公开方式和更正原因', text: canonicalJson(manner) },
  ]
}

/** Names of the parts that are no longer as they were checked. */
export function changedParts(checked: readonly CheckedPart[], now: readonly CheckedPart[]): string[] {
  const before = new Map(checked.map(({ part, sha256 }) => [part, sha256]))
  return now.flatMap(({ part, sha256 }) => (part && before.get(part) !== sha256 ? [part] : []))
}
