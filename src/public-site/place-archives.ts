import {
  DESCRIPTOR,
  type OpenSource,
  type PackageHead,
  startDataPackage,
} from '../domain/disclosure/open-data/data-package.ts'
import type { PublicDatabase } from './public-database.ts'
import { placeYearMark, readPlaceYear } from './read-publications.ts'
import { type PackedFile, type Packing, startPacking } from './zip.ts'

/** The data package of a place and year, packed; files by their path, `datapackage.json` first. */
export type Archive = ReadonlyMap<string, PackedFile>

export type PlaceArchives = {
  /** Nothing where nothing is public. */
  readonly find: (place: string, year: number) => Promise<Archive | undefined>
}

const HELD_BYTES = 64 * 1024 * 1024

type Held = { readonly mark: string; readonly archive: Promise<Archive>; bytes: number }

/**
 * Packages are made once for each state of what is public, one at a time, and kept while they are wanted: asking
 * again costs a few counts. What is public, proved and withdrawn only moves on, so that the numbers name the state.
 */
export function placeArchives(database: PublicDatabase, isDemonstration: boolean): PlaceArchives {
  const held = new Map<string, Held>()
  let last: Promise<unknown> = Promise.resolve()

  const make = (place: string, year: number, title: string): Promise<Archive> => {
    const head = { name: `performance-${place.toLowerCase()}-${year}`, title, isDemonstration }
    const made = last.then(() => packDataPackage(head, readPlaceYear(database, place, year)))
    last = made.catch(() => undefined)
    return made
  }
  return {
    async find(place, year) {
      const { versions, proofs, withdrawn, placeName } = await placeYearMark(database, place, year)
      const [key, mark] = [`${place}/${year}`, `${versions}/${proofs}/${withdrawn}`]
      const known = held.get(key)
      // What was withdrawn is not held any longer than it takes to notice.
      held.delete(key)
      if (versions === 0) return undefined
      const one =
        known?.mark === mark
          ? known
          : { mark, archive: make(place, year, `${placeName}${year}年预算绩效公开数据`), bytes: 0 }
      held.set(key, one)
      try {
        const archive = await one.archive
        one.bytes = [...archive.values()].reduce((all, file) => all + file.packed_bytes, 0)
        forgetOldest(held)
        return archive
      } catch (error) {
        if (held.get(key) === one) held.delete(key)
        throw error
      }
    },
  }
}

function forgetOldest(held: Map<string, Held>): void {
  let bytes = [...held.values()].reduce((all, one) => all + one.bytes, 0)
  for (const [key, one] of held) {
    if (bytes <= HELD_BYTES) return
    held.delete(key)
    bytes -= one.bytes
  }
}

/** Packs a data package while its publications are read: none of them is held longer than it takes to write it. */
export async function packDataPackage(
  head: PackageHead,
  sources: AsyncIterable<OpenSource>,
): Promise<Archive> {
  const writer = startDataPackage(head)
  const files = new Map<string, Packing>([[DESCRIPTOR, startPacking(DESCRIPTOR)]])
  const write = async (pieces: readonly { readonly path: string; readonly text: string }[]) => {
    for (const { path, text } of pieces) {
      const file = files.get(path) ?? startPacking(path)
      files.set(path, file)
      await file.write(text)
    }
  }
  for await (const source of sources) await write(writer.add(source))
  await write(writer.end())
  const packed = new Map<string, PackedFile>()
  for (const [path, file] of files) packed.set(path, await file.end())
  return packed
}
