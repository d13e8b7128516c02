import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Content, ContentValue } from '../../domain/forms/form.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { get, put } from '../api.ts'
import { useMe } from '../session.tsx'
import type { Assessment, RecordView, Saved } from '../shapes.ts'
import {
  type Attempt,
  beginDraft,
  type Conflict,
  type DraftKeeper,
  type DraftStatus,
  makeDraftKeeper,
} from './draft-keeper.ts'
import { mergeComputed, patchOf } from './writable.ts'

export type Draft = Assessment & {
  readonly content: Content
  /** What is still to be filled in before the record can be handed on. */
  readonly missing: readonly Finding[]
  readonly status: DraftStatus
  readonly change: (field: string, value: ContentValue) => void
  /** Saves what is open; the version to act on, or nothing when it could not be saved. */
  readonly flush: () => Promise<number | undefined>
  readonly resolve: (chosen: Content, conflict: Conflict) => void
}

/** The rule of completeness: not a fault while typing, only before handing on. */
const MISSING = 'FRM-006'

/**
 * The draft of a record. What was given first counts; to begin anew from the server the form is
 * mounted anew (by its key). Formal faults are found here at once, the rules answer after each save.
 */
export function useDraft(view: RecordView): Draft {
  const me = useMe()
  const [source] = useState(view)
  const [copyKey] = useState(`${me.person.id}.${view.record.id}`)
  const [begun] = useState(() => beginDraft(copyKey, source.record.version, source.content))
  const [content, setContent] = useState(begun.content)
  const [status, setStatus] = useState<DraftStatus>(begun.status)
  const [assessment, setAssessment] = useState<Assessment>(source)
  const [keeper] = useState(() =>
    keepRecord(source, begun.content, copyKey, {
      onStatus: setStatus,
      onAssessed: (answer, merged) => {
        setAssessment(answer)
        setContent(merged)
      },
    }),
  )
  useEffect(() => {
    keeper.start()
    if (begun.status.kind === 'restored') {
      keeper.change(begun.content)
      setStatus(begun.status)
    }
    return () => {
      void keeper.saveNow()
      keeper.stop()
    }
  }, [keeper, begun])
  useLeaveGuard(keeper)

  const change = useCallback(
    (field: string, value: ContentValue) => {
      const next = { ...keeper.read(), [field]: value }
      keeper.change(next)
      setContent(next)
    },
    [keeper],
  )
  const resolve = (chosen: Content, conflict: Conflict) => {
    setContent(chosen)
    void keeper.resolve(chosen, conflict)
  }
  const { faults, missing } = useFormalFindings(source, content)
  const { explanations, figures } = assessment
  const findings = useMemo(() => [...faults, ...assessment.findings], [faults, assessment.findings])
  return { content, findings, missing, explanations, figures, status, change, flush: keeper.flush, resolve }
}

function useFormalFindings({ form, editableSections }: RecordView, content: Content) {
  return useMemo(() => {
    const all = validateContent(form, content, { mode: 'submit', sections: editableSections })
    return {
      faults: all.filter(({ ruleId }) => ruleId !== MISSING),
      missing: all.filter(({ ruleId }) => ruleId === MISSING),
    }
  }, [form, editableSections, content])
}

function keepRecord(
  source: RecordView,
  content: Content,
  key: string,
  report: {
    readonly onStatus: (status: DraftStatus) => void
    readonly onAssessed: (assessment: Assessment, merged: Content) => void
  },
): DraftKeeper {
  const { form, editableSections, record } = source
  const path = `/api/records/${record.id}`
  const save = async ({ version, before, now, key: attemptKey }: Attempt) => {
    const { content: patch, heldBack } = patchOf({ form, sections: editableSections, before, now })
    if (Object.keys(patch).length === 0) return { version, savedAt: new Date().toISOString(), heldBack }
    const saved = await put<Saved>(path, { version, content: patch }, attemptKey)
    return { version: saved.version, savedAt: saved.savedAt, heldBack }
  }
  const onSettled = () => {
    void get<RecordView>(path).then(
      (view) => {
        if (keeper.isDirty()) return
        const merged = mergeComputed(form, keeper.read(), view.content)
        keeper.replace(merged)
        report.onAssessed(view, merged)
      },
      () => undefined,
    )
  }
  const { version } = record
  const keeper = makeDraftKeeper({
    key,
    version,
    stored: source.content,
    content,
    save,
    onSettled,
    onStatus: report.onStatus,
  })
  return keeper
}

/** Saves at Ctrl+S and when the page is hidden; asks before it is closed with something unsaved. */
function useLeaveGuard(keeper: DraftKeeper): void {
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') void keeper.saveNow()
    }
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void keeper.saveNow()
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!keeper.isDirty()) return
      void keeper.saveNow()
      event.preventDefault()
      event.returnValue = ''
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('keydown', onKey)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [keeper])
}
