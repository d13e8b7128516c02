import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Modal, Select } from 'antd'
import { useState } from 'react'
import { ADMINISTRATORS, ROLES, type Role } from '../../../domain/org/roles.ts'
import { messageOf } from '../../api-error.ts'
import { post as send } from '../../api.ts'
import { useOrganisations } from '../../queries.ts'
import { zh } from '../../zh.ts'
import { TextFields } from './text-fields.tsx'

type TextName = 'name' | 'username' | 'firstPassword' | 'title' | 'employer' | 'expertField'
type PersonDraft = Partial<Record<TextName | 'organisationId' | 'role', string>>

const ROLE_OPTIONS = Object.entries(ROLES)
  .filter(([role]) => !ADMINISTRATORS.includes(role as Role))
  .map(([value, label]) => ({ value, label }))
const labels = zh.administration.fields

/** A person, an account with a first password to be changed, and a post. */
export function AddPersonDialog({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const [draft, setDraft] = useState<PersonDraft>({})
  const organisations = useOrganisations({}, isOpen)
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const add = useMutation({
    mutationFn: () => send('/api/people', filled(draft)),
    onSuccess: async () => {
      void message.success(zh.administration.added)
      await queryClient.invalidateQueries({ queryKey: ['people'] })
      setDraft({})
      close()
    },
  })
  const change = (name: keyof PersonDraft, value: string) => setDraft({ ...draft, [name]: value })
  const chooseRole = (role: Role) => setDraft({ ...draft, role, title: ROLES[role] })
  const extra: readonly TextName[] = draft.role === 'expert' ? ['employer', 'expertField'] : []
  const isReady = [draft.name, draft.username, draft.firstPassword, draft.organisationId, draft.role].every(
    Boolean,
  )
  return (
    <Modal
      open={isOpen}
      title={zh.administration.addPerson}
      okText={zh.administration.addPerson}
      okButtonProps={{ disabled: !isReady, loading: add.isPending }}
      cancelText={zh.common.cancel}
      onOk={() => add.mutate()}
      onCancel={close}
    >
      <div className="stack">
        <TextFields
          names={['name', 'username', 'firstPassword']}
          labels={labels}
          values={draft}
          change={change}
          secret="firstPassword"
        />
        <p className="muted">{`${zh.setup.usernameHelp}${zh.setup.passwordHelp}`}</p>
        <label htmlFor="field-role">{labels.role}</label>
        <Select
          id="field-role"
          value={(draft.role as Role | undefined) ?? null}
          options={ROLE_OPTIONS}
          onChange={(role) => chooseRole(role as Role)}
        />
        <label htmlFor="field-organisation">{labels.organisation}</label>
        <Select
          id="field-organisation"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.organisationId ?? null}
          options={(organisations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string | null) => change('organisationId', id ?? '')}
        />
        <TextFields names={['title', ...extra]} labels={labels} values={draft} change={change} />
        {add.isError && <Alert type="error" role="alert" title={messageOf(add.error)} />}
      </div>
    </Modal>
  )
}

/** Only what was filled in is sent. */
function filled(draft: PersonDraft): PersonDraft {
  return Object.fromEntries(
    Object.entries(draft)
      .map(([name, value]) => [name, name === 'firstPassword' ? value : value.trim()])
      .filter(([, value]) => value !== ''),
  )
}
