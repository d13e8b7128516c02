import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Modal, Select } from 'antd'
import { useState } from 'react'
import { ADMINISTRATORS } from '../../../domain/org/roles.ts'
import { messageOf } from '../../api-error.ts'
import { post as send } from '../../api.ts'
import type { PostRow } from '../../shapes.ts'
import { zh } from '../../zh.ts'

/** A post passes to another person in one step, with everything that waits for it. */
export function HandOverDialog({
  post,
  posts,
  close,
}: {
  readonly post: PostRow | undefined
  readonly posts: readonly PostRow[]
  readonly close: () => void
}) {
  const [successorId, setSuccessorId] = useState<string>()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const handOver = useMutation({
    mutationFn: () => send(`/api/posts/${post?.id}/hand-over`, { version: post?.version, successorId }),
    onSuccess: async () => {
      void message.success(zh.administration.handedOver)
      await queryClient.invalidateQueries({ queryKey: ['people'] })
      leave()
    },
  })
  const leave = () => {
    setSuccessorId(undefined)
    handOver.reset()
    close()
  }
  const title = post === undefined ? '' : `${post.organisationName} ${post.title}（${post.personName}）`
  return (
    <Modal
      open={post !== undefined}
      title={zh.administration.handOverTitle(title)}
      okText={zh.administration.handOver}
      okButtonProps={{ type: 'default', disabled: successorId === undefined, loading: handOver.isPending }}
      cancelText={zh.common.cancel}
      onOk={() => handOver.mutate()}
      onCancel={leave}
      destroyOnHidden
    >
      <div className="stack">
        <p>{zh.administration.handOverText}</p>
        <label htmlFor="successor">{zh.administration.successor}</label>
        <Select
          id="successor"
          showSearch={{ optionFilterProp: 'label' }}
          value={successorId ?? null}
          options={candidates(posts, post)}
          onChange={(chosen: string | null) => setSuccessorId(chosen ?? undefined)}
        />
        {handOver.isError && <Alert type="error" role="alert" title={messageOf(handOver.error)} />}
      </div>
    </Modal>
  )
}

/** Everybody but the holder and the three administrators, each once. */
function candidates(posts: readonly PostRow[], post: PostRow | undefined) {
  const barred = new Set(
    posts.filter(({ role }) => ADMINISTRATORS.includes(role)).map(({ personId }) => personId),
  )
  const people = new Map(
    posts
      .filter(
        ({ personId, isDisabled }) => personId !== post?.personId && !barred.has(personId) && !isDisabled,
      )
      .map((one) => [
        one.personId,
        { value: one.personId, label: `${one.personName}（${one.organisationName} ${one.title}）` },
      ]),
  )
  return [...people.values()]
}
