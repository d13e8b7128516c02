import type { DocumentBlocks } from '../../domain/documents/block.ts'
import { folderNames } from '../../documents/package/folder-names.ts'
import { formatDate } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { STAGES } from '../../domain/workflow/record-kind.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import {
  buildDossierIndex,
  type IndexedDocument,
  type IndexedEvidence,
} from '../../documents/dossier-index.ts'
import { findProjectAttachments } from '../../storage/attachment-repository.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { findLeavesOf } from '../../storage/ledger-repository.ts'
import { findPilotProjects, type ProjectRow } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import { downloadBundle } from '../ledger/index.ts'
import type { Context } from '../kernel/context.ts'
import type { CompletenessItem } from '../pilot/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { getRecordData } from '../records/record-data.ts'
import { officialDocuments } from './print-records.ts'

/** Everything a package is written from: plain data, so that no database is needed any more. */
export type DossierContents = {
  readonly subject: string
  readonly documents: readonly { readonly path: string; readonly blocks: DocumentBlocks }[]
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

type Gathered = {
  readonly documents: { readonly path: string; readonly blocks: DocumentBlocks }[]
  readonly rows: IndexedDocument[]
  readonly evidence: IndexedEvidence[]
}

export type DossierSubject = {
  readonly name: string
  readonly jurisdictionId: string
  /** Nothing: the place with all its pilot projects. */
  readonly project: ProjectRow | undefined
  readonly lines: readonly CompletenessItem[]
}

/**
 * Gathers every official document, the evidence and the ledger's bundle of a project, or of a place with all its
 * pilot projects, as far as the reader may see them.
 * @throws DomainError ACTION_NOT_AVAILABLE while nothing official has been made
 */
export async function collectDossier(
  context: Context,
  subject: DossierSubject,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
): Promise<DossierContents> {
  const { jurisdictionId, project, name } = subject
  const projects = project ? [project] : await findPilotProjects(context.db, jurisdictionId)
  const gathered: Gathered = { documents: [], rows: [], evidence: [] }
  const files: { path: string; text: string }[] = []
  if (!project) {
    for (const kind of ['pilot.countyReport', 'pilot.acceptance'])
      for (const { id } of await findRecords(context.db, { jurisdictionId, kind }))
        await gatherRecord(context, id, '', behaviours, gathered)
  }
  const folders = folderNames(projects)
  for (const [at, one] of projects.entries()) {
    const folder = project ? '' : `${folders[at]}/`
    for (const { id } of await findRecords(context.db, { jurisdictionId, projectId: one.id }))
      await gatherRecord(context, id, folder, behaviours, gathered)
    for (const file of await findProjectAttachments(context.db, one))
      gathered.evidence.push({
        record: file.recordTitle ?? '项目档案',
        name: file.name,
        size: file.size_bytes,
        sha256: file.sha256,
      })
    const text = await bundleOf(context, one.id)
    if (text !== undefined) files.push({ path: `${folder}契约账证据包.json`, text })
  }
  if (gathered.documents.length === 0)
    throw new DomainError('ACTION_NOT_AVAILABLE', '还没有形成正式文书，请先办理后再汇集档案。')
  const index = buildDossierIndex({
    frame: { isDemonstration: context.isDemo },
    subject: name,
    madeOn: formatDate(context.today),
    documents: gathered.rows,
    completeness: subject.lines,
    evidence: gathered.evidence,
    hasBundle: files.length > 0,
  })
  const listed = [evidenceTable(gathered.evidence)]
  return {
    subject: name,
    documents: [{ path: '00 目录', blocks: index }, ...gathered.documents],
    files: [...listed, ...files],
  }
}

async function gatherRecord(
  context: Context,
  recordId: string,
  folder: string,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
  gathered: Gathered,
): Promise<void> {
  const data = await getRecordData(context, recordId)
  const made = await officialDocuments(context, data, behaviours)
  if (made.length === 0) return
  const frozen = await findFrozen(context.db, data.record)
  const leaves = await findLeavesOf(context.db, { recordId })
  for (const { offer, blocks } of made) {
    const version = frozen.findLast(({ action }) => action === offer.frozenBy)
    const act = data.acts.findLast(({ action }) => action === offer.frozenBy)
    const leaf = leaves.find(({ actId }) => actId === act?.id)
    const number = String(gathered.documents.length + 1).padStart(2, '0')
    const stage = STAGES[data.kind.stage]
    const title = data.record.title.includes(offer.title) ? data.record.title : offer.title
    const path = `${folder}${number} ${stage}-${safeName(title)}`
    gathered.documents.push({ path, blocks })
    gathered.rows.push({
      stage,
      title,
      documentNumber: act?.documentNumber ?? '',
      frozenOn: version ? formatDate(dayOf(version.frozenAt)) : '',
      version: version?.number ?? 1,
      digest: version?.digest.slice(0, 16) ?? '',
      leaf: leaf ? `第${Number(leaf.idx) + 1}号` : '',
      file: path.slice(folder.length),
    })
  }
}

/** What nobody sealed has no bundle; that is no fault. */
async function bundleOf(context: Context, projectId: string): Promise<string | undefined> {
  const leaves = await findLeavesOf(context.db, { projectId })
  if (leaves.length === 0) return undefined
  const { bytes_base64 } = await downloadBundle.run(context, { projectId })
  return Buffer.from(bytes_base64, 'base64').toString('utf8')
}

function evidenceTable(evidence: readonly IndexedEvidence[]): { path: string; text: string } {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = [
    ['所属事项', '文件名', '大小（字节）', 'SHA-256 摘要'],
    ...evidence.map(({ record, name, size, sha256 }) => [record, name, size, sha256]),
  ]
  return {
    path: '佐证材料清单.csv',
    text: `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`,
  }
}

/** Names of files on any system: without the signs that separate folders or drives. */
function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, '').slice(0, 60)
}
