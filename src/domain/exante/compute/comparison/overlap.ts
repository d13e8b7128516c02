import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { Explained } from '../../../shared/explanation.ts'
import { formatBp } from '../../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { placesIn } from './place-words.ts'
import { likeness_bp, sharedPieces, type TextRuns, textRuns } from './text-runs.ts'

export const EXA_056: RuleHeader = {
  id: 'EXA-056',
  name: '与其他项目内容重复的提示',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '与其他项目不重复'),
  parameters: ['exante.overlap_similarity'],
}

/** What of a project is compared; missing texts are empty. */
export type OverlapSubject = {
  readonly name: string
  readonly overview: string
  /** The goal of the year in its target. */
  readonly goal: string
  readonly unitName: string
}

export type Overlap<T> = {
  readonly other: T
  readonly likeness_bp: number
  readonly name_bp: number
  /** Overview and goal; null where one of the two says nothing. */
  readonly content_bp: number | null
  readonly isSameUnit: boolean
  /** Both name places, and none in common. */
  readonly isElsewhere: boolean
  /** Places that both name. */
  readonly places: readonly string[]
  readonly shared: readonly string[]
  readonly reason: string
}

const SHARED_WORDS = 5

type Bounds = { readonly from_bp: number; readonly nameShare_bp: number; readonly elsewhere_bp: number }
type Read = { readonly name: TextRuns; readonly content: TextRuns; readonly places: ReadonlySet<string> }

/**
 * EXA-056: other projects of a place whose name and content are so much alike that somebody should look
 * whether the same thing is paid twice. Two that name different places count for less.
 */
export function computeOverlaps<T extends OverlapSubject>(
  own: OverlapSubject,
  others: readonly T[],
  placeName: string,
  rules: ParameterReader,
): Explained<{ readonly overlaps: readonly Overlap<T>[] }> {
  const bounds = rules.value('exante.overlap_similarity')
  const { from_bp, nameShare_bp, elsewhere_bp } = bounds.value
  const read = readSubject(own, placeName)
  const found = others.flatMap(
    (other) => overlapOf(own, read, other, readSubject(other, placeName), bounds.value) ?? [],
  )
  const overlaps = [...found].sort((a, b) => b.likeness_bp - a.likeness_bp)
  const none = others.length === 0
  return {
    overlaps,
    explanation: explain(EXA_056, {
      sentence: none
        ? '没有可以比较的其他项目。'
        : overlaps.length === 0
          ? `与${others.length}个其他项目比较，没有相似度达到${formatBp(from_bp)}的项目。`
          : `与${others.length}个其他项目比较，${overlaps.length}个项目的相似度达到${formatBp(from_bp)}，请核对是否重复。`,
      inputs: overlaps.map(({ other, reason }) => ({ label: other.name, value: reason })),
      parameters: [bounds],
      formula:
        '相似度 = 共有的两字组合数 ÷ √（两者两字组合数之积）；' +
        `名称占${formatBp(nameShare_bp)}，概况和年度目标占其余；各写了不同地点的按${formatBp(elsewhere_bp)}计`,
      result: overlaps.length === 0 ? '没有' : `${overlaps.length}个`,
      rounding: '相似度四舍五入到万分之一',
    }),
  }
}

function readSubject({ name, overview, goal }: OverlapSubject, placeName: string): Read {
  return {
    name: textRuns(name, placeName),
    content: textRuns(`${overview}。${goal}`, placeName),
    places: placesIn(`${name}。${overview}`),
  }
}

function overlapOf<T extends OverlapSubject>(
  own: OverlapSubject,
  one: Read,
  other: T,
  read: Read,
  { from_bp, nameShare_bp, elsewhere_bp }: Bounds,
): Overlap<T> | undefined {
  const name_bp = likeness_bp(one.name, read.name) ?? 0
  const content_bp = likeness_bp(one.content, read.content)
  const both = content_bp === null ? name_bp : weighed(name_bp, content_bp, nameShare_bp)
  const places = [...one.places].filter((place) => read.places.has(place))
  const isElsewhere = one.places.size > 0 && read.places.size > 0 && places.length === 0
  const likeness = isElsewhere ? weighed(both, 0, elsewhere_bp) : both
  if (likeness < from_bp) return undefined
  const shared = sharedPieces(joined(one), joined(read), SHARED_WORDS)
  const isSameUnit = own.unitName === other.unitName
  const found = { name_bp, content_bp, isSameUnit, isElsewhere, places, shared }
  return { other, likeness_bp: likeness, ...found, reason: reasonOf(found) }
}

function weighed(first: number, second: number, share_bp: number): number {
  return Math.round((first * share_bp + second * (10_000 - share_bp)) / 10_000)
}

function joined({ name, content }: Read): TextRuns {
  return { pieces: [...name.pieces, ...content.pieces], runs: new Set() }
}

function reasonOf(found: Omit<Overlap<unknown>, 'other' | 'likeness_bp' | 'reason'>): string {
  const { name_bp, content_bp, isSameUnit, isElsewhere, places, shared } = found
  return [
    `名称相似${formatBp(name_bp)}`,
    content_bp === null ? '概况和年度目标没有可比的内容' : `概况和年度目标相似${formatBp(content_bp)}`,
    ...(shared.length > 0 ? [`都写有${shared.map((word) => `“${word}”`).join('、')}`] : []),
    ...(places.length > 0 ? [`都在${places.join('、')}`] : []),
    ...(isElsewhere ? ['所写的地点不同，相似度已折减'] : []),
    ...(isSameUnit ? ['同一实施单位'] : []),
  ].join('；')
}
