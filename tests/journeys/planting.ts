import type { UseCase } from '../../src/app/kernel/use-case.ts'
import type { World } from '../../src/app/testing/world.ts'
import type { Site } from './site.ts'

/** The people of a site as the planting helpers know them, so that a journey can begin in the middle. */
export function plantingWorld(site: Site): World {
  const person = (account: string) => {
    const found = site.cast.people.find((one) => one.account === account)!
    const { postId, personId } = site.residents.posts.get(found.key)!
    return { postId, personId, organisationId: site.residents.bodies.get(found.body)!, username: account }
  }
  const people = Object.fromEntries(['unit', 'department', 'congress'].map((name) => [name, person(name)]))
  const as = async (by: string, useCase: object, input: unknown) => {
    const credentials = { postId: people[by]!.postId }
    return JSON.parse((await site.product.run(useCase as UseCase, input, { credentials })).body)
  }
  return { product: site.product, people, as } as unknown as World
}
