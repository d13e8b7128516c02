import path from 'node:path'
import { PUBLIC_ROLE } from '../connection.ts'
import { DATABASE, PORT } from './cluster.ts'
import { openRoom } from './room.ts'

/** The embedded server as the public reaches it: by the socket, recognised by the kernel, in the role of the public. */
export function publicAddress(home: string) {
  return { host: openRoom(path.resolve(home)).sockets, port: PORT, user: PUBLIC_ROLE, database: DATABASE }
}
