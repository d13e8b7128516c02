import { Type } from 'typebox'
import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { withSystemValues } from '../../domain/forms/system-values.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { saveMapping, updateRecordContents } from '../../storage/batch-repository.ts'
import { replaceRowsOfMany } from '../../storage/bound-rows.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { BatchInput, type BatchGiven, type BatchPlan, planBatch } from './batch-plan.ts'

/**
 * 批量导入: the lines of a file into the records of their projects, all of them or none. What is written
 * is what the preview showed: the stamp says so.
 */
export const importBatch = defineUseCase({
  id: 'batch.import',
  title: '批量导入',
  stage: 'shell',
  kind: 'command',
  by: BUSINESS,
  input: Type.Object(
    { ...BatchInput, stamp: Type.String({ maxLength: 64 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ lines: Type.Integer(), records: Type.Integer() }),
  run: async (context, input) => {
    const plan = await planBatch(context, input as BatchGiven)
    if (plan.faults.length > 0) {
      const [first] = plan.faults
      throw new DomainError(
        'RULE_VIOLATED',
        `文件里有 ${plan.faults.length} 处需要改正，没有导入任何内容：${first?.place} ${first?.message}`,
        { faults: plan.faults },
      )
    }
    if (plan.stamp !== input.stamp) throw overtaken()
    const written = await writeChanges(context, plan)
    if (written !== plan.changes.length) throw overtaken()
    await remember(context, plan)
    return { lines: plan.lines, records: written }
  },
})

function overtaken(): DomainError {
  return new DomainError(
    'VERSION_CONFLICT',
    '预览之后有人改动过其中的项目，没有导入任何内容。请重新预览，核对后再导入。',
  )
}

async function writeChanges(context: Context, plan: BatchPlan): Promise<number> {
  const { jurisdictionId } = context.actor
  const merged = plan.changes.map((change) => {
    const { content } = change.target
    return { change, content: withSystemValues(plan.form, content, { ...content, ...change.patch }) }
  })
  const written = await updateRecordContents(
    context.db,
    jurisdictionId,
    merged.map(({ change, content }) => {
      const row = plan.rows.get(change.target.code)
      return {
        recordId: change.target.recordId ?? '',
        version: row?.version ?? 0,
        content: plainPart(plan, content),
      }
    }),
  )
  await writeRows(context, plan, merged)
  for (const { change } of merged) {
    const { target, patch } = change
    context.changed(
      {
        kind: plan.kind.kind,
        id: target.recordId,
        projectId: plan.rows.get(target.code)?.projectId ?? null,
        jurisdictionId,
      },
      Object.entries(patch).map(([field, to]) => ({ field, from: target.content[field] ?? null, to })),
    )
  }
  return written
}

/** Bound rows live in a table of their own. */
function plainPart({ rowsField }: BatchPlan, content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).filter(([field]) => !rowsField?.bound || field !== rowsField.id),
  )
}

async function writeRows(
  context: Context,
  plan: BatchPlan,
  merged: readonly { readonly change: BatchPlan['changes'][number]; readonly content: Content }[],
): Promise<void> {
  const { rowsField } = plan
  if (!rowsField?.bound) return
  await replaceRowsOfMany(
    context.db,
    rowsField.bound,
    context.actor.jurisdictionId,
    merged.map(({ change: { target }, content }) => ({
      owner: {
        jurisdictionId: context.actor.jurisdictionId,
        projectId: plan.rows.get(target.code)?.projectId ?? '',
        recordId: target.recordId ?? '',
        fiscalYear: plan.rows.get(target.code)?.fiscalYear ?? 0,
        month: monthOf(content, context.today),
      },
      rows: withIds(context, (content[rowsField.id] ?? []) as readonly ContentRow[]),
    })),
  )
}

function monthOf(content: Content, today: string): number {
  const month = Number(content['month'])
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : Number(today.slice(5, 7))
}

function withIds(context: Context, rows: readonly ContentRow[]): ContentRow[] {
  return rows.map((row) => (row['id'] ? row : { ...row, id: context.newId() }))
}

/** The next file of this layout is mapped by itself. */
async function remember(context: Context, plan: BatchPlan): Promise<void> {
  await saveMapping(context.db, {
    jurisdictionId: context.actor.jurisdictionId,
    subject: plan.subject.id,
    digest: plan.layoutDigest,
    headers: plan.headers,
    mapping: plan.mapping,
    now: context.now,
    personId: context.actor.personId,
  })
}
