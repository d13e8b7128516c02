import type { SearchMatch } from '../shapes.ts'
import type { RuleCatalogue } from '../shapes-rules.ts'

export type SearchHit = {
  readonly kind: SearchMatch['kind'] | 'rule'
  readonly id: string
  readonly title: string
  readonly note: string
  readonly jurisdictionId: string | null
  readonly projectId: string | null
}
export type SearchGroup = { readonly title: string; readonly hits: readonly SearchHit[] }

const KINDS: readonly (readonly [kind: SearchMatch['kind'], title: string])[] = [
  ['project', '项目'],
  ['unit', '单位'],
  ['indicator', '绩效指标'],
  ['record', '文件'],
]
const RULES_SHOWN = 6

/** Matches of the server by kind, then the rules and parameters whose name holds the words. */
export function groupMatches(
  matches: readonly SearchMatch[],
  rules: RuleCatalogue | undefined,
  words: string,
): readonly SearchGroup[] {
  const groups = KINDS.map(([kind, title]) => ({
    title,
    hits: matches
      .filter((match) => match.kind === kind)
      .map(({ detail, ...match }) => ({ ...match, note: detail })),
  }))
  return [...groups, { title: '规则', hits: ruleHits(rules, words) }].filter(({ hits }) => hits.length > 0)
}

function ruleHits(rules: RuleCatalogue | undefined, words: string): SearchHit[] {
  const named = [
    ...(rules?.parameters ?? []).map(({ id, title, value }) => ({ id, title, note: value })),
    ...(rules?.rules ?? []).map(({ id, name }) => ({ id, title: name, note: id })),
  ]
  return named
    .filter(({ id, title }) => title.includes(words) || id.toLowerCase().includes(words.toLowerCase()))
    .slice(0, RULES_SHOWN)
    .map((hit) => ({ ...hit, kind: 'rule', jurisdictionId: null, projectId: null }))
}
