import type { ExanteRubricContent, PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import {
  contentOfRubric,
  defaultRubric,
  exanteRubric,
  RUBRIC_SUBJECTS,
  rubricOf,
  type RubricSubject,
} from '../../domain/exante/index.ts'
import { canonicalJson } from '../../domain/ledger/canonical-json.ts'
import { entryKey } from '../../domain/pilot/checks/index.ts'
import { findRecords, type RecordRow } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rubricText } from './propose-adoption.ts'
import { type Compared, rowOf } from './proposal.ts'
import { type GivenUp, type Said, turnBack } from './turn-back.ts'

/** Rubrics an adoption brought, each with what is scored by without it; a newer one of the place stays. */
export async function rubricsBack(
  context: Context,
  { record, content }: RecordData,
  day: string,
  givenUp: (key: string) => GivenUp,
): Promise<Compared[]> {
  const { jurisdictionId } = record
  const { name, blueprintVersion } = content as PilotBlueprintUseContent
  const basisText = `停止采用《${name ?? ''}》${blueprintVersion ?? ''}版，恢复不采用蓝本时的评分指标体系`
  const records = await findRecords(context.db, { jurisdictionId, kind: exanteRubric.kind })
  const approved = records
    .filter(({ state }) => state === 'approved')
    .sort((a, b) => (a.stateSince < b.stateSince ? -1 : 1))
  return (Object.keys(RUBRIC_SUBJECTS) as RubricSubject[]).flatMap((subject) => {
    const own = approved.filter((one) => (one.content as ExanteRubricContent).subject === subject)
    if (!own.some(({ subjectId }) => subjectId === record.id)) return []
    const said = own.map(saidOf)
    const orDefault = (value: ExanteRubricContent | undefined, on: string) =>
      value ?? defaultOn(context, { jurisdictionId, subject, day: on })
    const turned = turnBack(
      said,
      day,
      givenUp(entryKey({ part: 'rubrics', itemId: subject })),
      (one, other, on) => canonicalJson(orDefault(one, on)) === canonicalJson(orDefault(other, on)),
    )
    const rubrics = turned.map(({ from, to }) => ({
      ...orDefault(to?.value, from),
      effectiveFrom: from,
      basisText,
    }))
    return rubrics.length > 0 ? [comparedOf(subject, said, rubrics)] : []
  })
}

function saidOf({ content, subjectId }: RecordRow): Said<ExanteRubricContent> {
  const { subject, effectiveFrom, dimensions, items } = content as ExanteRubricContent
  return {
    from: effectiveFrom ?? '',
    value: { subject: subject ?? 'project', dimensions: dimensions ?? [], items: items ?? [] },
    useId: subjectId,
  }
}

/** What the rules give where the place has none of its own. */
function defaultOn(
  context: Context,
  of: { readonly jurisdictionId: string; readonly subject: RubricSubject; readonly day: string },
): ExanteRubricContent {
  const { subject, jurisdictionId, day } = of
  const rules = context.rules.at({ date: day, jurisdiction: jurisdictionId })
  const given = rules.value(subject === 'policy' ? 'exante.policy_rubric' : 'exante.rubric')
  return contentOfRubric(subject, defaultRubric(subject, given))
}

function comparedOf(
  subject: RubricSubject,
  said: readonly Said<ExanteRubricContent>[],
  rubrics: readonly ExanteRubricContent[],
): Compared {
  const [first] = rubrics as [ExanteRubricContent, ...ExanteRubricContent[]]
  const from = first.effectiveFrom ?? ''
  const now = said.filter((one) => one.from <= from).reduce((a, b) => (b.from >= a.from ? b : a))
  return {
    row: rowOf({
      part: 'rubrics',
      itemId: subject,
      title: rubricOf(first).title,
      currentText: rubricText(now.value?.items ?? []),
      proposedText: rubrics
        .map((one) => (rubrics.length > 1 ? `${one.effectiveFrom}起：\n` : '') + rubricText(one.items ?? []))
        .join('\n'),
      outcome: 'different',
      why: `自${from}起，恢复为不采用蓝本时的评分指标体系。`,
    }),
    rubrics,
  }
}
