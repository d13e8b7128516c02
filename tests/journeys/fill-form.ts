import type { Locator, Page } from 'playwright-core'
import type { Content, ContentRow, ContentValue, FieldDefinition } from '../../src/domain/forms/form.ts'
import type { FormDefinition } from '../../src/domain/forms/form.ts'
import { isBlank } from '../../src/domain/forms/value.ts'
import { formatCell } from '../../src/domain/forms/cell-text.ts'
import { editColumns, hasFixedRows } from '../../src/web/forms/grid/columns.ts'
import { toTsv } from '../../src/web/forms/tsv.ts'

/** A file to be handed in: stands in content where the id of an attachment will stand. */
export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

export type Filling = {
  readonly form: FormDefinition
  /** What to fill in; fields not named stay as they are. */
  readonly content: Content
  /** What the record holds already: equal fields are passed over. */
  readonly before?: Content
  /** The name a person or an organisation is chosen by. */
  readonly nameOf: (id: string) => string
  /** The file a placeholder in a field of files stands for. */
  readonly fileOf?: (placeholder: string) => Upload
}

/**
 * Fills in a form the way a person does: typing into boxes (money in 万元), picking from lists,
 * pasting blocks as they come from WPS. Ends when the cells show what was meant.
 */
export async function fillForm(page: Page, filling: Filling): Promise<void> {
  const { form, content, before = {} } = filling
  const fields = form.sections.flatMap((section) => section.fields)
  for (const id of Object.keys(content)) {
    if (!fields.some((field) => field.id === id)) throw new Error(`${form.id} has no field ${id}`)
  }
  for (const field of fields) {
    const value = content[field.id]
    if (value === undefined || JSON.stringify(value) === JSON.stringify(before[field.id])) continue
    if (field.readonly && field.type !== 'rows') throw new Error(`${form.id}: ${field.id} is readonly`)
    if (field.type === 'rows') await fillRows(page, filling, field, value as readonly ContentRow[])
    else await fillField(page, filling, field, value)
  }
}

/** Saves with the keys people are used to; waits until the page says that everything typed is stored. */
export async function saveNow(page: Page): Promise<void> {
  const status = page.locator('.save-status')
  await page.keyboard.press('Control+s')
  await status.filter({ hasText: /^(已保存|未保存|.*他人更新)/ }).waitFor()
  const text = await status.textContent()
  if (!text?.startsWith('已保存')) throw new Error(`the page says: ${text}`)
}

function placeOf(page: Page, field: string, row?: number, column?: string): Locator {
  return page.locator(row === undefined ? `[id="f-${field}"]` : `[id="f-${field}-${row}-${column ?? ''}"]`)
}

async function fillField(page: Page, filling: Filling, field: FieldDefinition, value: ContentValue) {
  const place = placeOf(page, field.id)
  switch (field.type) {
    case 'choice':
    case 'boolean':
      return choose(page, field, formatCell(field, value))
    case 'choices':
      return tick(page, field, value as readonly string[])
    case 'date':
      await place.fill(String(value))
      return place.press('Enter')
    case 'person':
    case 'organisation':
      return pickFromList(page, place, filling.nameOf(String(value)))
    case 'files':
      return hand(place, filling, value as readonly string[])
    default:
      return place.fill(formatCell(field, value))
  }
}

/** Up to four choices stand open, more fold into a list. */
async function choose(page: Page, field: FieldDefinition, label: string) {
  const place = placeOf(page, field.id)
  if (field.type === 'choice' && (field.options ?? []).length > 4) return pickFromList(page, place, label)
  await place
    .locator('label')
    .filter({ hasText: exactly(label) })
    .click()
}

async function tick(page: Page, field: FieldDefinition, values: readonly string[]) {
  const boxes = page.locator(`fieldset[aria-label="${field.label}"] label`)
  for (const option of field.options ?? []) {
    const box = boxes.filter({ hasText: exactly(option.label) }).locator('input')
    await box.setChecked(values.includes(option.value))
  }
}

const OPEN_LIST = '.ant-select-dropdown:not(.ant-select-dropdown-hidden)'

/** Opens the list with a click on its box, types the beginning of the name, takes the entry. */
export async function pickFromList(page: Page, input: Locator, label: string) {
  await input.locator('xpath=ancestor::div[contains(@class, "ant-select")][1]').click()
  if ((await input.getAttribute('readonly')) === null) await input.fill(label)
  await listed(page, label).click()
}

/** The entry of the open list; an expert's stands with the employer behind the name. */
function listed(page: Page, label: string): Locator {
  return page
    .locator(`${OPEN_LIST} .ant-select-item-option`)
    .filter({ hasText: new RegExp(`^${escaped(label)}([（(].*)?$`) })
    .first()
}

async function hand(place: Locator, { fileOf }: Filling, placeholders: readonly string[]) {
  if (!fileOf) throw new Error('no files to hand in')
  const files = placeholders.map(fileOf)
  await place.locator('input[type=file]').setInputFiles([...files])
  for (const { name } of files) await place.getByRole('link', { name }).waitFor()
}

/** Pastes the whole table at its first cell, then picks and uploads what cannot be pasted. */
async function fillRows(page: Page, filling: Filling, field: FieldDefinition, rows: readonly ContentRow[]) {
  const columns = editColumns(field)
  const first = columns[0]
  if (!first) return
  const grid = placeOf(page, field.id)
  if (!hasFixedRows(field) && (await grid.locator('tbody tr').count()) === 0) {
    await grid.getByRole('button', { name: '增加一行' }).click()
  }
  const texts = rows.map((row) =>
    columns.map((column) => (isPastable(column) ? formatCell(column, row[column.id]) : '')),
  )
  await placeOf(page, field.id, 0, first.id).click({ position: { x: 4, y: 4 } })
  await paste(grid.locator('textarea.cell-input'), toTsv(texts))
  for (const [index, row] of rows.entries()) {
    for (const column of columns.filter((one) => !isPastable(one) && !isBlank(row[one.id]))) {
      const cell = placeOf(page, field.id, index, column.id)
      if (column.type === 'files') await hand(cell, filling, row[column.id] as readonly string[])
      else await pickInCell(page, cell, filling.nameOf(String(row[column.id])))
    }
  }
  await expectCells(page, field, columns, texts)
}

/** Names and files are not text: they are chosen from a list or uploaded. */
function isPastable({ type }: FieldDefinition): boolean {
  return type !== 'person' && type !== 'organisation' && type !== 'files'
}

async function pickInCell(page: Page, cell: Locator, name: string) {
  await cell.dblclick()
  await pickFromList(page, cell.locator('.cell-reference input'), name)
  await cell.locator('.cell-text').filter({ hasText: name }).waitFor()
}

/** What the browser does at Ctrl+V with cells on the clipboard. */
async function paste(cell: Locator, text: string) {
  await cell.evaluate((element, plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** Every cell that was pasted into shows what was pasted. */
async function expectCells(
  page: Page,
  field: FieldDefinition,
  columns: readonly FieldDefinition[],
  texts: readonly (readonly string[])[],
) {
  const open = columns.filter((column) => !column.readonly && isPastable(column))
  const wanted = texts.flatMap((line, row) =>
    open.map((column) => [`f-${field.id}-${row}-${column.id}`, (line[columns.indexOf(column)] ?? '').trim()]),
  )
  const wrong = async () =>
    page.evaluate((cells) => {
      const textOf = (id: string) =>
        document.getElementById(id)?.querySelector('.cell-text')?.textContent ?? '(no cell)'
      return cells
        .filter(([id = '', text]) => textOf(id).trim() !== text)
        .map(([id = '', text]) => `${id}: ${textOf(id)} instead of ${text}`)
    }, wanted)
  let left = await wrong()
  for (const until = Date.now() + 30_000; left.length > 0 && Date.now() < until; left = await wrong())
    await page.waitForTimeout(50)
  if (left.length > 0) throw new Error(`pasted cells do not show what was pasted: ${left.join('; ')}`)
}

function exactly(text: string): RegExp {
  return new RegExp(`^${escaped(text)}$`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
