import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type {
  AnswerablePerson,
  KnownProblem,
  RectificationList,
  TaskChanges,
} from './shapes-rectification.ts'

type Where = Readonly<Record<string, string | number | undefined>>

/** 整改与跟踪 of a place and year, page by page. */
export function useRectification(where: Where) {
  return useQuery({
    queryKey: ['rectification', where],
    queryFn: () => get<RectificationList>('/api/results/rectification', where),
    placeholderData: keepPreviousData,
  })
}

/** What is known of a project's unit from earlier years. */
export function useKnownProblems(projectId: string, isOn: boolean) {
  return useQuery({
    queryKey: ['known-problems', projectId],
    queryFn: () =>
      get<{ readonly items: readonly KnownProblem[] }>('/api/results/known-problems', { projectId }),
    enabled: isOn,
  })
}

/** Requests about a task. */
export function useTaskChanges(recordId: string) {
  return useQuery({
    queryKey: ['task-changes', recordId],
    queryFn: () => get<TaskChanges>('/api/results/task-changes', { recordId }),
  })
}

/** Who answers for what of a project. */
export function useResponsibility(projectId: string) {
  return useQuery({
    queryKey: ['responsibility', projectId],
    queryFn: () =>
      get<{ readonly people: readonly AnswerablePerson[] }>('/api/results/responsibility', { projectId }),
  })
}
