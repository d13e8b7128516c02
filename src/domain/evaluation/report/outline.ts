import type { ParameterValues } from '../../rules/parameter-values.ts'
import type { Paragraph, Section } from './report.ts'

type Parts = ParameterValues['evaluation.report_outline']['parts']

const NUMBERED: readonly (readonly [level: number, pattern: RegExp])[] = [
  [1, /^第[一二三四五六七八九十]{1,2}(?:部分|章)[、\s：:]*(\S.{0,40})$/],
  [1, /^[一二三四五六七八九十]{1,3}[、.．]\s*(\S.{0,40})$/],
  [2, /^[（(][一二三四五六七八九十]{1,3}[)）]\s*[、.．]?\s*(\S.{0,40})$/],
  [3, /^\d{1,2}[.．、]\s*(\S.{0,24})$/],
]
/** A heading of the table of contents: dots or a gap, then a page. */
const CONTENTS_LINE = /^(?:.{2,40}?)(?:[.…·．]{2,}\s*|\s+)\d{1,3}$/
/** A heading without a number is short. */
const BARE_LONGEST = 24
const ENDS_AS_SENTENCE = /[。；;：:！？]|[，,]$/

/** The level of a heading and its title; running text has none. */
export function headingOf(text: string, parts: Parts): { level: number; title: string } | undefined {
  const plain = text.trim()
  if (ENDS_AS_SENTENCE.test(plain)) return undefined
  for (const [level, pattern] of NUMBERED) {
    const match = pattern.exec(plain)
    if (match) return { level, title: match[1] ?? '' }
  }
  // Word numbers headings by itself; then only the words are there.
  const isPart =
    plain.length <= BARE_LONGEST &&
    parts.some(({ label, words }) =>
      [label, ...words].some((word) => plain.startsWith(word) || plain.endsWith(word)),
    )
  return isPart ? { level: 1, title: plain } : undefined
}

/** Codes of the outline's parts that a heading names. */
export function partsOf(title: string, parts: Parts): string[] {
  return parts.filter(({ words }) => words.some((word) => title.includes(word))).map(({ code }) => code)
}

export type Outlined = {
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
  readonly cover: readonly string[]
}

type Text = { readonly text: string } | { readonly isTable: true }

/** Puts every paragraph under its headings; lines of the table of contents are left out. */
export function outlineOf(texts: readonly Text[], parts: Parts): Outlined {
  const paragraphs: Paragraph[] = []
  const sections: { title: string; level: number; parts: readonly string[]; content: number }[] = []
  const cover: string[] = []
  let number = 0
  for (const [index, part] of texts.entries()) {
    const open = sections.filter(({ level }) => level === 1).at(-1)
    if (!('text' in part)) {
      for (const section of openSections(sections)) section.content += 1
      continue
    }
    const { text } = part
    if (isContentsLine(text, parts)) continue
    const heading = headingOf(text, parts)
    if (heading && (heading.level < 3 || open)) {
      const own = partsOf(heading.title, parts)
      for (const section of openSections(sections)) if (section.level < heading.level) section.content += 1
      sections.push({ title: text.trim(), level: heading.level, parts: own, content: 0 })
      number = 0
      const above = heading.level === 1 ? own : [...new Set([...(open?.parts ?? []), ...own])]
      paragraphs.push({ index, text, parts: above, heading: text.trim(), number, level: heading.level })
      continue
    }
    if (sections.length === 0) {
      cover.push(text)
      continue
    }
    number += 1
    for (const section of openSections(sections)) section.content += 1
    const above = openSections(sections)
    const title = above.find(({ level }) => level === 2)?.title ?? open?.title ?? ''
    const codes = [...new Set(above.filter(({ level }) => level < 3).flatMap((section) => section.parts))]
    paragraphs.push({ index, text, parts: codes, heading: title, number, level: 0 })
  }
  return { paragraphs, sections, cover }
}

/** The headings under which the next line stands: the last of each level above the one before. */
function openSections<S extends { readonly level: number }>(sections: readonly S[]): S[] {
  const open: S[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (const section of sections.toReversed()) {
    if (section.level >= lowest) continue
    open.push(section)
    lowest = section.level
    if (lowest === 1) break
  }
  return open
}

function isContentsLine(text: string, parts: Parts): boolean {
  const plain = text.trim()
  if (/^目\s*录$/.test(plain)) return true
  if (!CONTENTS_LINE.test(plain)) return false
  return headingOf(plain.replace(/[.…·．\s]*\d{1,3}$/, ''), parts) !== undefined
}
