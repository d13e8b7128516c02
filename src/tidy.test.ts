import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom. A folder that is missing from a row is a wall. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  rules: ['rules', 'domain'],
  storage: ['storage', 'domain'],
  documents: ['documents', 'domain'],
  app: ['app', 'domain', 'rules', 'storage', 'documents'],
  server: ['server', 'app', 'domain'],
  cli: ['cli', 'server', 'public-site', 'app', 'domain'],
  'public-site': ['public-site', 'domain'],
  web: ['web', 'domain'],
}

/** A stage opens to other stages only through its index.ts. */
const STAGES = ['project', 'exante', 'targets', 'monitoring', 'evaluation', 'results', 'pilot']
const STAGED_LAYERS = ['domain', 'app']

const IMPURE =
  /from '(node:|kysely|pg|fastify|react|docx|typebox)|new Date\(\)|Date\.now|Math\.random|process\.env/
const PINYIN =
  /\b(jixiao|yusuan|xiangmu|pingjia|zhibiao|jiankong|zhenggai|shenhe|pifu|caizheng|danwei|bumen)/i
const LEFT_OVER = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)|\bas any\b|: any\b/
const LINES_MAX = 400
const GENERATED = ['src/domain/forms/contents.ts', 'src/web/generated/api.d.ts']
/** Files that may be long: catalogues of text. */
const LONG = ['src/web/zh.ts']

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => /\.tsx?$/.test(path) && !GENERATED.includes(path))

const isTest = (path: string) => /\.(test|fixture)\.|\/testing(\/|\.ts)/.test(path)
const sources = paths.filter((path) => !isTest(path) && path !== 'src/tidy.test.ts')

test.each(sources)('%s stays inside its walls', (path) => {
  const text = readFileSync(path, 'utf8')
  const imported = importsOf(path, text)
  expect(imported.filter((target) => !(MAY_IMPORT[layerOf(path)] ?? []).includes(layerOf(target)))).toEqual(
    [],
  )
  expect(imported.filter((target) => !existsSync(target))).toEqual([])
  if (layerOf(path) === 'domain') expect(text).not.toMatch(IMPURE)
})

test.each(sources.filter((path) => stageOf(path) !== undefined))(
  '%s enters other stages by the front door',
  (path) => {
    const own = stageOf(path)
    const through = importsOf(path, readFileSync(path, 'utf8')).filter((target) => {
      const other = stageOf(target)
      return (
        other !== undefined &&
        other !== own &&
        !target.endsWith(`/${other}/index.ts`) &&
        layerOf(target) === layerOf(path)
      )
    })
    expect(through).toEqual([])
  },
)

test.each(paths.filter((path) => !isTest(path)))('%s is short, English and finished', (path) => {
  const text = readFileSync(path, 'utf8')
  if (!LONG.includes(path)) expect(text.split('\n').length).toBeLessThanOrEqual(LINES_MAX)
  if (path !== 'src/tidy.test.ts') {
    expect(text).not.toMatch(PINYIN)
    expect(text).not.toMatch(LEFT_OVER)
  }
})

test('no test puts a module of its own in place of one: files share what is loaded', () => {
  const mocking = paths.filter((path) => /\bvi\.(mock|doMock)\(/.test(readFileSync(path, 'utf8')))
  expect(mocking).toEqual([])
})

test('the walls would notice a breach', () => {
  const breach = "import { sql } from '../../storage/connection.ts'\nimport { x } from '../results/task.ts'"
  const targets = importsOf('src/domain/targets/sheet.ts', breach)
  expect(targets.map(layerOf)).toContain('storage')
  expect(targets.map(stageOf)).toContain('results')
})

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map((match) =>
    join(dirname(path), (match[1] as string).replace(/\?.*$/, '')),
  )
}

function layerOf(path: string): string {
  return path.split('/')[1] as string
}

function stageOf(path: string): string | undefined {
  const [, layer, folder, ...rest] = path.split('/')
  return STAGED_LAYERS.includes(layer as string) && STAGES.includes(folder as string) && rest.length > 0
    ? folder
    : undefined
}
