import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import { useDossierJob } from '../../queries-dossier.ts'
import type { DossierJob } from '../../shapes-dossier.ts'
import { dossier } from '../../zh-dossier.ts'

const words = dossier.package

/** 档案包: begun here, followed while it is made, stopped or fetched. */
export function PackagePanel({ of }: { readonly of: { projectId: string } | { jurisdiction: string } }) {
  const [jobId, setJobId] = useState<string>()
  const client = useQueryClient()
  const { data: job } = useDossierJob(jobId)
  const start = useMutation({
    mutationFn: () => post<DossierJob>('/api/dossiers/jobs', of),
    onSuccess: (made) => setJobId(made.id),
  })
  const cancel = useMutation({
    mutationFn: () => post<DossierJob>(`/api/dossiers/jobs/${jobId}/cancel`),
    onSuccess: (stopped) => client.setQueryData(['dossier-job', jobId], stopped),
  })
  const isRunning = job?.state === 'running'
  const fault = start.error ?? cancel.error
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="muted">{words.help}</p>
      {fault && <Alert type="error" showIcon title={messageOf(fault)} />}
      <div aria-live="polite">{job && <JobState job={job} />}</div>
      <p>
        {isRunning ? (
          <Button onClick={() => cancel.mutate()} loading={cancel.isPending}>
            {words.cancel}
          </Button>
        ) : (
          <Button
            {...(job?.state === 'done' ? {} : { type: 'primary' as const })}
            onClick={() => start.mutate()}
            loading={start.isPending}
          >
            {job ? words.again : words.start}
          </Button>
        )}{' '}
        {job?.state === 'done' && (
          <Button type="primary" href={`/api/dossiers/jobs/${job.id}/file`} download>
            {words.download}
          </Button>
        )}
      </p>
    </section>
  )
}

function JobState({ job }: { readonly job: DossierJob }) {
  if (job.state === 'cancelled') return <Alert type="info" showIcon title={words.cancelled} />
  if (job.state === 'failed') return <Alert type="error" showIcon title={words.failed} />
  const percent = job.total === 0 ? 0 : Math.round((job.done / job.total) * 100)
  return (
    <>
      <Progress percent={percent} aria-label={words.progress} />
      <p className="muted">
        {job.state === 'done' ? words.done : words.running(job.done, job.total, job.current)}
      </p>
    </>
  )
}
