import { homeDirectory, publicAddress } from '../../app/storage.ts'
import { startPublicSite } from '../../public-site/start-public-site.ts'
import type { Command } from './command.ts'

/** 公开站: a process of its own that reads what is public, as a role that can read nothing else. */
export const publicSite: Command = {
  usage: '启动公开站（公众查询、开放数据、反馈）；先启动绩衡',
  run: async () => {
    const url = process.env['JIHENG_PUBLIC_DATABASE_URL']
    // Started by a demonstration, with which it ends.
    const isDemonstration = process.env['JIHENG_PUBLIC_DEMO'] === '1'
    const host = process.env['JIHENG_PUBLIC_HOST'] ?? '127.0.0.1'
    const address = process.env['JIHENG_PUBLIC_URL']?.replace(/\/+$/, '')
    const gateway = process.env['JIHENG_PUBLIC_GATEWAY']
    const site = await startPublicSite(url ? { url } : publicAddress(homeDirectory()), {
      host,
      port: Number(process.env['JIHENG_PUBLIC_PORT'] ?? 8023),
      isDemonstration,
      isLogging: true,
      ...(address ? { address } : {}),
      ...(gateway ? { gateway } : {}),
    })
    console.log(`公开站已启动：${site.address}`)
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', resolve)
      process.once('SIGINT', resolve)
      if (isDemonstration) process.stdin.once('end', resolve).resume()
    })
    // An open standard input would keep both processes waiting for each other.
    process.stdin.destroy()
    await site.stop()
    return 0
  },
}
