import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Page } from '../../app/projects/page-cache.ts'
import { ProjectFileView, ProjectListView } from '../../app/projects/project-views.ts'
import { ListProjectsInput, listProjects, viewProject } from '../../app/projects/read-projects.ts'
import type { Product } from '../../app/product.ts'
import { hashToken } from '../../app/session/sign-in.ts'
import { requireToken } from '../session-cookie.ts'

const Unchanged = Type.Null({ description: '与 If-None-Match 所附标签相同，没有内容' })

/** The hot reads: PostgreSQL's JSON goes out as it came, or not at all to whoever has it already. */
export function addProjectRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  server.get(
    '/api/projects',
    {
      schema: {
        summary: '项目列表',
        operationId: 'projects.list',
        tags: ['project'],
        querystring: ListProjectsInput,
        response: { 200: ProjectListView, 304: Unchanged },
      },
    },
    async (request, reply) => {
      const tokenHash = hashToken(requireToken(request, isSecure))
      const query = withIntegers(request.query as Record<string, unknown>, ['year', 'limit'])
      return sendPage(request, reply, await listProjects(product.reads, tokenHash, query))
    },
  )
  server.get(
    '/api/projects/:jurisdiction/:projectId',
    {
      schema: {
        summary: '项目档案',
        operationId: 'projects.view',
        tags: ['project'],
        response: { 200: ProjectFileView, 304: Unchanged },
      },
    },
    async (request, reply) => {
      const tokenHash = hashToken(requireToken(request, isSecure))
      return sendPage(request, reply, await viewProject(product.reads, tokenHash, request.params))
    },
  )
}

/** Query values are text; what is not plainly a whole number stays text, for the schema to refuse. */
export function withIntegers(
  query: Record<string, unknown>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.assign({ ...query }, ...names.map((name) => integerIn(query, name)))
}

function integerIn(query: Record<string, unknown>, name: string): Record<string, number> {
  const text = query[name]
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? { [name]: Number(text) } : {}
}

/** Browsers store nothing of it; our own page keeps the last answer in memory and asks by its tag. */
function sendPage(request: FastifyRequest, reply: FastifyReply, { body, etag }: Page): FastifyReply {
  reply.header('cache-control', 'no-store').header('etag', etag)
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  return reply.header('content-type', 'application/json; charset=utf-8').send(body)
}
