import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { PARAMETER_SHAPES } from '../domain/rules/parameter-values.ts'
import { DomainError } from '../domain/shared/errors.ts'
import type { Layer, ParameterDefinition } from './definition.ts'
import { type Parsed, parseLayer, parseParameter, parseSources } from './parse.ts'
import { makeRuleBook, type RuleBook } from './rule-book.ts'
import { parseYaml } from './parse-yaml.ts'

export type LoadOptions = {
  /** Layers approved in the database. */
  readonly layers?: readonly Layer[]
  /** Whether overlays marked as examples take effect (demonstration only). */
  readonly withExamples?: boolean
}

/**
 * Reads the rules folder: `sources.yaml`, `parameters/<stage>/<name>.yaml`,
 * `overlays/<region>/<code>/<stage>/<name>.yaml`.
 * @throws DomainError RULE_VIOLATED listing every faulty file with its reason.
 */
export function loadRules(folder: string, options: LoadOptions = {}): RuleBook {
  const faults: string[] = []
  const keep = <T>(file: string, parsed: Parsed<T>): T[] => {
    if (parsed.ok) return [parsed.value]
    faults.push(...parsed.faults.map((fault) => `${relative(folder, file)}:${fault}`))
    return []
  }
  const sourceFile = join(folder, 'sources.yaml')
  const sources = keep(sourceFile, parseSources(readYaml(sourceFile)))[0] ?? []
  const parameters = yamlFiles(join(folder, 'parameters')).flatMap((file) =>
    keep(file, parseParameter(parameterId(join(folder, 'parameters'), file), readYaml(file), sources)),
  )
  const layers = yamlFiles(join(folder, 'overlays')).flatMap((file) =>
    keep(file, checkPlace(file, parseLayer(relative(folder, file), readYaml(file), sources))),
  )
  faults.push(...missing(parameters))
  if (faults.length > 0) {
    throw new DomainError('RULE_VIOLATED', `规则文件不能使用：${faults.join('；')}。请改正后重新启动。`, {
      faults,
    })
  }
  const active = layers.filter((layer) => !layer.isExample || options.withExamples === true)
  return makeRuleBook(sources, parameters, [...active, ...(options.layers ?? [])])
}

function readYaml(file: string): unknown {
  try {
    return parseYaml(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DomainError('RULE_VIOLATED', `规则文件 ${file} 无法读取：${reason}`, { file })
  }
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => join(folder, file))
}

/** `evaluation/grade_cutoffs.yaml` → `evaluation.grade_cutoffs`. */
function parameterId(folder: string, file: string): string {
  return relative(folder, file)
    .replace(/\.yaml$/, '')
    .split(sep)
    .join('.')
}

/** An overlay lies in the folder of its jurisdiction, so that a reader finds all of a county's rules. */
function checkPlace(file: string, parsed: Parsed<Layer>): Parsed<Layer> {
  if (!parsed.ok) return parsed
  const { jurisdiction, parameter } = parsed.value
  const expected = [jurisdiction, ...parameter.split('.')].join('/')
  const isRight = file.split(sep).join('/').endsWith(`/${expected}.yaml`)
  return isRight ? parsed : { ok: false, faults: [`应放在 …/${expected}.yaml`] }
}

function missing(parameters: readonly ParameterDefinition[]): string[] {
  const present = new Set<string>(parameters.map((definition) => definition.id))
  return Object.keys(PARAMETER_SHAPES)
    .filter((id) => !present.has(id))
    .map((id) => `缺少参数文件 parameters/${id.replace('.', '/')}.yaml`)
}
