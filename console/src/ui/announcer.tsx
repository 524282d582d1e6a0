import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => {})

/** Shows for some seconds what was done, and tells it to screen readers. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', count: 0 })
  const announce = useCallback((text: string) => setMessage(({ count }) => ({ text, count: count + 1 })), [])

  useEffect(() => {
    if (message.text === '') return
    const timer = setTimeout(() => setMessage(({ count }) => ({ text: '', count })), 6000)
    return () => clearTimeout(timer)
  }, [message])

  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={message.text === '' ? 'announcement' : 'announcement is-shown'}>
        {message.text}
      </div>
    </AnnounceContext>
  )
}

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext)
}
