import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import { get, setCsrfToken } from './api.ts'
import type { Me } from './shapes.ts'

const SessionContext = createContext<Me | undefined>(undefined)

/** Reads who is signed in; learns the token that every write must carry. */
export async function fetchMe(): Promise<Me> {
  const me = await get<Me>('/api/me')
  setCsrfToken(me.csrfToken)
  return me
}

export function useMeQuery() {
  return useQuery({ queryKey: ['me'], queryFn: fetchMe, retry: false, staleTime: 60_000 })
}

export function SessionProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  return <SessionContext.Provider value={me}>{children}</SessionContext.Provider>
}

/** The person signed in. Only pages inside the frame may ask. */
export function useMe(): Me {
  const me = useContext(SessionContext)
  if (me === undefined) throw new Error('useMe outside the frame')
  return me
}

export type Place = { readonly jurisdiction: string; readonly year: string }

/** Jurisdiction and fiscal year: always part of the address. */
export function usePlace(): Place {
  const { jurisdiction = '', year = '' } = useParams({ strict: false }) as Partial<Place>
  return { jurisdiction, year }
}

/** Under this name the browser remembers which fiscal year was looked at last. */
export const LAST_YEAR = 'jiheng.year'
