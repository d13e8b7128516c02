/** XML 1.0 has no place for these; a file holding one could not be opened. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * A text as a cell has to hold it so that it is read back the same: spreadsheet programs take `_x0041_`
 * for the character with that number, so an underscore that begins such a word is written as one itself.
 */
export function cellString(text: string): string {
  return text.replace(CONTROL, '').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}
