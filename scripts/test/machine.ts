import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { run } from './command.ts'

/** What the tests need from Debian: how to see that it is there, and what installs it. */
const NEEDS = [
  { what: 'Chromium 浏览器', packages: ['chromium'], isPresent: () => existsSync('/usr/bin/chromium') },
  { what: '中文字体', packages: ['fonts-noto-cjk'], isPresent: hasChineseFont },
  {
    what: 'PostgreSQL（外部数据库）',
    packages: ['postgresql'],
    isPresent: () => debianPostgres() !== undefined,
  },
  { what: 'Chromium 90 所需的系统库', packages: ['libnss3', 'libnspr4'], isPresent: hasNss },
] as const

/** Installs what is missing when we are root on a Debian; otherwise leaves it to the steps to skip. */
export async function prepareMachine(): Promise<void> {
  const missing = NEEDS.filter((need) => !need.isPresent())
  if (missing.length === 0) return
  const names = missing.map(({ what }) => what).join('、')
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log(`缺少：${names}。以 root 运行 npm test 会自动安装；现在跳过需要它们的测试。`)
    return
  }
  console.log(`正在安装：${names}……`)
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  const install = [
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...missing.flatMap((need) => need.packages),
  ]
  if ((await run('apt-get', install, quiet)) === 0) return
  await run('apt-get', ['update', '-qq'], quiet)
  if ((await run('apt-get', install, quiet)) !== 0)
    console.log(`安装没有成功：${names}。需要它们的测试会被跳过。`)
}

/** Newest `bin` directory of Debian's PostgreSQL with both programs we start, or nothing. */
export function debianPostgres(): string | undefined {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return undefined
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(base, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')) && existsSync(path.join(bin, 'postgres')))
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return (listed.stdout ?? '').trim() !== ''
}

/** What Chromium 90 needs of the system; Debian's own Chromium brings it along. */
export function hasNss(): boolean {
  return (
    existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so') && existsSync('/usr/lib/x86_64-linux-gnu/libnspr4.so')
  )
}
