import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { buildDataPackage, type PackageFile } from '../domain/disclosure/open-data/data-package.ts'
import { dataPage } from './pages/data-page.ts'
import { type Answering, message } from './answering.ts'
import { type Archive, placeArchives } from './place-archives.ts'
import { rateLimit } from './rate-limit.ts'
import type { PublicDatabase } from './public-database.ts'
import { type ReadVersion, readFacets, readProof } from './read-publications.ts'
import { readWithdrawal, readWithdrawalProof, type Withdrawal } from './read-withdrawals.ts'
import { SAID } from './words.ts'
import { zip, zipPieces } from './zip.ts'

/** Whole packages are large: so many of them for one address. */
const PACKAGES_MOST = 20
const PACKAGES_WINDOW_MS = 10 * 60_000

/** 开放数据: the text of a version, its proof, and data packages per project and per place and year. */
export function addDataRoutes(server: FastifyInstance, database: PublicDatabase, answering: Answering): void {
  const { onVersion, missing, page, isDemonstration } = answering
  const downloading = rateLimit(PACKAGES_MOST, PACKAGES_WINDOW_MS)
  server.get('/data', async (_request, reply) =>
    page(reply, '开放数据', dataPage(await readFacets(database))),
  )

  server.get('/p/:id/:version/package.json', (request, reply) =>
    onVersion(request, reply, ({ text }) => json(reply).send(text)),
  )
  addProofRoutes(server, database, answering)
  const projectFiles = async ({ published, sha256 }: ReadVersion): Promise<PackageFile[]> => {
    const proof = await readProof(database, published.id, published.version)
    return buildDataPackage(
      {
        name: `performance-${published.id}-v${published.version}`,
        title: `${published.project.name}预算绩效公开数据`,
        isDemonstration,
      },
      [{ published, sha256, bundle: proof?.bundle ?? null }],
    )
  }
  server.get('/p/:id/:version/data', (request, reply) =>
    onVersion(request, reply, async (read) =>
      zipHead(reply, `performance-${read.published.id}-v${read.published.version}`).send(
        zip(await projectFiles(read)),
      ),
    ),
  )
  server.get('/p/:id/:version/data/*', (request, reply) =>
    onVersion(request, reply, async (read) =>
      sendFile(reply, await projectFiles(read), wildcard(request), missing),
    ),
  )

  const archives = placeArchives(database, isDemonstration)
  const placeArchive = async (request: FastifyRequest): Promise<Archive | undefined> => {
    const { place = '', year = '' } = request.params as { readonly place?: string; readonly year?: string }
    if (!/^[0-9A-Z]{6}$/.test(place) || !/^20\d\d$/.test(year)) return undefined
    return archives.find(place, Number(year))
  }
  server.get('/data/:place/:year', async (request, reply) => {
    if (!downloading.allows(request.ip, Date.now()))
      return page(reply.code(429), SAID.tooMany, message(SAID.tooMany))
    const { place, year } = request.params as { readonly place: string; readonly year: string }
    const archive = await placeArchive(request)
    if (!archive) return missing(reply)
    return zipHead(reply, `performance-${place}-${year}`).send(Readable.from(zipPieces(archive.values())))
  })
  server.get('/data/:place/:year/*', async (request, reply) => {
    const path = wildcard(request)
    const file = (await placeArchive(request))?.get(path)
    if (!file) return missing(reply)
    return fileHead(reply, path).send(Readable.from(file.packed).pipe(createInflateRaw()))
  })
}

/** Proofs, of what is public and of what was withdrawn. */
function addProofRoutes(
  server: FastifyInstance,
  database: PublicDatabase,
  { onVersion, missing }: Answering,
): void {
  const sendProof = (reply: FastifyReply, bundle: string | undefined) =>
    bundle === undefined
      ? reply.code(404).type('text/plain; charset=utf-8').send(SAID.noProof)
      : json(reply).send(`${bundle}\n`)
  server.get('/p/:id/:version/proof.json', async (request, reply) => {
    const gone = await withdrawalAt(request)
    // The proof outlives what was withdrawn, unless it names what had to go.
    const bundle = gone && (await readProof(database, gone.id, gone.version))?.bundle
    if (bundle !== undefined) return sendProof(reply, bundle)
    return onVersion(request, reply, async ({ published }) =>
      sendProof(reply, (await readProof(database, published.id, published.version))?.bundle),
    )
  })
  server.get('/p/:id/:version/withdrawal.json', async (request, reply) => {
    const gone = await withdrawalAt(request)
    return gone
      ? sendProof(reply, await readWithdrawalProof(database, gone.id, gone.version))
      : missing(reply)
  })
  const withdrawalAt = async (request: FastifyRequest): Promise<Withdrawal | undefined> => {
    const { id = '', version = '' } = request.params as { readonly id?: string; readonly version?: string }
    return /^[0-9a-f]{12}$/.test(id) && /^v[1-9]\d{0,4}$/.test(version)
      ? readWithdrawal(database, id, Number(version.slice(1)))
      : undefined
  }
}

function json(reply: FastifyReply): FastifyReply {
  return reply.type('application/json; charset=utf-8')
}

function wildcard(request: FastifyRequest): string {
  return (request.params as { readonly '*'?: string })['*'] ?? ''
}

function zipHead(reply: FastifyReply, name: string): FastifyReply {
  return reply.type('application/zip').header('content-disposition', `attachment; filename="${name}.zip"`)
}

function fileHead(reply: FastifyReply, path: string): FastifyReply {
  const isCsv = path.endsWith('.csv')
  if (isCsv) reply.header('content-disposition', `attachment; filename="${path}"`)
  return reply.type(`${isCsv ? 'text/csv' : 'application/json'}; charset=utf-8`)
}

/** One file of a package at an address of its own, so that `datapackage.json` may be read from where it lies. */
function sendFile(
  reply: FastifyReply,
  files: readonly PackageFile[],
  path: string,
  missing: Answering['missing'],
): unknown {
  const file = files.find((one) => one.path === path)
  return file ? fileHead(reply, path).send(file.text) : missing(reply)
}
