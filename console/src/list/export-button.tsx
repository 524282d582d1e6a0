import { useRef, useState } from 'react'
import { describeError } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { useAnnounce } from '../ui/announcer.js'
import { Button } from '../ui/button.js'
import { downloadText } from '../ui/download.js'
import { toCsv } from './csv.js'
import type { ListDefinition, ListPage } from './definition.js'
import type { ListFilters } from './list-query.js'

/** The largest page that the server answers. */
const limit = 200

interface ExportButtonProps<Item> {
  readonly definition: ListDefinition<Item>
  readonly filters: ListFilters
}

/** Saves everything that a list shows on all its pages as CSV. A long list can be given up. */
export function ExportButton<Item>({ definition, filters }: ExportButtonProps<Item>) {
  const { client } = useOperator()
  const announce = useAnnounce()
  const [count, setCount] = useState<number>()
  const abortion = useRef<AbortController>(null)

  async function exportAll(): Promise<void> {
    const controller = new AbortController()
    abortion.current = controller
    const items: Item[] = []
    setCount(0)
    try {
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: ListPage<Item> = await definition.load(client, { ...filters, cursor, limit }, controller.signal)
        items.push(...page.items)
        setCount(items.length)
        cursor = page.nextCursor
      }
      // A spreadsheet takes the file for UTF-8 by its first character.
      downloadText(`${definition.path.slice(1)}.csv`, `\uFEFF${toCsv(definition.columns, items)}`, 'text/csv')
      announce(`${items.length} rows were exported.`)
    } catch (error) {
      announce(controller.signal.aborted ? 'The export was cancelled.' : describeError(error))
    } finally {
      setCount(undefined)
    }
  }

  if (count === undefined) return <Button onPress={() => void exportAll()}>Export as CSV</Button>
  return (
    <span className="button-row" role="status">
      <span>{count} rows …</span>
      <Button onPress={() => abortion.current?.abort()}>Cancel the export</Button>
    </span>
  )
}
