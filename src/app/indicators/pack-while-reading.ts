/** Takes one piece of the file; the next is made when it is done. */
export type Take = (bytes: Buffer) => Promise<void>

/**
 * While one page is being packed and taken the next is read.
 * @param take a refusal to take ends the reading
 * @throws Error what reading, packing or taking failed with
 */
export async function packWhileReading(
  pages: AsyncIterable<string>,
  pack: (rows: string) => Promise<Buffer>,
  take: Take,
): Promise<void> {
  let packing: Promise<void> = Promise.resolve()
  for await (const rows of pages) {
    await packing
    packing = pack(rows).then(take)
    // It may fail while the next page is still being read; the next `await` tells, and nobody may miss it until then.
    packing.catch(() => undefined)
  }
  await packing
}
