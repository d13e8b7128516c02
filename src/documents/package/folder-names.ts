type Named = { readonly name: string; readonly unitName: string }

/** Longer names make paths some computers cannot unpack. */
const NAME_MAX = 60
/** Signs no file system takes. */
const FORBIDDEN = /[\\/:*?"<>|]/g

/**
 * A folder for each project: its name; with its unit where several have one name, and numbered where that is not
 * enough.
 * @returns in the order given, no two alike, also not in capitals
 */
export function folderNames(projects: readonly Named[]): string[] {
  const plain = projects.map(({ name }) => fileName(name))
  const isAlone = (name: string) => plain.filter((one) => isAlike(one, name)).length === 1
  return distinctNames(
    projects.map(({ unitName }, index) => {
      const name = plain[index] ?? ''
      return isAlone(name) ? name : `${name}（${fileName(unitName)}）`
    }),
  )
}

/** The same names, every later one of two alike with a number. */
export function distinctNames(names: readonly string[]): string[] {
  const given: string[] = []
  for (const name of names) {
    let tried = name
    for (let count = 2; given.some((one) => isAlike(one, tried)); count += 1) tried = `${name}（${count}）`
    given.push(tried)
  }
  return given
}

function fileName(name: string): string {
  return name.replace(FORBIDDEN, '_').slice(0, NAME_MAX)
}

function isAlike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
