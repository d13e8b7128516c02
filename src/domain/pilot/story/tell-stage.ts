import type { NameOf } from '../../documents/label-content.ts'
import type { PlanStage } from '../../workflow/record-kind.ts'
import { STAGE_SOURCES } from './stage-sources.ts'
import { tellRecord } from './tell-record.ts'
import type { ToldLine, ToldParts, ToldRecord } from './told.ts'

/** What the records of one stage tell, in the order of the sources of that stage. */
export function tellStageRecords(
  stage: PlanStage,
  records: readonly ToldRecord[],
  nameOf: NameOf,
): ToldParts {
  const parts = STAGE_SOURCES[stage].flatMap((source) =>
    records
      .filter((record) => record.kind.kind === source.kind && isTold(record))
      .map((record) => tellRecord(record, source, nameOf)),
  )
  return {
    work: parts.flatMap(({ work }) => work),
    outcome: parts.flatMap(({ outcome }) => outcome),
    problems: numberLines(unique(parts.flatMap(({ problems }) => problems))),
    suggestions: numberLines(unique(parts.flatMap(({ suggestions }) => suggestions))),
    tables: parts.flatMap(({ tables }) => tables),
  }
}

/** A record nobody has worked on yet says nothing about the stage. */
export function isTold({ state, acts }: Pick<ToldRecord, 'state' | 'acts'>): boolean {
  return state !== 'refused' && acts.length > 0
}

/** The same text from two records is told once, with both as its source. */
function unique(lines: readonly ToldLine[]): ToldLine[] {
  const byText = new Map<string, ToldLine>()
  for (const line of lines) {
    const earlier = byText.get(line.text)
    byText.set(line.text, { text: line.text, sources: [...(earlier?.sources ?? []), ...line.sources] })
  }
  return [...byText.values()]
}

function numberLines(lines: readonly ToldLine[]): ToldLine[] {
  return lines.length < 2
    ? [...lines]
    : lines.map((line, index) => ({ ...line, text: `${index + 1}.${line.text}` }))
}
