// Started by the supervisor's tests as a process of its own, to be killed.
import { startServer } from './supervisor.ts'

const server = await startServer({ home: process.argv[2] ?? '', isDurable: false })
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
console.log('ready')
setInterval(() => undefined, 1_000_000)
