/** Ends the process, done, where whoever reads its output has had enough: `tokenwright token list | head`. */
export function endAtClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}
