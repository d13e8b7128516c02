import { openProduct, type Product } from '../../app/product.ts'
import { homeDirectory, type Storage, startStorage } from '../../app/storage.ts'

/** A command: what it is for in a line, and what it does; gives the exit code. */
export type Command = {
  readonly usage: string
  readonly run: (words: readonly string[]) => Promise<number>
}

/** Runs with the storage of this installation, attached to a running product or on its own. */
export async function withStorage<T>(use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await startStorage({
    home: homeDirectory(),
    databaseUrl: process.env['DATABASE_URL'],
    whenRunning: 'attach',
    say: (sentence) => console.error(sentence),
  })
  try {
    return await use(storage)
  } finally {
    await storage.stop()
  }
}

export function withProduct<T>(use: (product: Product, storage: Storage) => Promise<T>): Promise<T> {
  return withStorage(async (storage) => use(await openProduct(storage), storage))
}
