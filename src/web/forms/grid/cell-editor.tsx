import { type ClipboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { FieldDefinition } from '../../../domain/forms/form.ts'
import { zh } from '../../zh.ts'
import { CellProposals } from './cell-proposals.tsx'
import { readClipboard } from './clipboard.ts'
import { onGridKey, togglePicked } from './grid-keys.ts'
import { type Editing, isList, optionsFor } from './grid-api.ts'
import { usePopupPlace } from './popup-place.ts'
import type { Grid } from './use-grid.ts'

/**
 * The one input of a grid, standing in the active cell. It is always focused, so that an input method
 * can begin composing at the first key; until then it is transparent and the cell shows through.
 */
export function CellEditor({
  grid,
  column,
  label,
}: {
  readonly grid: Grid
  readonly column: FieldDefinition
  readonly label: string
}) {
  const { state, api, wantsFocus } = grid
  const { editing } = state
  const input = useRef<HTMLTextAreaElement>(null)
  const isMoving = editing === null
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    input.current?.focus({ preventScroll: true })
    if (isMoving) input.current?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [wantsFocus, isMoving])

  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    if (editing !== null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', api.copy())
    if (isCut) api.clear()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null) return
    event.preventDefault()
    api.paste(readClipboard(event.clipboardData))
  }
  const isOpen = editing !== null && isList(column)
  const proposals = api.proposals()
  return (
    <>
      <textarea
        ref={input}
        className={editing === null ? 'cell-input' : 'cell-input is-editing'}
        aria-label={label}
        aria-readonly={column.readonly === true}
        aria-invalid={editing?.fault !== undefined}
        {...(proposals.length > 0 ? { 'aria-autocomplete': 'list' as const } : {})}
        rows={1}
        spellCheck={false}
        readOnly={column.readonly === true || column.type === 'files'}
        {...(column.max === undefined || !['text', 'longtext'].includes(column.type)
          ? {}
          : { maxLength: column.max })}
        value={editing?.text ?? ''}
        placeholder={editing !== null && column.type === 'choices' ? editing.picked.join('、') : ''}
        onChange={(event) => {
          if (editing === null) api.begin(event.target.value)
          else
            api.write({
              text: event.target.value,
              highlighted: isList(column) ? 0 : -1,
              isTyped: editing.isTyped || isList(column),
            })
        }}
        onKeyDown={(event) => onGridKey(api, event)}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onFocus={() => {
          wantsFocus.current = true
        }}
        onBlur={() => {
          wantsFocus.current = false
          if (api.read().state.editing !== null) api.leave()
        }}
      />
      {editing?.fault !== undefined && <span className="cell-fault">{editing.fault}</span>}
      {editing !== null && proposals.length > 0 && (
        <CellProposals grid={grid} proposals={proposals} highlighted={editing.highlighted} anchor={input} />
      )}
      {isOpen && <OptionList grid={grid} column={column} editing={editing} anchor={input} />}
    </>
  )
}

const LIST_HEIGHT = 260

function OptionList({
  grid,
  column,
  editing,
  anchor,
}: {
  readonly grid: Grid
  readonly column: FieldDefinition
  readonly editing: Editing
  readonly anchor: RefObject<HTMLTextAreaElement | null>
}) {
  const height = Math.min(LIST_HEIGHT, optionsFor(column, '').length * 30 + 8)
  const place = usePopupPlace(anchor, height)
  if (place === undefined) return null
  const labels = optionsFor(column, editing.text)
  const choose = (label: string) => {
    if (column.type === 'choices') togglePicked(grid.api, label)
    else if (grid.api.commit(label)) grid.api.moveTo(grid.api.read().state.active)
  }
  return createPortal(
    <div
      className="cell-options"
      role="listbox"
      tabIndex={-1}
      aria-label={column.label}
      style={{ ...place, maxHeight: LIST_HEIGHT }}
    >
      {labels.length === 0 && <p className="muted">{zh.input.choice}</p>}
      {labels.map((label, index) => (
        <div
          key={label}
          role="option"
          tabIndex={-1}
          aria-selected={index === editing.highlighted}
          onMouseDown={(event) => {
            event.preventDefault()
            choose(label)
          }}
        >
          {column.type === 'choices' && (
            <span aria-hidden="true">{editing.picked.includes(label) ? '☑ ' : '☐ '}</span>
          )}
          {label}
        </div>
      ))}
    </div>,
    document.body,
  )
}
