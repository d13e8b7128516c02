import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import type { FormDefinition } from '../domain/forms/form.ts'
import { ApiError } from './api-error.ts'
import { get } from './api.ts'
import type {
  AuditRow,
  Cockpit,
  Expert,
  Inspections,
  IssuedDocument,
  Jurisdiction,
  LedgerEntry,
  OrganisationRow,
  PostRow,
  ProjectFile,
  ProjectPage,
  RecordView,
  SearchMatch,
  Todos,
} from './shapes.ts'
import type {
  Colleague,
  IndicatorInHand,
  OfficeTargets,
  OutOfStep,
  QueueSort,
  ReviewFinding,
  ReviewQueue,
  Rounds,
} from './shapes-targets.ts'
import type { ExpertEntry, Panel, RubricListing } from './shapes-experts.ts'
import type { MonitorOverview, MonitorPoints } from './shapes-monitoring.ts'
import type { Comparison } from './shapes-comparison.ts'
import type { ReportCheck, SelfQuality } from './shapes-evaluation.ts'
import type { Library, RevisionCandidate, RuleCatalogue } from './shapes-rules.ts'

const MINUTE_MS = 60_000

type Items<T> = { readonly items: readonly T[] }

/** A refusal will be the same the next time; only a lost connection is worth a second try. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => count < 2 && error instanceof ApiError && error.status === 0,
      },
      mutations: { retry: false },
    },
  })
}

export function useJurisdictions() {
  return useQuery({
    queryKey: ['jurisdictions'],
    queryFn: () => get<Items<Jurisdiction>>('/api/jurisdictions'),
    staleTime: 30 * MINUTE_MS,
  })
}

export function useTodos() {
  return useQuery({ queryKey: ['todos'], queryFn: () => get<Todos>('/api/todos') })
}

export type ProjectFilter = {
  readonly jurisdiction: string
  readonly year: string
  readonly status?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export function useProjects(filter: ProjectFilter) {
  return useQuery({
    queryKey: ['projects', filter],
    queryFn: ({ signal }) => get<ProjectPage>('/api/projects', filter, signal),
    placeholderData: keepPreviousData,
  })
}

export function useProjectFile(jurisdiction: string, id: string) {
  return useQuery({
    queryKey: ['project', id],
    queryFn: () => get<ProjectFile>(`/api/projects/${jurisdiction}/${id}`),
  })
}

/** The definition of a form that is filled in before there is a record. */
export function useFormDefinition(id: string) {
  return useQuery({
    queryKey: ['form', id],
    queryFn: () => get<FormDefinition>('/api/forms', { id }),
    staleTime: 30 * MINUTE_MS,
  })
}

/** A record is read once and then kept by its form; only an act or a reload reads it again. */
export function useRecord(id: string) {
  return useQuery({
    queryKey: ['record', id],
    queryFn: () => get<RecordView>(`/api/records/${id}`),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 0,
    gcTime: 0,
  })
}

export function useCockpit(year: string) {
  return useQuery({ queryKey: ['cockpit', year], queryFn: () => get<Cockpit>('/api/cockpit', { year }) })
}

/** The sums by light; of every place in scope, or of one place by department. */
export function useMonitorOverview(jurisdiction: string | undefined, year: string, month?: number) {
  return useQuery({
    queryKey: ['monitoring', jurisdiction, year, month],
    queryFn: () => get<MonitorOverview>('/api/monitoring/overview', { jurisdiction, year, month }),
    placeholderData: keepPreviousData,
  })
}

export function useMonitorPoints(jurisdiction: string | undefined, year: string, month: number) {
  return useQuery({
    queryKey: ['monitoring', 'points', jurisdiction, year, month],
    queryFn: () => get<MonitorPoints>('/api/monitoring/points', { jurisdiction, year, month }),
  })
}

/** What the inspection of each night found. */
export function useInspections() {
  return useQuery({ queryKey: ['inspections'], queryFn: () => get<Inspections>('/api/inspections') })
}

export function useRules(jurisdiction: string, isWanted = true) {
  return useQuery({
    queryKey: ['rules', jurisdiction],
    queryFn: () => get<RuleCatalogue>('/api/rules', { jurisdiction }),
    staleTime: 5 * MINUTE_MS,
    enabled: isWanted,
  })
}

/** The whole library of a place: search and suggestions run on it in the browser. */
export function useIndicators(jurisdiction: string, isWanted = true) {
  return useQuery({
    queryKey: ['indicators', jurisdiction],
    queryFn: () => get<Library>('/api/indicators', { jurisdiction }),
    staleTime: 5 * MINUTE_MS,
    enabled: isWanted,
  })
}

export function useRevisionCandidates(isWanted: boolean) {
  return useQuery({
    queryKey: ['indicators', 'candidates'],
    queryFn: () => get<Items<RevisionCandidate>>('/api/indicators/candidates'),
    enabled: isWanted,
  })
}

/** The register of experts of a place; `all` for the province. */
export function useExpertRegister(where: {
  readonly jurisdiction?: string
  readonly text?: string
  readonly field?: string
  readonly state?: string
}) {
  return useQuery({
    queryKey: ['expert-register', where],
    queryFn: () => get<Items<ExpertEntry>>('/api/exante/expert-register', where),
    placeholderData: keepPreviousData,
  })
}

/** The versions of the scoring rubric of a place. */
export function useRubrics(jurisdiction: string) {
  return useQuery({
    queryKey: ['rubrics', jurisdiction],
    queryFn: () => get<RubricListing>('/api/exante/rubrics', { jurisdiction }),
  })
}

/** Who of a panel has pledged, handed in or stood back. */
export function usePanel(recordId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['panel', recordId],
    queryFn: () => get<Panel>('/api/exante/panel', { recordId }),
    enabled: isWanted,
  })
}

/** How good the self-evaluations of a place are, and whom to look at again. */
export function useSelfQuality({
  jurisdiction,
  year,
}: {
  readonly jurisdiction: string
  readonly year: string
}) {
  return useQuery({
    queryKey: ['self-quality', jurisdiction, year],
    queryFn: () => get<SelfQuality>('/api/evaluation/self-quality', { jurisdiction, year }),
  })
}

/** Asked for by a button: reading reports takes a while. */
export function useReportCheck(recordId: string) {
  return useQuery({
    queryKey: ['report-check', recordId],
    queryFn: () => get<ReportCheck>('/api/evaluation/report-check', { recordId }),
    enabled: false,
    gcTime: 0,
  })
}

/** An evaluation's project beside others, as far as the person may see them. */
export function useComparison(recordId: string) {
  return useQuery({
    queryKey: ['comparison', recordId],
    queryFn: () => get<Comparison>('/api/exante/comparison', { recordId }),
  })
}

export function useDocuments(where: { readonly jurisdiction?: string; readonly projectId?: string }) {
  return useQuery({
    queryKey: ['documents', where],
    queryFn: () => get<Items<IssuedDocument>>('/api/documents', where),
  })
}

/** A project or a record, as the contract ledger is asked about it. */
export type LedgerOf = { readonly projectId: string } | { readonly recordId: string }

export function useLedger(of: LedgerOf) {
  return useQuery({
    queryKey: ['ledger', of],
    queryFn: () => get<Items<LedgerEntry>>('/api/ledger/leaves', of),
  })
}

export function useSearch(q: string) {
  return useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => get<Items<SearchMatch>>('/api/search', { q }, signal),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  })
}

export function useOrganisations(
  where: { readonly jurisdiction?: string; readonly kind?: string },
  isWanted = true,
) {
  return useQuery({
    queryKey: ['organisations', where],
    queryFn: () => get<Items<OrganisationRow>>('/api/organisations', where),
    staleTime: 5 * MINUTE_MS,
    enabled: isWanted,
  })
}

export function useExperts(isWanted: boolean) {
  return useQuery({
    queryKey: ['experts'],
    queryFn: () => get<Items<Expert>>('/api/experts'),
    staleTime: 5 * MINUTE_MS,
    enabled: isWanted,
  })
}

/** Those with a post in the unit of a project, or in one's own office. */
export function useColleagues(projectId: string | null, isWanted: boolean) {
  return useQuery({
    queryKey: ['colleagues', projectId],
    queryFn: () => get<Items<Colleague>>('/api/colleagues', projectId === null ? {} : { projectId }),
    staleTime: 5 * MINUTE_MS,
    enabled: isWanted,
  })
}

/** Sheets that wait for this officer, a page of them. */
export function useReviewQueue(where: {
  readonly year: number | string
  readonly sort: QueueSort
  readonly page: number
  readonly limit: number
}) {
  return useQuery({
    queryKey: ['review-queue', where],
    queryFn: () => get<ReviewQueue>('/api/targets/queue', where),
    placeholderData: keepPreviousData,
  })
}

/** Targets that offices of a place set for themselves in a year. */
export function useOfficeTargets(where: { readonly jurisdiction: string; readonly year: number | string }) {
  return useQuery({
    queryKey: ['office-targets', where],
    queryFn: () => get<OfficeTargets>('/api/targets/offices', where),
  })
}

/** Budget rounds of a place and year. */
export function useRounds(where: { readonly jurisdiction: string; readonly year: number | string }) {
  return useQuery({ queryKey: ['rounds', where], queryFn: () => get<Rounds>('/api/rounds', where) })
}

/** Projects whose target and budget do not move together. */
export function useOutOfStep(where: { readonly jurisdiction: string; readonly year: number | string }) {
  return useQuery({
    queryKey: ['out-of-step', where],
    queryFn: () => get<OutOfStep>('/api/rounds/out-of-step', where),
  })
}

/** Indicators of declared targets whose owner has left. */
export function useOrphanedIndicators() {
  return useQuery({
    queryKey: ['indicator-owners'],
    queryFn: () => get<Items<IndicatorInHand>>('/api/targets/owners'),
  })
}

export function usePeople(jurisdiction: string | undefined) {
  return useQuery({
    queryKey: ['people', jurisdiction],
    queryFn: () => get<{ readonly posts: readonly PostRow[] }>('/api/people', { jurisdiction }),
  })
}

export function useAudit(before: string | undefined) {
  return useQuery({
    queryKey: ['audit', before],
    queryFn: () => get<Items<AuditRow>>('/api/audit', { before, limit: 50 }),
    placeholderData: keepPreviousData,
  })
}

/** Every point raised about a target sheet. */
export function useReviewFindings(recordId: string) {
  return useQuery({
    queryKey: ['record', recordId, 'findings'],
    queryFn: () =>
      get<{ readonly findings: readonly ReviewFinding[] }>('/api/targets/findings', { recordId }),
  })
}
