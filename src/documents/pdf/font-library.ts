import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type CharacterMap, readCharacterMap } from './character-map.ts'
import { unpackWoff } from './unpack-woff.ts'

/** Weights of Noto Serif SC that stand in for 仿宋 and 宋体, 楷体, 黑体 and 小标宋. */
export type Weight = 400 | 600 | 700 | 900

/** Printed instead of a character that no part of the typeface has (〓, the printer's stopgap). */
const STOPGAP = '〓'
const MAIN = 'chinese-simplified'

type Part = { readonly file: string; readonly font: Buffer; readonly has: CharacterMap }
type Range = { readonly part: string; readonly first: number; readonly last: number }

const parts = new Map<string, Part>()
let ranges: readonly Range[] | undefined

/** A stretch of text that one font file can print. */
export type FontRun = { readonly text: string; readonly font: string }

/** The bytes behind every font name handed out so far; new names appear as texts need them. */
export function fontFiles(): ReadonlyMap<string, Buffer> {
  return new Map([...parts.values()].map((part) => [part.file, part.font]))
}

/**
 * Cuts a text into stretches by font file.
 *
 * The main file of the package has about 8,000 characters and lacks ≥, ≤, ①, □ and rarer
 * characters of names; those come from the package's small files, loaded when first needed.
 */
export function splitByFont(text: string, weight: Weight): FontRun[] {
  const main = loadPart(MAIN, weight)
  const runs: { text: string; font: string }[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const isPrintable = codePoint < 0x20 || main.has(codePoint)
    const part = isPrintable ? main : findPart(codePoint, weight)
    const shown = part === undefined ? STOPGAP : character
    const font = (part ?? main).file
    const last = runs.at(-1)
    if (last?.font === font) last.text += shown
    else runs.push({ text: shown, font })
  }
  return runs
}

function findPart(codePoint: number, weight: Weight): Part | undefined {
  ranges ??= readRanges()
  for (const range of ranges) {
    if (codePoint < range.first || codePoint > range.last) continue
    const part = loadPart(range.part, weight)
    if (part.has(codePoint)) return part
  }
  return undefined
}

function loadPart(name: string, weight: Weight): Part {
  const file = `noto-serif-sc-${name}-${weight}-normal.woff`
  const known = parts.get(file)
  if (known !== undefined) return known
  const font = unpackWoff(readFileSync(join(packageFolder(), 'files', file)))
  const part = { file, font, has: readCharacterMap(font) }
  parts.set(file, part)
  return part
}

/** `unicode.json` of the package: part name (`[4]`, `latin`) → `U+1f1e9-1f1f5,U+1f21a`. */
function readRanges(): Range[] {
  const text = readFileSync(join(packageFolder(), 'unicode.json'), 'utf8')
  const byName = JSON.parse(text) as Record<string, string>
  return Object.entries(byName).flatMap(([name, list]) =>
    list.split(',').map((item) => {
      const [first, last] = item.trim().replace(/^U\+/i, '').split('-')
      const from = Number.parseInt(first ?? '', 16)
      return {
        part: name.replace(/[[\]]/g, ''),
        first: from,
        last: last === undefined ? from : Number.parseInt(last, 16),
      }
    }),
  )
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/package.json'))
}
