/**
 * A performance table as somebody typed or printed it: every cell as text, with the place it stood
 * at, so that a fault can be shown where it is. Both readers (JSON, workbook) give this.
 */
export type PublishedTable = {
  /** What one amount means: most tables are in 万元, some in 元. */
  readonly amountUnit: '万元' | '元'
  readonly projectName: string
  readonly annualGoal: string
  readonly funds: readonly PublishedFund[]
  readonly indicators: readonly PublishedIndicator[]
}

export type PublishedFund = {
  readonly place: string
  readonly label: string
  readonly initial: string
  readonly adjusted: string
  readonly executed: string
}

export type PublishedIndicator = {
  readonly place: string
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly score: string
  readonly reason: string
}

/** Something in the table that cannot be taken over; nothing is stored while there is one. */
export type IntakeFault = { readonly place: string; readonly message: string }

/** Printed signs for "nothing here". */
export function isNothing(text: string): boolean {
  return /^[\s\-—–/*·…]*$/.test(text)
}
