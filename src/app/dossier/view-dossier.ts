import { Type } from 'typebox'
import { figurePool } from '../../domain/pilot/trace/figure-pool.ts'
import { traceReport, untracedOf, writtenLines } from '../../domain/pilot/trace/trace-report.ts'
import type { ConsistencyCase } from '../../domain/pilot/consistency/case.ts'
import { printedTexts } from '../../documents/index.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { getRecordData } from '../records/record-data.ts'
import { type ProjectDossier, readPlaceDossier, readProjectDossier } from './dossier-subject.ts'
import { kindOfLine } from './kind-of-line.ts'
import { officialDocuments } from './print-records.ts'

const Text = Type.String()
const Line = Type.Object({
  itemCode: Text,
  stage: Text,
  item: Text,
  isPresent: Type.Boolean(),
  note: Text,
  /** The record the line is about, where there is one. */
  recordId: Type.Union([Text, Type.Null()]),
})
const Finding = Type.Object({
  ruleId: Text,
  name: Text,
  severity: Text,
  message: Text,
  recordId: Type.Union([Text, Type.Null()]),
})
const Project = Type.Object({
  id: Text,
  name: Text,
  lines: Type.Array(Line),
  findings: Type.Array(Finding),
})

/** 查看项目试点档案: what is there, what is missing, what does not agree, which numerals have no source. */
export function defineViewProjectDossier(behaviours: ReadonlyMap<string, RecordBehaviour>) {
  return defineUseCase({
    id: 'dossier.viewProject',
    title: '查看项目试点档案',
    stage: 'pilot',
    kind: 'query',
    by: BUSINESS,
    input: Type.Object({ projectId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
    output: Type.Object({
      project: Project,
      reports: Type.Array(
        Type.Object({
          recordId: Text,
          title: Text,
          numerals: Type.Integer(),
          untraced: Type.Array(
            Type.Object({ line: Type.Integer(), text: Text, numeral: Text, isWritten: Type.Boolean() }),
          ),
        }),
      ),
    }),
    run: async (context, { projectId }) => {
      const dossier = await readProjectDossier(context, projectId)
      return { project: shown(dossier), reports: await tracedReports(context, dossier.given, behaviours) }
    },
  })
}

const REPORTS = ['pilot.stageReport', 'pilot.integratedReport', 'pilot.countyReport']

async function tracedReports(
  context: Context,
  given: ConsistencyCase,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
) {
  const figures = figurePool(given)
  const written = writtenLines(given, figures)
  const reports = []
  for (const { id, title, kind } of given.records) {
    if (!REPORTS.includes(kind.kind)) continue
    const [official] = await officialDocuments(context, await getRecordData(context, id), behaviours)
    if (!official) continue
    const numerals = traceReport(printedTexts(official.blocks), figures, written)
    const untraced = untracedOf(numerals).map(({ line, text, numeral, isWritten }) => ({
      ...{ line, numeral, isWritten, text: text.slice(0, 200) },
    }))
    reports.push({ recordId: id, title, numerals: numerals.length, untraced })
  }
  return reports
}

/** 查看地区试点档案: the report of the place and every pilot project of it. */
export const viewPlaceDossier = defineUseCase({
  id: 'dossier.viewPlace',
  title: '查看地区试点档案',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ name: Text, countyReport: Line, projects: Type.Array(Project) }),
  run: async (context, { jurisdiction }) => {
    const { name, projects, countyReport } = await readPlaceDossier(context, jurisdiction)
    const report = projects[0]?.given.records.findLast(({ kind }) => kind.kind === 'pilot.countyReport')
    return {
      name,
      countyReport: { ...countyReport, recordId: report?.id ?? null },
      projects: projects.map(shown),
    }
  },
})

function shown({ project, given, lines, findings }: ProjectDossier) {
  const ids = new Set(given.records.map(({ id }) => id))
  return {
    id: project.id,
    name: project.name,
    lines: lines.map((line) => ({ ...line, recordId: recordOf(given, line) })),
    findings: findings.map((finding) => ({
      ...finding,
      recordId: ids.has(finding.recordId) ? finding.recordId : null,
    })),
  }
}

function recordOf(given: ConsistencyCase, { itemCode }: { readonly itemCode: string }): string | null {
  const of = kindOfLine(itemCode)
  if (!of) return null
  const record = given.records.findLast(
    ({ kind, content }) => kind.kind === of.kind && (of.stage === undefined || content['stage'] === of.stage),
  )
  return record?.id ?? null
}
