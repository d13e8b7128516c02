import { canonicalJson } from './canonical-json.ts'
import {
  CANON_VERSION,
  CONTRACT_SCHEMA,
  type ContractLabels,
  type ContractSource,
  type SealPersonal,
  type StoredRow,
} from './contract.ts'
import { sealContent } from './seal-content.ts'
import { type SealedObject, type SealedValue, toSealedText } from './sealed-value.ts'
import { type Belonging, imageOf, toChinaTime } from './stored-image.ts'

export type ContractMaking = {
  readonly isPersonal: (place: string) => boolean
  readonly sealPersonal: SealPersonal
  /** Left out when a leaf is only rebuilt to be compared. */
  readonly labels?: ContractLabels
}

/**
 * The contract record of one sealed act, made from what is stored: the record and its project, the
 * review chain, the content the act froze, files by their digests, and the columns behind all this.
 * @throws TypeError when something stored cannot be sealed exactly
 */
export function buildContract(source: ContractSource, making: ContractMaking): SealedObject {
  const { record, frozen, frozenContent, jurisdiction, acts } = source
  const act = acts.at(-1)
  if (!act || act['id'] !== frozen['act_id']) throw new TypeError('the frozen version is not of the last act')
  return present({
    canon: CANON_VERSION,
    schema: CONTRACT_SCHEMA,
    type: source.type,
    jurisdiction: { code: jurisdiction.code, name: toSealedText(jurisdiction.name) },
    year: Number(record['fiscal_year']),
    contract: contractId(record),
    record: present({
      kind: record['kind'],
      id: record['id'],
      title: textOf(record['title']),
      version: Number(frozen['number']),
      subject: record['subject_id'],
    }),
    project: frozenContent.project ? projectOf(frozenContent.project, source.project, making) : undefined,
    document: textOf(act['document_number']),
    sealedAt: toChinaTime(act['acted_at'] ?? ''),
    chain: acts.map((one, index) => chainLink(one, index, making)),
    content: sealContent(frozenContent.content ?? {}, 'content', making.isPersonal, making.sealPersonal),
    attachments: listOf(attachmentsOf(source)),
    prev: source.prev ?? undefined,
    labels: making.labels as SealedObject | undefined,
    stored: storedImages(source, making),
  })
}

/** What belongs together as one contract: the project, or the record where there is none. */
export function contractId(record: StoredRow): string {
  return record['project_id'] ?? record['id'] ?? ''
}

function projectOf(
  project: Readonly<Record<string, unknown>>,
  row: StoredRow | null,
  making: ContractMaking,
): SealedObject {
  const text = (key: string) => textOf(project[key] as string | null)
  const office = (key: string) =>
    present({ id: text(`${key}Id`), code: textOf(row?.[`${key}_code`]), name: text(`${key}Name`) })
  return present({
    id: text('id'),
    code: text('code'),
    name: text('name'),
    unit: office('unit'),
    department: office('department'),
    isNew: project['isNew'] === true,
    isMajor: project['isMajor'] === true,
    isPilot: project['isPilot'] === true,
    isClassified: project['isClassified'] === true,
    entry: sealContent(
      (project['content'] ?? {}) as Record<string, unknown>,
      'project/entry',
      making.isPersonal,
      making.sealPersonal,
    ),
  })
}

function chainLink(act: StoredRow, index: number, { sealPersonal }: ContractMaking): SealedObject {
  const place = `chain/${index}`
  const person = canonicalJson({ id: act['person_id'] ?? '', name: act['person_name'] ?? '' })
  return present({
    order: Number(act['sequence']),
    action: act['action'],
    role: act['role'],
    organisation: act['organisation_id']
      ? present({ id: act['organisation_id'], name: textOf(act['organisation_name']) })
      : undefined,
    person: sealPersonal(`${place}/person`, toSealedText(person)),
    opinion: act['opinion'] ? sealPersonal(`${place}/opinion`, toSealedText(act['opinion'])) : undefined,
    document: textOf(act['document_number']),
    at: toChinaTime(act['acted_at'] ?? ''),
  })
}

function attachmentsOf({ attachments, evidence }: ContractSource): SealedObject[] {
  return attachments.map((file) => {
    const places = evidence
      .filter((one) => one['attachment_id'] === file['id'])
      .map((one) => one['place'] ?? '')
    return present({
      id: file['id'],
      name: textOf(file['name']),
      mediaType: file['media_type'],
      size: file['size_bytes'],
      sha256: file['sha256'],
      sm3: file['sm3'],
      places: listOf(places),
    })
  })
}

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  record: ['kind', 'title', 'fiscal_year', 'subject_id', 'content'],
  act: [
    ...[
      'action',
      'role',
      'organisation_id',
      'person_id',
      'opinion',
      'document_number',
      'acted_at',
      'sequence',
    ],
    ...['person_name', 'organisation_name'],
  ],
  project: ['content', 'unit_code', 'department_code'],
  frozen: ['act_id'],
  attachment: ['name', 'media_type', 'size_bytes', 'sha256', 'sm3'],
  evidence: ['place', 'attachment_id'],
}

function storedImages(source: ContractSource, { sealPersonal }: ContractMaking): SealedObject[] {
  const { record, project, frozen, acts, rows, attachments, evidence } = source
  const belonging: Belonging = {
    jurisdiction_id: source.jurisdiction.code,
    project_id: record['project_id'] ?? null,
    record_id: record['id'] ?? null,
  }
  const own = { jurisdiction_id: source.jurisdiction.code }
  const inProject = { ...own, project_id: record['project_id'] ?? null }
  const images = (table: string, list: readonly StoredRow[], known: Belonging) =>
    list.map((row) => imageOf(table, row, known, SHOWN[table] ?? ['content'], sealPersonal))
  return [
    ...images('record', [record], inProject),
    ...images('project', project ? [project] : [], own),
    ...images('act', acts, belonging),
    ...images('frozen', [{ ...frozen, content: canonicalJson(source.frozenContent) }], belonging),
    ...Object.entries(rows)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([table, list]) => images(table, list, belonging)),
    ...images('attachment', attachments, inProject),
    ...images('evidence', evidence, belonging),
  ]
}

function textOf(value: string | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : toSealedText(value)
}

/** Missing values are absent; an empty list says nothing. */
function present(members: Readonly<Record<string, SealedValue | null | undefined>>): SealedObject {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as SealedObject
}

function listOf(values: readonly SealedValue[]): SealedValue | undefined {
  return values.length === 0 ? undefined : values
}
