import { createHash } from 'node:crypto'
import { findConflicts } from '../../../domain/exante/checks/index.ts'
import { type Roster, type RosterExpert, rosterText } from '../../../domain/exante/compute/index.ts'
import { exanteDraw, exanteEvaluation, exanteExpertEntry } from '../../../domain/exante/index.ts'
import type { ExanteDrawContent } from '../../../domain/forms/contents.ts'
import { findActs } from '../../../storage/act-repository.ts'
import { findRecords } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { findLatestRecord, type RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import {
  findExpertFacts,
  findRegister,
  groundsOf,
  judgedProject,
  type RegisterEntry,
} from './expert-facts.ts'

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export const digestText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** A line of the roster with what the form shows besides what is hashed. */
export type RosterLine = RosterExpert & { readonly person: string; readonly employer: string }

/** Everybody in the register of the place, whoever may not be drawn with all the reasons why. */
export async function assembleRoster(context: Context, data: RecordData): Promise<RosterLine[]> {
  const { project } = data
  if (!project) return []
  const evaluation = await findLatestRecord(context, project, exanteEvaluation.kind)
  const register = await findRegister(context, project.jurisdictionId)
  const people = register.flatMap(({ content }) => (content.person ? [content.person] : []))
  const facts = await findExpertFacts(context, project, people, register, evaluation?.record.id)
  const judged = await judgedProject(context, project, evaluation?.record.id)
  const rules = rulesOf(context, data)
  return Promise.all(
    register.map(async (entry) => {
      const expert = facts.find(({ person }) => person === entry.content.person)
      const standing = await standingReasons(context, data, entry)
      return {
        id: entry.id,
        person: entry.content.person ?? '',
        name: expert?.name ?? '',
        employer: entry.content.employer ?? '',
        fields: (entry.content.fields ?? []).toSorted(),
        reasons: [
          ...standing,
          ...(expert?.hasPost ? [] : ['没有在任的专家岗位，不能登录评分']),
          ...(expert ? groundsOf(findConflicts(expert, judged, rules)) : []),
        ],
      }
    }),
  )
}

/** Why an entry that is not 在库 is passed over, with the words of whoever decided so. */
async function standingReasons(
  { db }: Context,
  { record }: RecordData,
  { id, state }: RegisterEntry,
): Promise<string[]> {
  const title = exanteExpertEntry.workflow.states[state]?.title ?? state
  if (state === 'registered') return []
  const acts = await findActs(db, { jurisdictionId: record.jurisdictionId, recordId: id })
  const reason = acts.findLast(({ toState }) => toState === state)?.opinion
  return [reason ? `${title}：${reason}` : title]
}

/** Sealed draws of the project that were given up, with the leader's reason. */
export async function earlierDraws(context: Context, { record, project }: RecordData) {
  if (!project) return []
  const where = { jurisdictionId: project.jurisdictionId, projectId: project.id, kind: exanteDraw.kind }
  const rows = (await findRecords(context.db, where)).filter(
    ({ id, state }) => id !== record.id && state === 'refused',
  )
  return Promise.all(
    rows.map(async ({ id, jurisdictionId }) => {
      const acts = await findActs(context.db, { jurisdictionId, recordId: id })
      return { draw: id, reason: acts.findLast(({ action }) => action === 'abandon')?.opinion ?? '' }
    }),
  )
}

/** The roster as it was sealed, from what the record holds. */
export function rosterOf(drawId: string, content: ExanteDrawContent): Roster {
  return {
    format: 'jiheng-expert-draw/1',
    draw: drawId,
    quotas: (content.quotas ?? []).map(({ field, count }) => ({ field: field ?? '', count: count ?? 0 })),
    publicValue: {
      name: content.publicValueName ?? '',
      on: content.publicValueOn ?? '',
      source: content.publicValueSource ?? '',
    },
    earlier: (content.earlier ?? []).map(({ draw, reason }) => ({ draw: draw ?? '', reason: reason ?? '' })),
    experts: (content.roster ?? []).map(({ entry, name, fields, reasons }) => ({
      id: entry ?? '',
      name: name ?? '',
      fields: fields ?? [],
      reasons: reasons ? reasons.split('\n') : [],
    })),
  }
}

export function rosterHashOf(drawId: string, content: ExanteDrawContent): string {
  return digestText(rosterText(rosterOf(drawId, content)))
}
