import { Type } from 'typebox'
import type { ConsistencyCase } from '../../../domain/pilot/consistency/case.ts'
import { findPilotProjects } from '../../../storage/project-repository.ts'
import { defineUseCase, type UseCase } from '../../kernel/use-case.ts'
import type { Product } from '../../product.ts'
import { loadCase } from './load-case.ts'

/** The first pilot project of a place with all that is kept of it, as somebody in this post sees it. */
export async function readCase(
  product: Product,
  postId: string,
  jurisdictionId: string,
): Promise<ConsistencyCase> {
  let read: ConsistencyCase | undefined
  const useCase = defineUseCase({
    id: 'test.readCase',
    title: '读取勾稽资料',
    stage: 'shell',
    kind: 'query',
    by: 'everyone',
    input: Type.Object({}),
    run: async (context) => {
      const [project] = await findPilotProjects(context.db, jurisdictionId)
      if (project) read = await loadCase(context, project)
      return {}
    },
  })
  await product.run(useCase as unknown as UseCase, {}, { credentials: { postId } })
  if (!read) throw new Error(`${jurisdictionId} has no pilot project`)
  return read
}
