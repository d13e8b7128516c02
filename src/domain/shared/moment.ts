/** A moment as people in China write it: 2026年12月1日10时05分 (UTC+8). */
export function momentInWords(instant: string): string {
  const china = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  const [year, month, day] = china.slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日${Number(china.slice(11, 13))}时${china.slice(14, 16)}分`
}
