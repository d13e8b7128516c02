import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { checkInput } from '../../app/kernel/run.ts'
import type { Product } from '../../app/product.ts'
import { changePassword, signOut, switchPost } from '../../app/session/change-session.ts'
import { requireCsrfToken } from '../../app/session/require-csrf-token.ts'
import { signIn } from '../../app/session/sign-in.ts'
import { isEmpty, setUp, SetUpInput } from '../../app/setup/set-up.ts'
import { clearSessionCookie, requireToken, setSessionCookie } from '../session-cookie.ts'

const SignIn = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 60 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
)
const SwitchPost = Type.Object({ postId: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const ChangePassword = Type.Object(
  {
    present: Type.String({ minLength: 1, maxLength: 200 }),
    next: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
)
const Done = Type.Object({ isDone: Type.Boolean() })

/** Signing in and out, changing post and password, and the first-run set-up. */
export function addSessionRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const { db, services } = product
  const limit = { rateLimit: { max: 120, timeWindow: '1 minute' } }

  server.get(
    '/api/setup',
    { schema: { summary: '是否需要初始化', response: { 200: Type.Object({ isEmpty: Type.Boolean() }) } } },
    async () => ({
      isEmpty: await isEmpty(db),
    }),
  )

  server.post(
    '/api/setup',
    { config: limit, schema: { summary: '系统初始化', body: SetUpInput, response: { 200: Done } } },
    async (request) => {
      await setUp(db, services, product.divisions, request.body ?? {})
      return { isDone: true }
    },
  )

  server.post(
    '/api/login',
    { config: limit, schema: { summary: '登录', body: SignIn, response: { 200: Done } } },
    async (request, reply) => {
      const input = checkInput(SignIn, request.body ?? {}) as Type.Static<typeof SignIn>
      const { token } = await signIn(db, services, { ...input, address: request.ip, requestId: request.id })
      setSessionCookie(reply, token, isSecure)
      return { isDone: true }
    },
  )

  const sessionCall = async (request: Parameters<typeof requireToken>[0]) => {
    const token = requireToken(request, isSecure)
    await requireCsrfToken(db, token, request.headers['x-csrf-token'])
    return { token, address: request.ip, requestId: request.id }
  }

  server.post(
    '/api/logout',
    { schema: { summary: '退出', response: { 200: Done } } },
    async (request, reply) => {
      await signOut(db, services, await sessionCall(request))
      clearSessionCookie(reply, isSecure)
      reply.header('Clear-Site-Data', '"cache", "storage"')
      return { isDone: true }
    },
  )

  server.post(
    '/api/me/post',
    { schema: { summary: '切换岗位', body: SwitchPost, response: { 200: Done } } },
    async (request, reply) => {
      const call = await sessionCall(request)
      const { postId } = checkInput(SwitchPost, request.body ?? {}) as Type.Static<typeof SwitchPost>
      const { token } = await switchPost(db, services, call, postId)
      setSessionCookie(reply, token, isSecure)
      return { isDone: true }
    },
  )

  server.post(
    '/api/me/password',
    { schema: { summary: '修改口令', body: ChangePassword, response: { 200: Done } } },
    async (request) => {
      const call = await sessionCall(request)
      await changePassword(
        db,
        services,
        call,
        checkInput(ChangePassword, request.body ?? {}) as Type.Static<typeof ChangePassword>,
      )
      return { isDone: true }
    },
  )
}
