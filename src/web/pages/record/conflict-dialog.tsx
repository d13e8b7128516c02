import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Content, FormDefinition } from '../../../domain/forms/form.ts'
import { formatDateTime } from '../../format.ts'
import { formatCell, type Names } from '../../../domain/forms/cell-text.ts'
import { differencesOf } from '../../forms/difference.ts'
import type { Conflict } from '../../forms/draft-keeper.ts'
import { zh } from '../../zh.ts'

type Keep = 'mine' | 'theirs'

/** Somebody saved in between: both contents side by side, chosen field by field. */
export function ConflictDialog({
  form,
  conflict,
  names,
  resolve,
}: {
  readonly form: FormDefinition
  readonly conflict: Conflict
  readonly names: Names
  readonly resolve: (chosen: Content, conflict: Conflict) => void
}) {
  const differing = new Set(differencesOf(form, conflict.theirs, conflict.mine).map(({ field }) => field))
  const fields = form.sections
    .flatMap((section) => section.fields)
    .filter((field) => differing.has(field.id) && !field.readonly)
  const [kept, setKept] = useState<Readonly<Record<string, Keep>>>({})
  const keepOf = (id: string): Keep => kept[id] ?? 'mine'
  const keepAll = (keep: Keep) => setKept(Object.fromEntries(fields.map(({ id }) => [id, keep])))
  const apply = () => {
    const mine = fields
      .filter(({ id }) => keepOf(id) === 'mine')
      .map(({ id }) => [id, conflict.mine[id] ?? null])
    resolve({ ...conflict.theirs, ...Object.fromEntries(mine) }, conflict)
  }
  const at = conflict.changedAt === '' ? '' : formatDateTime(conflict.changedAt)
  return (
    <Modal
      open
      title={zh.conflict.title}
      closable={false}
      width={760}
      footer={
        <Button type="primary" onClick={apply}>
          {zh.conflict.apply}
        </Button>
      }
    >
      <p>{fields.length === 0 ? zh.conflict.same : zh.conflict.text(conflict.changedBy, at)}</p>
      {fields.length > 0 && (
        <p>
          <Button size="small" onClick={() => keepAll('mine')}>
            {zh.conflict.keepAllMine}
          </Button>{' '}
          <Button size="small" onClick={() => keepAll('theirs')}>
            {zh.conflict.keepAllTheirs}
          </Button>
        </p>
      )}
      <ul className="conflict">
        {fields.map((field) => (
          <li key={field.id}>
            <p className="strong">{field.label}</p>
            <Radio.Group
              aria-label={field.label}
              value={keepOf(field.id)}
              onChange={(event) => setKept({ ...kept, [field.id]: event.target.value as Keep })}
            >
              <Radio value="mine">
                {zh.conflict.mine}：{formatCell(field, conflict.mine[field.id], names) || zh.record.blank}
              </Radio>
              <Radio value="theirs">
                {zh.conflict.theirs}：{formatCell(field, conflict.theirs[field.id], names) || zh.record.blank}
              </Radio>
            </Radio.Group>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
