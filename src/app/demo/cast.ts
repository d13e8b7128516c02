import type { Division } from '../../rules/index.ts'
import { type DemoBody, type DemoData, readDemo } from './read-demo.ts'
import type { Role } from '../../domain/org/roles.ts'
import type { Part, Story } from './story.ts'

export type CastBody = DemoBody & { readonly key: string; readonly parent?: string }

export type CastPerson = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly title: string
  readonly body: string
  readonly account?: string
  readonly employer?: string
  readonly field?: string
}

/** Who takes part: a finance bureau of three people everywhere, and whom the stories need besides. */
export type Cast = { readonly bodies: readonly CastBody[]; readonly people: readonly CastPerson[] }

/** Everybody and every body of the demonstration, with names made from `demo/places.yaml`. */
export function castOf({ places, stories }: DemoData, divisions: readonly Division[]): Cast {
  const located = divisions.filter(({ level }) => level !== 'province')
  const named = Object.entries(places.bodies).map(([key, body]) => ({ ...body, key }))
  const bureaus = located.map(({ id, name }) => ({
    key: bureauOf(id),
    kind: 'finance',
    name: `${name}财政局`,
    jurisdiction: id,
    prefix: `演${places.words[id] ?? ''}财（绩）发`,
  }))
  const bodies = [...named, ...bureaus, ...storyBodies(stories)].map((body) => ({
    ...body,
    name: `${body.name}${places.mark}`,
  }))
  const roles = [
    ...places.people.map(named_),
    ...located.flatMap(({ id }) => bureauPeople(places, id)),
    ...storyPeople(places, stories),
    ...places.more.map(named_),
  ]
  return { bodies, people: roles.map((person, index) => ({ ...person, name: nameOf(places, index) })) }
}

type Unnamed = Omit<CastPerson, 'name'>

function named_({ part, ...person }: DemoData['places']['people'][number]): Unnamed {
  return { ...person, key: part }
}

function bureauPeople(places: DemoData['places'], id: string): Unnamed[] {
  return places.bureau.map(({ part, account, ...post }) => ({
    ...post,
    key: `${id}/${part}`,
    body: bureauOf(id),
    ...(id === places.main ? { account } : {}),
    ...(id === places.other && part === 'performance' ? { account: 'outsider' } : {}),
  }))
}

function storyBodies(stories: readonly Story[]): CastBody[] {
  const bodies = stories.flatMap(({ jurisdiction, department, unit }) => [
    { key: bodyKey(jurisdiction, department), kind: 'department', name: department, jurisdiction },
    {
      key: bodyKey(jurisdiction, unit),
      kind: 'unit',
      name: unit,
      jurisdiction,
      parent: bodyKey(jurisdiction, department),
    },
  ])
  return unique(bodies)
}

function storyPeople({ main }: DemoData['places'], stories: readonly Story[]): Unnamed[] {
  const people = stories.flatMap(({ jurisdiction, department, unit }) => {
    const place = (role: 'unit' | 'department', name: string, title: string): Unnamed => ({
      key: bodyKey(jurisdiction, name),
      role,
      title,
      body: bodyKey(jurisdiction, name),
      ...(jurisdiction === main ? { account: role } : {}),
    })
    return [place('unit', unit, '单位经办'), place('department', department, '主管部门经办')]
  })
  return unique(people)
}

function unique<T extends { readonly key: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.key, item])).values()]
}

function bureauOf(jurisdiction: string): string {
  return `${jurisdiction}/bureau`
}

function bodyKey(jurisdiction: string, name: string): string {
  return `${jurisdiction}/${name}`
}

/** Surname and given name by counting, so that the same people come out every time. */
function nameOf({ names: { surnames, given } }: DemoData['places'], index: number): string {
  const round = Math.floor(index / surnames.length)
  return `${surnames[index % surnames.length]}${given[(index * 7 + round) % given.length]}`
}

/** The key of the person who plays a part in a story. */
export function whoPlays({ jurisdiction, unit, department }: Story, part: Part): string {
  if (part === 'unit') return bodyKey(jurisdiction, unit)
  if (part === 'department') return bodyKey(jurisdiction, department)
  return ['business', 'performance', 'leader'].includes(part) ? `${jurisdiction}/${part}` : part
}

/** The keys of the two bodies of a story. */
export function bodiesOf({ jurisdiction, unit, department }: Story) {
  return { unit: bodyKey(jurisdiction, unit), department: bodyKey(jurisdiction, department) }
}

/** Who can sign in, for the person at the terminal. */
export function demoAccounts(
  divisions: readonly Division[],
): { readonly account: string; readonly title: string; readonly body: string }[] {
  const { bodies, people } = castOf(readDemo(), divisions)
  const names = new Map(bodies.map(({ key, name }) => [key, name]))
  return people.flatMap(({ account, title, body }) =>
    account ? [{ account, title, body: names.get(body) ?? '' }] : [],
  )
}
