import { randomUUID } from 'node:crypto'

/** Somebody at the pages of a running release. */
export type Visitor = {
  get(address: string): Promise<Response>
  json<T>(address: string): Promise<T>
  /** What the page of our own sends: origin, token of the session, key against doubled submission. */
  post(address: string, body: FormData | object): Promise<Response>
}

/** @param origin of the server, where the page also comes from */
export async function signIn(origin: string, username: string, password: string): Promise<Visitor> {
  const headers: Record<string, string> = { origin }
  const answer = await fetch(`${origin}/api/login`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`)
  headers['cookie'] = answer.headers.getSetCookie().join('; ').split(';')[0] ?? ''
  const get = (address: string) => fetch(origin + address, { headers })
  const json = async <T>(address: string): Promise<T> => {
    const found = await get(address)
    if (!found.ok) throw new Error(`${address}: ${found.status} ${await found.text()}`)
    return (await found.json()) as T
  }
  headers['x-csrf-token'] = (await json<{ csrfToken: string }>('/api/me')).csrfToken
  return {
    get,
    json,
    post: (address, body) =>
      fetch(origin + address, {
        method: 'POST',
        headers: {
          ...headers,
          'idempotency-key': randomUUID(),
          ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        body: body instanceof FormData ? body : JSON.stringify(body),
      }),
  }
}

/** A file with the fields that go before it. */
export function formOf(
  file: { readonly name: string; readonly bytes: Uint8Array },
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(file.bytes)]), file.name)
  return form
}
