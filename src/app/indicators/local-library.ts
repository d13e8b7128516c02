import {
  type LibraryEntry,
  type LibraryIndicator,
  type LocalVersion,
  resolveLibrary,
} from '../../domain/indicators/index.ts'
import { citeSource, jurisdictionChain } from '../../rules/index.ts'
import { findLocalVersions } from '../../storage/library-repository.ts'
import type { Context } from '../kernel/context.ts'

export type LocalLibrary = {
  readonly entries: readonly LibraryEntry[]
  readonly versions: readonly LocalVersion[]
}

/** The library as it stands for a place: the files with what region, city and county changed. */
export async function readLocalLibrary(context: Context, jurisdictionId: string): Promise<LocalLibrary> {
  const chain = jurisdictionChain(jurisdictionId)
  const versions = await findLocalVersions(context.db, chain)
  return { entries: resolveLibrary(context.library.indicators, versions, chain), versions }
}

export function findEntry(entries: readonly LibraryEntry[], id: string | null | undefined) {
  return entries.find((entry) => entry.id === id)
}

/** Where the notion comes from, as a reader wants it: the place's own document, else the listed one. */
export function citedOf(context: Pick<Context, 'rules'>, { sourceId, sourceText }: LibraryIndicator): string {
  if (sourceText) return sourceText
  const source = context.rules.sources.find(({ id }) => id === sourceId)
  return source ? citeSource(source) : sourceId
}
