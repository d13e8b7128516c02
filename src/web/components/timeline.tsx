import type { TimelineStage } from '../../domain/project/timeline.ts'
import { zh } from '../zh.ts'
import { DateText } from './money.tsx'

export const STAGE_MARKS: Readonly<Record<TimelineStage['state'], string>> = {
  done: '✓',
  underway: '▶',
  overdue: '!',
  notStarted: '○',
}

/** The five stages in a row: mark, word and date; choosing one opens its records. */
export function Timeline({
  stages,
  current,
  choose,
}: {
  readonly stages: readonly TimelineStage[]
  readonly current: string | undefined
  readonly choose: (stage: string) => void
}) {
  return (
    <ol className="timeline" aria-label={zh.file.timeline}>
      {stages.map(({ stage, title, state, since }) => (
        <li key={stage} className={`timeline-stage is-${state}`}>
          <button type="button" aria-pressed={current === stage} onClick={() => choose(stage)}>
            <span className="timeline-mark" aria-hidden="true">
              {STAGE_MARKS[state]}
            </span>
            <span className="timeline-title">{title}</span>
            <span className="timeline-state">{zh.stageStates[state]}</span>
            <span className="timeline-date">{since !== undefined && <DateText value={since} />}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
