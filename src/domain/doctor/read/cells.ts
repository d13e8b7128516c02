/** Printed signs for "nothing here": blank, dashes, slashes, stars, dots, 无. */
const NOTHING = /^(?:[\s\-—–/\\*·…。.]*|(?:暂?无)[。.]?)$/

/** The cell can be seen and says nothing. A cell that cannot be seen (`null`) is not blank. */
export function isBlank(cell: string | null): boolean {
  return cell !== null && NOTHING.test(cell.trim())
}

/** The cell can be seen and says something. */
export function isFilled(cell: string | null): cell is string {
  return cell !== null && !NOTHING.test(cell.trim())
}

/** The reason cell can be seen and gives none: 0 and 无 are printed there, too. */
export function hasNoReason(cell: string | null): boolean {
  return (
    cell !== null && (isBlank(cell) || /^(0|没有|(?:无|没有|不存在|未出现)偏差)[。.]?$/.test(cell.trim()))
  )
}
