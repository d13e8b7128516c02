import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import type { PrintedDocument } from '../records/print-document.ts'
import { collectDossier, type DossierSubject } from './collect-dossier.ts'
import { cancelJob, type DossierJob, findJob, startJob } from './dossier-jobs.ts'
import { readPlaceDossier, readProjectDossier } from './dossier-subject.ts'

const Job = Type.Object({
  id: Type.String(),
  subject: Type.String(),
  state: Type.String(),
  done: Type.Integer(),
  total: Type.Integer(),
  current: Type.String(),
})
const ById = Type.Object({ jobId: Type.String({ format: 'uuid' }) }, { additionalProperties: false })

/** 汇集试点档案: what belongs to it is read at once, then written beside the server's own work. */
export function defineStartDossier(behaviours: ReadonlyMap<string, RecordBehaviour>) {
  return defineUseCase({
    id: 'dossier.start',
    title: '汇集试点档案',
    stage: 'pilot',
    kind: 'command',
    by: BUSINESS,
    input: Type.Object(
      {
        projectId: Type.Optional(Type.String({ format: 'uuid' })),
        jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      },
      { additionalProperties: false },
    ),
    output: Job,
    run: async (context, { projectId, jurisdiction }) => {
      const subject = await subjectOf(context, projectId, jurisdiction)
      const contents = await collectDossier(context, subject, behaviours)
      context.changed(
        {
          ...{ kind: 'dossier', id: projectId ?? null, projectId: projectId ?? null },
          jurisdictionId: subject.jurisdictionId,
        },
        [{ field: 'documents', from: null, to: contents.documents.length }],
      )
      const { postId } = context.actor
      return shown(startJob({ id: context.newId(), postId, startedAt: context.now }, contents))
    },
  })
}

async function subjectOf(
  context: Context,
  projectId: string | undefined,
  jurisdiction: string | undefined,
): Promise<DossierSubject> {
  if (projectId !== undefined) {
    const { project, lines } = await readProjectDossier(context, projectId)
    return { name: project.name, jurisdictionId: project.jurisdictionId, project, lines }
  }
  if (jurisdiction === undefined)
    throw new DomainError('INVALID_INPUT', '请指定一个项目，或一个市、县（区）。')
  const { name, projects, countyReport } = await readPlaceDossier(context, jurisdiction)
  const lines = [
    ...projects.flatMap(({ project, lines: own }) =>
      own.map((line) => ({
        ...line,
        item: projects.length > 1 ? `${project.name}：${line.item}` : line.item,
      })),
    ),
    countyReport,
  ]
  return { name, jurisdictionId: jurisdiction, project: undefined, lines }
}

/** 查看汇集进度. */
export const viewDossierJob = defineUseCase({
  id: 'dossier.job',
  title: '查看档案汇集进度',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: ById,
  output: Job,
  run: async (context, { jobId }) => shown(known(findJob(jobId, context.actor.postId))),
})

/** 停止汇集. */
export const cancelDossierJob = defineUseCase({
  id: 'dossier.cancel',
  title: '停止汇集档案',
  stage: 'pilot',
  kind: 'command',
  by: BUSINESS,
  input: ById,
  output: Job,
  run: async (context, { jobId }) => {
    const job = known(cancelJob(jobId, context.actor.postId))
    context.changed({ kind: 'dossier', id: null }, [{ field: 'state', from: 'running', to: job.state }])
    return shown(job)
  },
})

/** 下载试点档案: the package, once it is ready. */
export const downloadDossier = defineUseCase({
  id: 'dossier.download',
  title: '下载试点档案',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: ById,
  run: async (context, { jobId }): Promise<PrintedDocument> => {
    const job = known(findJob(jobId, context.actor.postId))
    if (!job.package)
      throw new DomainError('ACTION_NOT_AVAILABLE', '档案还没有汇集好，请等进度完成后再下载。')
    return {
      fileName: `${job.subject}-试点档案.zip`,
      mediaType: 'application/zip',
      bytes_base64: job.package.toString('base64'),
    }
  },
})

function known(job: DossierJob | undefined): DossierJob {
  if (job) return job
  throw new DomainError('NOT_FOUND', '没有找到这次汇集，可能已过期，请重新汇集。')
}

function shown({ id, subject, state, done, total, current }: DossierJob) {
  return { id, subject, state, done, total, current }
}
