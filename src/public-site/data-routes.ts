import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { buildDataPackage, type PackageFile } from '../domain/disclosure/open-data/data-package.ts'
import { dataPage } from './pages/data-page.ts'
import type { Answering } from './answering.ts'
import type { PublicDatabase } from './public-database.ts'
import { type ReadVersion, readFacets, readPlaceYear, readProof } from './read-publications.ts'
import { SAID } from './words.ts'
import { zip } from './zip.ts'

/** 开放数据: the text of a version, its proof, and data packages per project and per place and year. */
export function addDataRoutes(server: FastifyInstance, database: PublicDatabase, answering: Answering): void {
  const { onVersion, missing, page, isDemonstration } = answering
  server.get('/data', async (_request, reply) =>
    page(reply, '开放数据', dataPage(await readFacets(database))),
  )

  server.get('/p/:id/:version/package.json', (request, reply) =>
    onVersion(request, reply, ({ text }) => json(reply).send(text)),
  )
  server.get('/p/:id/:version/proof.json', (request, reply) =>
    onVersion(request, reply, async ({ published }) => {
      const proof = await readProof(database, published.id, published.version)
      if (!proof) return reply.code(404).type('text/plain; charset=utf-8').send(SAID.noProof)
      return json(reply).send(`${proof.bundle}\n`)
    }),
  )
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
      sendZip(reply, `performance-${read.published.id}-v${read.published.version}`, await projectFiles(read)),
    ),
  )
  server.get('/p/:id/:version/data/*', (request, reply) =>
    onVersion(request, reply, async (read) =>
      sendFile(reply, await projectFiles(read), wildcard(request), missing),
    ),
  )

  const placeFiles = async (request: FastifyRequest): Promise<PackageFile[] | undefined> => {
    const { place = '', year = '' } = request.params as { readonly place?: string; readonly year?: string }
    if (!/^[0-9A-Z]{6}$/.test(place) || !/^20\d\d$/.test(year)) return undefined
    const sources = await readPlaceYear(database, place, Number(year))
    const first = sources[0]?.published
    if (!first) return undefined
    const title = `${first.place.name}${year}年预算绩效公开数据`
    return buildDataPackage(
      { name: `performance-${place.toLowerCase()}-${year}`, title, isDemonstration },
      sources,
    )
  }
  server.get('/data/:place/:year', async (request, reply) => {
    const { place, year } = request.params as { readonly place: string; readonly year: string }
    const files = await placeFiles(request)
    return files ? sendZip(reply, `performance-${place}-${year}`, files) : missing(reply)
  })
  server.get('/data/:place/:year/*', async (request, reply) => {
    const files = await placeFiles(request)
    return files ? sendFile(reply, files, wildcard(request), missing) : missing(reply)
  })
}

function json(reply: FastifyReply): FastifyReply {
  return reply.type('application/json; charset=utf-8')
}

function wildcard(request: FastifyRequest): string {
  return (request.params as { readonly '*'?: string })['*'] ?? ''
}

function sendZip(reply: FastifyReply, name: string, files: readonly PackageFile[]) {
  return reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="${name}.zip"`)
    .send(zip(files))
}

/** One file of a package at an address of its own, so that `datapackage.json` may be read from where it lies. */
function sendFile(
  reply: FastifyReply,
  files: readonly PackageFile[],
  path: string,
  missing: Answering['missing'],
): unknown {
  const file = files.find((one) => one.path === path)
  if (!file) return missing(reply)
  const isCsv = path.endsWith('.csv')
  if (isCsv) reply.header('content-disposition', `attachment; filename="${path}"`)
  return reply.type(`${isCsv ? 'text/csv' : 'application/json'}; charset=utf-8`).send(file.text)
}
