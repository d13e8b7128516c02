import { listInspections } from '../inspect/list-inspections.ts'
import type { UseCase } from '../kernel/use-case.ts'
import { addOrganisation } from './add-organisation.ts'
import { addPerson } from './add-person.ts'
import { handOverPost } from './hand-over-post.ts'
import { listColleagues } from './list-colleagues.ts'
import { listExperts } from './list-experts.ts'
import { listJurisdictions, listOrganisations, listPeople } from './list-people.ts'
import { readAudit } from './read-audit.ts'

export {
  addOrganisation,
  addPerson,
  handOverPost,
  listColleagues,
  listExperts,
  listInspections,
  listJurisdictions,
  listOrganisations,
  listPeople,
  readAudit,
}

/** 管理: organisations, people, posts and the audit trail. */
export const administrationUseCases = [
  listJurisdictions,
  listOrganisations,
  listPeople,
  listExperts,
  listColleagues,
  addOrganisation,
  addPerson,
  handOverPost,
  readAudit,
  listInspections,
] as unknown as readonly UseCase[]
