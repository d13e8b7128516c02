import type { PublishedProject } from '../published-project.ts'
import { OPEN_TABLES, type OpenCell, type OpenField, type OpenTable } from './tables.ts'

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

/**
 * A Data Package v2: `datapackage.json`, each table as CSV with its Table Schema and once more as JSON, the
 * publications word for word, and their proofs.
 *
 * CSV begins with a byte order mark: WPS and Excel read UTF-8 rightly only with it. The specification asks for
 * UTF-8 and says nothing against the mark; readers of CSV on the web drop it.
 */
export function buildDataPackage(head: PackageHead, sources: readonly OpenSource[]): PackageFile[] {
  const tables = OPEN_TABLES.map((table) => ({
    table,
    rows: sources.flatMap(({ published }) => table.rowsOf(published)),
  }))
  const proofs = sources.filter(({ bundle }) => bundle !== null)
  const descriptor = {
    $schema: DATA_PACKAGE_PROFILE,
    name: head.name,
    title: head.title,
    description: `${head.isDemonstration ? '演示数据，全部虚构。' : ''}预算绩效公开数据。金额单位为元，分值和得分单位为分。proofs 中为契约账证据包，可离线核验。`,
    version: String(Math.max(...sources.map(({ published }) => published.version))),
    created: `${lastDay(sources)}T00:00:00Z`,
    resources: [
      ...tables.map(({ table }) => tableResource(table)),
      ...tables.map(({ table }) => jsonResource(table)),
      fileResource('publications', 'publications.json', '公开数据原文和摘要', 'json', 'application/json'),
      ...proofs.map(({ published }) =>
        fileResource(
          `proof-${published.id}`,
          `proofs/${published.id}-v${published.version}.json`,
          `${published.project.name}的契约账证据包`,
          'json',
          'application/json',
        ),
      ),
    ],
  }
  return [
    { path: 'datapackage.json', text: `${JSON.stringify(descriptor, null, 2)}\n` },
    ...tables.map(({ table, rows }) => ({ path: `${table.name}.csv`, text: writeCsv(table.fields, rows) })),
    ...tables.map(({ table, rows }) => ({ path: `${table.name}.json`, text: writeRows(table.fields, rows) })),
    {
      path: 'publications.json',
      text: `${JSON.stringify(
        sources.map(({ published, sha256 }) => ({ sha256, published })),
        null,
        1,
      )}\n`,
    },
    ...proofs.map(({ published, bundle }) => ({
      path: `proofs/${published.id}-v${published.version}.json`,
      text: `${bundle}\n`,
    })),
  ]
}

function lastDay(sources: readonly OpenSource[]): string {
  return (
    sources
      .map(({ published }) => published.published.on)
      .sort()
      .at(-1) ?? ''
  )
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

function writeCsv(fields: readonly OpenField[], rows: readonly (readonly OpenCell[])[]): string {
  const lines = [
    fields.map(({ name }) => name),
    ...rows.map((row) => row.map((cell, at) => csvCell(cell, fields[at]))),
  ]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(',')}\r\n`).join('')
}

/** Cells that a spreadsheet would take for a formula, in text columns only: numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

function csvCell(cell: OpenCell, field: OpenField | undefined): string {
  if (cell === null) return ''
  const text = String(cell)
  const safe = field?.type === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function writeRows(fields: readonly OpenField[], rows: readonly (readonly OpenCell[])[]): string {
  const objects = rows.map((row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at] ?? null])))
  return `${JSON.stringify(objects, null, 1)}\n`
}
