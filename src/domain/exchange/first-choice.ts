/** So many rows are taken over at once: one transaction, one list as evidence. */
export const TAKEN_AT_ONCE = 5000

/**
 * Ids of the rows that may be taken over, as many as go at once, the first ones; never a part of a group.
 * @param rows in the order they are shown, rows of one group together
 */
export function firstChoice(
  rows: readonly { readonly id: string; readonly group?: string | null; readonly obstacle: string | null }[],
  most = TAKEN_AT_ONCE,
): string[] {
  const open = rows.filter(({ obstacle }) => obstacle === null)
  const cut = open[most]?.group
  return open
    .slice(0, most)
    .filter(({ group }) => !cut || group !== cut)
    .map(({ id }) => id)
}
