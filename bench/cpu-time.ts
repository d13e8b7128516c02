import { readdirSync, readFileSync } from 'node:fs'

/** Processor time that the processes have used so far, all their threads together. */
export function cpuTime_us(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ofProcess_us(pid), 0)
}

function ofProcess_us(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const used = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))
    return used.reduce((sum, text) => sum + Number(text.split(' ')[0]) / 1000, 0)
  } catch {
    return 0 // ended meanwhile
  }
}

const US_PER_TICK = 10_000

/** Processor time of a process's children that ran and ended, in steps of 10 ms. */
export function endedChildren_us(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) * US_PER_TICK
}

/** A process and all below it. */
export function descendantsOf(pid: number): number[] {
  const children = childrenByParent()
  const found = [pid]
  for (const one of found) found.push(...(children.get(one) ?? []))
  return found
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** Proportional memory of a process and all below it. */
export function memoryOf_kb(pid: number): number {
  return descendantsOf(pid).reduce((sum, one) => sum + pss_kb(one), 0)
}

function pss_kb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
