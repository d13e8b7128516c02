import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import {
  findColleagues,
  findIndicatorsInHand,
  insertOwners,
} from '../../storage/indicator-owner-repository.ts'
import { findNames } from '../../storage/name-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { getRecordData } from '../records/record-data.ts'

/**
 * 更换指标责任人: the unit names who answers from today on. What was declared, approved and sealed keeps
 * the name it had; a draft is changed in the form instead.
 * @throws DomainError NOT_FOUND, INVALID_INPUT for somebody without a post in the unit,
 *   ACTION_NOT_AVAILABLE for a draft or an indicator that is not of this sheet
 */
export const changeIndicatorOwner = defineUseCase({
  id: 'targets.changeIndicatorOwner',
  title: '更换指标责任人',
  stage: 'targets',
  kind: 'command',
  by: ['unit'],
  input: Type.Object(
    {
      recordId: Type.String({ format: 'uuid' }),
      indicatorIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 600 }),
      ownerId: Type.String({ format: 'uuid' }),
      reason: Type.String({ minLength: 1, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ changed: Type.Integer() }),
  run: async (context, { recordId, indicatorIds, ownerId, reason }) => {
    const { record, project, kind } = await getRecordData(context, recordId, { isLocked: true })
    if (kind !== targetSheet || !project) {
      throw new DomainError('NOT_FOUND', '没有找到这张绩效目标申报表，请从待办进入。')
    }
    const colleagues = await findColleagues(context.db, project.unitId, context.today)
    const owner = colleagues.find(({ id }) => id === ownerId)
    if (!owner) throw new DomainError('INVALID_INPUT', '接任人在本单位没有任职，请从在岗人员中选择。')
    const inHand = await findIndicatorsInHand(context.db, { on: context.today, recordId })
    const wanted = inHand.filter(({ indicatorId }) => indicatorIds.includes(indicatorId))
    if (wanted.length < new Set(indicatorIds).size) {
      throw new DomainError(
        'ACTION_NOT_AVAILABLE',
        '所选指标不在已申报的目标中；还没有申报的，请直接在申报表上修改责任人。',
      )
    }
    const changes = wanted.filter(({ personId }) => personId !== ownerId)
    const place = { jurisdiction_id: record.jurisdictionId, project_id: project.id, record_id: record.id }
    await insertOwners(
      context.db,
      changes.map(({ indicatorId }) => ({
        ...place,
        id: context.newId(),
        indicator_id: indicatorId,
        person_id: ownerId,
        reason: reason.trim(),
        changed_at: context.now,
        changed_by: context.actor.personId,
      })),
    )
    const names = await findNames(context.db, [ownerId])
    context.changed(
      { kind: kind.kind, id: record.id, projectId: project.id, jurisdictionId: record.jurisdictionId },
      changes.map(({ name, personName }) => ({
        field: `owner:${name}`,
        from: personName,
        to: names[ownerId] ?? ownerId,
      })),
    )
    return { changed: changes.length }
  },
})
