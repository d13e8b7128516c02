/**
 * A name in quotation marks; marks inside it become single ones.
 * Source: GB/T 15834-2011 4.8.3.3, quotation within quotation.
 */
export function quote(name: string): string {
  return `“${name.replace(/“/g, '‘').replace(/”/g, '’')}”`
}

/** 2023年度, before the name of a project; nothing when the name itself begins with the year. */
export function yearBefore(fiscalYear: number, name: string): string {
  return new RegExp(`^${fiscalYear}年`).test(name) ? '' : `${fiscalYear}年度`
}
