import { Type } from 'typebox'
import { passwordProblem } from '../../domain/org/password.ts'
import { ADMINISTRATORS, ROLES, type Role } from '../../domain/org/roles.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findOrganisation } from '../../storage/organisation-repository.ts'
import { findPersonByUsername } from '../../storage/people-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { insertPerson } from '../setup/set-up.ts'

/** Which organisations a role can sit in; an administrator's post is made at set-up only. */
export const SEATS: Readonly<
  Record<Exclude<Role, 'system_admin' | 'security_admin' | 'audit_admin'>, string>
> = {
  unit: 'unit',
  department: 'department',
  finance_business: 'finance',
  finance_performance: 'finance',
  finance_leader: 'finance',
  expert: 'agency',
  agency: 'agency',
  province: 'province',
  congress: 'congress',
  audit: 'audit',
}

/** 登记人员: a person, an account with a first password to be changed, and a post. */
export const addPerson = defineUseCase({
  id: 'administration.addPerson',
  title: '登记人员',
  stage: 'shell',
  kind: 'command',
  by: ['security_admin'],
  input: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 50 }),
      username: Type.String({ pattern: '^[a-z][a-z0-9._-]{2,39}$' }),
      firstPassword: Type.String({ minLength: 1, maxLength: 200 }),
      organisationId: Type.String({ format: 'uuid' }),
      role: Type.String({ maxLength: 30 }),
      title: Type.String({ minLength: 1, maxLength: 50 }),
      employer: Type.Optional(Type.String({ maxLength: 100 })),
      expertField: Type.Optional(Type.String({ maxLength: 50 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ personId: Type.String(), postId: Type.String() }),
  run: async (context, input) => {
    const problem = passwordProblem(input.firstPassword, input.username)
    if (problem)
      throw new DomainError('INVALID_INPUT', problem, { places: [{ field: 'firstPassword', problem }] })
    const organisation = await requireSeat(context.db, input.organisationId, input.role)
    if (await findPersonByUsername(context.db, input.username)) {
      throw new DomainError('INVALID_INPUT', '这个账号已有人使用，请换一个。', {
        places: [{ field: 'username', problem: '已有人使用' }],
      })
    }
    const added = await insertPerson(context.db, context, {
      name: input.name,
      username: input.username,
      password: input.firstPassword,
      role: input.role as Role,
      organisationId: organisation.id,
      jurisdictionId: organisation.jurisdictionId,
      today: context.today,
      title: input.title,
      mustChange: true,
      ...(input.employer ? { employer: input.employer } : {}),
      ...(input.expertField ? { expertField: input.expertField } : {}),
    })
    context.changed({ kind: 'person', id: added.personId, jurisdictionId: organisation.jurisdictionId }, [
      { field: 'post', from: null, to: `${input.name} ${organisation.name} ${input.title}` },
    ])
    return added
  },
})

/**
 * The organisation, when the role can sit there.
 * @throws DomainError NOT_FOUND, INVALID_INPUT
 */
export async function requireSeat(
  db: Parameters<typeof findOrganisation>[0],
  organisationId: string,
  role: string,
) {
  const organisation = await findOrganisation(db, organisationId)
  if (!organisation) throw new DomainError('NOT_FOUND', '没有找到这个机构，请刷新后重新选择。')
  if (ADMINISTRATORS.some((administrator) => administrator === role) || !(role in SEATS)) {
    throw new DomainError('INVALID_INPUT', '管理员岗位只在系统初始化时设立，不能与业务岗位混用。', {
      places: [{ field: 'role', problem: '不能选择' }],
    })
  }
  if (SEATS[role as keyof typeof SEATS] !== organisation.kind) {
    const title = ROLES[role as Role]
    throw new DomainError('INVALID_INPUT', `“${title}”岗位不能设在${organisation.name}，请重新选择机构。`, {
      places: [{ field: 'organisationId', problem: '与岗位不符' }],
    })
  }
  return organisation
}
