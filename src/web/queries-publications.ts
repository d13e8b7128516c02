import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { PublicationList } from './shapes-publications.ts'

/** Every version that is or was public of one's place. */
export function usePublications(words: string) {
  return useQuery({
    queryKey: ['publications', words],
    queryFn: () =>
      get<PublicationList>(
        `/api/results/publications${words === '' ? '' : `?words=${encodeURIComponent(words)}`}`,
      ),
    placeholderData: keepPreviousData,
  })
}

/** The texts of one version. */
export function usePublication(publicationId: string, version: number) {
  return useQuery({
    queryKey: ['publication', publicationId, version],
    queryFn: () =>
      get<{ readonly texts: readonly { readonly label: string; readonly text: string }[] }>(
        `/api/results/publications/${publicationId}?version=${version}`,
      ),
  })
}
