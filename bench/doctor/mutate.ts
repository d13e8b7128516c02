import type { DoctorTable } from '../../src/domain/doctor/table.ts'
import type { ReportFinding } from '../../src/domain/doctor/report.ts'
import { cutOff, drawClean } from './clean/clean.ts'
import { printTable } from './clean/table.ts'
import type { Fault, Place } from './faults/fault.ts'
import { seeded } from './random.ts'

export type Examine = (table: DoctorTable) => readonly ReportFinding[]

export type MutationResult = {
  readonly code: string
  readonly family: Fault['family']
  readonly mutants: number
  readonly found: number
  /** Errors of other codes: for a fault of wording every one is a false alarm. */
  readonly strayErrors: readonly string[]
  /** How the missed ones were planted. */
  readonly missed: readonly string[]
}

/** Plants `count` faults of one kind into as many clean tables and counts how many the doctor names. */
export function mutate(fault: Fault, count: number, examine: Examine, seed: number): MutationResult {
  const missed: string[] = []
  const strayErrors: string[] = []
  let mutants = 0
  for (let attempt = 0; mutants < count; attempt++) {
    if (attempt > count * 200) throw new Error(`${fault.code}: no table takes this fault`)
    const random = seeded(seed * 1_000_003 + attempt)
    const draft = drawClean(random, fault.forms ? random.pick(fault.forms) : undefined)
    const planted = fault.plant(draft, random)
    if (!planted) continue
    mutants++
    const findings = examine(planted.table)
    for (const { ruleId, severity, message } of findings)
      if (severity === 'error' && ruleId !== fault.code) strayErrors.push(`${ruleId} ${message}`)
    if (!findings.some((finding) => isNamed(finding, fault.code, planted.places))) missed.push(planted.how)
  }
  return {
    code: fault.code,
    family: fault.family,
    mutants,
    found: mutants - missed.length,
    strayErrors,
    missed,
  }
}

/** A fault of the whole table may be reported at any place of it. */
function isNamed(finding: ReportFinding, code: string, places: readonly Place[]): boolean {
  return (
    finding.ruleId === code &&
    places.some(
      ({ row, fund }) =>
        (row === undefined && fund === undefined) ||
        (row !== undefined && finding.where.row === row) ||
        (fund !== undefined && finding.where.fund === fund),
    )
  )
}

export type Alarm = { readonly code: string; readonly severity: string; readonly text: string }

/** Examines `count` clean tables, every eighth cut off; everything the doctor says of them is a false alarm. */
export function alarmsOnClean(count: number, examine: Examine, seed: number) {
  const alarms: Alarm[] = []
  let silent = 0
  for (let index = 0; index < count; index++) {
    const table = printTable(drawClean(seeded(seed * 1_000_003 + index)))
    const findings = examine(index % 8 === 7 ? cutOff(table) : table)
    if (findings.length === 0) silent++
    for (const { ruleId, severity, message } of findings)
      alarms.push({ code: ruleId, severity, text: message })
  }
  return { tables: count, silent, alarms }
}
