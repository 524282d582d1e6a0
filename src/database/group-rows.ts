/**
 * Collects rows by a key, in their order. (`Map.groupBy` needs Node 21.)
 * @param toItem what is kept of each row
 */
export function groupRows<Row, Key, Item>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  toItem: (row: Row) => Item,
): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(toItem(row))
    else groups.set(key, [toItem(row)])
  }
  return groups
}
