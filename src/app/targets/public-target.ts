import { officeTexts } from '../../domain/disclosure/published-office.ts'
import { packageTexts } from '../../domain/disclosure/public-texts.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import type { FieldDefinition } from '../../domain/forms/form.ts'
import { rowsOf } from '../../domain/forms/form-index.ts'
import { checkRedaction, type PublicText } from '../../domain/results/checks/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findAttachment } from '../../storage/attachment-repository.ts'
import { findNames, findPlaceName } from '../../storage/name-repository.ts'
import {
  buildPackage,
  type Package,
  projectSubject,
  type PublicSubject,
} from '../disclosure/build-package.ts'
import { withholdingOf } from '../disclosure/find-withholding.ts'
import { gatherOffice, headOfOffice } from '../disclosure/gather-office.ts'
import { gatherTarget } from '../disclosure/gather-target.ts'
import { knownNames } from '../disclosure/known-names.ts'
import { publishPackage } from '../disclosure/publish-package.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

/** Sections that are of the bureau's own work and leave the house with no document. */
const INSIDE = ['departmentReview', 'review', 'thirdParty', 'disclosure']

/** Whether anything personal or secret is about to leave; what is withheld or agreed to be a false alarm passes. */
export async function redactionFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const made = await targetPackage(context, data)
  const where = { section: 'disclosure', field: 'withheld' }
  const texts: PublicText[] = made
    ? packageTexts(made.uncovered).map((text) => ({ ...text, where, isFixed: true }))
    : openTexts(data)
  const names = await knownNames(context, [data])
  const secretWords = rulesOf(context, data).value('results.secret_words').value.words
  const clearance = { alarms: alarmsOf(data), covers: made?.withheldWords ?? [] }
  return checkRedaction(texts, clearance, { names, secretWords }, 'agreed')
}

/** 登记公开: the target is copied into the room of the public. */
export async function copyTarget(context: Context, data: RecordData): Promise<void> {
  const made = await targetPackage(context, data)
  if (made) await publishPackage(context, made)
}

async function targetPackage(context: Context, data: RecordData): Promise<Package | undefined> {
  const approved = data.acts.findLast(({ action }) => action === 'approve' || action === 'adjust')
  const subject = approved && (await subjectOf(context, data))
  if (!subject) return undefined
  const content = data.content as TargetsSheetContent
  const target = gatherTarget(data, dayOf(approved.actedAt))
  const office = gatherOffice(data)
  const [fileId] = content.disclosedFile ?? []
  const file = fileId ? await findAttachment(context.db, fileId) : undefined
  return buildPackage(context, {
    subject,
    occasion: 'target',
    correction: approved.action === 'adjust' ? '绩效目标经批准调整，按调整后的目标公开。' : null,
    elsewhere: {
      carrier: content.disclosurePlace ?? '',
      url: content.disclosureUrl ?? '',
      on: content.disclosedOn ?? '',
      fileSha256: file?.sha256 ?? '',
    },
    parts: { target, ...(office ? { office } : {}) },
    withheld: [],
    covers: [],
  })
}

/** The project behind the target, or the office that set it; nothing where it stays inside. */
async function subjectOf(context: Context, data: RecordData): Promise<PublicSubject | undefined> {
  const { project, record } = data
  if (project) return project.isClassified ? undefined : projectSubject(context, project, 'target')
  const { jurisdictionId, organisationId } = record
  if (!organisationId || !gatherOffice(data)) return undefined
  const names = await findNames(context.db, [organisationId])
  return {
    id: record.id,
    place: { code: jurisdictionId, name: await findPlaceName(context.db, jurisdictionId) },
    year: record.fiscalYear,
    head: headOfOffice(data, names[organisationId] ?? ''),
    withholding: await withholdingOf(context, data, 'target', (content) => {
      const office = gatherOffice({ ...data, content })
      return office ? officeTexts(office) : []
    }),
  }
}

/** Whether a second person agreed to the rows is TGT-303. */
function alarmsOf({ content }: RecordData): string[] {
  const rows = (content as TargetsSheetContent).withheld ?? []
  return rows.flatMap(({ what, basis }) => (basis === 'falseAlarm' && what ? [what] : []))
}

/** What a form without a public page prints: every text that is nobody's name and no opinion. */
function openTexts({ form, content }: RecordData): PublicText[] {
  const isText = ({ type, isPersonal }: FieldDefinition) =>
    (type === 'text' || type === 'longtext') && isPersonal !== true
  return form.sections
    .filter(({ id }) => !INSIDE.includes(id))
    .flatMap(({ id: section, fields }) =>
      fields.flatMap((field) => {
        const where = { section, field: field.id }
        const value = content[field.id]
        const own =
          isText(field) && typeof value === 'string'
            ? [{ text: value, label: `“${field.label}”`, where }]
            : []
        const cells = rowsOf(content, field.id).flatMap((row, at) =>
          (field.columns ?? []).filter(isText).flatMap(({ id, label }) => {
            const text = row[id]
            if (typeof text !== 'string') return []
            return [{ text, label: `“${label}”第${at + 1}行`, where: { ...where, row: at, column: id } }]
          }),
        )
        return [...own, ...cells].map((one) => ({ ...one, isFixed: true }))
      }),
    )
}
