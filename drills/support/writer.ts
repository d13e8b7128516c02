import { randomUUID } from 'node:crypto'
import type { RunningServer, Site } from './site.ts'
import type { WaitingSheet } from './stock.ts'

/** One write a person made: what was sent, and whether the product said it was done. */
export type Write = {
  readonly key: string
  readonly name: string
  projectId?: string
  acknowledgedAt_ms?: number
}

/** One approval: a leaf of the contract ledger comes with it or the whole of it never happened. */
export type Approval = { readonly key: string; readonly sheet: WaitingSheet; isAcknowledged?: boolean }

/** One person approves target after target until told to stop or none is left. */
export function startApprovals(site: Site, server: RunningServer): ApprovalLoad {
  const approvals: Approval[] = []
  const complaints: string[] = []
  let isOver = false
  const work = (async () => {
    while (!isOver) {
      const sheet = site.sheets.pop()
      if (!sheet) return
      const approval: Approval = { key: randomUUID(), sheet }
      approvals.push(approval)
      const complaint = await approve(site, server, approval)
      if (complaint === 'gone') return
      if (complaint) complaints.push(complaint)
    }
  })()
  return {
    approvals,
    complaints,
    async stop() {
      isOver = true
      await work
    },
  }
}

export type ApprovalLoad = {
  readonly approvals: Approval[]
  readonly complaints: string[]
  stop(): Promise<void>
}

/** Sends one approval; see `enter` for what it gives. */
export async function approve(
  site: Site,
  server: RunningServer,
  approval: Approval,
): Promise<string | undefined> {
  const { recordId, version } = approval.sheet
  const answer = await send(server, `/api/targets/sheet/${recordId}/approve`, site.leader, approval.key, {
    version,
  })
  if (answer === 'gone') return 'gone'
  if (answer.status !== 200) return `${answer.status} ${answer.text}`
  approval.isAcknowledged = true
  return undefined
}

async function send(
  server: RunningServer,
  path: string,
  headers: Readonly<Record<string, string>>,
  key: string,
  body: object,
): Promise<{ status: number; text: string } | 'gone'> {
  try {
    const answer = await fetch(server.origin + path, {
      method: 'POST',
      headers: { ...headers, origin: server.origin, 'idempotency-key': key },
      body: JSON.stringify(body),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return 'gone'
  }
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
  const body = { fiscalYear: 2023, content: entryOf(site, write.name) }
  const answer = await send(server, '/api/projects', site.headers, write.key, body)
  if (answer === 'gone') return 'gone'
  if (answer.status !== 200) return `${answer.status} ${answer.text}`
  write.projectId = JSON.parse(answer.text).projectId
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
