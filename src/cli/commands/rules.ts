import { DomainError } from '../../domain/shared/errors.ts'
import { loadRuleCatalogue } from '../../app/rule-catalogue.ts'
import { optionOf } from './as-person.ts'
import type { Command } from './command.ts'
import { tryFile } from './try-parameter.ts'

const KINDS = { compute: '计算', check: '检查', gate: '把关' } as const
const SEVERITIES = { error: '阻止', warning: '提醒', note: '提示' } as const

type Catalogue = ReturnType<typeof loadRuleCatalogue>

export const rules: Command = {
  usage:
    '列出全部规则和参数(--json 为机器可读;--jurisdiction 代码 --date 日期 取某地某日的值);--try 文件.yaml --year 2023 [--jurisdiction 代码] --as 账号 试算新取值对该年度的影响',
  run: async (words) => {
    if (words.includes('--try')) return tryFile(words)
    const jurisdiction = optionOf(words, 'jurisdiction') ?? '640000'
    const date = optionOf(words, 'date') ?? new Date().toISOString().slice(0, 10)
    if (!/^\d{6}$/.test(jurisdiction)) throw new DomainError('INVALID_INPUT', '行政区划代码应为 6 位数字。')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
      throw new DomainError('INVALID_INPUT', '日期应写成 2023-06-30 的样子。')
    const catalogue = loadRuleCatalogue({ jurisdiction, date })
    console.log(words.includes('--json') ? JSON.stringify(catalogue, null, 1) : printed(catalogue))
    return 0
  },
}

/** One line a rule and one a parameter: what, how hard, whence, how sure, since when, where, how tested. */
function printed({ rules: all, parameters, standings }: Catalogue): string {
  const lines = all.map((rule) =>
    [
      rule.id,
      rule.name,
      `${KINDS[rule.kind]}${rule.severity ? `·${SEVERITIES[rule.severity]}` : ''}${rule.switchedBy ? '·由地方规则启用' : ''}`,
      [rule.source.title, rule.source.article].filter(Boolean).join(' '),
      standings[rule.standing],
      `自${rule.from ?? '—'}${rule.to === null ? '' : `至${rule.to}`}`,
      rule.places.length > 0 ? rule.places.join('、') : '尚未用于表单',
      rule.cases === null ? '测试在规则旁' : `${rule.cases.file} ${rule.cases.count}例`,
    ].join('  '),
  )
  const values = parameters.map(({ id, title, value, from, source, standing, isChecked }) =>
    [
      id,
      `${title}：${value}`,
      `自${from}`,
      source,
      standings[standing],
      isChecked ? '已核对' : '待核对',
    ].join('  '),
  )
  return [...lines, ...values].join('\n')
}
