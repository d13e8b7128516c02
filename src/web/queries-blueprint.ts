import { useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { BlueprintListing } from './shapes-blueprint.ts'

/** Packs that may be taken over, and what this place did with them. */
export function useBlueprints() {
  return useQuery({ queryKey: ['blueprints'], queryFn: () => get<BlueprintListing>('/api/blueprints') })
}
