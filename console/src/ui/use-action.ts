import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { describeError } from '../api/api-problem.js'
import { useAnnounce } from './announcer.js'

/**
 * Something that a button does without a dialog. After it everything that is shown is read anew.
 * @param done said after it
 */
export function useAction(
  work: () => Promise<unknown>,
  done: string,
): { readonly run: () => void; readonly isBusy: boolean } {
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const [isBusy, setIsBusy] = useState(false)

  async function run(): Promise<void> {
    setIsBusy(true)
    try {
      await work()
      announce(done)
      await queryClient.invalidateQueries()
    } catch (error) {
      announce(describeError(error))
    } finally {
      setIsBusy(false)
    }
  }
  return { run: () => void run(), isBusy }
}
