import { Type } from 'typebox'
import { sayNext, type MilestoneLine } from '../../../domain/pilot/compute/index.ts'
import { findPilotProgress } from '../../../storage/cockpit-repository.ts'
import { BUSINESS, defineUseCase } from '../../kernel/use-case.ts'
import { programmeAt } from '../programme/programme-at.ts'
import { type MilestoneAccount, placeMilestones, provinceMilestones } from './place-milestones.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const Line = Type.Object({
  code: Type.String(),
  label: Type.String(),
  from: Type.String(),
  to: Type.String(),
  state: Type.Union([
    Type.Literal('early'),
    Type.Literal('open'),
    Type.Literal('done'),
    Type.Literal('late'),
  ]),
  doneOn: MaybeText,
  /** To the last day; negative when it has passed; of what is done, how many days late it was. */
  days: Type.Integer(),
  sentence: Type.String(),
})
const account = { lines: Type.Array(Line), next: Type.Union([Line, Type.Null()]) }

/** 试点日程: what is due next for every place and for the region, late ones first. */
export const viewCalendar = defineUseCase({
  id: 'pilot.calendar',
  title: '试点日程',
  stage: 'pilot',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    today: Type.String(),
    programme: Type.Object({
      recordId: MaybeText,
      name: Type.String(),
      basis: Type.String(),
      from: Type.String(),
      to: Type.String(),
      source: Type.String(),
    }),
    province: Type.Object(account),
    places: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), level: Type.String(), ...account }),
    ),
    /** Places that take part and that the reader may not see. */
    hidden: Type.Integer(),
  }),
  run: async (context) => {
    const programme = await programmeAt(context)
    const all = await findPilotProgress(context.db)
    const taking = all.filter(({ id }) => programme.places.has(id))
    const visible = taking.filter(({ isVisible, projects }) => isVisible || projects.length > 0)
    const { recordId, name, basis, from, to, source, milestones } = programme
    const places = visible.map((place) => ({
      id: place.id,
      name: place.name,
      level: place.level,
      ...present(placeMilestones(place, milestones, context.today)),
    }))
    return {
      today: context.today,
      programme: { recordId: context.scope === 'province' ? recordId : null, name, basis, from, to, source },
      province: present(
        context.scope === 'province'
          ? provinceMilestones(taking, milestones, context.today)
          : { lines: [], next: null },
      ),
      places: places.toSorted((a, b) => urgency(a.next) - urgency(b.next) || a.id.localeCompare(b.id)),
      hidden: taking.length - visible.length,
    }
  },
})

/** The fewest days left first; places with everything done come last. */
function urgency(next: { readonly days: number } | null): number {
  return next === null ? Number.MAX_SAFE_INTEGER : next.days
}

function present({ lines, next }: MilestoneAccount) {
  const line = ({ who: _who, ...one }: MilestoneLine) => ({
    ...one,
    sentence: sayNext({ ...one, who: _who }),
  })
  return { lines: lines.map(line), next: next && line(next) }
}
