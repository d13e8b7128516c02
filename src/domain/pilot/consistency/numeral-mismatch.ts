import type { ToldLine } from '../story/told.ts'

/** A line of a text that says the same as the records but for its figures. */
export type Mismatch = {
  /** Counted from 1. */
  readonly number: number
  readonly written: string
  readonly told: ToldLine
}

/**
 * The lines of a text that repeat what the records tell with other figures. Lines people wrote in their own
 * words say something else and are left alone.
 */
export function numeralMismatches(text: string, told: readonly ToldLine[]): Mismatch[] {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }))
  const absent = told.filter(({ text: wanted }) => {
    const at = lines.findIndex(({ line }) => line === wanted)
    if (at >= 0) lines.splice(at, 1)
    return at < 0
  })
  return absent.flatMap((one) => {
    const mask = withoutFigures(one.text)
    const at = lines.findIndex(({ line }) => withoutFigures(line) === mask)
    const [found] = at < 0 ? [] : lines.splice(at, 1)
    return found ? [{ number: found.number, written: found.line, told: one }] : []
  })
}

/** The words of a line; its figures, and the mark they may carry, are one sign each. */
function withoutFigures(line: string): string {
  return line.replace(/^\d+\./, '').replace(/-?\d[\d,]*(\.\d+)?/g, '#')
}
