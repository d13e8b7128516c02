import { DomainError } from '../../shared/errors.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const ORG_005: RuleHeader = {
  id: 'ORG-005',
  name: '随机抽取',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '专家和机构的随机抽取'),
}

/**
 * ORG-005: a draw that anyone can repeat: everybody in the pool gets the digest of the seed and their
 * own id, the smallest digests are drawn. Exclusions are taken out before and named with their reason.
 * @param digest hex digest of a text; passed in, because this room owns no hash function
 * @throws DomainError RULE_VIOLATED when fewer are left than are to be drawn
 */
export function computeRandomDraw(
  input: {
    readonly seed: string
    readonly pool: readonly string[]
    readonly excluded: readonly { readonly id: string; readonly reason: string }[]
    readonly count: number
  },
  digest: (text: string) => string,
): Explained<{ readonly drawn: readonly string[]; readonly reserves: readonly string[] }> {
  const out = new Set(input.excluded.map(({ id }) => id))
  const left = [...new Set(input.pool)].filter((id) => !out.has(id))
  if (left.length < input.count || input.count < 1) {
    throw new DomainError(
      'RULE_VIOLATED',
      `可抽取的有${left.length}名，要抽取${input.count}名，请补充名单或减少人数。`,
      { left: left.length, count: input.count },
    )
  }
  const ordered = left
    .map((id) => ({ id, key: digest(`${input.seed}\n${id}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  const drawn = ordered.slice(0, input.count)
  return {
    drawn,
    reserves: ordered.slice(input.count),
    explanation: explain(ORG_005, {
      sentence: `从${left.length}名中按种子“${input.seed}”抽取${input.count}名：${drawn.join('、')}。`,
      inputs: [
        { label: '名单', value: input.pool.join('、') },
        ...input.excluded.map(({ id, reason }) => ({ label: `排除${id}`, value: reason })),
      ],
      formula: '摘要（种子 + 换行 + 编号）由小到大排列，取前若干名',
      result: drawn.join('、'),
    }),
  }
}
