/** Shorter names say too little to tell that one house belongs to another. */
const MIN_CHARACTERS = 4

/**
 * The name of an institution as it is compared: full and half width alike, without blanks, marks and
 * what stands in brackets: `示例县 农业农村局（本级）` → `示例县农业农村局`.
 */
export function houseName(name: string | null | undefined): string {
  return (name ?? '')
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|〔[^〕]*〕/g, '')
    .replace(/[\s·・,，.。、"'“”‘’\-—_]/g, '')
    .toLowerCase()
}

/** Whether both are the same house, or one is a part of the other (局、局下属站所). */
export function isSameHouse(one: string | null | undefined, other: string | null | undefined): boolean {
  const [a, b] = [houseName(one), houseName(other)]
  if (a === '' || b === '') return false
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return [...short].length >= MIN_CHARACTERS && long.startsWith(short)
}
