import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { messageOf } from '../api-error.ts'
import { abandonReadings, post, setCsrfToken } from '../api.ts'
import { fetchMe, useMe, usePlace } from '../session.tsx'
import type { PostSeat } from '../shapes.ts'
import { zh } from '../zh.ts'
import { firstPageOf } from './navigation.tsx'
import { PasswordDialog } from './password-dialog.tsx'

function postLabel({ organisationName, title }: PostSeat): string {
  return `${organisationName} · ${title}`
}

/** Another post is another person to the system: everything read so far is read again. */
function useSwitchPost() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { year } = usePlace()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: async (postId: string) => {
      await post('/api/me/post', { postId })
      return fetchMe()
    },
    onSuccess: async (me) => {
      queryClient.clear()
      queryClient.setQueryData(['me'], me)
      const jurisdiction = me.post.jurisdictionId
      await navigate({ to: `/$jurisdiction/$year/${firstPageOf(me)}`, params: { jurisdiction, year } })
    },
    onError: (error) => void message.error(messageOf(error)),
  })
}

function useLogout() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { notification } = App.useApp()
  return useMutation({
    mutationFn: async () => {
      await queryClient.cancelQueries()
      abandonReadings()
      return post('/api/logout')
    },
    onSettled: async () => {
      // What was told to this person is not for the next.
      notification.destroy()
      await navigate({ to: '/login' })
      queryClient.clear()
      setCsrfToken('')
    },
  })
}

/** Who I am and in which post; switch post, change password, sign out. */
export function AccountMenu() {
  const me = useMe()
  const switchPost = useSwitchPost()
  const logout = useLogout()
  const [isChanging, setIsChanging] = useState(me.mustChange)
  const posts: MenuProps['items'] = me.posts.map((one) => ({
    key: one.id,
    label: postLabel(one),
    disabled: one.id === me.post.id,
    extra: one.id === me.post.id ? zh.frame.currentPost : undefined,
  }))
  const items: MenuProps['items'] = [
    { key: 'posts', type: 'group', label: zh.frame.switchPost, children: posts },
    { type: 'divider' },
    { key: 'password', label: zh.frame.password },
    { key: 'logout', label: zh.frame.logout },
  ]
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'password') setIsChanging(true)
    else if (key === 'logout') logout.mutate()
    else switchPost.mutate(key)
  }
  return (
    <>
      <Dropdown menu={{ items, onClick }} trigger={['click']} placement="bottomRight">
        <Button type="text" className="account" aria-label={zh.frame.account(me.person.name)}>
          <span className="account-name">{me.person.name}</span>
          <span className="account-post">{postLabel(me.post)}</span>
          <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown>
      <PasswordDialog isOpen={isChanging} isForced={me.mustChange} close={() => setIsChanging(false)} />
    </>
  )
}
