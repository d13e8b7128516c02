import { randomUUID } from 'node:crypto'
import type { RunningServer, Site } from './site.ts'

/** One write a person made: what was sent, and whether the product said it was done. */
export type Write = {
  readonly key: string
  readonly name: string
  projectId?: string
  acknowledgedAt_ms?: number
}

/** Writers that enter projects one after the other, each over HTTP through every check. */
export type Load = {
  readonly writes: Write[]
  /** refusals and faults the product answered with: there should be none */
  readonly complaints: string[]
  /** Ends the writers; a write in flight may stay unanswered. */
  stop(): Promise<void>
}

export function startLoad(site: Site, server: RunningServer, writers: number): Load {
  const writes: Write[] = []
  const complaints: string[] = []
  let isOver = false
  const work = async () => {
    while (!isOver) {
      const write: Write = { key: randomUUID(), name: `演练项目 ${randomUUID()}` }
      writes.push(write)
      const complaint = await enter(site, server, write)
      if (complaint === 'gone') return
      if (complaint) complaints.push(complaint)
    }
  }
  const all = Promise.all(Array.from({ length: writers }, work))
  return {
    writes,
    complaints,
    async stop() {
      isOver = true
      await all
    },
  }
}

/**
 * Sends one write; the same key may be sent again after a crash and must not count twice.
 * @returns nothing when it was acknowledged, 'gone' when no whole answer came, or the answer
 */
export async function enter(site: Site, server: RunningServer, write: Write): Promise<string | undefined> {
  let status: number
  let text: string
  try {
    const answer = await fetch(`${server.origin}/api/projects`, {
      method: 'POST',
      headers: { ...site.headers, origin: server.origin, 'idempotency-key': write.key },
      body: JSON.stringify({ fiscalYear: 2023, content: entryOf(site, write.name) }),
    })
    status = answer.status
    text = await answer.text()
  } catch {
    return 'gone'
  }
  if (status !== 200) return `${status} ${text}`
  write.projectId = JSON.parse(text).projectId
  write.acknowledgedAt_ms = Date.now()
  return undefined
}

function entryOf(site: Site, name: string): object {
  return {
    isClassified: false,
    name,
    category: 'industry',
    isNew: true,
    isMajor: false,
    isPolicy: false,
    unit: site.unitId,
    department: site.departmentId,
    periodStart: '2023-01-01',
    periodEnd: '2023-12-31',
    overview: '演练时录入,用于核对写入不丢失。',
    total_fen: '500000000',
    annual_fen: '500000000',
    fundSources: [{ fund: 'fiscal', total_fen: '500000000', annual_fen: '500000000' }],
    planTitle: '演练规划',
    planClause: '第一章',
    projectPerson: '甲',
    unitHead: '乙',
    departmentHead: '丙',
    financeSection: '丁',
  }
}
