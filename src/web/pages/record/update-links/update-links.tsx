import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { messageOf } from '../../../api-error.ts'
import { post } from '../../../api.ts'
import { copyText } from '../../../components/copy-text.ts'
import { QrCode } from '../../../components/qr-code.tsx'
import type { UpdateLinks } from '../../../shapes-monitoring.ts'
import { zh } from '../../../zh.ts'

const words = zh.monitoring.links

/** Below the indicators of an open round: a link and a code for each person who answers for some. */
export function UpdateLinksPanel({ recordId }: { readonly recordId: string }) {
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const make = useMutation({
    mutationFn: () => post<UpdateLinks>('/api/monitoring/update-links', { recordId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['todos'] }),
    onError: (error) => void message.error(messageOf(error), 6),
  })
  const made = make.data
  return (
    <section className="update-links" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="muted">{words.help}</p>
      <Button loading={make.isPending} onClick={() => make.mutate()}>
        {made === undefined ? words.make : words.again}
      </Button>
      <div aria-live="polite">{made !== undefined && <Made made={made} />}</div>
    </section>
  )
}

function Made({ made: { links, expiresOn, unanswered } }: { readonly made: UpdateLinks }) {
  const { message } = App.useApp()
  if (links.length === 0) return <p>{words.none}</p>
  const copy = async (address: string) => {
    await copyText(address)
    void message.success(words.copied)
  }
  return (
    <>
      <p>{words.until(expiresOn)}</p>
      <ul className="update-link-list">
        {links.map(({ personName, indicators, token }) => {
          const address = `${window.location.origin}/u/${token}`
          return (
            <li key={token}>
              <QrCode text={address} label={words.code(personName)} />
              <div>
                <strong>{personName}</strong>
                <p className="muted">{indicators.join('、')}</p>
                <Button size="small" onClick={() => void copy(address)}>
                  {words.copy}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {unanswered.length > 0 && <p className="late">{words.unanswered(unanswered.join('、'))}</p>}
    </>
  )
}
