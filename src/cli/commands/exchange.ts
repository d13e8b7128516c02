import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { compareTables, exportTables, readExchangeFile } from '../../app/exchange/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { asPerson, optionOf, yearOf } from './as-person.ts'
import type { Command } from './command.ts'

const HOW =
  '用法:jiheng exchange export --year 年度 --format xlsx|csv|jsonl [--table 表名] [--to 文件] --as 账号；jiheng exchange compare 文件 --year 年度 --as 账号'

/** 交换表: the tables of the budget system out to a file, or a file of them compared with what we hold. */
export const exchange: Command = {
  usage: '导出预算管理一体化交换表，或把文件与系统核对：exchange export|compare(口令在 JIHENG_PASSWORD)',
  run: async (words) => {
    const [act, file] = words
    if (act === 'export') return exportTo(words)
    if (act === 'compare' && file && !file.startsWith('--')) return compareFile(words, file)
    throw new DomainError('INVALID_INPUT', HOW)
  },
}

function exportTo(words: readonly string[]): Promise<number> {
  return asPerson(words, async (run) => {
    const table = optionOf(words, 'table')
    const input = {
      year: yearOf(words),
      format: optionOf(words, 'format') ?? 'xlsx',
      ...(table === undefined ? {} : { table }),
    }
    const answer = JSON.parse(await run(exportTables as unknown as UseCase, input))
    const to = path.resolve(optionOf(words, 'to') ?? answer.fileName)
    writeFileSync(to, Buffer.from(answer.bytes_base64, 'base64'))
    console.log(`已导出到 ${to}。`)
    return 0
  })
}

function compareFile(words: readonly string[], file: string): Promise<number> {
  return asPerson(words, async (run) => {
    const sheets = await readExchangeFile(path.resolve(file), path.basename(file))
    const input = { year: yearOf(words), sheets }
    const found = JSON.parse(await run(compareTables as unknown as UseCase, input))
    for (const { table, title, rows, equal, absent } of found.tables)
      console.log(
        `${table} ${title}：${rows} 行，与系统一致 ${equal} 行；系统有而文件没有 ${absent} 行，不作处理。`,
      )
    for (const { table, row, column, message } of found.quarantined)
      console.log(`不能读入：${table} 第 ${row} 行 ${column} ${message}`)
    for (const { table, projectCode, name, kind, obstacle } of found.differences)
      console.log(
        `${KINDS[kind] ?? kind}：${table} 项目 ${projectCode ?? ''} ${name ?? ''}（${obstacle ?? '可在页面上采纳'}）`,
      )
    for (const { projectCode, message } of found.money) console.log(`勾稽：项目 ${projectCode} ${message}`)
    return found.quarantined.length > 0 ? 1 : 0
  })
}

const KINDS: Readonly<Record<string, string>> = {
  new: '系统没有',
  changed: '内容不同',
  withdrawn: '文件中已作废',
}
