import { useState } from 'react'
import { useMe } from '../../session.tsx'

/** A text that survives a reload and a lost session until it has been used. */
export function useKeptText(name: string): readonly [string, (text: string) => void] {
  const { person } = useMe()
  const key = `jiheng.text.${person.id}.${name}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  const keep = (next: string) => {
    setText(next)
    if (next === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, next)
  }
  return [text, keep]
}
