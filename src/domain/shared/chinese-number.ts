const CHINESE_DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 12 → 十二, 25 → 二十五: numbers of headings and annexes, up to 99. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${CHINESE_DIGITS[tens]}十`
  return ten + (ones === 0 && tens > 0 ? '' : (CHINESE_DIGITS[ones] ?? ''))
}
