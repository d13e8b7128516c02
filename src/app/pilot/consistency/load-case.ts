import type { Content } from '../../../domain/forms/form.ts'
import { toHex, toUtf8 } from '../../../domain/ledger/bytes.ts'
import { type Hashes, leafHash } from '../../../domain/ledger/hash.ts'
import type { SealedObject } from '../../../domain/ledger/sealed-value.ts'
import type {
  CaseHeader,
  CaseLeaf,
  CaseProject,
  CaseRecord,
  CaseVersion,
  ConsistencyCase,
} from '../../../domain/pilot/consistency/case.ts'
import { countyReport } from '../../../domain/pilot/index.ts'
import { findFrozenOf, type Frozen } from '../../../storage/frozen-repository.ts'
import { findLeavesOf, type LeafRow } from '../../../storage/ledger-repository.ts'
import { type PublicitySum, sumPublicity } from '../../../storage/pilot-repository.ts'
import { findPilotProjects, type ProjectRow } from '../../../storage/project-repository.ts'
import { findRecords } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { namesIn } from '../../records/document-input.ts'
import { completeRecord, getForm, type RecordData } from '../../records/record-data.ts'

/** What the place reports on its projects; it belongs to none of them. */
const OF_THE_PLACE = ['pilot.countyReport', 'pilot.acceptance']

/** Posts from whom no kind of record is kept. */
const SEES_ALL: readonly string[] = ['finance_performance', 'finance_leader', 'province', 'audit']

/** Everything that is kept of a project, as far as the reader may see it. */
export async function loadCase(context: Context, project: ProjectRow): Promise<ConsistencyCase> {
  const { jurisdictionId, id: projectId } = project
  const rows = await findRecords(context.db, { jurisdictionId, projectId })
  for (const kind of OF_THE_PLACE) rows.push(...(await findRecords(context.db, { jurisdictionId, kind })))
  const read = await Promise.all(rows.map((row) => completeRecord(context, row)))
  const frozen = await findFrozenOf(
    context.db,
    jurisdictionId,
    rows.map(({ id }) => id),
  )
  const leaves = await findLeavesOf(context.db, { projectId })
  for (const { record } of read.filter((data) => data.record.projectId === null))
    leaves.push(...(await findLeavesOf(context.db, { recordId: record.id })))
  const { fiscalYear } = project
  return {
    project: headOf(project),
    entryForm: getForm(context, 'project/entry'),
    placeName: project.jurisdictionName,
    isWhole: SEES_ALL.includes(context.actor.role),
    records: read.map((data) => recordOf(data, frozen, leaves)),
    names: await namesIn(context, [...read.map(({ content }) => content), project.content]),
    rulesAt: (date) => context.rules.at({ date, jurisdiction: jurisdictionId, fiscalYear }),
    pilots: await findPilotProjects(context.db, jurisdictionId),
    publicity: await publicityOf(context, read),
    leafDigest: leafDigestOf(context.ledger.hashes),
  }
}

async function publicityOf(context: Context, read: readonly RecordData[]): Promise<PublicitySum[]> {
  const report = read.findLast(({ kind }) => kind === countyReport)
  if (!report) return []
  const { jurisdictionId, createdAt } = report.record
  const approved = report.acts.findLast(({ action }) => action === 'approve')?.actedAt ?? context.now
  return [
    await sumPublicity(context.db, { jurisdictionId, until: createdAt }),
    await sumPublicity(context.db, { jurisdictionId, until: approved }),
  ]
}

/** SHA-256 of a leaf with these words, as its row keeps it. */
export function leafDigestOf({ sha256 }: Hashes): (canonical: string) => string {
  return (canonical) => toHex(leafHash(sha256, toUtf8(canonical)))
}

function headOf(project: ProjectRow): CaseProject {
  const { id, name, fiscalYear, budget_fen, grade, unitName, departmentName, isNew, content } = project
  return { id, name, fiscalYear, budget_fen, grade, unitName, departmentName, isNew, content }
}

function recordOf(
  { record, kind, form, content, acts }: RecordData,
  frozen: readonly Frozen[],
  leaves: readonly LeafRow[],
): CaseRecord {
  const { id, title, state, projectId, createdAt } = record
  return {
    ...{ id, title, state, projectId, createdAt, kind, form, content, acts },
    versions: frozen.filter(({ recordId }) => recordId === id).map(versionOf),
    leaves: leaves.filter(({ recordId }) => recordId === id).map(leafOf),
  }
}

function versionOf({ number, action, frozenAt, content, digest }: Frozen): CaseVersion {
  const kept = content as { readonly content: Content; readonly project: CaseHeader | null }
  return { number, action, frozenAt, content: kept.content, project: kept.project, digest }
}

function leafOf({ idx, type, canon, sha256 }: LeafRow): CaseLeaf {
  const contract = JSON.parse(canon.toString('utf8')) as SealedObject
  return { number: Number(idx) + 1, type, contract, sha256: sha256.toString('hex') }
}
