import { useNavigate, useRouterState } from '@tanstack/react-router'
import { Select } from 'antd'
import { useJurisdictions } from '../queries.ts'
import { useMe, usePlace } from '../session.tsx'
import type { Jurisdiction } from '../shapes.ts'
import { zh } from '../zh.ts'
import { pageOf } from './navigation.tsx'

function optionsOf(items: readonly Jurisdiction[]) {
  return items.map(({ id, name, level }) => ({
    value: id,
    label: name,
    className: level === 'county' ? 'place-county' : 'place-city',
  }))
}

/** Jurisdiction and fiscal year: always visible, part of the address. */
export function PlacePicker() {
  const place = usePlace()
  const navigate = useNavigate()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const { data } = useJurisdictions()
  const page = pageOf(pathname) ?? 'projects'
  const go = (jurisdiction: string, year: string) =>
    void navigate({ to: `/$jurisdiction/$year/${page}`, params: { jurisdiction, year } })
  const { fiscalYears: years } = useMe()
  const yearOptions = (years.includes(Number(place.year)) ? years : [...years, Number(place.year)]).map(
    (year) => ({
      value: String(year),
      label: zh.frame.yearOf(year),
    }),
  )
  return (
    <div className="place">
      <Select
        aria-label={zh.frame.jurisdiction}
        className="place-jurisdiction"
        variant="borderless"
        value={data === undefined ? null : place.jurisdiction}
        options={optionsOf(data?.items ?? [])}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={200}
        onChange={(code: string) => go(code, place.year)}
      />
      <Select
        aria-label={zh.frame.year}
        className="place-year"
        variant="borderless"
        value={place.year}
        options={yearOptions}
        onChange={(year: string) => go(place.jurisdiction, year)}
      />
    </div>
  )
}
