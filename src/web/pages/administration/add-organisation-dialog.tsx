import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Modal, Select } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post as send } from '../../api.ts'
import { useJurisdictions, useOrganisations } from '../../queries.ts'
import { usePlace } from '../../session.tsx'
import { zh } from '../../zh.ts'
import { TextFields } from './text-fields.tsx'

type OrganisationDraft = {
  readonly jurisdictionId: string
  readonly kind: string
  readonly name: string
  readonly code?: string
  readonly parentId?: string
  readonly documentPrefix?: string
}

const KINDS = ['finance', 'department', 'unit', 'agency', 'congress', 'audit']
const KIND_OPTIONS = KINDS.map((value) => ({
  value,
  label: zh.administration.organisationKinds[value] ?? value,
}))
const labels = zh.administration.fields

/** A finance bureau, department, unit, institution, congress or audit office. */
export function AddOrganisationDialog({
  isOpen,
  close,
}: {
  readonly isOpen: boolean
  readonly close: () => void
}) {
  const { jurisdiction } = usePlace()
  const [draft, setDraft] = useState<OrganisationDraft>({
    jurisdictionId: jurisdiction,
    kind: 'unit',
    name: '',
  })
  const places = useJurisdictions()
  const departments = useOrganisations(
    { jurisdiction: draft.jurisdictionId, kind: 'department' },
    isOpen && draft.kind === 'unit',
  )
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const change = (part: Partial<OrganisationDraft>) => setDraft({ ...draft, ...part })
  const add = useMutation({
    mutationFn: () => send('/api/organisations', filled(draft)),
    onSuccess: async () => {
      void message.success(zh.administration.added)
      await queryClient.invalidateQueries({ queryKey: ['organisations'] })
      setDraft({ jurisdictionId: draft.jurisdictionId, kind: draft.kind, name: '' })
      close()
    },
  })
  return (
    <Modal
      open={isOpen}
      title={zh.administration.addOrganisation}
      okText={zh.administration.addOrganisation}
      okButtonProps={{ disabled: draft.name.trim().length < 2, loading: add.isPending }}
      cancelText={zh.common.cancel}
      onOk={() => add.mutate()}
      onCancel={close}
    >
      <div className="stack">
        <label htmlFor="organisation-place">{labels.place}</label>
        <Select
          id="organisation-place"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.jurisdictionId}
          options={(places.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(jurisdictionId: string) => change({ jurisdictionId })}
        />
        <label htmlFor="organisation-kind">{labels.kind}</label>
        <Select
          id="organisation-kind"
          value={draft.kind}
          options={KIND_OPTIONS}
          onChange={(kind: string) => change({ kind })}
        />
        {draft.kind === 'unit' && (
          <>
            <label htmlFor="organisation-parent">{labels.parent}</label>
            <Select
              id="organisation-parent"
              value={draft.parentId ?? null}
              options={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(parentId: string | null) => change({ parentId: parentId ?? '' })}
            />
          </>
        )}
        <TextFields
          names={['name', 'code', 'documentPrefix']}
          labels={{ name: labels.organisationName, code: labels.code, documentPrefix: labels.prefix }}
          values={draft}
          change={(name, value) => change({ [name]: value })}
        />
        {add.isError && <Alert type="error" role="alert" title={messageOf(add.error)} />}
      </div>
    </Modal>
  )
}

function filled(draft: OrganisationDraft): object {
  return Object.fromEntries(
    Object.entries(draft)
      .map(([name, value]) => [name, value.trim()])
      .filter(([name, value]) => value !== '' && (name !== 'parentId' || draft.kind === 'unit')),
  )
}
