import type { FastifyInstance } from 'fastify'
import { excessRights, openPublicDatabase, type PublicAddress } from './public-database.ts'
import type { PublicOptions } from './answering.ts'
import { wrongGateway } from './gateway.ts'
import { buildPublicServer } from './public-server.ts'

export type PublicSite = { readonly address: string; readonly server: FastifyInstance; stop(): Promise<void> }

/** What a person can do something about. */
export class PublicProblem extends Error {
  override readonly name = 'OperationProblem'
}

/**
 * Opens the database as the public and listens. It refuses an account that can do more than the public may.
 * @throws PublicProblem with what the person can do
 */
export async function startPublicSite(
  database: PublicAddress,
  options: PublicOptions & { readonly host: string; readonly port: number },
): Promise<PublicSite> {
  const wrong = wrongGateway(options)
  if (wrong)
    throw new PublicProblem(
      `JIHENG_PUBLIC_GATEWAY 中的“${wrong}”不是网关地址。请写 IP 地址或网段，用逗号隔开，例如 10.0.0.8 或 10.0.0.0/24。`,
    )
  const opened = openPublicDatabase(database)
  const server = buildPublicServer(opened, options)
  const stop = async () => {
    await server.close()
    await opened.close()
  }
  try {
    const excess = await excessRights(opened).catch((error: unknown) => {
      throw new PublicProblem(
        `公开站连接不上数据库，请先启动绩衡，或检查 JIHENG_PUBLIC_DATABASE_URL。${error instanceof Error ? error.message : ''}`,
      )
    })
    if (excess) throw new PublicProblem(excess)
    return { address: await server.listen({ host: options.host, port: options.port }), server, stop }
  } catch (error) {
    await stop()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new PublicProblem(`端口 ${options.port} 已被占用，请用 JIHENG_PUBLIC_PORT 另指定一个。`)
    throw error
  }
}
