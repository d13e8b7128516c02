import { useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { DossierJob, PlaceDossier, ProjectDossier } from './shapes-dossier.ts'

export function useProjectDossier(projectId: string) {
  return useQuery({
    queryKey: ['dossier', projectId],
    queryFn: () => get<ProjectDossier>(`/api/dossiers/projects/${projectId}`),
  })
}

export function usePlaceDossier(jurisdiction: string) {
  return useQuery({
    queryKey: ['dossier-of-place', jurisdiction],
    queryFn: () => get<PlaceDossier>(`/api/dossiers/places/${jurisdiction}`),
  })
}

const POLL_ms = 500

/** The package being made: asked again until it has come to an end. */
export function useDossierJob(jobId: string | undefined) {
  return useQuery({
    queryKey: ['dossier-job', jobId],
    enabled: jobId !== undefined,
    queryFn: () => get<DossierJob>(`/api/dossiers/jobs/${jobId}`),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? POLL_ms : false),
  })
}
