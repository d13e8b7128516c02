import { FORM_CHECKS } from '../domain/checks.ts'
import { RULE_GROUPS, type RuleGroup } from '../domain/shared/rule-header.ts'
import type { FormDefinition } from '../domain/forms/form.ts'
import { listParameters, type ParameterEntryValue } from './catalogue.ts'
import { OVERLAY_MODES, SELECTORS, STANDINGS, type Source } from './definition.ts'
import { citeSource, type RuleBook } from './rule-book.ts'
import { listRules, type RuleEntry } from './rule-entries.ts'

const KINDS = { compute: '计算', check: '检查', gate: '把关' } as const
const SEVERITIES = { error: '阻止', warning: '提醒', note: '提示' } as const
/** A finding of the table doctor stops nothing; it is certain, doubtful or advice. */
const DOCTOR_SEVERITIES = { error: '错误', warning: '疑点', note: '提示' } as const
const TEXTS = { full: '读到全文', part: '读到部分', cited: '仅见引用', own: '本系统约定' } as const

/**
 * The printed catalogue of rules, parameters and sources (`docs/rules.md`).
 * Generated: change the rule or the YAML, never the page.
 */
export function renderCatalogue(book: RuleBook, forms: Iterable<FormDefinition>): string {
  const rules = listRules(book.sources, forms)
  const sections = [
    '# 规则目录',
    '本页由程序根据 `rules/` 和各规则的标题块生成，请勿手工修改；重新生成：`node scripts/generate-rules-page.ts`。',
    '“待核对”表示还没有人把取值与文件原文比对；它可以使用，但凡由它决定的结果都会标明。',
    '“来历”说明规则本身从哪里来：见于原文、凭经验录入，或系统建议值；“测试”是 `tests/cases` 下的用例文件和用例数，没有的在规则旁。',
    '## 规则',
    ...(Object.keys(RULE_GROUPS) as RuleGroup[]).flatMap((group) =>
      section(
        RULE_GROUPS[group],
        rules.filter((rule) => rule.stage === group),
      ),
    ),
    '### 各表通用',
    '表单按其定义逐项检查：',
    table(['编号', '检查内容'], Object.entries(FORM_CHECKS)),
    '## 参数',
    ...listParameters(book).flatMap((entry) => [
      `### ${entry.title}`,
      `\`${entry.id}\` · ${SELECTORS[entry.selects]}取值 · 下级${OVERLAY_MODES[entry.overlay]} · 用于${
        entry.usedBy.length > 0 ? entry.usedBy.join('、') : '办理流程'
      }`,
      ...(entry.note === null ? [] : [entry.note]),
      table(['自', '适用', '取值', '依据', '来历', '核对'], entry.values.map(valueRow)),
    ]),
    '## 文件',
    table(['编号', '文件', '机关', '日期', '掌握程度', '说明'], book.sources.map(sourceRow)),
  ]
  return `${sections.join('\n\n')}\n`
}

const HEAD = ['编号', '名称', '类别', '依据', '来历', '生效', '用于', '测试']

function section(title: string, rules: readonly RuleEntry[]): string[] {
  return rules.length === 0 ? [] : [`### ${title}`, table(HEAD, rules.map(ruleRow))]
}

function ruleRow(rule: RuleEntry): string[] {
  const words = rule.stage === 'doctor' ? DOCTOR_SEVERITIES : SEVERITIES
  const severity = rule.severity ? `（${words[rule.severity]}）` : ''
  const switched = rule.switchedBy === undefined ? '' : '，由地方规则启用'
  const cited = [rule.source.title, rule.source.article ?? ''].join(' ').trim()
  return [
    rule.id,
    rule.name,
    `${KINDS[rule.kind]}${severity}${switched}`,
    cited,
    STANDINGS[rule.standing],
    `${rule.from ?? '—'}${rule.to === null ? '' : `至${rule.to}`}`,
    rule.places.length > 0 ? rule.places.join('、') : '尚未用于表单',
    rule.cases === null ? '—' : `${rule.cases.file}，${rule.cases.count}例`,
  ]
}

function valueRow(value: ParameterEntryValue): string[] {
  const place = value.jurisdiction === null ? '通用' : value.jurisdiction
  return [
    value.from,
    value.isExample ? `${place}（示例）` : place,
    value.text ?? '停止适用，恢复上级规定',
    `${value.sourceTitle} ${value.article}`,
    STANDINGS[value.standing],
    value.isChecked ? '已核对' : '待核对',
  ]
}

function sourceRow(source: Source): string[] {
  const title = source.url === undefined ? citeSource(source) : `[${citeSource(source)}](${source.url})`
  return [
    `\`${source.id}\``,
    title,
    source.issuer,
    source.issuedOn ?? '',
    TEXTS[source.text],
    source.note ?? '',
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
