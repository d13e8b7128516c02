/** A stretch of a table's body under one pair of levels. */
export type Segment = {
  readonly level1: string | null
  readonly level2: string | null
  readonly text: string
}

const POINTS = '(?:[(（]\\d+(?:[-—~]\\d+)?分?[)）]分?|\\s?\\d{1,2}分)?'
const LEVEL1 = `(?:产出|效益|满意度|成本|效果|实施效果|过程管理|项目完成|项目效益|项目决策|项目管理)指标${POINTS}`
const LEVEL2 = [
  '(?:社会公众或|受益)?服务对象满意度(?:指标|目标)?',
  '社会公众满意度(?:指标|目标)?',
  '(?:经济|社会|生态|环境|生态环境)(?:效益|成本)(?:指标|目标)',
  '可持续(?:影响|发展)(?:指标|目标)',
  '(?:数量|质量|时效|成本|过程|满意度)(?:指标|目标)',
].join('|')
const BARE_LEVEL2 = /^(数量|质量|时效|成本)(?!指标|目标)/
const TOKEN = new RegExp(`(${LEVEL2})(${POINTS})|(${LEVEL1})`, 'g')

type Found = { readonly at: number; readonly end: number; readonly text: string; readonly points: boolean }

/**
 * Cuts a table's body at its first and second levels. What a level word means depends on its place:
 * 成本指标 and 满意度指标 are names of both levels.
 */
export function cutAtLevels(body: string): Segment[] {
  const segments: Segment[] = []
  let level1: string | null = null
  let level2: string | null = null
  let from = 0
  let isFresh = false
  const found = findTokens(body)
  for (const [index, token] of found.entries()) {
    pushText(segments, body.slice(from, token.at), level1, level2, isFresh)
    from = token.end
    const lastEnd = found[index - 1]?.end
    const next = found[index + 1]
    const isBelow = lastEnd === token.at - 1 && /^(实施效果|过程管理)指标/.test(level1 ?? '')
    const opensLevel1 = !isBelow && isLevel1(token, level1, next !== undefined && next.at - token.end <= 1)
    if (opensLevel1) {
      level1 = token.text
      level2 = null
      const bare = BARE_LEVEL2.exec(body.slice(from, from + 4))
      if (bare) {
        level2 = bare[0]
        from += bare[0].length
      }
    } else level2 = token.text
    isFresh = true
  }
  pushText(segments, body.slice(from), level1, level2, isFresh)
  return segments
}

function findTokens(body: string): Found[] {
  return [...body.matchAll(TOKEN)]
    .filter(({ index }) => !/[非本]/.test(body[index - 1] ?? ''))
    .map((match) => ({
      at: match.index,
      end: match.index + match[0].length,
      text: match[0].replace(/\s/g, ''),
      points: /\d/.test(match[0]),
    }))
}

function isLevel1(token: Found, level1: string | null, isFollowed: boolean): boolean {
  const name = token.text.replace(/[(（\d].*$/, '')
  if (/^(产出|效益|效果|实施效果|过程管理|项目)/.test(name)) return true
  if (/^满意度指标$/.test(name)) return token.points || !/满意/.test(level1 ?? '')
  if (/^成本指标$/.test(name)) return !/产出|完成/.test(level1 ?? '') && (token.points || isFollowed)
  return false
}

function pushText(
  segments: Segment[],
  text: string,
  level1: string | null,
  level2: string | null,
  isFresh: boolean,
): void {
  const trimmed = text.trim()
  // A few characters before the first level are the rest of a heading read in disorder.
  if (trimmed === '' || (!isFresh && trimmed.length <= 6)) return
  segments.push({ level1, level2, text: trimmed })
}
