import { readFile, writeFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { expect } from 'vitest'
import type { DocumentBlocks } from '../../src/domain/documents/block.ts'

/** All text without white space, so that line ends and tab stops do not matter. */
export function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}

/** One part of a .docx as text. */
export async function docxPart(file: Buffer, path: string): Promise<string> {
  const zip = await JSZip.loadAsync(file)
  return zip.file(path)!.async('string')
}

/** The text of the body of a .docx, in the order of the file. */
export async function docxText(file: Buffer): Promise<string> {
  const xml = await docxPart(file, 'word/document.xml')
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => unescapeXml(match[1]!)).join('')
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

/** The text of every page of an uncompressed PDF of ours, in the order it is drawn. */
export function pdfPages(file: Buffer): string[] {
  const objects = readObjects(file.toString('latin1'))
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  return pages.map((page) => {
    const resources = objects.get(reference(page, 'Resources')) ?? page
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [
        match[1]!,
        readUnicodeMap(objects.get(reference(objects.get(match[2]!) ?? '', 'ToUnicode')) ?? ''),
      ]),
    )
    return drawnText(objects.get(reference(page, 'Contents')) ?? '', fonts)
  })
}

function readObjects(pdf: string): Map<string, string> {
  return new Map(
    [...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [match[1]!, match[2]!]),
  )
}

function reference(body: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? ''
}

function readUnicodeMap(cmap: string): Map<number, string> {
  const characters = new Map<number, string>()
  for (const range of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(range[1]!, 16)
    for (const [index, code] of [...range[2]!.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const units = code[1]!.replace(/ /g, '').match(/.{4}/g) ?? []
      characters.set(first + index, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))))
    }
  }
  return characters
}

function drawnText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map()
  let text = ''
  for (const part of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (part[1] !== undefined) font = fonts.get(part[1]) ?? new Map()
    else {
      for (const glyphs of part[2]!.matchAll(/<([0-9a-f]+)>/gi)) {
        for (const glyph of glyphs[1]!.match(/.{4}/g) ?? [])
          text += font.get(Number.parseInt(glyph, 16)) ?? '?'
      }
    }
  }
  return text
}

/** Compares with the accepted file; `UPDATE_GOLDEN=1` accepts the new text instead. */
export async function expectGolden(path: URL, actual: string): Promise<void> {
  if (process.env['UPDATE_GOLDEN'] === '1') return writeFile(path, actual)
  expect(actual).toBe(await readFile(path, 'utf8'))
}

/**
 * A text, or a page of it, without the page numbers of its contents, which are no part of what it says: digits
 * between a title and the next title or the end.
 */
export function withoutPageNumbers(text: string, document: DocumentBlocks): string {
  const entries = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : [])),
  )
  if (entries.length === 0) return text
  const titles = [...new Set(entries.map((entry) => squeeze(entry.text)))].sort((a, b) => b.length - a.length)
  const escaped = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const numbered = new RegExp(`(${escaped.join('|')})\\d+(?=${escaped.join('|')}|$|—|演示)`, 'g')
  return text.replace(numbered, '$1')
}
