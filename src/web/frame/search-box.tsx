import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useRules, useSearch } from '../queries.ts'
import { usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { groupMatches, type SearchGroup, type SearchHit } from './search-groups.ts'

const TYPING_PAUSE_MS = 200

function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** Ctrl+K (or ⌘K) from anywhere. */
function useShortcut(focus: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        focus()
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}

function useOpenHit(): (hit: SearchHit) => void {
  const navigate = useNavigate()
  const place = usePlace()
  return ({ kind, title, id, jurisdictionId, projectId }) => {
    const params = { jurisdiction: jurisdictionId ?? place.jurisdiction, year: place.year }
    if (kind === 'rule') void navigate({ to: '/$jurisdiction/$year/rules', params, search: { q: title } })
    else if (kind === 'record' || kind === 'indicator') {
      void navigate({ to: '/$jurisdiction/$year/records/$recordId', params: { ...params, recordId: id } })
    } else if (projectId === null) void navigate({ to: '/$jurisdiction/$year/projects', params })
    else void navigate({ to: '/$jurisdiction/$year/projects/$projectId', params: { ...params, projectId } })
  }
}

/** One box for projects, units, indicators, documents and rules. */
export function SearchBox() {
  const [text, setText] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const words = useDebounced(text.trim())
  const { data } = useSearch(words)
  const rules = useRules(usePlace().jurisdiction, words.length >= 2)
  const open = useOpenHit()
  useShortcut(() => input.current?.select())

  const groups = text.trim().length < 2 ? [] : groupMatches(data?.items ?? [], rules.data, words)
  const flat = groups.flatMap((group) => group.hits)
  const choose = (hit: SearchHit | undefined) => {
    if (hit === undefined) return
    open(hit)
    setIsOpen(false)
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, flat.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') choose(flat[active])
    else if (event.key === 'Escape') setIsOpen(false)
    else return
    event.preventDefault()
  }
  const isShown = isOpen && text.trim() !== ''
  return (
    <div className="search">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={zh.frame.searchPlaceholder}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-activedescendant={isShown && flat.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={zh.frame.searchPlaceholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setIsOpen(true)
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {isShown && (
        <Results
          id={listId}
          groups={groups}
          active={flat[active]}
          isShort={text.trim().length < 2}
          choose={choose}
        />
      )}
    </div>
  )
}

function Results({
  id,
  groups,
  active,
  isShort,
  choose,
}: {
  readonly id: string
  readonly groups: readonly SearchGroup[]
  readonly active: SearchHit | undefined
  readonly isShort: boolean
  readonly choose: (hit: SearchHit) => void
}) {
  const flat = groups.flatMap((group) => group.hits)
  if (groups.length === 0) {
    return (
      <div className="search-results muted" id={id}>
        {isShort ? zh.frame.searchHint : zh.frame.searchNothing}
      </div>
    )
  }
  return (
    <div className="search-results" id={id} role="listbox" aria-label={zh.common.search}>
      {groups.map((group) => (
        <fieldset key={group.title} aria-label={group.title}>
          <p className="search-group">{group.title}</p>
          {group.hits.map((hit) => (
            <div
              key={`${hit.kind}-${hit.id}-${hit.title}`}
              id={`${id}-${flat.indexOf(hit)}`}
              role="option"
              tabIndex={-1}
              aria-selected={hit === active}
              className="search-item"
              onMouseDown={(event) => {
                event.preventDefault()
                choose(hit)
              }}
            >
              <span>{hit.title}</span>
              <span className="muted">{hit.note}</span>
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
