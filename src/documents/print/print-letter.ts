import type {
  CoverBlock,
  ImprintBlock,
  LetterheadBlock,
  SignatureBlock,
} from '../../domain/documents/block.ts'
import type { PageSetup, Printed, PrintedGroup, PrintedPinned, PrintedSides, Run } from './printed.ts'
import { LETTER_LEADING_PT, LETTER_SIZE_PT, line, POINTS_PER_MM, run, width_em } from './type-style.ts'

/** 发文机关标志 stands 35 mm below the upper edge of the type area. */
const MARK_DROP_PT = 35 * POINTS_PER_MM
const RED_LINE_GAP_PT = 4 * POINTS_PER_MM
const FOOT_SIZE_PT = 14
const FOOT_LEADING_PT = 22

/** 版头, GB/T 9704-2012 section 7.2. */
export function printLetterhead(block: LetterheadBlock, page: PageSetup): Printed[] {
  const typeWidth_pt = (page.width_mm - page.left_mm - page.right_mm) * POINTS_PER_MM
  const markSize_pt = Math.min(52, Math.floor((typeWidth_pt * 0.94) / width_em(block.mark)))
  const topLines = (block.topLines ?? []).map((text) => line(run(text, 'hei', LETTER_SIZE_PT)))
  const number = run(block.documentNumber, 'body', LETTER_SIZE_PT)
  const drop_pt = MARK_DROP_PT - topLines.length * LETTER_LEADING_PT
  return [
    ...topLines,
    line(run(block.mark, 'title', markSize_pt, { ink: 'red' }), {
      align: 'center',
      leading_pt: markSize_pt * 1.25,
      before_pt: Math.max(0, drop_pt),
    }),
    block.signer === undefined
      ? line(number, { align: 'center', before_pt: 1.5 * LETTER_LEADING_PT })
      : signedNumber(number, block.signer),
    { kind: 'rule', ink: 'red', thickness_pt: 2, before_pt: RED_LINE_GAP_PT, after_pt: 0 },
  ]
}

function signedNumber(number: Run, signer: string): PrintedSides {
  return {
    kind: 'sides',
    parts: [number, run(`签发人：${signer}`, 'kai', LETTER_SIZE_PT)],
    leading_pt: LETTER_LEADING_PT,
    indent_em: 1,
    before_pt: 1.5 * LETTER_LEADING_PT,
    after_pt: 0,
  }
}

/**
 * 署名 and 日期: the date ends four characters before the right edge, the sender is centred above
 * it; two lines are left for the seal, which the software never makes (GB/T 9704-2012 7.3.5.1).
 */
export function printSignature(block: SignatureBlock, size_pt: number, leading_pt: number): PrintedGroup {
  const dateRight_em = 4
  const middle_em = dateRight_em + width_em(block.date) / 2
  const issuerRight_em = Math.max(0, middle_em - width_em(block.issuer) / 2)
  return {
    kind: 'group',
    lines: [
      line(run(block.isPerson ? '（签名）' : '（印章）', 'body', size_pt, { ink: 'grey' }), {
        align: 'right',
        right_em: Math.max(0, middle_em - 2),
        leading_pt,
        before_pt: leading_pt,
        keepsNext: true,
      }),
      line(run(block.issuer, 'body', size_pt), {
        align: 'right',
        right_em: issuerRight_em,
        leading_pt,
        keepsNext: true,
      }),
      line(run(block.date, 'body', size_pt), { align: 'right', right_em: dateRight_em, leading_pt }),
    ],
  }
}

/** 版记: 抄送 above, 印发机关 and 印发日期 below, on the last line of the page. */
export function printImprint(block: ImprintBlock): PrintedPinned {
  const sides = (parts: readonly string[]): PrintedSides => ({
    kind: 'sides',
    parts: parts.map((part) => run(part, 'body', FOOT_SIZE_PT)),
    leading_pt: FOOT_LEADING_PT,
    indent_em: 1,
    before_pt: 0,
    after_pt: 0,
  })
  const copies = block.copiesTo.length > 0 ? [sides([`抄送：${block.copiesTo.join('，')}。`])] : []
  return {
    kind: 'pinned',
    rows: [...copies, sides([block.issuer, `${block.printedOn}印发`])],
    thick_pt: 1,
    thin_pt: 0.7,
  }
}

const COVER_LEADING_PT = 32
const COVER_TITLE_LEADING_PT = 42
/** Height of the type area, a line kept in reserve. */
const COVER_HEIGHT_PT = 225 * POINTS_PER_MM - COVER_LEADING_PT
/** Characters of a fact that fit a line of the cover. */
const COVER_VALUE_EM = 18

/** Cover of a report: title high on the page, facts in the middle, issuer and date at the foot. */
export function printCover(block: CoverBlock): Printed[] {
  const titles = block.title.split('\n')
  const factLines = block.lines.reduce(
    (sum, fact) => sum + Math.max(1, Math.ceil(width_em(fact.value) / COVER_VALUE_EM)),
    0,
  )
  const used_pt = titles.length * COVER_TITLE_LEADING_PT + (factLines + 2) * COVER_LEADING_PT
  const free_pt = Math.max(0, COVER_HEIGHT_PT - used_pt)
  const title = titles.map((text, index) =>
    line(run(text, 'title', 26), {
      align: 'center',
      leading_pt: COVER_TITLE_LEADING_PT,
      before_pt: index === 0 ? Math.min(110, free_pt * 0.3) : 0,
    }),
  )
  const facts = block.lines.map((fact, index) =>
    line(run(fact.value, 'body', LETTER_SIZE_PT), {
      leading_pt: COVER_LEADING_PT,
      left_em: 9,
      hanging: { run: run(`${fact.label}：`, 'hei', LETTER_SIZE_PT), width_em: 7 },
      before_pt: index === 0 ? Math.min(120, free_pt * 0.35) : 0,
    }),
  )
  const foot = { align: 'center', leading_pt: COVER_LEADING_PT } as const
  return [
    ...title,
    ...facts,
    line(run(block.issuer, 'kai', LETTER_SIZE_PT), { ...foot, before_pt: Math.min(110, free_pt * 0.35) }),
    line(run(block.date, 'kai', LETTER_SIZE_PT), foot),
  ]
}
