/**
 * Calls `work` with a signal that is aborted when another one is, or when the time is over.
 * Not `AbortSignal.any` with `AbortSignal.timeout`: once garbage was collected, that is never aborted (Node 20.20).
 * @param signal whose abort ends the work too
 */
export async function inTime<Result>(
  signal: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted()
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(new DOMException('no answer in time', 'TimeoutError')), timeoutMs)
  const stop = (): void => end.abort(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await work(end.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
