import { randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { addDays } from '../../../domain/shared/dates.ts'
import type { IndicatorInHand } from '../../../storage/indicator-owner-repository.ts'
import { findPostIn, insertUpdateLink } from '../../../storage/update-link-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { hashToken } from '../../session/sign-in.ts'
import { getOpenRound, ownersOf, rowsOf } from './own-rows.ts'

const Link = Type.Object({
  personName: Type.String(),
  indicators: Type.Array(Type.String()),
  /** Known only now: the database keeps its digest. */
  token: Type.String(),
})

/**
 * 一分钟更新的链接: one for each person who answers for indicators of the round. A new one ends the person's
 * earlier one for the same round; indicators nobody answers for are named.
 */
export const makeUpdateLinks = defineUseCase({
  id: 'monitoring.makeUpdateLinks',
  title: '生成一分钟更新链接',
  stage: 'monitoring',
  kind: 'command',
  by: ['unit'],
  record: 'recordId',
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    links: Type.Array(Link),
    expiresOn: Type.String(),
    unanswered: Type.Array(Type.String()),
  }),
  run: async (context, { recordId }) => {
    const data = await getOpenRound(context, recordId)
    const { days } = rulesOf(context, data).value('monitoring.update_link').value
    const expiresOn = addDays(context.today, days)
    const shown = new Set(rowsOf(data).map(({ indicatorId }) => indicatorId))
    const inRound = (await ownersOf(context, data)).filter(({ indicatorId }) => shown.has(indicatorId))
    const links: { personName: string; indicators: string[]; token: string }[] = []
    const answered = new Set<string>()
    for (const own of byPerson(inRound)) {
      const link = await linkFor(context, data, own, expiresOn)
      if (!link) continue
      links.push(link)
      for (const { indicatorId } of own) answered.add(indicatorId)
    }
    const { id, projectId, jurisdictionId } = data.record
    context.changed({ kind: data.kind.kind, id, projectId, jurisdictionId }, [
      { field: 'updateLinks', from: null, to: links.map(({ personName }) => personName).join('、') },
    ])
    const unanswered = inRound.filter(({ indicatorId }) => !answered.has(indicatorId))
    return { links, expiresOn, unanswered: unanswered.map(({ name }) => name) }
  },
})

function byPerson(owners: readonly IndicatorInHand[]): IndicatorInHand[][] {
  const groups = new Map<string, IndicatorInHand[]>()
  for (const one of owners) {
    if (one.personId === null || !one.isLiving) continue
    groups.set(one.personId, [...(groups.get(one.personId) ?? []), one])
  }
  return [...groups.values()]
}

async function linkFor(
  context: Context,
  { record, project }: RecordData,
  own: readonly IndicatorInHand[],
  expiresOn: string,
) {
  const [{ personId, personName } = { personId: null, personName: null }] = own
  if (personId === null || !project) return undefined
  const organisationId = project.unitId
  const postId = await findPostIn(context.db, { personId, organisationId, on: context.today })
  if (!postId) return undefined
  const token = randomBytes(24).toString('base64url')
  await insertUpdateLink(context.db, {
    id: context.newId(),
    jurisdictionId: record.jurisdictionId,
    projectId: project.id,
    recordId: record.id,
    personId,
    postId,
    tokenHash: hashToken(token),
    expiresOn,
    now: context.now,
    madeBy: context.actor.personId,
  })
  return { personName: personName ?? '', indicators: own.map(({ name }) => name), token }
}
