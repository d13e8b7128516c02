import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { DocumentPreview, type Previewed } from '../components/document-preview.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useDocuments } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { IssuedDocument } from '../shapes.ts'
import { zh } from '../zh.ts'

/** 文件: what formal acts have fixed on paper. */
export function DocumentsPage() {
  const { jurisdiction } = usePlace()
  const { q = '' } = useSearch({ from: '/$jurisdiction/$year/documents' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/documents' })
  // The province reads the documents of all its places.
  const query = useDocuments(jurisdiction.endsWith('0000') ? {} : { jurisdiction })
  const [shown, setShown] = useState<Previewed>()
  const columns = columnsFor((item) =>
    setShown({
      ...item,
      note: zh.documents.from(zh.documents.version(item.number), item.digest.slice(0, 12)),
    }),
  )
  return (
    <div className="page">
      <PageHead
        title={zh.documents.title}
        {...(query.data === undefined ? {} : { note: zh.common.total(query.data.items.length) })}
      >
        <Input.Search
          aria-label={zh.documents.filter}
          placeholder={zh.documents.filter}
          defaultValue={q}
          allowClear
          className="filter-text"
          onSearch={(text) => void navigate({ search: text.trim() === '' ? {} : { q: text.trim() } })}
        />
      </PageHead>
      <QueryState query={query} lines={10}>
        {({ items }) => {
          const found = items.filter((item) => hasWords(item, q))
          return found.length === 0 ? (
            <EmptyState title={zh.documents.emptyTitle} text={zh.documents.emptyText} />
          ) : (
            <DataTable
              caption={zh.documents.title}
              columns={columns}
              rows={found}
              rowKey={(item) => `${item.recordId}-${item.document}-${item.number}`}
            />
          )
        }}
      </QueryState>
      <DocumentPreview document={shown} close={() => setShown(undefined)} />
    </div>
  )
}

function hasWords(
  { title, projectName, documentNumber, jurisdictionName }: IssuedDocument,
  q: string,
): boolean {
  return [title, projectName, documentNumber, jurisdictionName].some((text) => text?.includes(q) === true)
}

function columnsFor(show: (item: IssuedDocument) => void): readonly Column<IssuedDocument>[] {
  const titles = zh.documents.columns
  return [
    {
      id: 'title',
      title: titles.title,
      isHeader: true,
      cell: (item) => (
        <Button type="link" className="link-button" onClick={() => show(item)}>
          {item.title}
        </Button>
      ),
    },
    { id: 'project', title: titles.project, cell: (item) => <Origin item={item} /> },
    { id: 'place', title: titles.place, width: 100, cell: (item) => item.jurisdictionName },
    { id: 'number', title: titles.number, width: 190, cell: (item) => item.documentNumber ?? '—' },
    { id: 'version', title: titles.version, width: 84, cell: (item) => zh.documents.version(item.number) },
    { id: 'made', title: titles.made, width: 110, cell: (item) => dayOf(item.frozenAt) },
    {
      id: 'files',
      title: titles.files,
      width: 120,
      cell: (item) => (
        <>
          <a href={item.docx}>Word</a> <a href={item.pdf}>PDF</a>
        </>
      ),
    },
  ]
}

function Origin({ item }: { readonly item: IssuedDocument }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: item.recordId }}>
      {item.projectName ?? item.jurisdictionName}
    </Link>
  )
}
