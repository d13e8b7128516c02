import { passwordProblem } from '../../../domain/org/password.ts'
import { zh } from '../../zh.ts'

export const ADMINISTRATOR_ROLES = ['system_admin', 'security_admin', 'audit_admin'] as const
export type AdministratorRole = (typeof ADMINISTRATOR_ROLES)[number]

export type AdministratorDraft = {
  readonly name: string
  readonly username: string
  readonly password: string
}
export type SetupDraft = { readonly provinceName: string } & {
  readonly [role in AdministratorRole]: AdministratorDraft
}

const NOBODY: AdministratorDraft = { name: '', username: '', password: '' }
const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/

export const emptySetup: SetupDraft = {
  provinceName: zh.setup.provinceName,
  system_admin: NOBODY,
  security_admin: NOBODY,
  audit_admin: NOBODY,
}

/** What is still missing in a step of the set-up, as a sentence; nothing when it may go on. */
export function faultOfSetup(draft: SetupDraft, step: number): string | undefined {
  if (step === 0) return draft.provinceName.trim().length < 2 ? zh.setup.needProvince : undefined
  if (step !== 1) return undefined
  const faults = ADMINISTRATOR_ROLES.map((role) => faultOfAdministrator(role, draft[role]))
  return faults.find((fault) => fault !== undefined) ?? faultOfThree(draft)
}

function faultOfAdministrator(role: AdministratorRole, person: AdministratorDraft): string | undefined {
  const [title] = zh.setup.administrators[role]
  if (person.name.trim() === '') return `请填写${title}的${zh.setup.name}。`
  if (!USERNAME.test(person.username)) return `${title}：${zh.setup.usernameHelp}`
  const problem = passwordProblem(person.password, person.username)
  return problem === undefined ? undefined : `${title}：${problem}`
}

function faultOfThree(draft: SetupDraft): string | undefined {
  const people = ADMINISTRATOR_ROLES.map((role) => draft[role])
  const names = new Set(people.map(({ name }) => name.trim()))
  const usernames = new Set(people.map(({ username }) => username))
  return names.size < people.length || usernames.size < people.length ? zh.setup.samePerson : undefined
}
