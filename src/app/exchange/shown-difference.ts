import { Type } from 'typebox'

const Text = Type.String()
const MaybeText = Type.Union([Text, Type.Null()])

/** A row that differs, as the page shows it. */
export const Difference = Type.Object({
  id: Text,
  table: Text,
  key: Text,
  projectCode: MaybeText,
  recordId: MaybeText,
  /** Absent in lists kept before rows had a name and groups. */
  name: Type.Optional(MaybeText),
  /** Rows of one group are taken over together. */
  group: Type.Optional(MaybeText),
  kind: Type.Union([Type.Literal('new'), Type.Literal('changed'), Type.Literal('withdrawn')]),
  isApproved: Type.Boolean(),
  fields: Type.Array(
    Type.Object({
      field: Text,
      title: Text,
      ours: MaybeText,
      theirs: MaybeText,
      from: MaybeText,
      to: MaybeText,
    }),
  ),
  taken: Type.Array(Text),
  obstacle: MaybeText,
})
