import { useEffect } from 'react'

export type QueueKeys = {
  readonly move: (by: 1 | -1) => void
  readonly choose: () => void
  readonly pass: () => void
  readonly back: () => void
}

/** j and k walk the list, x marks, Enter passes on, r sends back; silent while somebody types. */
export function useQueueKeys(keys: QueueKeys, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = actOf(event.key, keys)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [keys, isActive])
}

function actOf(key: string, keys: QueueKeys): (() => void) | undefined {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return () => keys.move(1)
    case 'k':
    case 'ArrowUp':
      return () => keys.move(-1)
    case 'x':
      return keys.choose
    case 'Enter':
      return keys.pass
    case 'r':
      return keys.back
    default:
      return undefined
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, button, a, .ant-modal') !== null
  )
}
