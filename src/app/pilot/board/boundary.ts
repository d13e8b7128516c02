import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { readBoundary } from '../../../domain/pilot/checks/index.ts'
import { findJurisdictions } from '../../../storage/organisation-repository.ts'
import { findBoundaryFile, insertBoundaryFile } from '../../../storage/pilot-repository.ts'
import { BUSINESS, defineUseCase } from '../../kernel/use-case.ts'
import { refuseOnErrors } from '../../records/act.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])

/** 行政区划边界: what the region handed in, drawn instead of the tiles; nothing while there is none. */
export const viewBoundary = defineUseCase({
  id: 'pilot.boundary',
  title: '查看行政区划边界',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    name: MaybeText,
    uploadedOn: MaybeText,
    /** A GeoJSON FeatureCollection whose features are named by the code of the place. */
    collection: Type.Unknown(),
  }),
  run: async (context) => {
    const file = await findBoundaryFile(context.db)
    if (!file) return { name: null, uploadedOn: null, collection: null }
    return { name: file.name, uploadedOn: file.uploadedOn, collection: file.content }
  },
})

/**
 * 上传行政区划边界: an official GeoJSON of all places, checked for structure and size; only codes and shapes are
 * kept. @throws DomainError RULE_VIOLATED naming what is wrong with it
 */
export const uploadBoundary = defineUseCase({
  id: 'pilot.uploadBoundary',
  title: '上传行政区划边界',
  stage: 'pilot',
  kind: 'command',
  by: ['province'],
  input: Type.Object(
    { name: Type.String({ minLength: 1, maxLength: 200 }), collection: Type.Unknown() },
    { additionalProperties: false },
  ),
  output: Type.Object({ places: Type.Integer() }),
  run: async (context, { name, collection }) => {
    const all = await findJurisdictions(context.db)
    const codes = all.filter(({ level }) => level === 'county').map(({ id }) => id)
    const { features, findings } = readBoundary(collection, codes)
    refuseOnErrors(findings)
    const content = {
      type: 'FeatureCollection',
      features: features.map(({ code, geometry }) => ({
        type: 'Feature',
        properties: { name: code },
        geometry,
      })),
    }
    const { jurisdictionId, personId } = context.actor
    const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    await insertBoundaryFile(context.db, {
      jurisdiction_id: jurisdictionId,
      id: context.newId(),
      name,
      content,
      sha256,
      uploaded_at: context.now,
      uploaded_by: personId,
    })
    context.changed({ kind: 'pilot.boundary', id: null, jurisdictionId }, [
      { field: 'sha256', from: null, to: sha256 },
    ])
    return { places: features.length }
  },
})
