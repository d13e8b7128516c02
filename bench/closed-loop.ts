import net from 'node:net'

export type Request = {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** GET when not given */
  readonly method?: 'GET' | 'POST' | 'PUT'
  /** sent as JSON */
  readonly body?: object
}

/** Connections that ask one request after the other, each as soon as the last was answered. */
export type ClosedLoop = {
  /** @returns the time of every answer, in ms; anything but 200 is fatal */
  run(seconds: number): Promise<number[]>
  close(): void
}

/** @param clients how many ask at once; together they go through the requests round and round */
export async function openClosedLoop(
  port: number,
  requests: readonly Request[],
  clients: number,
): Promise<ClosedLoop> {
  const texts = requests.map(encode)
  let turn = 0
  const next = () => texts[turn++ % texts.length] as Buffer
  const connections = await Promise.all(Array.from({ length: clients }, () => connect(port)))
  return {
    async run(seconds) {
      const end = performance.now() + seconds * 1000
      const times: number[] = []
      const work = async (connection: Connection) => {
        for (let began = performance.now(); began < end; began = performance.now()) {
          await connection.ask(next())
          times.push(performance.now() - began)
        }
      }
      await Promise.all(connections.map(work))
      return times
    },
    close: () => {
      for (const connection of connections) connection.close()
    },
  }
}

export function encode({ path, headers = {}, method = 'GET', body }: Request): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const sent =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': byteLength(text) }
  const lines = Object.entries({ host: 'bench', ...headers, ...sent }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`)
}

const byteLength = (text: string) => Buffer.byteLength(text)

export type Connection = { ask(request: Buffer): Promise<void>; close(): void }

/** As little HTTP as it takes, so that the load costs little beside what is measured. */
export async function connect(port: number): Promise<Connection> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let waiting: { resolve: () => void; reject: (error: Error) => void } | undefined
  let head = Buffer.alloc(0)
  let left: number | undefined
  socket.on('data', (chunk) => {
    if (left === undefined) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const text = head.toString('latin1', 0, end)
      if (!text.startsWith('HTTP/1.1 200'))
        return waiting?.reject(new Error(`refused: ${text.split('\r\n')[0]}`))
      left = Number(/content-length: (\d+)/i.exec(text)?.[1]) - (head.length - end - 4)
    } else {
      left -= chunk.length
    }
    if (left > 0) return
    head = Buffer.alloc(0)
    left = undefined
    waiting?.resolve()
  })
  const lost = (error?: Error) => waiting?.reject(error ?? new Error('connection closed'))
  socket.on('error', lost)
  socket.on('close', () => lost())
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        if (socket.destroyed) lost()
        else socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}
