// The oldest browser these readers run in (Chromium 90) has neither `at` nor `findLast`.

/** The last item of a list. */
export function lastOf<Item>(list: readonly Item[]): Item | undefined {
  return list[list.length - 1]
}

/** The place of the last item that fits; -1 when none does. */
export function lastIndexWhere<Item>(
  list: readonly Item[],
  fits: (item: Item, index: number) => boolean,
): number {
  for (let index = list.length - 1; index >= 0; index -= 1) if (fits(list[index] as Item, index)) return index
  return -1
}
