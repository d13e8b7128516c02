import type { PublishedProject } from './published-project.ts'

/** What a publication is about. */
export const PUBLIC_KINDS = { project: '项目', departmentWhole: '部门整体', policy: '政策' } as const
export type PublicKind = keyof typeof PUBLIC_KINDS

/** What the target of a whole department or of a policy says beyond goal, money and indicators. */
export type PublishedOffice = {
  readonly kind: Exclude<PublicKind, 'project'>
  readonly duty: string
  readonly tasks: readonly PublishedTask[]
  readonly basis: string
  readonly beneficiaries: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly periodTotal_fen: string
  readonly noSatisfactionReason: string
}

export type PublishedTask = {
  readonly name: string
  readonly content: string
  readonly projectCode: string
  readonly total_fen: string
  readonly fiscal_fen: string
  readonly other_fen: string
}

export function kindOf({ office }: Pick<PublishedProject, 'office'>): PublicKind {
  return office?.kind ?? 'project'
}

/** The kind alone: what is left where the whole target stays inside. */
export function hideOffice({ kind }: PublishedOffice): PublishedOffice {
  return {
    ...{ kind, duty: '', tasks: [], basis: '', beneficiaries: '', periodStart: '', periodEnd: '' },
    ...{ periodTotal_fen: '', noSatisfactionReason: '' },
  }
}

/** Sentences in which words may be withheld. */
export function officeTexts(office: PublishedOffice): string[] {
  const { duty, tasks, basis, beneficiaries, noSatisfactionReason } = office
  return [
    ...[duty, basis, beneficiaries, noSatisfactionReason],
    ...tasks.flatMap(({ name, content }) => [name, content]),
  ]
}
