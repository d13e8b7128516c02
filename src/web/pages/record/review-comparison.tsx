import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { optionLabel } from '../../../domain/forms/form-index.ts'
import { getRecordKind } from '../../../domain/record-kinds.ts'
import { GRADES, type Grade } from '../../../domain/shared/grade.ts'
import { type ComparedPoint, compareReviews } from '../../../domain/targets/compute/compare-reviews.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useReviewFindings } from '../../queries.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'
import type { ReviewFinding } from '../../shapes-targets.ts'
import { zh } from '../../zh.ts'
import { BeginButton } from '../project/begin-button.tsx'

const words = zh.record.review

/** 三方意见对照: department, third party and finance point by point, and every point raised. */
export function ReviewComparison({ view }: { readonly view: RecordView }) {
  const [isOpen, setOpen] = useState(false)
  if (view.record.kind !== 'targets.sheet') return null
  return (
    <div className="compare">
      <Button size="small" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Modal open={isOpen} title={words.open} width={1180} onCancel={() => setOpen(false)} footer={null}>
        {isOpen && <Compared view={view} />}
      </Modal>
    </div>
  )
}

function Compared({ view }: { readonly view: RecordView }) {
  const findings = useReviewFindings(view.record.id)
  const rows = compareReviews(view.content, financeGrades(view))
  const differing = rows.filter(({ differs }) => differs).length
  return (
    <>
      <p className="muted">{words.differing(rows.length, differing)}</p>
      <DataTable
        caption={words.open}
        columns={pointColumns(view)}
        rows={rows}
        rowKey={({ itemCode }) => itemCode}
      />
      <h3>{words.findings}</h3>
      <QueryState query={findings} lines={3}>
        {(answer) => <Findings findings={answer.findings} />}
      </QueryState>
      <RaiseButton view={view} />
    </>
  )
}

/** The grade of each line as the server worked it out, by points or as given. */
function financeGrades({ content, figures }: RecordView): (Grade | null)[] {
  const rows = content['review']
  const count = Array.isArray(rows) ? rows.length : 0
  return Array.from({ length: count }, (_, row) => {
    const text = figures[`review[${row}].lineGrade`]
    const found = Object.entries(GRADES).find(([, label]) => label === text)
    return found ? (found[0] as Grade) : null
  })
}

function pointColumns(view: RecordView): readonly Column<ComparedPoint>[] {
  const said = ({ grade, opinion }: ComparedPoint['finance'], differs: boolean) =>
    grade === null && opinion === '' ? (
      <span className="muted">{words.nothing}</span>
    ) : (
      <>
        {grade !== null && (differs ? <mark>{GRADES[grade]}</mark> : GRADES[grade])}
        {grade !== null && opinion !== '' && '：'}
        {opinion}
      </>
    )
  const party = (id: 'department' | 'thirdParty' | 'finance'): Column<ComparedPoint> => ({
    id,
    title: words.parties[id],
    cell: (row) => said(row[id], row.differs),
  })
  return [
    {
      id: 'point',
      title: words.point,
      isHeader: true,
      width: '24%',
      cell: ({ aspect, point, differs }) => (
        <>
          {optionLabel(view.form, 'review', aspect, 'aspect')}·{point}
          {differs && <span className="differs"> {words.differs}</span>}
        </>
      ),
    },
    party('department'),
    party('thirdParty'),
    party('finance'),
  ]
}

function Findings({ findings }: { readonly findings: readonly ReviewFinding[] }) {
  const place = usePlace()
  if (findings.length === 0) return <p className="muted">{words.noFindings}</p>
  const columns: readonly Column<ReviewFinding>[] = [
    {
      id: 'place',
      title: words.place,
      isHeader: true,
      width: '16%',
      cell: (one) => (
        <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: one.recordId }}>
          {one.place}
        </Link>
      ),
    },
    { id: 'by', title: words.raisedBy, width: '18%', cell: ({ raisedBy }) => raisedBy },
    { id: 'text', title: words.text, cell: ({ text }) => text },
    { id: 'reply', title: words.reply, cell: ({ reply }) => reply || words.nothing },
    {
      id: 'state',
      title: words.state,
      width: '16%',
      cell: ({ stateTitle, closedBy }) => (closedBy === null ? stateTitle : `${stateTitle}（${closedBy}）`),
    },
  ]
  return (
    <DataTable
      caption={words.findings}
      columns={columns}
      rows={findings}
      rowKey={({ recordId }) => recordId}
    />
  )
}

/** A point of one's own, while the sheet is under review. */
function RaiseButton({ view }: { readonly view: RecordView }) {
  const { kind, title, stage, createdBy } = getRecordKind('targets.reviewFinding')
  const { post } = useMe()
  const isUnderReview = ['declared', 'reviewed', 'rechecked'].includes(view.record.state)
  if (view.project === null || !isUnderReview || !createdBy.some((role) => role === post?.role)) return null
  const one = { kind, title, stage, path: '/api/targets/reviewFinding', subjectId: view.record.id }
  return (
    <p>
      <BeginButton one={one} projectId={view.project.id} />
    </p>
  )
}
