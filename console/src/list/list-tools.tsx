import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { PartnerField } from '../partners/partner-field.js'
import { SelectField, TextField } from '../ui/fields.js'
import type { ListDefinition } from './definition.js'
import type { ListFilters, ListQuery } from './list-query.js'
import { looksLikeSecret } from './looks-like-secret.js'

interface ListToolsProps<Item> {
  readonly definition: ListDefinition<Item>
  readonly query: ListQuery
  readonly onFilter: (change: Partial<ListFilters>) => void
}

/** The search and the filters of a list. */
export function ListTools<Item>({ definition, query, onFilter }: ListToolsProps<Item>) {
  const { states, hasPartner, searchHint } = definition
  if (!states && !hasPartner && searchHint === undefined) return null
  return (
    <search className="list-tools">
      {searchHint !== undefined && (
        <SearchField value={query.search} hint={searchHint} onSearch={(search) => onFilter({ search })} />
      )}
      {states && (
        <SelectField
          label="State"
          value={query.state}
          onChange={(state) => onFilter({ state })}
          options={[{ value: '', label: 'All' }, ...states.map((state) => ({ value: state, label: state }))]}
        />
      )}
      {hasPartner && (
        <PartnerField
          label="Partner"
          value={query.partnerId || null}
          none="All"
          onChange={(id) => onFilter({ partnerId: id ?? '' })}
        />
      )}
    </search>
  )
}

interface SearchFieldProps {
  readonly value: string
  readonly hint: string
  readonly onSearch: (search: string) => void
}

/** Searches when nothing was typed for a moment. What looks like a secret is not searched for: it would stand in the address. */
function SearchField({ value, hint, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const isSecret = looksLikeSecret(text)

  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text.trim() === value || looksLikeSecret(text)) return
    const timer = setTimeout(() => onSearch(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text, value, onSearch])

  return (
    <div>
      <TextField
        label="Search"
        type="search"
        value={text}
        onChange={setText}
        placeholder={hint}
        maxLength={255}
        error={isSecret ? 'This looks like a secret. It is not searched for.' : undefined}
      />
      {isSecret && (
        <p className="hint">
          <Link href="/leaked">Find out what it belongs to, and revoke it</Link>
        </p>
      )}
    </div>
  )
}
