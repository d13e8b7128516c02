export type Keyed<T> = { readonly item: T; readonly index: number; readonly key: string }

/** Items that have no name of their own and never change places: where they stand is their key. */
export function keyed<T>(items: readonly T[], prefix = ''): readonly Keyed<T>[] {
  return items.map((item, index) => ({ item, index, key: `${prefix}${index}` }))
}
