import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { normaliseTargetText, parseTargetText } from '../../targets/compute/index.ts'
import { nameFund, nameRow, report, reportRow } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-OCR-SUSPECT 疑似识别错误: the picture was read wrongly, or somebody mistyped like a machine. */
export const CHK_OCR_SUSPECT: RuleHeader = {
  id: 'CHK-OCR-SUSPECT',
  name: '疑似识别错误',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '文字识别常见错误'),
}

const CELLS = [
  ['target_text', '指标值', 'target'],
  ['actual_text', '实际完成值', 'actual'],
] as const

export function checkOcrSuspect({ table, rows, funds }: Study): ReportFinding[] {
  return [
    ...rows.flatMap((row) =>
      CELLS.flatMap(([field, title, cell]) => {
        const printed = row.row[cell]
        const doubt = printed === null ? undefined : doubtOf(printed, row, table.isOcr)
        if (!doubt) return []
        const message = `${nameRow(row)}的${title}“${shorten(printed)}”${doubt}。请对照原表核对。`
        return [reportRow(CHK_OCR_SUSPECT, row, field, message)]
      }),
    ),
    ...funds.flatMap((fund) => {
      const { initial, adjusted, executed } = fund.fund
      const field = (['initial', 'adjusted', 'executed'] as const).find((each) =>
        isMisread(fund.fund[each] ?? ''),
      )
      if (!field) return []
      const printed = { initial, adjusted, executed }[field]
      const named = field === 'executed' ? field : `${field}_budget`
      const message = `${nameFund(fund)}的金额“${shorten(printed)}”像是识别错误。请对照原表核对。`
      return [report(CHK_OCR_SUSPECT, { fund: fund.index, field: named }, message)]
    }),
  ]
}

/** What was misread is said once; its missing sign or unit is no fault of its own. */
export function isMisreadTarget(row: StudiedRow, isOcr: boolean): boolean {
  const { target } = row.row
  return isOcr && target !== null && doubtOf(target, row, isOcr) !== undefined
}

/** A cell that looks misread proves nothing against anybody, wherever the table comes from. */
export function isDoubtful(row: StudiedRow): boolean {
  return [row.row.target, row.row.actual].some(
    (cell) => cell !== null && doubtOf(cell, row, false) !== undefined,
  )
}

function doubtOf(printed: string, row: StudiedRow, isOcr: boolean): string | undefined {
  const text = normaliseTargetText(printed)
  if (/\dhm$/.test(text) && row.level2 === 'quantity' && row.row.target === printed) {
    return '像是面积单位“hm²”丢了平方'
  }
  if (isMisread(text)) return '像是把数字或单位识别错了（如 10 成了 IO、万元成了万兀）'
  const rate = /^[≥≤=<>]*(\d+(?:\.\d+)?)%/.exec(text)
  const number = Number(rate?.[1])
  const rest = rate?.[1]?.slice(1) ?? ''
  const isSign = rate?.[1]?.startsWith('2') === true && Number(rest) >= 50 && Number(rest) <= 100
  if (rate && number > 100 && (isBounded(row.name) || (isSign && isShare(row.name)))) {
    return isSign ? `超过 100%，可能是“≥${rest}%”的“≥”被识别成了 2` : '超过 100%，不可能有这样的比率'
  }
  return isOcr ? signAsDigit(text, row) : undefined
}

/** Rates that cannot be more than everything. */
function isBounded(name: string): boolean {
  return /(满意度|满意率|合格率|达标率|成活率|覆盖率|知晓率|及时率|优良率|到位率|发放率|公开率|通过率|利用率)(\([^)]*\))?$/.test(
    name,
  )
}

/** Shares of something, unless they grow or are done beyond plan: those may be 290 %. */
function isShare(name: string): boolean {
  return /(率|比例|比重|程度|满意度)(\([^)]*\))?$/.test(name) && !/增|升|完成|收益|回报|周转|超额/.test(name)
}

/** A broken 元 or 万, a letter for the first digits, a sign turned into a letter, % read as 9/6. */
const MISREAD: readonly RegExp[] = [
  /[万亿千百]兀|^[≥≤=<>]*\d+(\.\d+)?(兀|力元)/,
  /^[≥≤=<>]*[A-Z]\.\d/,
  /^[W工^]\d/,
  /^\d=\d/,
  /^[≥≤=<>]*\d{1,3}(\.\d+)?(9\/6|0\/0|[oO]\/[oO])$/,
]

/** Letters where digits stand, and the usual broken signs and units. */
function isMisread(text: string): boolean {
  if (MISREAD.some((pattern) => pattern.test(text))) return true
  if (!/[OoIl]/.test(text) || /[A-HJ-NP-Za-kmnp-z]/.test(text)) return false
  const repaired = text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1')
  return parseTargetText(repaired).kind === 'quant' && /[OoIl]/.test(text.replace(/[^\dOoIl.]/g, ''))
}

/** ≥6次 read as 26次: with the 2 the row was missed and yet got all its points, without it all fits. */
function signAsDigit(text: string, row: StudiedRow): string | undefined {
  const { comparison, weight, score } = row
  const read = /^2(\d+(?:\.\d+)?)/.exec(text)
  if (!read || comparison.is !== 'numbers' || !weight || !score?.value.eq(weight.value)) return undefined
  if (normaliseTargetText(row.row.target ?? '') !== text || comparison.actual.gte(comparison.target))
    return undefined
  return comparison.actual.gte(read[1] ?? 0) ? `可能是“≥${text.slice(1)}”的“≥”被识别成了 2` : undefined
}
