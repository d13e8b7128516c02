import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { SignedIn } from '../app/session/sign-in.ts'
import { COUNTY_PEOPLE } from '../app/testing/twins.ts'
import { useServer } from './testing.ts'

const served = useServer()

const listOf = (place: string) => `/api/projects?jurisdiction=${place}&year=2023`
const fileOf = (project: { readonly jurisdictionId: string; readonly projectId: string }) =>
  `/api/projects/${project.jurisdictionId}/${project.projectId}`
const get = (who: SignedIn | undefined, url: string, etag?: string) =>
  served().ask(who, { method: 'GET', url, headers: { 'if-none-match': etag } })
const tagOf = (answer: LightMyRequestResponse) => String(answer.headers['etag'])
const signIn = (name: (typeof COUNTY_PEOPLE)[number]) => served().signIn(served().here.people[name])

describe('a page that was shown before', () => {
  test.each(['list', 'file'])(
    'a %s is not sent again while it is the same, and is when it is not',
    async (kind) => {
      const { here, database } = served()
      const url = kind === 'list' ? listOf(here.jurisdictionId) : fileOf(here.own)
      const who = await signIn('finance_performance')
      const first = await get(who, url)
      const same = await get(who, url, tagOf(first))
      expect([same.statusCode, same.body, tagOf(same)]).toEqual([304, '', tagOf(first)])
      expect((await get(who, url)).body).toBe(first.body)

      await database.owner.query(`update project set name = name || '新' where id = $1`, [here.own.projectId])
      const changed = await get(who, url, tagOf(first))
      expect(changed.statusCode).toBe(200)
      expect(changed.body).toContain('项目新')
      expect(tagOf(changed)).not.toBe(tagOf(first))
    },
  )

  test('is stored by no browser and carries every security header, sent or not', async () => {
    const { here } = served()
    const who = await signIn('finance_performance')
    const first = await get(who, fileOf(here.own))
    const same = await get(who, fileOf(here.own), tagOf(first))
    const other = await get(who, '/api/me')
    const isOfContent = (name: string) => /^(date|connection|content-(type|length)|etag)$/.test(name)
    const headersOf = ({ headers }: LightMyRequestResponse) =>
      Object.entries(headers).filter(([name]) => !isOfContent(name))
    for (const answer of [first, same]) {
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(Object.fromEntries(headersOf(answer))).toEqual(Object.fromEntries(headersOf(other)))
    }
    expect(other.headers['content-security-policy']).toContain("default-src 'none'")
    expect(headersOf(other).length).toBeGreaterThan(10)
  })

  test('is gone with the session: its tag opens nothing', async () => {
    const { here, database } = served()
    const who = await signIn('unit')
    const first = await get(who, fileOf(here.own))
    expect(first.statusCode).toBe(200)
    await database.owner.query('delete from session where person_id = $1', [here.people.unit.personId])
    expect((await get(who, fileOf(here.own), tagOf(first))).statusCode).toBe(401)
    expect((await get(who, listOf(here.jurisdictionId), tagOf(first))).statusCode).toBe(401)
  })
})

describe('a page of somebody else', () => {
  test("is never sent: with everybody else's tags, each gets only their own or a refusal", async () => {
    const { here, there } = served()
    const urls = [here, there].flatMap((county) => [
      listOf(county.jurisdictionId),
      fileOf(county.own),
      fileOf(county.neighbour),
    ])
    const people = await Promise.all(
      [here, there].flatMap(({ people: seats }) => COUNTY_PEOPLE.map((name) => served().signIn(seats[name]))),
    )
    const shown = new Map<string, { body: string; tag: string }>()
    for (const [who, session] of people.entries()) {
      for (const url of urls) {
        const answer = await get(session, url)
        if (answer.statusCode === 200) shown.set(`${who} ${url}`, { body: answer.body, tag: tagOf(answer) })
      }
    }
    const refused: string[] = []
    for (const url of urls) {
      const tags = [...shown].filter(([key]) => key.endsWith(url)).map(([, { tag }]) => tag)
      for (const [who, session] of people.entries()) {
        const own = shown.get(`${who} ${url}`)
        const others = tags.filter((tag) => tag !== own?.tag)
        const answer = await get(session, url, others.join(', '))
        if (!own) refused.push(url)
        expect(answer.statusCode).toBe(own ? 200 : 404)
        if (own) expect(answer.body).toBe(own.body)
      }
    }
    expect(shown.size).toBeGreaterThan(40)
    expect(refused.length).toBeGreaterThan(40)
  }, 60_000)
})
