import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { FormDefinition } from '../domain/forms/form.ts'
import { DomainError } from '../domain/shared/errors.ts'
import { parseForm } from './parse-form.ts'
import { parseYaml } from './parse-yaml.ts'

/**
 * Reads `forms/<stage>/<noun>.yaml` below the rules folder, sorted by id.
 * @param rulesFolder the folder that holds `forms`
 * @throws DomainError RULE_VIOLATED listing every fault of every file with its place.
 */
export function loadForms(rulesFolder: string): FormDefinition[] {
  const folder = join(rulesFolder, 'forms')
  const faults: string[] = []
  const forms = yamlFiles(folder).flatMap((file) => {
    const parsed = parseForm(formId(file), readYaml(join(folder, file)))
    if (parsed.ok) return [parsed.form]
    faults.push(...parsed.faults.map((fault) => `forms/${file.split(sep).join('/')}：${fault}`))
    return []
  })
  if (faults.length === 0) return forms
  throw new DomainError('RULE_VIOLATED', `表单文件不能使用：${faults.join('；')}。请改正后重新启动。`, {
    faults,
  })
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
}

function formId(file: string): string {
  return file
    .replace(/\.yaml$/, '')
    .split(sep)
    .join('/')
}

function readYaml(file: string): unknown {
  try {
    return parseYaml(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DomainError('RULE_VIOLATED', `表单文件 ${file} 无法读取：${reason}`, { file })
  }
}
