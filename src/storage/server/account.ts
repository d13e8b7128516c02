import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { OperationProblem } from '../problem.ts'

/** The operating-system user the database runs as. PostgreSQL refuses to run as root. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string }

/** Users tried in turn when root starts the product; the last is created when none exists. */
const SERVICE_USERS = ['postgres', 'jiheng'] as const

/**
 * Chooses the account of the database server.
 * @param dataDirectory its owner wins, so that root and an ordinary user can start the same data
 * @throws OperationProblem when no account can be had
 */
export function chooseAccount(dataDirectory: string): Account {
  const self = userInfo()
  const owner = ownerOf(dataDirectory)
  if (self.uid !== 0) {
    if (owner === undefined || owner === self.uid)
      return { uid: self.uid, gid: self.gid, name: self.username }
    throw new OperationProblem(
      `数据目录 ${dataDirectory} 属于用户 ${nameOf(owner) ?? owner}，当前用户 ${self.username} 不能使用。` +
        '请换用该用户或 root 启动。',
    )
  }
  const accounts = readAccounts()
  const keeper = owner === undefined || owner === 0 ? undefined : accounts.find(({ uid }) => uid === owner)
  return keeper ?? findServiceUser(accounts) ?? createServiceUser()
}

function ownerOf(directory: string): number | undefined {
  return statSync(directory, { throwIfNoEntry: false })?.uid
}

function nameOf(uid: number): string | undefined {
  return readAccounts().find((account) => account.uid === uid)?.name
}

function findServiceUser(accounts: readonly Account[]): Account | undefined {
  return SERVICE_USERS.map((wanted) => accounts.find(({ name }) => name === wanted)).find(Boolean)
}

/** Directory services may know more users; these two and file owners are what we need. */
function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
}

function createServiceUser(): Account {
  const tried = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'jiheng'],
    ['adduser', '-S', '-D', '-H', 'jiheng'],
  ].map(([command = '', ...rest]) => spawnSync(command, rest, { encoding: 'utf8' }))
  const made = findServiceUser(readAccounts())
  if (made) return made
  throw new OperationProblem(
    '数据库不能以 root 身份运行，自动创建系统用户 jiheng 也没有成功。请执行 useradd --system jiheng，或改用普通用户启动。',
    tried.map(({ stderr, error }) => stderr || String(error)).join('\n'),
  )
}

/** Spawn options that make a child run as the account; empty when we are that user already. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return process.getuid?.() === account.uid ? {} : { uid: account.uid, gid: account.gid }
}

/** Whether the account can pass every directory on the way and enter the directory, or run the file. */
export function canReach(account: Account, place: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', place], { ...runAs(account), cwd: '/' }).status === 0
}
