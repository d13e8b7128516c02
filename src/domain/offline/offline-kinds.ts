/** Records that can be taken along as a workbook and brought back. */
export const OFFLINE_KINDS: readonly string[] = ['targets.sheet']
