import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Account, chooseAccount, runAs } from '../../src/storage/server/account.ts'

export type ExternalPostgres = { readonly url: string; stop(): Promise<void> }

/**
 * A private cluster of Debian's own PostgreSQL, in a temporary directory and with a password, as a
 * site's administrator would give it to us: our login is no superuser and may make databases.
 * @param bin directory with initdb and postgres
 */
export async function startExternalPostgres(bin: string): Promise<ExternalPostgres> {
  const directory = mkdtempSync(path.join(tmpdir(), 'jiheng-external-'))
  chmodSync(directory, 0o711)
  const data = path.join(directory, 'data')
  const account = chooseAccount(data)
  mkdirSync(data, { mode: 0o700 })
  if (process.getuid?.() === 0) chownSync(data, account.uid, account.gid)
  const port = await freePort()
  const server = startCluster(bin, data, account, port)
  const stop = async () => {
    server.kill('SIGINT')
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await makeLogin(data, port)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgres://site:secret@127.0.0.1:${port}/site`, stop }
}

function startCluster(bin: string, data: string, account: Account, port: number): ChildProcess {
  const options = { ...runAs(account), cwd: '/' }
  const flags = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  const rules = ['--auth-local=trust', '--auth-host=scram-sha-256']
  const made = spawnSync(path.join(bin, 'initdb'), [...flags, ...rules], { ...options, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${data}`,
    'fsync=off',
  ]
  const flagged = settings.flatMap((setting) => ['-c', setting])
  return spawn(path.join(bin, 'postgres'), ['-D', data, ...flagged], { ...options, stdio: 'ignore' })
}

async function makeLogin(data: string, port: number): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ host: data, port, user: 'postgres', database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query(`create role site login createdb createrole password 'secret'`)
      await client.query('create database site owner site')
      return await client.end()
    } catch (error) {
      if (attempt === 50) throw error
      await client.end().catch(() => undefined)
      await sleep(200)
    }
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
