import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IndicatorLibrary, LibraryIndicator, Sector } from '../domain/indicators/indicator.ts'
import { checkShape } from '../domain/rules/check-shape.ts'
import * as s from '../domain/rules/shape.ts'
import { DomainError } from '../domain/shared/errors.ts'
import type { Source } from './definition.ts'
import { parseIndicator } from './parse-indicator.ts'
import { parseYaml } from './parse-yaml.ts'

type IndicatorFile = Omit<Sector, 'id'> & { readonly indicators: readonly unknown[] }

/**
 * Reads `indicators/<sector>.yaml` below the rules folder; the common file first, then by name.
 * @param sources what the entries may cite
 * @throws DomainError RULE_VIOLATED listing every fault of every entry with its place
 */
export function loadIndicators(rulesFolder: string, sources: readonly Source[]): IndicatorLibrary {
  const folder = join(rulesFolder, 'indicators')
  const faults: string[] = []
  const sectors: Sector[] = []
  const indicators: LibraryIndicator[] = []
  for (const name of sectorFiles(folder)) {
    const fault = (what: string) => faults.push(`indicators/${name}.yaml：${what}`)
    const file = readFile(join(folder, `${name}.yaml`))
    const wrong = checkFile(name, file)
    if (wrong.length > 0) {
      wrong.forEach(fault)
      continue
    }
    const { title, words, indicators: entries } = file as IndicatorFile
    sectors.push({ id: name, title, words })
    for (const [index, entry] of entries.entries()) {
      const parsed = parseIndicator(name, entry, sources)
      if (parsed.ok) indicators.push(parsed.value)
      else for (const what of parsed.faults) fault(`${nameOf(entry, index)}：${what}`)
    }
  }
  faults.push(...twice(indicators))
  if (faults.length === 0) return { sectors, indicators }
  throw new DomainError('RULE_VIOLATED', `指标库不能使用：${faults.join('；')}。请改正后重新启动。`, {
    faults,
  })
}

function sectorFiles(folder: string): string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''))
    .sort()
  return ['common', ...names.filter((name) => name !== 'common')]
}

function readFile(file: string): unknown {
  try {
    return parseYaml(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DomainError('RULE_VIOLATED', `指标库文件 ${file} 无法读取：${reason}`, { file })
  }
}

function checkFile(name: string, file: unknown): string[] {
  if (file === null || typeof file !== 'object') return ['文件内容应为一组字段']
  const { indicators, ...head } = file as { indicators?: unknown }
  return [
    ...checkShape(s.object({ sector: s.choice(name), title: s.text, words: s.list(s.text) }), head, '文件'),
    ...(Array.isArray(indicators) && indicators.length > 0 ? [] : ['没有任何指标（indicators）']),
  ]
}

function nameOf(entry: unknown, index: number): string {
  const id = entry !== null && typeof entry === 'object' && 'id' in entry ? String(entry.id) : ''
  return id === '' ? `第 ${index + 1} 个指标` : id
}

/** An id is used once in the whole library, a name once: the same thing is defined in one place. */
function twice(indicators: readonly LibraryIndicator[]): string[] {
  const seen = new Set<string>()
  return indicators.flatMap(({ id, name }) => {
    const again = [id, name].filter((key) => seen.has(key))
    seen.add(id).add(name)
    return again.map((key) => `${id}：${key} 重复`)
  })
}
