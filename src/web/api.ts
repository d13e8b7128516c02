import { makeId } from '../domain/shared/ids.ts'
import { type ApiError, makeApiError } from './api-error.ts'
import { saveFile } from './save-file.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Query = Readonly<Record<string, string | number | boolean | undefined | null>>

/** The token of the running session, learnt from `GET /api/me`; every write carries it. */
let csrfToken = ''
export function setCsrfToken(token: string): void {
  if (token !== csrfToken) shown.clear()
  csrfToken = token
}

/** Answers with a tag, by address: asked again, the server says only that nothing has changed. */
const shown = new Map<string, { readonly etag: string; readonly value: unknown }>()
const MAX_SHOWN = 40

type Listener = () => void
const sessionLostListeners = new Set<Listener>()

/** Calls back when the server no longer knows the session, so that the page can ask to sign in again. */
export function onSessionLost(listener: Listener): () => void {
  sessionLostListeners.add(listener)
  return () => sessionLostListeners.delete(listener)
}

/** A key that makes a repeated write the same write. One per intended act, not per attempt. */
export function makeIdempotencyKey(): string {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

export function makeQuery(query: Query): string {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([k, v]) => [k, String(v)]))}`
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const address = path + makeQuery(query)
  const before = shown.get(address)
  const reading = beginReading(signal)
  const answer = await attempt('GET', address, {
    signal: reading.signal,
    ...(before === undefined ? {} : { headers: { 'If-None-Match': before.etag } }),
  }).finally(() => readings.delete(reading))
  if (answer.status === 304 && before !== undefined) return before.value as T
  const value = (await answer.json()) as T
  const etag = answer.headers.get('ETag')
  if (etag !== null) remember(address, etag, value)
  return value
}

const readings = new Set<AbortController>()

/** A reading that ends with its caller or with the session, whichever comes first. */
function beginReading(signal: AbortSignal | undefined): AbortController {
  const reading = new AbortController()
  if (signal?.aborted) reading.abort()
  else signal?.addEventListener('abort', () => reading.abort())
  readings.add(reading)
  return reading
}

/** Before signing out: what is still on its way would be refused, and the refusal told to the next person. */
export function abandonReadings(): void {
  for (const reading of readings) reading.abort()
}

function remember(address: string, etag: string, value: unknown): void {
  shown.delete(address)
  shown.set(address, { etag, value })
  const [oldest] = shown.size > MAX_SHOWN ? shown.keys() : []
  if (oldest !== undefined) shown.delete(oldest)
}

/** Writes as JSON. Pass `key` to repeat an attempt whose answer was lost. */
export function write<T>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body: unknown = {},
  options: { readonly key?: string; readonly keepalive?: boolean } = {},
): Promise<T> {
  return send<T>(method, path, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...writeHeaders(options.key) },
    ...(options.keepalive ? { keepalive: true } : {}),
  })
}

export function post<T>(path: string, body: unknown = {}, key?: string): Promise<T> {
  return write<T>('POST', path, body, key === undefined ? {} : { key })
}

export function put<T>(path: string, body: unknown, key?: string): Promise<T> {
  return write<T>('PUT', path, body, key === undefined ? {} : { key })
}

/** Sends one file; the browser sets the multipart boundary. */
export function upload<T>(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>> = {},
): Promise<T> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file, file.name)
  return send<T>('POST', path, { body: form, headers: writeHeaders() })
}

/** Sends one file and saves the file that comes back under the name the server gives it. */
export async function uploadForFile(path: string, file: File): Promise<void> {
  const form = new FormData()
  form.append('file', file, file.name)
  await saveAnswer(await attempt('POST', path, { body: form, headers: writeHeaders() }), file.name)
}

/** Saves a file that may be refused: what is wrong then comes as an error, not as a page of its own. */
export async function saveFrom(path: string, name: string): Promise<void> {
  await saveAnswer(await attempt('GET', path, {}), name)
}

async function saveAnswer(answer: Response, usual: string): Promise<void> {
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  saveFile(await answer.blob(), name === undefined ? usual : decodeURIComponent(name))
}

/** Reads a file into memory (a document to preview). */
export async function getBytes(path: string): Promise<ArrayBuffer> {
  const answer = await attempt('GET', path, {})
  return answer.arrayBuffer()
}

function writeHeaders(key = makeIdempotencyKey()): Record<string, string> {
  return { 'Idempotency-Key': key, 'X-CSRF-Token': csrfToken }
}

async function send<T>(method: Method, path: string, init: RequestInit): Promise<T> {
  const answer = await attempt(method, path, init)
  if (answer.status === 204) return undefined as T
  return (await answer.json()) as T
}

async function attempt(method: Method, path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, { method, credentials: 'same-origin', ...init }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw makeApiError(0, undefined)
    },
  )
  if (answer.ok || answer.status === 304) return answer
  const error = makeApiError(answer.status, await answer.json().catch(() => undefined))
  if (isSessionLost(error, path)) for (const listener of sessionLostListeners) listener()
  throw error
}

function isSessionLost(error: ApiError, path: string): boolean {
  return error.status === 401 && path !== '/api/login' && path !== '/api/me' && path !== '/api/logout'
}
