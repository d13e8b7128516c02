/**
 * Name of a log: one per jurisdiction, the same for ever. Demonstration data have a name of their own,
 * so that no proof made from them can pass for a real one.
 */
export function originOf(jurisdictionId: string, isDemo: boolean): string {
  return `contract-ledger${isDemo ? '-demo' : ''}/${jurisdictionId}`
}
