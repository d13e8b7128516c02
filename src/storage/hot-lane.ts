import { availableParallelism } from 'node:os'
import pg from 'pg'

/** A statement with a name, prepared once per connection. */
export type Statement = { readonly name: string; readonly text: string; readonly values: unknown[] }

/** Where the hot reads are asked: each statement is a transaction of its own. */
export type HotLane = {
  query<Row extends pg.QueryResultRow>(statement: Statement): Promise<pg.QueryResult<Row>>
  close(): Promise<void>
}

/** Enough to keep the processors of a county's machine busy; each is a process of the database. */
const MAX_CONNECTIONS = 4

/**
 * A few connections on which a statement is sent without waiting for the answer to the one before:
 * under load that halves what sending costs. Opened by need; one that breaks is replaced.
 */
export function openHotLane(config: pg.ClientConfig): HotLane {
  const size = Math.min(availableParallelism(), MAX_CONNECTIONS)
  const tracks: Track[] = Array.from({ length: size }, () => ({ waiting: 0, client: undefined }))
  return {
    async query<Row extends pg.QueryResultRow>(statement: Statement) {
      const track = leastBusy(tracks)
      track.waiting += 1
      try {
        track.client ??= connect(config, track)
        return await (await track.client).query<Row>(statement)
      } finally {
        track.waiting -= 1
      }
    },
    async close() {
      const opening = tracks.flatMap(({ client }) => (client ? [client] : []))
      const opened = await Promise.allSettled(opening)
      await Promise.all(opened.map((one) => (one.status === 'fulfilled' ? one.value.end() : undefined)))
    },
  }
}

type Track = { waiting: number; client: Promise<pg.Client> | undefined }

function leastBusy(tracks: readonly Track[]): Track {
  return tracks.reduce((best, track) => (track.waiting < best.waiting ? track : best))
}

/** Whoever asks meanwhile waits for the same connection; a broken one is forgotten at once. */
function connect(config: pg.ClientConfig, track: Track): Promise<pg.Client> {
  const client = new pg.Client({ ...config, pipeline: true })
  const opening = client.connect().then(() => client)
  const forget = () => {
    if (track.client === opening) track.client = undefined
  }
  client.on('error', forget)
  client.on('end', forget)
  opening.catch(forget)
  return opening
}
