import { once } from 'node:events'
import net from 'node:net'
import type { Room } from './room.ts'

export type Lock = { release(): Promise<void> }

/**
 * Takes the one place at this data directory, or says who has it.
 *
 * The lock is a Linux abstract socket: the kernel frees it at the very moment its process dies,
 * however it dies, so there is no stale lock to judge and no gap in which two starters both win.
 * @returns the lock, or the process id of its holder
 */
export async function takeLock({ instance }: Room): Promise<Lock | { readonly heldBy: number }> {
  const name = `\0jiheng-${instance}`
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const lock = await listen(name)
    if (lock) return lock
    const heldBy = await askHolder(name)
    if (heldBy !== undefined) return { heldBy }
  }
  throw new Error('lock neither free nor held')
}

async function listen(name: string): Promise<Lock | undefined> {
  const server = net.createServer((socket) => socket.on('error', () => undefined).end(String(process.pid)))
  server.listen(name)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
    throw error
  }
  server.unref()
  return {
    async release() {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Undefined when the holder went away between our try and our question. */
async function askHolder(name: string): Promise<number | undefined> {
  const socket = net.connect(name)
  try {
    const chunks: Buffer[] = []
    for await (const chunk of socket) chunks.push(chunk)
    return Number(Buffer.concat(chunks).toString()) || undefined
  } catch {
    return undefined
  }
}
