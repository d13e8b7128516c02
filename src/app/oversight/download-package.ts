import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { OVERSIGHT_READERS } from '../../domain/oversight/readers.ts'
import { writeInWorker, writeXlsx } from '../../documents/index.ts'
import { distinctNames, folderNames } from '../../documents/package/folder-names.ts'
import { writeZip, type ZippedFile } from '../../documents/write-zip.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { formatScore } from '../../domain/shared/score.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { noteReading } from '../../storage/oversight-repository.ts'
import { findRecords, type RecordRow } from '../../storage/record-repository.ts'
import { findReportLines } from '../../storage/receipt-repository.ts'
import { findEvidenceLines, findYearResults } from '../../storage/year-result-repository.ts'
import type { Context } from '../kernel/context.ts'
import { requireOwnPlace } from '../kernel/own-place.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { inWanYuan } from '../lists/define-list-export.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import type { PrintedDocument } from '../records/print-document.ts'
import { completeRecord } from '../records/record-data.ts'
import { readingOf } from './reading.ts'

/** Projects whose documents are put in; more would make the reader wait for minutes. */
const PROJECTS_MAX = 30

/** 下载查阅包: signed reports, evaluation reports and self-evaluation forms, evidence list, rectification state. */
export function defineDownloadPackage(behaviours: () => ReadonlyMap<string, RecordBehaviour>) {
  return defineUseCase({
    id: 'oversight.downloadPackage',
    title: '下载查阅包',
    stage: 'shell',
    kind: 'query',
    by: OVERSIGHT_READERS,
    input: Type.Object(
      {
        jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
        year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      },
      { additionalProperties: false },
    ),
    run: async (context, { jurisdiction, year: fiscalYear }): Promise<PrintedDocument> => {
      requireOwnPlace(context, jurisdiction)
      const jurisdictionId = jurisdiction ?? context.actor.jurisdictionId
      await noteReading(
        context.db,
        readingOf(context, {
          ...{ useCase: 'oversight.downloadPackage', title: '下载查阅包', jurisdictionId },
          ...{ subjectKind: 'oversight', asked: { year: fiscalYear } },
        }),
      )
      const results = await findYearResults(context.db, { jurisdictionId, fiscalYear })
      const projectIds = results.map(({ projectId }) => projectId)
      const files = [
        ...(await lists(context, results, projectIds)),
        ...(await reports(context, behaviours(), { jurisdictionId, fiscalYear })),
        ...(await projectFiles(context, behaviours(), jurisdictionId, results.slice(0, PROJECTS_MAX))),
      ]
      const bytes = await writeZip(
        [...files, contentsOf(context, fiscalYear, files, results.length)],
        new Date(context.now),
      )
      return {
        fileName: `查阅包-${jurisdictionId}-${fiscalYear}.zip`,
        mediaType: 'application/zip',
        bytes_base64: bytes.toString('base64'),
      }
    },
  })
}

type Results = Awaited<ReturnType<typeof findYearResults>>

async function lists(
  context: Context,
  results: Results,
  projectIds: readonly string[],
): Promise<ZippedFile[]> {
  const evidence = await findEvidenceLines(context.db, projectIds)
  const text = (title: string, width: number) => ({ title, width, type: 'text' as const })
  const number = (title: string, width: number) => ({ title, width, type: 'number' as const })
  const state = await writeXlsx({
    title: '评价结果、整改和应用情况',
    unit: '金额单位：万元',
    columns: [
      ...[
        text('主管部门', 26),
        text('项目名称', 40),
        number('涉及资金', 14),
        number('得分', 10),
        text('等级', 8),
      ],
      ...[text('整改通知文号', 26), number('整改任务', 10), number('已核实', 10), number('核实收回资金', 14)],
      ...[number('本年预算', 14), number('下年安排', 14), number('因绩效结果增减', 16), text('公开日期', 14)],
    ],
    rows: results.map(({ evaluation, notice, tasks, decision, disclosure, ...project }) => [
      ...[project.departmentName, project.projectName, inWanYuan(project.budget_fen)],
      evaluation.score_x100 === null ? '' : formatScore(evaluation.score_x100),
      evaluation.grade ? GRADES[evaluation.grade] : '',
      notice?.documentNumber ?? '',
      ...[tasks.length, tasks.filter(({ isVerified }) => isVerified).length],
      inWanYuan(tasks.reduce((sum, { recovered_fen }) => sum + BigInt(recovered_fen ?? 0), 0n).toString()),
      ...[inWanYuan(decision?.current_fen ?? null), inWanYuan(decision?.next_fen ?? null)],
      ...[inWanYuan(decision?.performanceChange_fen ?? null), disclosure?.disclosedOn ?? ''],
    ]),
  })
  const index = await writeXlsx({
    title: '证据清单',
    columns: [
      ...[text('项目名称', 40), text('文书或记录', 32), text('文号', 26), text('定稿日期', 14)],
      ...[text('定稿版本', 10), text('内容摘要（SHA-256）', 70), text('契约账号', 12), text('记录编号', 40)],
    ],
    rows: evidence.map((row) => [
      ...[row.projectName, row.document, row.documentNumber ?? '', row.frozenOn, String(row.version)],
      ...[row.digest, row.leaf === null ? '' : String(row.leaf), row.recordId],
    ]),
  })
  return [
    { path: '评价结果整改和应用情况.xlsx', bytes: state },
    { path: '证据清单.xlsx', bytes: index },
  ]
}

/** Only what is signed leaves the house. */
async function reports(
  context: Context,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<ZippedFile[]> {
  const lines = await findReportLines(context.db, { ...where, states: ['signed', 'sent', 'closed'] })
  const names = distinctNames(lines.map(({ title }) => title))
  const files: ZippedFile[] = []
  for (const [index, { recordId, kind }] of lines.entries()) {
    const [row] = (await findRecords(context.db, { ...where, kind })).filter(({ id }) => id === recordId)
    const document = getRecordKind(kind).documents[0]?.document
    if (row && document) files.push(await print(context, behaviours, row, document, `${names[index]}.pdf`))
  }
  return files
}

const FORMS = [
  {
    kind: 'evaluation.finance',
    states: ['confirmed', 'closed'],
    document: 'evaluation-report',
    name: '财政绩效评价报告',
  },
  { kind: 'evaluation.self', states: ['confirmed'], document: 'self-evaluation-form', name: '绩效自评表' },
] as const

async function projectFiles(
  context: Context,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
  jurisdictionId: string,
  results: Results,
): Promise<ZippedFile[]> {
  const folders = folderNames(results.map(({ projectName: name, unitName }) => ({ name, unitName })))
  const files: ZippedFile[] = []
  for (const [index, { projectId }] of results.entries()) {
    const records = await findRecords(context.db, { jurisdictionId, projectId })
    for (const { kind, states, document, name } of FORMS) {
      const row = records.findLast((one) => one.kind === kind && states.some((state) => state === one.state))
      if (row)
        files.push(await print(context, behaviours, row, document, `项目/${folders[index]}/${name}.pdf`))
    }
  }
  return files
}

async function print(
  context: Context,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
  row: RecordRow,
  document: string,
  path: string,
): Promise<ZippedFile> {
  const build = behaviours.get(row.kind)?.documents?.[document]
  if (!build) throw new Error(`${row.kind} has no document ${document}`)
  return { path, bytes: await writeInWorker(await build(context, await completeRecord(context, row)), 'pdf') }
}

/** 目录: what is in the package, each file with its digest, so that it can be checked later. */
function contentsOf(
  { actor, today }: Context,
  fiscalYear: number,
  files: readonly ZippedFile[],
  projects: number,
): ZippedFile {
  const more =
    projects > PROJECTS_MAX
      ? [`评价项目共${projects}个，文书只附前${PROJECTS_MAX}个，其余请在系统中查阅。`]
      : []
  const lines = [
    `${fiscalYear}年度预算绩效管理查阅包`,
    `下载单位：${actor.organisationName}　下载日期：${today}`,
    '内容以下载时为准；只含已签发、已确认的文书。清单不含联系方式等个人信息。',
    ...more,
    '',
    ...files.map(({ path, bytes }) => `${path}　SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`),
  ]
  return { path: '目录.txt', bytes: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) }
}
