import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { makeQuery } from '../api.ts'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useReports } from '../queries-reports.ts'
import { useSeenPlace } from '../queries-oversight.ts'
import { useMe, usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { SeenProjects } from './oversight/seen-projects.tsx'

const words = zh.oversight

/** 监督查阅: the signed reports of the year, and the place's programme as it stood on a day. */
export function OversightPage() {
  const place = usePlace()
  const { today, post } = useMe()
  const { date = today } = useSearch({ from: '/$jurisdiction/$year/oversight' })
  const query = useSeenPlace({ ...place, asOf: date })
  return (
    <div className="page oversight">
      <PageHead title={words.title} note={words.note(post.jurisdictionName, place.year)}>
        <Button href={`/api/oversight/package${makeQuery(place)}`} download>
          {words.package}
        </Button>
      </PageHead>
      <SignedReports />
      <section className="page-part" aria-labelledby="seen-projects">
        <DayPicker key={date} date={date} />
        <h2 id="seen-projects">{words.projects(date)}</h2>
        <QueryState query={query} lines={8}>
          {(seen) => <SeenProjects seen={seen} />}
        </QueryState>
      </section>
    </div>
  )
}

/** A day that is typed half-way is not asked for. */
function DayPicker({ date }: { readonly date: string }) {
  const { today } = useMe()
  const navigate = useNavigate({ from: '/$jurisdiction/$year/oversight' })
  const [typed, setTyped] = useState(date)
  const go = (day: string) => void navigate({ search: day === today ? {} : { date: day } })
  return (
    <form
      className="oversight-day"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '' && typed <= today) go(typed)
      }}
    >
      <label htmlFor="seen-day">{words.date}</label>
      <input
        id="seen-day"
        type="date"
        className="oversight-date"
        max={today}
        required
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button htmlType="submit">{words.show}</Button>
      {date !== today && <Button onClick={() => go(today)}>{words.today}</Button>}
    </form>
  )
}

function SignedReports() {
  const place = usePlace()
  const query = useReports(place)
  return (
    <section className="page-part" aria-labelledby="signed-reports">
      <h2 id="signed-reports">{words.reports}</h2>
      <QueryState query={query} lines={2}>
        {({ items }) => {
          const signed = items.filter(({ signedOn, state }) => signedOn !== null && !OPEN.includes(state))
          if (signed.length === 0) return <p className="muted">{words.noReports}</p>
          return (
            <ul className="plain-list">
              {signed.map(({ recordId, title, documentNumber, signedOn }) => (
                <li key={recordId}>
                  <Link to="/$jurisdiction/$year/oversight/reports/$recordId" params={{ ...place, recordId }}>
                    {title}
                  </Link>
                  <span className="muted"> {words.report.note(documentNumber, signedOn ?? '')}</span>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryState>
    </section>
  )
}

const OPEN = ['draft', 'proposed', 'checked']
