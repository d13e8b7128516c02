/** Room of rows that are not drawn; nothing for those who hear the table, which counts its rows itself. */
export function GapRow({ height_px, columns }: { readonly height_px: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr className="row-gap" aria-hidden="true">
      <td colSpan={columns} style={{ height: height_px }} />
    </tr>
  )
}
