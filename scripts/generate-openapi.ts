import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Product } from '../src/app/product.ts'
import { buildServer } from '../src/server/server.ts'

const ROOT = path.join(import.meta.dirname, '..')
const DOCUMENT = path.join(ROOT, 'docs/openapi.json')
const CLIENT = path.join(ROOT, 'src/web/generated/api.d.ts')

/**
 * Writes docs/openapi.json from the routes and the typed client's types from that. No database is
 * needed: describing the routes calls none of them.
 */
const server = await buildServer({} as Product, { webFolder: '/nonexistent' })
await server.ready()
writeFileSync(DOCUMENT, `${JSON.stringify(server.swagger(), null, 1)}\n`)
await server.close()
execFileSync(path.join(ROOT, 'node_modules/.bin/openapi-typescript'), [DOCUMENT, '-o', CLIENT], {
  stdio: 'inherit',
})
