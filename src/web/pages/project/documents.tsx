import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { DocumentPreview } from '../../components/document-preview.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useDocuments } from '../../queries.ts'
import type { IssuedDocument } from '../../shapes.ts'
import { zh } from '../../zh.ts'

/** The official versions made for a project so far. */
export function ProjectDocuments({ projectId }: { readonly projectId: string }) {
  const query = useDocuments({ projectId })
  const [shown, setShown] = useState<IssuedDocument>()
  return (
    <QueryState query={query} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{zh.file.noDocuments}</p>
        ) : (
          <>
            <ul className="document-list">
              {items.map((item) => (
                <li key={`${item.recordId}-${item.document}-${item.number}`}>
                  <Button type="link" size="small" onClick={() => setShown(item)}>
                    {item.title}
                  </Button>
                  <p className="muted">
                    {item.documentNumber ?? zh.documents.version(item.number)} · {dayOf(item.frozenAt)}
                  </p>
                </li>
              ))}
            </ul>
            <DocumentPreview document={shown} close={() => setShown(undefined)} />
          </>
        )
      }
    </QueryState>
  )
}
