import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import {
  findJurisdictions,
  findOrganisation,
  insertOrganisation,
} from '../../storage/organisation-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'

const KINDS = ['finance', 'department', 'unit', 'agency', 'congress', 'audit'] as const

/** 登记机构: a finance bureau, department, unit, institution, congress or audit office. */
export const addOrganisation = defineUseCase({
  id: 'administration.addOrganisation',
  title: '登记机构',
  stage: 'shell',
  kind: 'command',
  by: ['system_admin'],
  input: Type.Object(
    {
      jurisdictionId: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      kind: Type.Union(KINDS.map((kind) => Type.Literal(kind))),
      name: Type.String({ minLength: 2, maxLength: 100 }),
      code: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{1,21}$' })),
      parentId: Type.Optional(Type.String({ format: 'uuid' })),
      /** 发文机关代字, such as 盐财（绩）发 */
      documentPrefix: Type.Optional(Type.String({ maxLength: 30 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ organisationId: Type.String() }),
  run: async (context, input) => {
    const jurisdictions = await findJurisdictions(context.db)
    if (!jurisdictions.some(({ id }) => id === input.jurisdictionId)) {
      throw new DomainError('INVALID_INPUT', '没有这个行政区划，请重新选择。', {
        places: [{ field: 'jurisdictionId', problem: '没有' }],
      })
    }
    const parent = input.parentId ? await findOrganisation(context.db, input.parentId) : undefined
    if (input.parentId && !parent) throw new DomainError('NOT_FOUND', '没有找到上级机构，请刷新后重新选择。')
    if (
      input.kind === 'unit' &&
      (parent?.kind !== 'department' || parent.jurisdictionId !== input.jurisdictionId)
    ) {
      throw new DomainError('INVALID_INPUT', '预算单位须属于本地区的一个主管部门，请选择主管部门。', {
        places: [{ field: 'parentId', problem: '请选择主管部门' }],
      })
    }
    const organisationId = context.newId()
    await insertOrganisation(context.db, { ...input, id: organisationId, validFrom: context.today })
    context.changed({ kind: 'organisation', id: organisationId, jurisdictionId: input.jurisdictionId }, [
      { field: 'name', from: null, to: input.name },
    ])
    return { organisationId }
  },
})
