import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { equal, holds } from './hold.ts'

/** Of the performance plan: what is installed, without Node. */
const MAX_INSTALLED_MB = 200
const TOOLS = /(^|\/)(@?typescript|typescript-native|vite|vitest|playwright-core|@biomejs|\.env|\.git)(\/|$)/
const CARRIED = ['fastify', 'pg', 'exceljs', 'docx', 'pdfmake', '@node-rs/argon2', 'react', 'antd', 'echarts']

/** What lies in the folder: no tools, a licence for every package, small enough. */
export function checkParts(release: string): string[] {
  const names = readdirSync(release, { recursive: true, encoding: 'utf8' })
  const tools = names.filter((name) => TOOLS.test(name))
  equal(tools, [], 'tools in the release')
  const licences = readFileSync(path.join(release, 'LICENCES.txt'), 'utf8')
  const sections = licences.split(`${'='.repeat(80)}\n`).slice(1)
  const carried = sections.map((section) => section.split(' ')[0] ?? '')
  const missing = CARRIED.filter((name) => !carried.includes(name))
  equal(missing, [], 'packages without a licence')
  const unnamed = sections.filter((section) => !/^\S+ \S+ \(\S.{2,}\)/.test(section))
  equal(unnamed, [], 'sections without a licence')
  const size_mb = sizeOf(release) / 1024 / 1024
  holds(size_mb <= MAX_INSTALLED_MB, `installed ${size_mb.toFixed(0)} MB`)
  return [`安装后 ${size_mb.toFixed(0)} MB（不含 Node）`, `许可文本 ${sections.length} 个程序包`]
}

/** Links count as links: what is copied to another machine. */
function sizeOf(place: string): number {
  const stat = lstatSync(place)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0)
}
