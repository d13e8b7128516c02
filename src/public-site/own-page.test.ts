import { expect, test } from 'vitest'
import { isOwnPage } from './own-page.ts'

const ADDRESS = 'https://open.example.cn'

test.each<[where: string, headers: Record<string, string>, isOwn: boolean]>([
  ['a page of the site', { origin: ADDRESS, 'sec-fetch-site': 'same-origin' }, true],
  ['an old browser on a page of the site', { origin: ADDRESS }, true],
  ['a page at the address it listens on', { origin: 'http://127.0.0.1:8023' }, true],
  ['no browser', {}, true],
  ['a page that hides where it is', { origin: 'null' }, false],
  ['such a page in a frame of the site', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
  ['another site, its origin left out', { 'sec-fetch-site': 'cross-site' }, false],
  ['a site beside it', { origin: ADDRESS, 'sec-fetch-site': 'same-site' }, false],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }, false],
])('a form from %s', (_where, headers, isOwn) => {
  expect(isOwnPage({ headers, host: '127.0.0.1:8023' }, ADDRESS)).toBe(isOwn)
})
