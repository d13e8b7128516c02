import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import type { Product } from '../../app/product.ts'
import { ProjectFileView, ProjectListView } from '../../app/projects/project-views.ts'
import { ListProjectsInput, listProjects, viewProject } from '../../app/projects/read-projects.ts'
import { hashToken } from '../../app/session/sign-in.ts'
import { requireToken } from '../session-cookie.ts'
import { sendJson } from './use-case-routes.ts'

/** The hot reads: PostgreSQL's JSON goes out as it came. */
export function addProjectRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  server.get(
    '/api/projects',
    {
      schema: {
        summary: '项目列表',
        operationId: 'projects.list',
        tags: ['project'],
        querystring: ListProjectsInput,
        response: { 200: ProjectListView },
      },
    },
    async (request, reply) => {
      const tokenHash = hashToken(requireToken(request, isSecure))
      const query = Value.Convert(ListProjectsInput, { ...(request.query as object) })
      return sendJson(reply, await listProjects(product.pool, tokenHash, query))
    },
  )
  server.get(
    '/api/projects/:jurisdiction/:projectId',
    {
      schema: {
        summary: '项目档案',
        operationId: 'projects.view',
        tags: ['project'],
        response: { 200: ProjectFileView },
      },
    },
    async (request, reply) => {
      const tokenHash = hashToken(requireToken(request, isSecure))
      return sendJson(reply, await viewProject(product.pool, tokenHash, request.params))
    },
  )
}
