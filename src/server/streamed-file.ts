import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'

/** A file that is sent while it is written. */
export type StreamedFile = {
  readonly readable: Readable
  /**
   * Passes one piece on and waits until the reader has room for the next.
   * @throws Error when the reader went away, before or while it is waited for
   */
  take(bytes: Buffer): Promise<void>
  end(): void
  /** Ends the connection without an end of the file: the reader sees that something is missing. */
  fail(error: Error): void
}

/**
 * Every route that answers with a file while a transaction is still open sends it through this: a reader who goes
 * away may hold up nothing. A stream that is destroyed never says `drain`, so whoever waited for it alone kept the
 * transaction and its connection until the database cut both.
 */
export function openStreamedFile(): StreamedFile {
  const file = new PassThrough()
  return {
    readable: file,
    take: async (bytes) => {
      requireReader(file)
      if (file.write(bytes)) return
      await drainOrClose(file)
      requireReader(file)
    },
    end: () => void file.end(),
    fail: (error) => void file.destroy(error),
  }
}

function requireReader(file: PassThrough): void {
  if (file.destroyed) throw new Error('the reader went away')
}

async function drainOrClose(file: PassThrough): Promise<void> {
  const settled = new AbortController()
  const { signal } = settled
  try {
    await Promise.race([once(file, 'drain', { signal }), once(file, 'close', { signal })])
  } finally {
    settled.abort()
  }
}
