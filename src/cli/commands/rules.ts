import { DomainError } from '../../domain/shared/errors.ts'
import { loadRuleCatalogue } from '../../app/rule-catalogue.ts'
import type { Command } from './command.ts'

export const rules: Command = {
  usage: '列出全部规则和参数(--json 为机器可读;--jurisdiction 代码 --date 日期 取某地某日的值)',
  run: async (words) => {
    const option = (name: string) => words[words.indexOf(name) + 1]
    const jurisdiction = words.includes('--jurisdiction') ? option('--jurisdiction') : '640000'
    const date = words.includes('--date') ? option('--date') : new Date().toISOString().slice(0, 10)
    if (!jurisdiction || !/^\d{6}$/.test(jurisdiction))
      throw new DomainError('INVALID_INPUT', '行政区划代码应为 6 位数字。')
    if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date))
      throw new DomainError('INVALID_INPUT', '日期应写成 2023-06-30 的样子。')
    const catalogue = loadRuleCatalogue({ jurisdiction, date })
    if (words.includes('--json')) console.log(JSON.stringify(catalogue, null, 1))
    else {
      for (const rule of catalogue.rules) console.log(`${rule.id}  ${rule.name}(${rule.source.title})`)
      for (const { id, title, value, from } of catalogue.parameters)
        console.log(`${id}  ${title}:${value}(自 ${from})`)
    }
    return 0
  },
}
