import { Link } from '@tanstack/react-router'
import type { Me } from '../shapes.ts'
import { useMe, usePlace } from '../session.tsx'
import { zh } from '../zh.ts'

/** In the order of the navigation; the server says which a person may use. */
const PAGES = [
  'todos',
  'review',
  'projects',
  'monitoring',
  'rounds',
  'monitoring-tasks',
  'offices',
  'quality',
  'reports',
  'rectification',
  'what-if',
  'oversight',
  'cockpit',
  'pilot',
  'experts',
  'agencies',
  'feedback',
  'publications',
  'rules',
  'doctor',
  'documents',
  'administration',
] as const
export type PageName = (typeof PAGES)[number]

/** The page of an address, where it means the same in another place or year: a record or a project belongs to one. */
export function pageOf(pathname: string): PageName | undefined {
  const [, , , name, ...rest] = pathname.split('/')
  return rest.length > 0 ? undefined : PAGES.find((page) => page === name)
}

/** What comes first for whom: work for those who have some, the administration for the administrators. */
const STARTS: readonly PageName[] = ['todos', 'administration', ...PAGES]

/** Where a person begins: what waits for them, or the first page they may use. */
export function firstPageOf(me: Me): PageName {
  return STARTS.find((page) => me.pages.includes(page)) ?? 'rules'
}

/** Where a page stands in a long navigation. */
const GROUP_OF: Readonly<Record<PageName, keyof typeof zh.frame.groups>> = {
  ...{ todos: 'work', review: 'work', projects: 'work', rounds: 'work', offices: 'work' },
  ...{ monitoring: 'monitoring', 'monitoring-tasks': 'monitoring' },
  ...{ quality: 'results', reports: 'results', rectification: 'results', 'what-if': 'results' },
  ...{ cockpit: 'pilot', pilot: 'pilot' },
  ...{
    oversight: 'others',
    experts: 'others',
    agencies: 'others',
    feedback: 'others',
    publications: 'others',
  },
  ...{ rules: 'tools', doctor: 'tools', documents: 'tools', administration: 'tools' },
}
const GROUPS = Object.keys(zh.frame.groups) as (keyof typeof zh.frame.groups)[]

/** More than this does not fit on a small screen at full height. */
const SHORT = 12

/** Every page this person may use; a long list is closer and under headings, so that all of it is in sight. */
export function Navigation() {
  const me = useMe()
  const pages = PAGES.filter((page) => me.pages.includes(page))
  const isLong = pages.length > SHORT
  return (
    <nav className={isLong ? 'nav is-long' : 'nav'} aria-label={zh.frame.navigation}>
      {isLong ? <Groups pages={pages} /> : <Pages pages={pages} />}
    </nav>
  )
}

function Groups({ pages }: { readonly pages: readonly PageName[] }) {
  return GROUPS.map((group) => {
    const own = pages.filter((page) => GROUP_OF[page] === group)
    if (own.length === 0) return null
    return (
      <div key={group}>
        <div className="nav-group" id={`nav-${group}`}>
          {zh.frame.groups[group]}
        </div>
        <Pages pages={own} labelledBy={`nav-${group}`} />
      </div>
    )
  })
}

function Pages({ pages, labelledBy }: { readonly pages: readonly PageName[]; readonly labelledBy?: string }) {
  const place = usePlace()
  return (
    <ul aria-labelledby={labelledBy}>
      {pages.map((page) => (
        <li key={page}>
          <Link
            to={`/$jurisdiction/$year/${page}`}
            params={place}
            className="nav-link"
            activeProps={{ className: 'nav-link is-current', 'aria-current': 'page' }}
          >
            <NavIcon page={page} />
            {zh.pages[page]}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const ICON_PATHS: Readonly<Record<PageName, string>> = {
  todos: 'M3 4h10M3 8h10M3 12h6',
  rounds: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM8 4.500V8l2.500 1.500',
  quality: 'M2 13h12M4 11V7M8 11V3M12 11V5.500M2.500 5l3-2',
  oversight:
    'M1.500 8c1.500-3 3.700-4.500 6.500-4.500S13 5 14.500 8C13 11 10.800 12.500 8 12.500S3 11 1.500 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  reports: 'M3 1.500h7l3 3v10H3zM10 1.500v3h3M5.500 7.500h5M5.500 10h5M5.500 12.300h3',
  rectification: 'M3 3h10v10H3zM5.500 6.500h5M5.500 9.500h3M9.500 11l1.500 1.500 3-3.500',
  'monitoring-tasks': 'M2 13.500h12M3 11l3.500-4 2.500 2 4-5.500M13 3.500V6.500M13 3.500H10',
  offices: 'M2 14h12M3 14V6l5-3.500L13 6v8M6 14v-3h4v3M6 7.500h.01M10 7.500h.01',
  'what-if': 'M2 14h12M4 14V8M8 14V3M12 14V6M2.500 5.500l3-3M13.500 3.500l-3-1.500',
  review: 'M3 2h10v12H3zM5.5 6l1.5 1.500L10.500 4.500M5.500 11h5',
  projects: 'M2 4h4l1.5 2H14v7H2z',
  monitoring: 'M2 13.500h12M2.500 10.500l3.500-4 2.500 2.500 5-6M10 3h3.500v3.500',
  cockpit: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z',
  pilot: 'M3 14V2M3 3h9l-2 3 2 3H3',
  experts:
    'M5.500 8a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM1.500 13c.400-2.400 2-3.400 4-3.400s3.600 1 4 3.400M10.500 4.500h4M10.500 7.500h4M11.500 10.500h3',
  agencies:
    'M2.500 14V5l5-2.500V14M7.500 6.500h6V14M1.500 14h13M4.500 7h1M4.500 10h1M9.500 9h2M9.500 11.500h2',
  feedback: 'M2 3h12v8H7l-3 3v-3H2zM5 6h6M5 8.500h4',
  publications: 'M2 3h12v10H2zM2 6h12M5 9h6M5 11h4',
  rules: 'M8 2v12M3 14h10M3 5h10M3 5l-1.5 4h3zM13 5l-1.5 4h3z',
  doctor:
    'M4 2v4a4 4 0 0 0 8 0V2M8 10v2a2.500 2.500 0 0 0 5 0v-1.500M13 10.500a1.200 1.200 0 1 0 0-2.400 1.200 1.200 0 0 0 0 2.400z',
  documents: 'M4 1.5h5l3 3v10H4zM9 1.5v3h3',
  administration:
    'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM2.5 14c.6-3 2.7-4.3 5.5-4.3s4.900 1.300 5.500 4.300',
}

function NavIcon({ page }: { readonly page: PageName }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="nav-icon">
      <path d={ICON_PATHS[page]} />
    </svg>
  )
}
