import type { PublishedProject } from '../published-project.ts'
import type { OpenCell, OpenField, OpenTable } from './table-parts.ts'
import { OPEN_TABLES } from './tables.ts'

/** A file of a data package, by its path in it. */
export type PackageFile = { readonly path: string; readonly text: string }

/** What a package is made from: publications, each with its digest and, once there is one, its ledger proof. */
export type OpenSource = {
  readonly published: PublishedProject
  readonly sha256: string
  readonly bundle: string | null
}

export type PackageHead = { readonly name: string; readonly title: string; readonly isDemonstration: boolean }

export const DATA_PACKAGE_PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json'
export const RESOURCE_PROFILE = 'https://datapackage.org/profiles/2.0/dataresource.json'
export const TABLE_SCHEMA_PROFILE = 'https://datapackage.org/profiles/2.0/tableschema.json'

/** A package as it grows: each publication adds to its files, so that nobody needs to hold all of them at once. */
export type DataPackageWriter = {
  /** Pieces to be put at the end of the files they name. */
  readonly add: (source: OpenSource) => readonly PackageFile[]
  /** The last pieces; `datapackage.json` among them is whole. */
  readonly end: () => readonly PackageFile[]
}

/**
 * A Data Package v2: `datapackage.json`, each table as CSV with its Table Schema and once more as JSON, the
 * publications word for word, and their proofs.
 *
 * CSV begins with a byte order mark: WPS and Excel read UTF-8 rightly only with it. The specification asks for
 * UTF-8 and says nothing against the mark; readers of CSV on the web drop it.
 */
export function startDataPackage(head: PackageHead): DataPackageWriter {
  const lists = new Map(OPEN_TABLES.map(({ name }) => [name, jsonList(`${name}.json`)]))
  const publications = jsonList('publications.json')
  const proofs: { path: string; id: string; name: string }[] = []
  let [version, lastDay, isFirst] = [0, '', true]
  return {
    add({ published, sha256, bundle }) {
      const { id, version: own, project } = published
      const heads = isFirst ? OPEN_TABLES.map((table) => csvHead(table)) : []
      isFirst = false
      version = Math.max(version, own)
      if (published.published.on > lastDay) lastDay = published.published.on
      const path = `proofs/${id}-v${own}.json`
      if (bundle !== null) proofs.push({ path, id, name: project.name })
      return [
        ...heads,
        ...OPEN_TABLES.flatMap(({ name, fields, rowsOf }) => {
          const rows = rowsOf(published)
          const list = lists.get(name)
          return [
            { path: `${name}.csv`, text: csvRows(fields, rows) },
            ...rows.flatMap((row) => list?.add(rowObject(fields, row)) ?? []),
          ]
        }),
        publications.add({ sha256, published }),
        ...(bundle === null ? [] : [{ path, text: `${bundle}\n` }]),
      ]
    },
    end: () => [
      ...(isFirst ? OPEN_TABLES.map((table) => csvHead(table)) : []),
      ...[...lists.values(), publications].map((list) => list.end()),
      {
        path: DESCRIPTOR,
        text: `${JSON.stringify(describe(head, { version, lastDay, proofs }), null, 2)}\n`,
      },
    ],
  }
}

export const DESCRIPTOR = 'datapackage.json'

/** The files of a package that is small enough to be held, `datapackage.json` first. */
export function buildDataPackage(head: PackageHead, sources: readonly OpenSource[]): PackageFile[] {
  const writer = startDataPackage(head)
  const files = new Map([[DESCRIPTOR, '']])
  for (const { path, text } of [...sources.flatMap(writer.add), ...writer.end()])
    files.set(path, (files.get(path) ?? '') + text)
  return [...files].map(([path, text]) => ({ path, text }))
}

function describe(
  head: PackageHead,
  all: { version: number; lastDay: string; proofs: readonly { path: string; id: string; name: string }[] },
) {
  return {
    $schema: DATA_PACKAGE_PROFILE,
    name: head.name,
    title: head.title,
    description: `${head.isDemonstration ? '演示数据，全部虚构。' : ''}预算绩效公开数据。金额单位为元，分值和得分单位为分。proofs 中为契约账证据包，可离线核验。`,
    version: String(all.version),
    created: `${all.lastDay}T00:00:00Z`,
    resources: [
      ...OPEN_TABLES.map((table) => tableResource(table)),
      ...OPEN_TABLES.map((table) => jsonResource(table)),
      fileResource('publications', 'publications.json', '公开数据原文和摘要', 'json', 'application/json'),
      ...all.proofs.map(({ path, id, name }) =>
        fileResource(`proof-${id}`, path, `${name}的契约账证据包`, 'json', 'application/json'),
      ),
    ],
  }
}

/** A list that is written member by member, as `JSON.stringify(list, null, 1)` would write it. */
function jsonList(path: string) {
  let count = 0
  return {
    add(member: unknown): PackageFile {
      const text = JSON.stringify(member, null, 1).replaceAll('\n', '\n ')
      count += 1
      return { path, text: `${count === 1 ? '[\n ' : ',\n '}${text}` }
    },
    end: (): PackageFile => ({ path, text: count === 0 ? '[]\n' : '\n]\n' }),
  }
}

function tableResource({ name, title, fields, key }: OpenTable) {
  const foreign = name === 'projects' ? {} : { foreignKeys: [FOREIGN_KEY] }
  return {
    $schema: RESOURCE_PROFILE,
    name,
    type: 'table',
    path: `${name}.csv`,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: TABLE_SCHEMA_PROFILE,
      fields: fields.map((field) => ({
        name: field.name,
        type: field.type,
        title: field.title,
        ...(field.isRequired ? { constraints: { required: true } } : {}),
      })),
      missingValues: [''],
      primaryKey: key,
      ...foreign,
    },
  }
}

const FOREIGN_KEY = { fields: ['project_id'], reference: { resource: 'projects', fields: ['project_id'] } }

function jsonResource({ name, title }: OpenTable) {
  return fileResource(
    `${name}-json`.replaceAll('_', '-'),
    `${name}.json`,
    `${title}（JSON）`,
    'json',
    'application/json',
  )
}

function fileResource(name: string, path: string, title: string, format: string, mediatype: string) {
  return { $schema: RESOURCE_PROFILE, name, path, title, format, mediatype, encoding: 'utf-8' }
}

const BYTE_ORDER_MARK = '\ufeff'

function csvHead({ name, fields }: OpenTable): PackageFile {
  return { path: `${name}.csv`, text: `${BYTE_ORDER_MARK}${fields.map((field) => field.name).join(',')}\r\n` }
}

function csvRows(fields: readonly OpenField[], rows: readonly (readonly OpenCell[])[]): string {
  return rows.map((row) => `${row.map((cell, at) => csvCell(cell, fields[at])).join(',')}\r\n`).join('')
}

/** Cells that a spreadsheet would take for a formula, in text columns only: numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

function csvCell(cell: OpenCell, field: OpenField | undefined): string {
  if (cell === null) return ''
  const text = String(cell)
  const safe = field?.type === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function rowObject(fields: readonly OpenField[], row: readonly OpenCell[]) {
  return Object.fromEntries(fields.map(({ name }, at) => [name, row[at] ?? null]))
}
