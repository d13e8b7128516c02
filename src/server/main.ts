import { openProduct } from '../app/product.ts'
import { inspectEveryNight } from '../app/inspect/every-night.ts'
import { homeDirectory, OperationProblem, startStorage } from '../app/storage.ts'
import { buildServer } from './server.ts'

/** `npm start`: storage, product, server; SIGTERM and Ctrl+C end them in the other order. */
async function main(): Promise<void> {
  const storage = await startStorage({
    home: homeDirectory(),
    databaseUrl: process.env['DATABASE_URL'],
    say: (sentence) => console.log(sentence),
  })
  const product = await openProduct(storage, pageCache(process.env['JIHENG_PAGE_CACHE_MB']))
  const isSecure = process.env['JIHENG_HTTPS'] === '1'
  const server = await buildServer(product, { isSecure, isLogging: true })
  const host = process.env['JIHENG_HOST'] ?? '127.0.0.1'
  if (!isSecure && !['127.0.0.1', 'localhost', '::1'].includes(host)) {
    await storage.stop()
    throw new OperationProblem(
      '对外提供服务须经 HTTPS：请在前面配置网关并设置 JIHENG_HTTPS=1，或只在本机访问。',
    )
  }
  const address = await server.listen({ host, port: Number(process.env['PORT'] ?? 8022) })
  console.log(`绩衡已启动：${address}`)
  const endNights = everyNight(process.env['JIHENG_NIGHTLY'] ?? '02:30')
  const end = async () => {
    endNights()
    await server.close()
    await storage.stop()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

/** `JIHENG_NIGHTLY`: when everything is inspected, by the clock in China; `off` where a timer of the system does it. */
function everyNight(at: string): () => void {
  if (at === 'off') return () => undefined
  try {
    return inspectEveryNight(at, (sentence) => console.log(sentence))
  } catch {
    throw new OperationProblem('JIHENG_NIGHTLY 须写成 02:30 这样的时刻，或 off。')
  }
}

/** `JIHENG_PAGE_CACHE_MB`: memory for lists and files that were shown; 0 for none. */
function pageCache(megabytes: string | undefined): { readonly pageCache_bytes?: number } {
  return megabytes && /^\d{1,5}$/.test(megabytes) ? { pageCache_bytes: Number(megabytes) * 1024 * 1024 } : {}
}

main().catch((error: unknown) => {
  console.error(error instanceof OperationProblem ? error.message : error)
  process.exit(1)
})
