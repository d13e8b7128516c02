import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { type Account, canReach } from './account.ts'

/**
 * The places of one installation.
 *
 * `home` belongs to who starts the product. `database` inside it must be reachable by the account
 * of the database server; where it is not (a checkout below root's own 0700 home), it is a link to
 * a place under /var/lib/jiheng.
 */
export type Room = {
  readonly home: string
  readonly instance: string
  readonly database: string
  readonly data: string
  readonly sockets: string
  readonly log: string
}

const ELSEWHERE = '/var/lib/jiheng'
/** A unix socket's path has 107 bytes; PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const LONGEST_SOCKET_DIRECTORY = 85

/** Names the places and makes the home directory; nothing in `database` is made yet. */
export function openRoom(home: string): Room {
  makeDirectory(home)
  const instance = readInstance(path.join(home, 'instance'))
  const link = path.join(home, 'database')
  // The server's account cannot follow a link that stands in a directory closed to it.
  const database = existsSync(link) ? realpathSync(link) : link
  const near = path.join(database, 'sockets')
  return {
    home,
    instance,
    database,
    data: path.join(database, 'data'),
    sockets: near.length <= LONGEST_SOCKET_DIRECTORY ? near : `/tmp/jiheng-${instance}`,
    log: path.join(home, 'database.log'),
  }
}

/**
 * Makes the directories of the database server with the right owner.
 * @param say told when the database has to live outside the home directory
 * @returns the room with the places where they really are
 */
export function furnish(unfurnished: Room, account: Account, say: (sentence: string) => void): Room {
  makePlace(unfurnished, account, say)
  const room = openRoom(unfurnished.home)
  if (!existsSync(room.sockets)) makeOwnDirectory(room.sockets, account)
  return room
}

function makePlace(room: Room, account: Account, say: (sentence: string) => void): void {
  if (existsSync(room.database)) return
  if (canReach(account, room.home)) {
    makeDirectory(room.database)
    return
  }
  const place = path.join(ELSEWHERE, room.instance)
  makeDirectory(ELSEWHERE)
  makeDirectory(place)
  symlinkSync(place, room.database)
  say(`用户 ${account.name} 无法进入 ${room.home}，数据库文件改放在 ${place}。`)
}

/** A directory only the server's account can open. */
export function makeOwnDirectory(directory: string, account: Account): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (process.getuid?.() === 0) chownSync(directory, account.uid, account.gid)
}

/** Readable by nobody else but passable: the server's own user has to reach its part below. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o711)
}

function readInstance(file: string): string {
  try {
    writeFileSync(file, randomBytes(8).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
