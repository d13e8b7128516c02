import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useRef } from 'react'
import { getBytes } from '../api.ts'
import { zh } from '../zh.ts'
import { keyed } from './keyed.ts'
import { LoadingShape } from './loading-shape.tsx'

export type Previewed = {
  readonly title: string
  readonly docx: string
  readonly pdf: string
  readonly note?: string
}

/** A document as it will be printed, page by page as pictures; Word and PDF one click away. */
export function DocumentPreview({
  document,
  close,
}: {
  readonly document: Previewed | undefined
  readonly close: () => void
}) {
  return (
    <Modal
      open={document !== undefined}
      title={document?.title}
      onCancel={close}
      width="min(900px, calc(100vw - 48px))"
      className="preview"
      footer={
        <>
          {document?.note !== undefined && <span className="muted preview-note">{document.note}</span>}
          <Button href={document?.docx ?? ''}>{zh.documents.word}</Button>
          <Button href={document?.pdf ?? ''}>{zh.documents.pdf}</Button>
          <Button type="primary" onClick={close}>
            {zh.common.close}
          </Button>
        </>
      }
      destroyOnHidden
    >
      {document !== undefined && <Pages url={document.pdf} />}
    </Modal>
  )
}

function Pages({ url }: { readonly url: string }) {
  const { data, isError } = useQuery({
    queryKey: ['pdf', url],
    queryFn: async () => {
      const [bytes, { openPdf }] = await Promise.all([getBytes(url), import('./pdf.ts')])
      return openPdf(bytes)
    },
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
  if (isError) return <p role="alert">{zh.documents.failed}</p>
  if (data === undefined) return <LoadingShape lines={12} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="preview-pages" tabIndex={0} aria-label={zh.common.preview}>
      {keyed(Array.from({ length: data.pages })).map(({ index, key }) => (
        <PagePicture
          key={key}
          draw={(canvas) => data.draw(index + 1, canvas)}
          label={zh.documents.page(index + 1, data.pages)}
        />
      ))}
    </section>
  )
}

/** The shape of a page not drawn yet, and how far below the view the next one is drawn. */
const A4 = { width: 210, height: 297 }
const AHEAD = '200px'

function PagePicture({
  draw,
  label,
}: {
  readonly draw: (canvas: HTMLCanvasElement) => Promise<void>
  readonly label: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef(draw)
  useEffect(() => {
    const { current } = canvas
    if (current === null) return
    // Drawing holds up everything else on the page: a long report is drawn as far as it is looked at.
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        watch.disconnect()
        void latest.current(current)
      },
      { root: current.parentElement, rootMargin: AHEAD },
    )
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  return (
    <canvas
      ref={canvas}
      width={A4.width}
      height={A4.height}
      role="img"
      aria-label={label}
      className="preview-page"
    />
  )
}
