import { Button, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../components/data-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { formatDay } from '../../format.ts'
import { usePublication } from '../../queries-publications.ts'
import { zh } from '../../zh.ts'
import type { Publication } from './publication.ts'

const words = zh.publications

/** Each version: since when, whether the public still sees it, and what it says. */
export function Versions({ publication }: { readonly publication: Publication }) {
  const [shown, setShown] = useState<number>()
  const { id, name, versions } = publication
  return (
    <>
      <ul className="plain-list">
        {versions.map(({ version, publishedOn, occasion, withdrawnOn }) => (
          <li key={version}>
            {words.version(version, formatDay(publishedOn), words.occasions[occasion])}{' '}
            <span className="muted">
              {withdrawnOn === null ? words.isPublic : words.withdrawnOn(formatDay(withdrawnOn))}
            </span>{' '}
            <Button size="small" type="link" onClick={() => setShown(version)}>
              {words.look}
            </Button>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <Modal
          open
          width={900}
          title={words.lookTitle(name, shown)}
          footer={null}
          onCancel={() => setShown(undefined)}
        >
          <Texts publicationId={id} version={shown} />
        </Modal>
      )}
    </>
  )
}

function Texts({ publicationId, version }: { readonly publicationId: string; readonly version: number }) {
  const query = usePublication(publicationId, version)
  return (
    <QueryState query={query}>
      {({ texts }) => (
        <DataTable
          caption={words.look}
          columns={[
            { id: 'label', title: words.textColumns.label, width: 260, cell: ({ label }) => label },
            { id: 'text', title: words.textColumns.text, cell: ({ text }) => text },
          ]}
          rows={texts.map((text, at) => ({ ...text, id: String(at) }))}
          rowKey={(row) => row.id}
        />
      )}
    </QueryState>
  )
}
