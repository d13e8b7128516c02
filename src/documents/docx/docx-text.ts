import {
  AlignmentType,
  Bookmark,
  type IRunOptions,
  LeaderType,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TabStopType,
  TextRun,
} from 'docx'
import type { Face, Ink, PrintedEntry, PrintedLine, PrintedSides, Run } from '../print/printed.ts'
import { LETTER_SIZE_PT } from '../print/type-style.ts'

/** Named only, never embedded: these faces are licensed and stand on the office's own machines. */
export const FACE_NAMES: Readonly<Record<Face, string>> = {
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  title: '方正小标宋简体',
  song: '宋体',
}
const INKS: Readonly<Record<Ink, string>> = { black: '000000', red: 'D60000', grey: '666666' }

/**
 * 28 characters of 3号 have to fill 156 mm: each gives up 0.25 pt, in twentieths of a point. Spacing of
 * the characters is used, not a character grid, because office programs read the grid differently.
 */
const LETTER_CHARACTER_SPACING = -5

export function twips(points: number): number {
  return Math.round(points * 20)
}

export function runOptions(run: Run): IRunOptions {
  const face = FACE_NAMES[run.face]
  return {
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: face, hint: 'eastAsia' },
    size: run.size_pt * 2,
    color: INKS[run.ink],
    ...(run.size_pt === LETTER_SIZE_PT ? { characterSpacing: LETTER_CHARACTER_SPACING } : {}),
    ...(run.isBold ? { bold: true } : {}),
  }
}

/** A run of text; a line break in it stays one. */
export function textRuns(run: Run): TextRun[] {
  return run.text
    .split('\n')
    .map((text, index) => new TextRun({ ...runOptions(run), text, ...(index === 0 ? {} : { break: 1 }) }))
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

export function lineParagraph(
  line: PrintedLine,
  extra: { readonly pageBreakBefore?: boolean } = {},
): Paragraph {
  const em = twips(line.runs[0]?.size_pt ?? LETTER_SIZE_PT)
  const hanging = line.hanging
  const children: ParagraphChild[] = [
    ...(hanging === undefined
      ? []
      : [...textRuns(hanging.run), new TextRun({ ...runOptions(hanging.run), text: '\t' })]),
    ...line.runs.flatMap(textRuns),
  ]
  const left = Math.round(line.left_em * em)
  return new Paragraph({
    children: line.anchor === undefined ? children : [new Bookmark({ id: line.anchor, children })],
    alignment: ALIGNMENTS[line.align],
    keepNext: line.keepsNext,
    ...extra,
    spacing: exactSpacing(line.leading_pt, line.before_pt, line.after_pt),
    indent: {
      left,
      right: Math.round(line.right_em * em),
      ...(hanging === undefined
        ? { firstLine: Math.round(line.firstIndent_em * em) }
        : { hanging: Math.round(hanging.width_em * em) }),
    },
    ...(hanging === undefined ? {} : { tabStops: [{ type: TabStopType.LEFT, position: left }] }),
  })
}

export const CONTENTS_STYLE = 'ContentsEntry'

/** A line of the contents: the number is a field, so that the office program can bring it up to date. */
export function entryParagraph(entry: PrintedEntry, width_pt: number): Paragraph {
  return new Paragraph({
    // The field has no run of its own to give a size to.
    style: CONTENTS_STYLE,
    children: [
      ...textRuns(entry.title),
      new TextRun({ ...runOptions({ ...entry.title, face: 'body' }), text: '\t' }),
      new SimpleField(`PAGEREF ${entry.anchor} \\h`, String(entry.pageNumber ?? '')),
    ],
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width_pt), leader: LeaderType.DOT }],
    spacing: exactSpacing(entry.leading_pt),
    indent: { left: Math.round(entry.indent_em * twips(entry.title.size_pt)) },
  })
}

/** Parts at the left, middle and right of a line, by tab stops. */
export function sidesParagraph(sides: PrintedSides, width_pt: number): Paragraph {
  const width = twips(width_pt)
  const indent = Math.round(sides.indent_em * twips(sides.parts[0]?.size_pt ?? LETTER_SIZE_PT))
  const stops =
    sides.parts.length === 3
      ? [
          { type: TabStopType.CENTER, position: Math.round(width / 2) },
          { type: TabStopType.RIGHT, position: width - indent },
        ]
      : [{ type: TabStopType.RIGHT, position: width - indent }]
  return new Paragraph({
    children: sides.parts.flatMap((part, index) => [
      ...(index === 0 ? [] : [new TextRun({ ...runOptions(part), text: '\t' })]),
      ...textRuns(part),
    ]),
    ...(sides.parts.length > 1 ? { tabStops: stops } : {}),
    spacing: exactSpacing(sides.leading_pt, sides.before_pt, sides.after_pt),
    indent: { left: indent, right: indent },
  })
}

export function exactSpacing(leading_pt: number, before_pt = 0, after_pt = 0) {
  return {
    line: twips(leading_pt),
    lineRule: LineRuleType.EXACT,
    before: twips(before_pt),
    after: twips(after_pt),
  }
}
