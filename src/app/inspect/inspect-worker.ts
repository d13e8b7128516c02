import { parentPort } from 'node:worker_threads'
import { homeDirectory, startStorage } from '../storage.ts'
import { runNightly } from './run-nightly.ts'

/** A thread of its own: computing a province anew must not keep anybody's page waiting. */
const storage = await startStorage({
  home: homeDirectory(),
  databaseUrl: process.env['DATABASE_URL'],
  whenRunning: 'attach',
})
try {
  parentPort?.postMessage(await runNightly(storage))
} finally {
  await storage.stop()
}
