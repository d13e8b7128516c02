import { UNIT_PATTERN } from '../../targets/compute/index.ts'

/**
 * The indicator's name without what forms put around it: ★, 指标1:, numbering, (必填), (≥**人).
 * `★★★受益建档立卡贫困人口数≥**人` → `受益建档立卡贫困人口数`.
 */
export function plainName(name: string | null): string {
  return (name ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[★*]+/, '')
    .replace(/^指标\d+[:：、.]?/, '')
    .replace(/^(\(?[一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[、.](?!\d))/, '')
    .replace(/^[★*]+/, '')
    .replace(/\((?:必填[^)]*|选填[^)]*)\)/g, '')
    .replace(/\(?[≥≤≧≦<>=]+\*+[^()]*\)?/g, '')
}

/** A line of the template nobody filled in: `指标2`, `指标1:`, `三级指标`, `指标名称`, `……`, `*****`. */
export function isTemplateName(name: string | null): boolean {
  const plain = (name ?? '').trim()
  return plain !== '' && /^((?:[三二]级)?指标(名称|内容)?\d*[:：、.]?|[…\s.]+|[*＊]{3,})$/.test(plain)
}

/** 其中…: a part of the row above, which carries the weight. */
export function isPartName(name: string | null): boolean {
  return /^[★*\s]*其中/.test(name ?? '')
}

/** Years, grades and hours in a name say which, not how many. */
const COUNT = new RegExp(`(?<!第)\\d(?![年月日天级等度届号类%]|小时|分钟)(?:${UNIT_PATTERN})`)

/** 开展检查380次: the name says how many. 1-4级 is a range of grades. */
export function hasCount(name: string): boolean {
  return COUNT.test(name) && !/\d+-\d/.test(name)
}
