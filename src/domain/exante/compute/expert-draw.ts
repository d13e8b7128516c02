import { canonicalJson } from '../../ledger/canonical-json.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { EXPERT_FIELDS, type ExpertField } from './expert-fields.ts'

export const EXA_021: RuleHeader = {
  id: 'EXA-021',
  name: '评估专家随机抽取',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '专家和机构的随机抽取；算法见 docs/expert-draw.md'),
}

/** One line of the roster; whoever has reasons against them stays in it and is passed over. */
export type RosterExpert = {
  readonly id: string
  readonly name: string
  readonly fields: readonly string[]
  readonly reasons: readonly string[]
}

/** What is sealed before the value is known; its canonical JSON is hashed. */
export type Roster = {
  readonly format: 'jiheng-expert-draw/1'
  /** Id of the draw, so that two draws from the same people and value still differ. */
  readonly draw: string
  readonly quotas: readonly { readonly field: string; readonly count: number }[]
  readonly publicValue: { readonly name: string; readonly on: string; readonly source: string }
  readonly earlier: readonly { readonly draw: string; readonly reason: string }[]
  readonly experts: readonly RosterExpert[]
}

export type Drawn = { readonly id: string; readonly field: string; readonly place: number }
export type Ordered = { readonly id: string; readonly place: number; readonly key: string }

export type ExpertDraw = {
  readonly rosterHash: string
  readonly seed: string
  readonly order: readonly Ordered[]
  readonly panel: readonly Drawn[]
}

type Digest = (text: string) => string

/** The roster as it is hashed: experts by id, text in NFC, RFC 8785. */
export function rosterText(roster: Roster): string {
  const experts = roster.experts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return canonicalJson({ ...roster, experts }).normalize('NFC')
}

/** The value as it is hashed: as published, without blanks around it. */
export function valueText(value: string): string {
  return value.trim().normalize('NFC')
}

/**
 * EXA-021: seed = H(H(roster) ‖ LF ‖ value); everybody without a reason against them gets the key
 * H(seed ‖ LF ‖ id) and stands in the order of the keys; quota after quota takes the first who has its
 * field and is not taken.
 * @param digest SHA-256 of a text's UTF-8 bytes as lower-case hex; this room owns no hash function
 */
export function computeExpertDraw(roster: Roster, value: string, digest: Digest): Explained<ExpertDraw> {
  const rosterHash = digest(rosterText(roster))
  const seed = digest(`${rosterHash}\n${valueText(value)}`)
  const eligible = roster.experts.filter(({ reasons }) => reasons.length === 0)
  const order = eligible
    .map(({ id }) => ({ id, key: digest(`${seed}\n${id}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((one, index) => ({ ...one, place: index + 1 }))
  const panel: Drawn[] = []
  for (const { field, count } of roster.quotas) {
    for (let taken = 0; taken < count; taken += 1) {
      const next = nextInOrder(
        roster,
        order,
        field,
        panel.map(({ id }) => id),
      )
      if (next) panel.push(next)
    }
  }
  const nameOf = new Map(roster.experts.map(({ id, name }) => [id, name]))
  return {
    rosterHash,
    seed,
    order,
    panel,
    explanation: explain(EXA_021, {
      sentence: `名单${roster.experts.length}人，排除${roster.experts.length - eligible.length}人，按公开数值“${valueText(value)}”排出次序，抽中${panel.length}人。`,
      inputs: [
        { label: '名单摘要', value: rosterHash },
        { label: roster.publicValue.name, value: valueText(value) },
        { label: '种子', value: seed },
        ...panel.map(({ id, field, place }) => ({
          label: `${EXPERT_FIELDS[field as ExpertField] ?? field}，次序${place}`,
          value: nameOf.get(id) ?? id,
        })),
      ],
      formula:
        '种子 = SHA-256（名单摘要 + 换行 + 公开数值）；排序值 = SHA-256（种子 + 换行 + 登记编号），由小到大',
      result: `${panel.length}人`,
    }),
  }
}

/** The first of the order who has the field and is not used up: whom a replacement falls to. */
export function nextInOrder(
  roster: Pick<Roster, 'experts'>,
  order: readonly Ordered[],
  field: string,
  used: readonly string[],
): Drawn | undefined {
  const hasField = new Set(roster.experts.filter(({ fields }) => fields.includes(field)).map(({ id }) => id))
  const next = order.find(({ id }) => hasField.has(id) && !used.includes(id))
  return next && { id: next.id, field, place: next.place }
}
