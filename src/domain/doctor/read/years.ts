/** 2022年, 2022.12.31, 2022-12; 2022.5万元 is an amount. */
const YEAR =
  /(?<![\d.])(20\d{2})(?=年|[./-](?:0?[1-9]|1[0-2])(?:[./-]\d|前|底|末|月|之前|以前|至|[—~]))|(?<=^[^≥≤=<>]{0,4})(?<![\d.])(20\d{2})(?=[./-](?:0?[1-9]|1[0-2])$)/g
/** 22年10月底前. */
const SHORT_YEAR = /(?<![\d.])([12]\d)年(?=\d{1,2}月|底|末|度)/g

/** A year other than the budget's, unless the budget's stands there too or a period includes it. */
export function otherYear(text: string | null, year: number): number | undefined {
  if (!/\d{2}|[０-９]/.test(text ?? '')) return undefined
  const plain = (text ?? '').normalize('NFKC').replace(/[〔[(]\d{4}[〕\])]|20\d{2}\d+号/g, '')
  const years = [
    ...[...plain.matchAll(YEAR)].map((match) => Number(match[1] ?? match[2])),
    ...[...plain.matchAll(SHORT_YEAR)].map((match) => 2000 + Number(match[1])),
  ]
  const period = /(20\d{2})年?[^\d]{0,4}\d{0,2}[月日]?\s*[-—~至到]\s*(20\d{2})/.exec(plain)
  if (period && Number(period[1]) <= year && year <= Number(period[2])) return undefined
  return years.length > 0 && !years.includes(year) ? years[0] : undefined
}
