import type { ExanteRubricContent, PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { exanteRubric, RUBRIC_SUBJECTS } from '../../domain/exante/index.ts'
import { nextLocalId } from '../../domain/indicators/index.ts'
import { insertLocalVersion, lockLibrary } from '../../storage/library-repository.ts'
import { insertPlaceParameters } from '../../storage/place-parameter-repository.ts'
import { exanteRubricBehaviour } from '../exante/index.ts'
import { readLocalLibrary } from '../indicators/local-library.ts'
import type { Context } from '../kernel/context.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import type { IndicatorChange, Proposal } from './proposal.ts'
import { takenKeys, takenValues } from './taken.ts'

/** What was approved becomes rows of the place: parameters from their day, library versions, rubrics. */
export async function putInForce(context: Context, data: RecordData, proposal: Proposal): Promise<void> {
  const content = data.content as PilotBlueprintUseContent
  const keys = takenKeys(content)
  await addParameters(context, data, proposal)
  await addIndicators(
    context,
    data,
    keys.flatMap((key) => proposal.indicators.get(key) ?? []),
  )
  for (const key of keys) {
    for (const rubric of proposal.rubrics.get(key) ?? []) await addRubric(context, data, rubric)
  }
}

async function addParameters(context: Context, { record, content }: RecordData, proposal: Proposal) {
  const values = takenValues(content as PilotBlueprintUseContent, proposal)
  const rows = values.map((one) => ({
    jurisdictionId: record.jurisdictionId,
    id: context.newId(),
    parameter: one.parameter,
    effectiveFrom: one.from,
    value: one.value,
    source: one.source,
    article: one.article,
    standing: one.standing,
    recordId: record.id,
    approvedOn: context.today,
  }))
  await insertPlaceParameters(context.db, rows)
  for (const { id, parameter, effectiveFrom, value } of rows) {
    context.changed({ kind: 'placeParameter', id, jurisdictionId: record.jurisdictionId }, [
      { field: parameter, from: null, to: `自${effectiveFrom}起：${JSON.stringify(value).slice(0, 300)}` },
    ])
  }
}

async function addIndicators(context: Context, { record }: RecordData, changes: readonly IndicatorChange[]) {
  if (changes.length === 0) return
  const { jurisdictionId } = record
  await lockLibrary(context.db, jurisdictionId)
  const { entries, versions } = await readLocalLibrary(context, jurisdictionId)
  const taken = versions
    .filter((one) => one.jurisdictionId === jurisdictionId)
    .map(({ indicatorId }) => indicatorId)
  for (const { id: known, change, indicator } of changes) {
    const indicatorId = known ?? nextLocalId(jurisdictionId, taken)
    taken.push(indicatorId)
    const current = entries.find((one) => one.id === indicatorId)
    const version = (current?.version ?? 0) + 1
    const id = context.newId()
    await insertLocalVersion(context.db, {
      id,
      jurisdictionId,
      indicatorId,
      version,
      change,
      basedOn: current?.version ?? 0,
      approvedOn: context.today,
      indicator: { ...indicator, id: indicatorId, version },
      recordId: record.id,
    })
    context.changed({ kind: 'libraryIndicator', id, jurisdictionId }, [
      {
        field: 'indicator',
        from: current ? `第 ${current.version} 版` : null,
        to: `${indicatorId} 第 ${version} 版：${indicator.name}`,
      },
    ])
  }
}

/** A version of the place like one that was typed, approved by the same decision. */
async function addRubric(
  context: Context,
  { record, content }: RecordData,
  rubric: ExanteRubricContent,
): Promise<void> {
  const { effectiveFrom, reasonText } = content as PilotBlueprintUseContent
  const from = rubric.effectiveFrom ?? effectiveFrom ?? context.today
  const subject = rubric.subject ?? 'project'
  const made = await beginRecord(context, exanteRubric, exanteRubricBehaviour, {
    project: undefined,
    subjectId: record.id,
    title: `${exanteRubric.title}（${RUBRIC_SUBJECTS[subject]}）`,
    content: { ...rubric, effectiveFrom: from, reasonText: reasonText ?? '' } as Content,
  })
  await performSystemAct(context, made, 'propose')
  await performSystemAct(context, await getRecordData(context, made.record.id), 'approve')
}
