import type { Column, ListDefinition, SortKey } from './definition.js'

interface ListTableProps<Item> {
  readonly definition: ListDefinition<Item>
  readonly items: readonly Item[]
  /** Such as `-createdAt`, which is what lists are sorted by at first. */
  readonly sort: string
  readonly onSort: (sort: string) => void
  /** What is shown belongs to another query; the answer to this one is on its way. */
  readonly isStale: boolean
}

export function ListTable<Item>({ definition, items, sort, onSort, isStale }: ListTableProps<Item>) {
  const { columns, title, keyOf } = definition
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section className="panel table-frame" aria-label={`${title}: table`} tabIndex={0}>
      <table aria-busy={isStale}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.header} column={column} sort={sort || '-createdAt'} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column, at) => {
                const Cell = at === 0 ? 'th' : 'td'
                return (
                  <Cell key={column.header} className={classOf(column)} scope={at === 0 ? 'row' : undefined}>
                    {column.cell(item)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface HeaderCellProps<Item> {
  readonly column: Column<Item>
  readonly sort: string
  readonly onSort: (sort: string) => void
}

function HeaderCell<Item>({ column, sort, onSort }: HeaderCellProps<Item>) {
  const { header, sort: key } = column
  if (key === undefined) {
    return (
      <th scope="col" className={classOf(column)}>
        {header}
      </th>
    )
  }
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
  return (
    <th scope="col" className={classOf(column)} aria-sort={direction}>
      <button type="button" className="sort-button" onClick={() => onSort(nextSort(key, direction))}>
        {header}{' '}
        <span aria-hidden="true">{direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '↕'}</span>
      </button>
    </th>
  )
}

/** Names begin with A, times with the newest. */
function nextSort(key: SortKey, direction: 'ascending' | 'descending' | 'none'): string {
  if (direction === 'none') return key === 'name' || key === 'accountId' ? key : `-${key}`
  return direction === 'ascending' ? `-${key}` : key
}

function classOf({ className = '', from }: Pick<Column<never>, 'className' | 'from'>): string | undefined {
  return [className, from && `from-${from}`].filter(Boolean).join(' ') || undefined
}
