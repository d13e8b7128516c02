import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../domain/shared/errors.ts'
import { parseYaml } from './parse-yaml.ts'

/** One row of the table of administrative divisions. */
export type Division = {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly level: 'province' | 'city' | 'county'
  readonly kind: string
  readonly tile: readonly [column: number, row: number]
  readonly validFrom: string
}

type DivisionFile = {
  readonly region: Omit<Division, 'parentId' | 'validFrom'>
  readonly validFrom: string
  readonly divisions: readonly (Omit<Division, 'parentId' | 'validFrom'> & { readonly parent: string })[]
}

/**
 * Reads `divisions/<code>.yaml` below the rules folder: a region and its cities and counties, parents
 * first. Another province is another file.
 * @throws DomainError RULE_VIOLATED for a code that is not six digits or has no parent in the table
 */
export function loadDivisions(rulesFolder: string): Division[] {
  const folder = join(rulesFolder, 'divisions')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => readDivisions(join(folder, file)))
}

function readDivisions(file: string): Division[] {
  const { region, validFrom, divisions } = parseYaml(readFileSync(file, 'utf8')) as DivisionFile
  const all: Division[] = [
    { ...region, parentId: null, validFrom },
    ...divisions.map(({ parent, ...division }) => ({ ...division, parentId: parent, validFrom })),
  ]
  const known = new Set(all.map(({ id }) => id))
  const wrong = all.filter(
    ({ id, parentId }) => !/^\d{6}$/.test(id) || (parentId !== null && !known.has(parentId)),
  )
  if (wrong.length > 0) {
    throw new DomainError(
      'RULE_VIOLATED',
      `行政区划表 ${file} 有误：${wrong.map(({ id }) => id).join('、')}，请核对代码和上级。`,
    )
  }
  return all
}
