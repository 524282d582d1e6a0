/**
 * One answer for each item of a batch, in their order.
 * @param rows what was found, each row with the place of its item, counted from 1 as SQL's `with ordinality` does
 * @param toAnswer makes the answer for an item that has rows; the others get `undefined`
 */
export function answersByPosition<Item, Row extends { readonly position: number }, Answer>(
  items: readonly Item[],
  rows: readonly Row[],
  toAnswer: (rows: readonly [Row, ...Row[]], item: Item) => Answer,
): (Answer | undefined)[] {
  const found: ([Row, ...Row[]] | undefined)[] = items.map(() => undefined)
  for (const row of rows) {
    const known = found[row.position - 1]
    if (known) known.push(row)
    else found[row.position - 1] = [row]
  }
  return items.map((item, index) => {
    const own = found[index]
    return own && toAnswer(own, item)
  })
}
