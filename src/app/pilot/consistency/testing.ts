import { Type } from 'typebox'
import type { ConsistencyCase } from '../../../domain/pilot/consistency/case.ts'
import { findPilotProjects } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineUseCase, type UseCase } from '../../kernel/use-case.ts'
import type { Product } from '../../product.ts'
import { examinePlace, type ExaminedPlace } from '../project-progress.ts'
import { loadCase } from './load-case.ts'

/** The first pilot project of a place with all that is kept of it, as somebody in this post sees it. */
export function readCase(product: Product, postId: string, jurisdictionId: string): Promise<ConsistencyCase> {
  return readAs(product, postId, async (context) => {
    const [project] = await findPilotProjects(context.db, jurisdictionId)
    if (!project) throw new Error(`${jurisdictionId} has no pilot project`)
    return loadCase(context, project)
  })
}

/** How far a place has come, as somebody in this post sees it. */
export function readProgress(
  product: Product,
  postId: string,
  jurisdictionId: string,
): Promise<ExaminedPlace> {
  return readAs(product, postId, (context) => examinePlace(context, jurisdictionId))
}

export async function readAs<T>(
  product: Product,
  postId: string,
  read: (context: Context) => Promise<T>,
): Promise<T> {
  let found: { readonly value: T } | undefined
  const useCase = defineUseCase({
    id: 'test.read',
    title: '读取测试资料',
    stage: 'shell',
    kind: 'query',
    by: 'everyone',
    input: Type.Object({}),
    run: async (context) => {
      found = { value: await read(context) }
      return {}
    },
  })
  await product.run(useCase as unknown as UseCase, {}, { credentials: { postId } })
  if (!found) throw new Error('nothing was read')
  return found.value
}
