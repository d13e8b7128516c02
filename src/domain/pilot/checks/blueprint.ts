import { findNamed, findOriginals, type Originals, tellingNumbers } from '../../blueprint/anonymise.ts'
import type { PilotBlueprintContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { quote } from '../../shared/quote.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

const PLAN = cite('nx-2022-pilot-plan', '四、（一）')
const gate = { stage: 'pilot', kind: 'gate', severity: 'error' } as const

/** PIL-170: a blueprint is made after acceptance, from what was accepted. */
export const PIL_170: RuleHeader = { id: 'PIL-170', name: '蓝本取自验收合格的试点', source: PLAN, ...gate }

/** PIL-171: one value of each parameter, and only what a chosen pilot really has today. */
export const PIL_171: RuleHeader = {
  id: 'PIL-171',
  name: '蓝本的内容与试点实际一致',
  source: cite('jiheng-default'),
  ...gate,
}

/** PIL-172: no name, unit, person or number of the originals can be read in a case. */
export const PIL_172: RuleHeader = {
  id: 'PIL-172',
  name: '案例中不留原名原数',
  source: cite('jiheng-default'),
  ...gate,
}

/** PIL-173: a figure that shows something works stands in a record. */
export const PIL_173: RuleHeader = {
  id: 'PIL-173',
  name: '经验做法的数字有出处',
  source: cite('jiheng-default'),
  ...gate,
}

/** PIL-174: a version is published once. */
export const PIL_174: RuleHeader = {
  id: 'PIL-174',
  name: '蓝本版本不重复',
  source: cite('jiheng-default'),
  ...gate,
}

/** What the pilots have today, as far as a row of the form can be compared with it. */
export type BlueprintTruth = {
  /** Codes of the places whose pilot was accepted. */
  readonly accepted: readonly string[]
  /** Field → what may be taken, as `key` of a row gives it, and in which places it is so. */
  readonly offered: Readonly<Record<BlueprintTable, ReadonlyMap<string, readonly string[]>>>
  readonly originals: Originals
  /** Numbers in the records of a kind of the pilot projects of a place; undefined for another place. */
  readonly numbersIn: (place: string, kind: string) => ReadonlySet<string> | undefined
  /** Whether this name and version was published before. */
  readonly isPublished: (name: string, version: string) => boolean
}

export const BLUEPRINT_TABLES = ['values', 'sectors', 'localIndicators', 'rubrics', 'forms'] as const
export type BlueprintTable = (typeof BLUEPRINT_TABLES)[number]
type Row = {
  readonly itemId?: string | null
  readonly text?: string | null
  readonly isTaken?: boolean | null
}

const SECTION: Readonly<Record<BlueprintTable, string>> = {
  values: 'values',
  sectors: 'indicators',
  localIndicators: 'indicators',
  rubrics: 'rubrics',
  forms: 'forms',
}

/** What a row is told apart by: its id, and for values what is said. */
export function rowKey({ itemId, text }: Row): string {
  return text == null ? (itemId ?? '') : `${subjectOf(itemId)}\n${text}`
}

/**
 * Rows of one parameter that differ from place to place are numbered (`results.plan_days#2`), revisions of one
 * indicator name who made them (`COM-042@640221`).
 */
export function subjectOf(itemId: string | null | undefined): string {
  return (itemId ?? '').split(/[#@]/)[0] ?? ''
}

/** Before a blueprint is handed on, and again before it is checked and published. */
export function checkBlueprint(content: PilotBlueprintContent, truth: BlueprintTruth): Finding[] {
  return [
    ...checkPilots(content, truth),
    ...BLUEPRINT_TABLES.flatMap((table) => checkTable(content, table, truth)),
    ...checkCases(content, truth),
    ...checkLessons(content, truth),
    ...foundIf(
      truth.isPublished(content.name ?? '', content.blueprintVersion ?? ''),
      PIL_174,
      `${quote(content.name ?? '')}的${content.blueprintVersion ?? ''}版已经发布过，请改用新的版本号。`,
      { section: 'basics', field: 'blueprintVersion' },
    ),
  ]
}

function checkPilots({ pilots }: PilotBlueprintContent, { accepted }: BlueprintTruth): Finding[] {
  const rows = pilots ?? []
  const where = { section: 'pilots', field: 'pilots' }
  return [
    ...foundIf(
      !rows.some(({ isTaken }) => isTaken),
      PIL_170,
      '没有取用任何试点，请先完成试点验收，再至少取用一个。',
      where,
    ),
    ...rows.flatMap(({ place, jurisdiction, isTaken }, row) =>
      foundIf(
        isTaken === true && !accepted.includes(jurisdiction ?? ''),
        PIL_170,
        `${place ?? ''}的试点没有验收合格，请取消取用。`,
        { ...where, row },
      ),
    ),
  ]
}

function takenPlaces({ pilots }: PilotBlueprintContent): string[] {
  return (pilots ?? []).filter(({ isTaken }) => isTaken).flatMap(({ place }) => place ?? [])
}

function checkTable(content: PilotBlueprintContent, table: BlueprintTable, truth: BlueprintTruth): Finding[] {
  const rows = (content[table] ?? []) as readonly (Row & { readonly title?: string | null })[]
  const places = takenPlaces(content)
  const seen = new Set<string>()
  return rows.flatMap((one, row) => {
    if (!one.isTaken) return []
    const where = { section: SECTION[table], field: table, row }
    const subject = table === 'rubrics' ? (one.itemId ?? '').split('/')[0] : subjectOf(one.itemId)
    const isTwin = seen.has(subject ?? '')
    seen.add(subject ?? '')
    const now = truth.offered[table].get(rowKey(one))
    const name = quote(one.title ?? one.itemId ?? '')
    if (isTwin) return [found(PIL_171, `${name}取用了两种，请只留一种。`, where)]
    if (!now) return [found(PIL_171, `${name}与试点现在的情况不同，请撤回后重新编制。`, where)]
    const isElsewhere = !now.some((place) => places.includes(place))
    return foundIf(isElsewhere, PIL_171, `${name}只见于没有取用的试点，请取消取用。`, where)
  })
}

function checkCases({ cases }: PilotBlueprintContent, { originals }: BlueprintTruth): Finding[] {
  return (cases ?? []).flatMap(({ caseTitle, text, isTaken }, row) => {
    const left = isTaken ? findOriginals(`${caseTitle ?? ''}\n${text ?? ''}`, originals) : []
    const named = left.slice(0, 5).map(quote).join('、')
    return foundIf(left.length > 0, PIL_172, `案例中还能看出原来的${named}，请改写后再提交。`, {
      section: 'cases',
      field: 'cases',
      row,
      column: 'text',
    })
  })
}

function checkLessons({ lessons }: PilotBlueprintContent, truth: BlueprintTruth): Finding[] {
  return (lessons ?? []).flatMap((lesson, row) => {
    const where = { section: 'lessons', field: 'lessons', row }
    const text = [lesson.problem, lesson.practice, lesson.figure].join('\n')
    const named = findNamed(text, truth.originals)
    const numbers = figuresOf(lesson.figure ?? '')
    const known = truth.numbersIn(lesson.place ?? '', lesson.recordKind ?? '')
    const missing = numbers.filter((number) => !known?.has(number))
    return [
      ...foundIf(named.length > 0, PIL_172, `经验做法中点了名（${named.join('、')}），请改写。`, where),
      ...foundIf(
        numbers.length === 0 || known === undefined || missing.length > 0,
        PIL_173,
        known === undefined
          ? `没有找到${quote(lesson.place ?? '')}的试点项目，请写明取用的试点地区。`
          : numbers.length === 0
            ? '请写出一个数字，说明做法有效。'
            : `在${lesson.place ?? ''}的这张表中查不到${missing.join('、')}，请核对数字或改选表单。`,
        { ...where, column: 'figure' },
      ),
    ]
  })
}

/** Every number of a figure, also the small ones: here they are to be found, not hidden. */
function figuresOf(text: string): string[] {
  const numbers = text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []
  return numbers.map((number) => {
    const plain = number.replaceAll(',', '')
    return tellingNumbers(plain)[0] ?? plain
  })
}
