import { useAnnounce } from './announcer.js'
import { Button } from './button.js'

interface CopyButtonProps {
  readonly value: string
  /** What is copied, for the message and for screen readers. */
  readonly what: string
  readonly onCopied?: () => void
}

export function CopyButton({ value, what, onCopied }: CopyButtonProps) {
  const announce = useAnnounce()

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value)
      announce(`Copied: ${what}`)
      onCopied?.()
    } catch {
      // Browsers refuse it to pages without TLS on names other than localhost.
      announce('The browser does not let this page copy. Select the text, and copy it with the keyboard.')
    }
  }

  return (
    <Button onPress={() => void copy()} label={`Copy: ${what}`}>
      Copy
    </Button>
  )
}
