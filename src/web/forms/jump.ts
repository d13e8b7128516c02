import type { FindingPlace } from '../../domain/shared/finding.ts'
import { placeId } from './form-context.ts'
import { askForCell } from './grid/use-cell-jump.ts'
import { goToSection } from './section-list.tsx'

/** Brings the place of a finding into view and puts the cursor there. */
export function jumpTo({ section, field, row, column, span }: FindingPlace): void {
  const whole = field === undefined ? null : document.getElementById(placeId(field))
  const cell = field === undefined ? null : document.getElementById(placeId(field, row, column))
  const table = whole?.querySelector('table.rows')
  if (cell === null && row !== undefined && table && askForCell(table, { row, column })) return
  const element = cell ?? whole
  if (element === null) {
    if (section !== undefined) goToSection(section)
    return
  }
  element.scrollIntoView({ block: 'center' })
  if (element.tagName === 'TD' && element.closest('table.is-open') !== null) {
    // A grid takes the cursor by itself when one of its cells is pressed.
    element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }))
    return
  }
  const control = element.matches('input, textarea, button, [tabindex]')
    ? element
    : element.querySelector('input, textarea, button, [tabindex]')
  if (control instanceof HTMLElement) control.focus({ preventScroll: true })
  const isText = control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement
  if (isText && span) control.setSelectionRange(span.from, span.to)
}
