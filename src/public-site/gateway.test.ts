import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { trustedGateway, wrongGateway } from './gateway.ts'

const SITE = { isDemonstration: false }
const asked = async (options: object, remoteAddress: string, forwarded: string) => {
  const server = Fastify({ trustProxy: trustedGateway({ ...SITE, ...options }) })
  server.get('/', async (request) => request.ip)
  const headers = { 'x-forwarded-for': forwarded }
  return (await server.inject({ method: 'GET', url: '/', remoteAddress, headers })).body
}

test.each<[why: string, options: object, from: string, forwarded: string, counted: string]>([
  ['nobody stands in front', {}, '127.0.0.1', '1.2.3.4', '127.0.0.1'],
  ['a gateway on this machine', { address: 'https://open.example.cn' }, '127.0.0.1', '1.2.3.4', '1.2.3.4'],
  [
    'a gateway elsewhere that is not named',
    { address: 'https://open.example.cn' },
    '10.0.0.8',
    '1.2.3.4',
    '10.0.0.8',
  ],
  ['the one that is named', { gateway: '10.0.0.8' }, '10.0.0.8', '1.2.3.4', '1.2.3.4'],
  ['one of its network', { gateway: '192.168.1.1, 10.0.0.0/24' }, '10.0.0.9', '1.2.3.4', '1.2.3.4'],
  ['a visitor who says to be one', { gateway: '10.0.0.8' }, '5.6.7.8', '1.2.3.4', '5.6.7.8'],
  [
    'an address the visitor put before the real one',
    { gateway: '10.0.0.8' },
    '10.0.0.8',
    '9.9.9.9, 1.2.3.4',
    '1.2.3.4',
  ],
])('who is counted: %s', async (_why, options, from, forwarded, counted) => {
  expect(await asked(options, from, forwarded)).toBe(counted)
})

test('what is no address is told before anything starts', () => {
  const wrong = (gateway: string) => wrongGateway({ ...SITE, gateway })
  expect(['10.0.0.8', '10.0.0.0/24', '::1', 'fd00::/8', 'loopback', ''].map(wrong)).toEqual(
    Array(6).fill(undefined),
  )
  expect(['gateway.local', '10.0.0', '10.0.0.0/33', '10.0.0.0/a', 'true'].map(wrong)).not.toContain(undefined)
})
