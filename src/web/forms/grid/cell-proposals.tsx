import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { zh } from '../../zh.ts'
import type { Proposal } from '../assist.ts'
import { usePopupPlace } from './popup-place.ts'
import type { Grid } from './use-grid.ts'

const LINE = 46
const WIDTH = 460
const HEIGHT_MAX = 400

/** What may be taken instead of typing on: name, what it measures, and why it is offered. */
export function CellProposals({
  grid,
  proposals,
  highlighted,
  anchor,
}: {
  readonly grid: Grid
  readonly proposals: readonly Proposal[]
  readonly highlighted: number
  readonly anchor: RefObject<HTMLTextAreaElement | null>
}) {
  const height = Math.min(HEIGHT_MAX, proposals.length * LINE + 34)
  const place = usePopupPlace(anchor, height, WIDTH)
  if (place === undefined) return null
  return createPortal(
    <div
      className="cell-options cell-proposals"
      role="listbox"
      tabIndex={-1}
      aria-label={zh.library.suggestions(proposals.length)}
      style={{ ...place, width: WIDTH, maxHeight: HEIGHT_MAX }}
    >
      <p className="muted">{zh.library.suggestions(proposals.length)}</p>
      {proposals.map((proposal, index) => (
        <div
          key={proposal.id}
          role="option"
          tabIndex={-1}
          aria-selected={index === highlighted}
          onMouseDown={(event) => {
            event.preventDefault()
            grid.api.take(proposal)
          }}
        >
          <span className="strong">{proposal.title}</span>{' '}
          <span className="proposal-detail">{proposal.detail}</span>
          <p className="proposal-why">{proposal.why}</p>
        </div>
      ))}
    </div>,
    document.body,
  )
}
