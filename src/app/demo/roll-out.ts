import { rowsOf } from '../../domain/forms/form-index.ts'
import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { listBlueprints } from '../blueprint/index.ts'
import type { Walk } from './walk.ts'

/** `demo/roll-out.yaml`: the blueprint the region makes of an accepted pilot, and who takes it over. */
export type RollOut = {
  /** The story whose people of the region compose it. */
  readonly from: string
  readonly blueprint: Content
  readonly checked: string
  readonly use: {
    /** A story of the place that takes it over. */
    readonly by: string
    readonly effectiveFrom: string
    readonly reasonText: string
    /** part/entry → why it is left out */
    readonly left: Readonly<Record<string, string>>
    readonly opinion: string
  }
}

const BLUEPRINT = 'pilot.blueprint'
const USE = 'pilot.blueprintUse'

/** 自治区一人编制,另一人核对,再发布. */
export async function publishBlueprint(walk: Walk, { blueprint, checked }: RollOut): Promise<void> {
  const recordId = await walk.begin('province1', BLUEPRINT)
  await walk.save('province1', recordId, blueprint)
  await walk.act('province1', `${BLUEPRINT}.propose`, recordId)
  await walk.act('province2', `${BLUEPRINT}.check`, recordId, checked)
  await walk.act('province1', `${BLUEPRINT}.publish`, recordId)
}

/** 另一地区的绩效股装入,看差别,提出采用;分管领导审定. */
export async function adoptBlueprint(walk: Walk, { use }: RollOut): Promise<void> {
  const { items } = await walk.run<{ items: { packId: string }[] }>('performance', listBlueprints, {})
  const recordId = await walk.begin('performance', USE, { content: { packId: items[0]?.packId } })
  const content = await walk.read('performance', recordId)
  await walk.save('performance', recordId, {
    effectiveFrom: use.effectiveFrom,
    reasonText: use.reasonText,
    parts: rowsOf(content, 'parts').map((row) => leftOut(row, use.left)),
  })
  await walk.act('performance', `${USE}.propose`, recordId)
  await walk.act('leader', `${USE}.approve`, recordId, use.opinion)
}

function leftOut(row: ContentRow, left: Readonly<Record<string, string>>): ContentRow {
  const why = left[`${String(row['part'])}/${String(row['itemId'])}`]
  return why === undefined ? row : { ...row, isTaken: false, note: why }
}
