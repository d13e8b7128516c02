import type { DoctorIndicator } from '../table.ts'

/** A bare number as name and another as value, printed without a gap: 88100 may be cut anywhere. */
export function isRunTogether({ name, target }: DoctorIndicator, text: string | null): boolean {
  if (!/^\d+$/.test(name ?? '') || !/^\d+$/.test(target ?? '')) return false
  return text?.includes(`${name}${target}`) ?? false
}
