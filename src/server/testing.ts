import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse, RouteOptions } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { insertSession, type SignedIn } from '../app/session/sign-in.ts'
import { useTwins, type Twins } from '../app/testing/twins.ts'
import { buildServer, type ServerOptions } from './server.ts'

/** One registered address. */
export type KnownRoute = {
  readonly method: string
  readonly url: string
  /** The use case behind it, or the name of the few that have none. */
  readonly operationId: string | undefined
  readonly schema: RouteSchema
}

type Shape = { readonly properties?: Record<string, JsonSchema>; readonly required?: readonly string[] }
export type JsonSchema = Shape & {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
}
type RouteSchema = { readonly params?: Shape; readonly querystring?: Shape; readonly body?: Shape }

/** Whoever asks: a session of a post, or nobody. */
export type Caller = SignedIn | undefined

export type Ask = {
  readonly method: string
  readonly url: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly key?: string
}

/** A server that really listens to nobody: requests are handed to it in the process. */
export type Listening = {
  readonly server: FastifyInstance
  readonly routes: readonly KnownRoute[]
  /** What a browser on our own page would send: cookie, token of the session, key, origin. */
  readonly ask: (caller: Caller, ask: Ask) => Promise<LightMyRequestResponse>
}

/** The host name a browser would send; browsers leave the usual port out. */
export const HOST = 'jiheng.test'

/** Builds the server of a product and remembers every address it registers. */
export async function listen(
  product: Parameters<typeof buildServer>[0],
  options: ServerOptions = {},
): Promise<Listening> {
  const routes: KnownRoute[] = []
  const server = await buildServer(product, {
    webFolder: '/nonexistent',
    ...options,
    onRoute: (route) => routes.push(...describe(route)),
  })
  await server.ready()
  const name = options.isSecure ? '__Host-jiheng' : 'jiheng'
  const ask = (caller: Caller, { method, url, body, headers = {}, key }: Ask) => {
    const sent = {
      host: HOST,
      origin: `http://${HOST}`,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': key ?? randomUUID(),
      ...(caller ? { cookie: `${name}=${caller.token}`, 'x-csrf-token': caller.csrfToken } : {}),
      ...headers,
    }
    const kept = Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return server.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url,
      headers: Object.fromEntries(kept),
      ...(body === undefined ? {} : { payload: body as string }),
    })
  }
  return { server, routes, ask }
}

function describe({ method, url, schema }: RouteOptions): KnownRoute[] {
  const documented = (schema ?? {}) as RouteSchema & { readonly operationId?: string }
  return [method].flat().map((one) => ({
    method: one,
    url,
    operationId: documented.operationId,
    schema: documented,
  }))
}

export type Served = Listening &
  Twins & {
    /** A session of one of the people of the twin counties, without going through a password. */
    readonly signIn: (who: { readonly personId: string; readonly postId: string }) => Promise<SignedIn>
  }

/** Twin counties behind a server, once for the test file that calls it at top level. */
export function useServer(options: ServerOptions = {}): () => Served {
  const grown = useTwins()
  let served: Served | undefined
  beforeAll(async () => {
    const twins = await grown()
    const listening = await listen(twins.product, options)
    const signIn = ({ personId, postId }: { readonly personId: string; readonly postId: string }) =>
      insertSession(twins.product.db, personId, postId, '127.0.0.1')
    served = { ...twins, ...listening, signIn }
  }, 120_000)
  afterAll(() => served?.server.close())
  return () => {
    if (!served) throw new Error('useServer: the server exists only inside tests and after beforeAll')
    return served
  }
}

/** Fills the `:names` of an address. */
export function addressOf(url: string, values: Readonly<Record<string, string>>): string {
  return url.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''))
}

/** One part of a multipart body; a part with a file name is a file. */
export type Part = { readonly name: string; readonly value: string | Uint8Array; readonly fileName?: string }

/** A form with files as browsers send it. */
export function multipart(parts: readonly Part[]): { body: Buffer; headers: Record<string, string> } {
  const boundary = `----jiheng${randomUUID()}`
  const chunks = parts.flatMap(({ name, value, fileName }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"` +
        `${fileName === undefined ? '' : `; filename="${fileName}"\r\ncontent-type: application/octet-stream`}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
  return {
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
