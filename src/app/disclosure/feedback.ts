import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { checkRedaction } from '../../domain/results/checks/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import {
  type FeedbackRow,
  findFeedback,
  findOneFeedback,
  insertAnswer,
  insertHandling,
} from '../../storage/feedback-repository.ts'
import { isWithdrawn } from '../../storage/withdrawal-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { refuseOnErrors } from '../records/act.ts'
import { namesOfPublication } from './names-of-publication.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const SHOWN_MAX = 300

/** 公众反馈: what citizens wrote about projects of one's place, and what became of it. */
export const listFeedback = defineUseCase({
  id: 'results.listFeedback',
  title: '查看公众反馈',
  stage: 'results',
  kind: 'query',
  by: ['finance_performance', 'finance_leader'],
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        number: Type.String(),
        jurisdictionId: Type.String(),
        projectName: Type.String(),
        version: Type.Integer(),
        said: Type.String(),
        receivedAt: Type.String(),
        state: Type.Union([
          Type.Literal('waiting'),
          Type.Literal('answered'),
          Type.Literal('published'),
          Type.Literal('ignored'),
        ]),
        answer: MaybeText,
        /** Whoever wrote an answer does not let it out. */
        isOwnAnswer: Type.Boolean(),
        ignoredBecause: MaybeText,
        handledBy: MaybeText,
        handledAt: MaybeText,
      }),
    ),
  }),
  run: async (context) => ({
    items: (await findFeedback(context.db, SHOWN_MAX)).map((row) => ({
      id: row.id,
      number: row.number,
      jurisdictionId: row.jurisdictionId,
      projectName: row.projectName,
      version: row.version,
      said: row.said,
      receivedAt: row.receivedAt,
      state: stateOf(row),
      answer: row.answer,
      isOwnAnswer: row.answeredBy === context.actor.personId,
      ignoredBecause: row.ignoredBecause,
      handledBy: row.handledBy,
      handledAt: row.handledAt,
    })),
  }),
})

function stateOf({ isPublished, ignoredBecause, answer }: FeedbackRow) {
  if (isPublished) return 'published' as const
  if (ignoredBecause !== null) return 'ignored' as const
  return answer === null ? ('waiting' as const) : ('answered' as const)
}

/** Which act is possible where: an answer is published when it is written, and nothing twice. */
const POSSIBLE = {
  waiting: ['answer', 'ignore'],
  answered: ['publish', 'ignore'],
  published: [],
  ignored: [],
} as const

/**
 * 办理公众反馈: answer, publish the answer with what was said, or ignore it with a reason. Nothing with personal
 * or secret content becomes public, and nobody publishes their own answer; the leader may be the second person.
 * @throws DomainError NOT_FOUND, ACTION_NOT_AVAILABLE, NOT_PERMITTED, INVALID_INPUT without words, RULE_VIOLATED
 */
export const handleFeedback = defineUseCase({
  id: 'results.handleFeedback',
  title: '办理公众反馈',
  stage: 'results',
  kind: 'command',
  by: ['finance_performance', 'finance_leader'],
  input: Type.Object(
    {
      feedbackId: Type.String({ format: 'uuid' }),
      action: Type.Union([Type.Literal('answer'), Type.Literal('publish'), Type.Literal('ignore')]),
      /** The answer, or why it is not made public. */
      text: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ number: Type.String() }),
  run: async (context, { feedbackId, action, text = '' }) => {
    const row = await findOneFeedback(context.db, feedbackId)
    if (!row) throw new DomainError('NOT_FOUND', '没有找到这条反馈，可能不属于您所在的地区。')
    const possible: readonly string[] = POSSIBLE[stateOf(row)]
    if (!possible.includes(action))
      throw new DomainError('ACTION_NOT_AVAILABLE', '这条反馈已经办理过，请刷新页面查看。', { possible })
    if (action !== 'publish' && text.trim() === '')
      throw new DomainError('INVALID_INPUT', action === 'answer' ? '请写明答复。' : '请写明不公开的理由。', {
        places: [{ field: 'text', problem: '没有填写' }],
      })
    requireRight(context, row, action)
    if (action === 'publish') {
      if (await isWithdrawn(context.db, row))
        throw new DomainError(
          'ACTION_NOT_AVAILABLE',
          '这一版公开内容已经撤下，反馈和答复不再公开，请不予公开。',
        )
      refuseOnErrors(await personalIn(context, row))
    }
    const { newId, actor, now } = context
    await insertHandling(context.db, row, {
      id: newId(),
      action,
      said: text.trim(),
      personId: actor.personId,
      now,
    })
    if (action === 'publish')
      await insertAnswer(context.db, row, {
        text: row.answer ?? '',
        receivedOn: dayOf(row.receivedAt),
        answeredOn: context.today,
      })
    context.changed({ kind: 'feedback', id: row.id, jurisdictionId: row.jurisdictionId }, [
      { field: action, from: stateOf(row), to: action === 'publish' ? '公开' : text.trim() },
    ])
    return { number: row.number }
  },
})

function requireRight({ actor }: Context, { answeredBy }: FeedbackRow, action: string): void {
  if (action !== 'publish' && actor.role === 'finance_leader')
    throw new DomainError('NOT_PERMITTED', '答复和不予公开由财政绩效股办理；您可以公开已有的答复。')
  if (action === 'publish' && answeredBy === actor.personId)
    throw new DomainError('NOT_PERMITTED', '您写的答复不能由您本人公开，请由另一名绩效股人员或分管领导公开。')
}

async function personalIn(context: Context, row: FeedbackRow) {
  const rules = context.rules.at({ date: context.today, jurisdiction: row.jurisdictionId })
  const secretWords = rules.value('results.secret_words').value.words
  const names = await namesOfPublication(context, row)
  const texts = [
    { text: row.said, label: '反馈内容', where: { field: 'said' }, isFixed: true },
    { text: row.answer ?? '', label: '答复', where: { field: 'answer' } },
  ]
  return checkRedaction(texts, { alarms: [], covers: [] }, { names, secretWords }, 'agreed').map(
    (finding) => ({
      ...finding,
      message: finding.message.replace(/。.*$/, '。含有这些内容的反馈不能公开，请不予公开并写明理由。'),
    }),
  )
}
