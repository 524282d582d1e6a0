import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTitle } from '../ui/use-title.js'

interface PageProps {
  readonly title: string
  /** The list that the page belongs to. */
  readonly parent?: { readonly path: string; readonly name: string }
  /** Beside the title, such as the state of a thing. */
  readonly mark?: ReactNode
  readonly description?: ReactNode
  /** What can be done here. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page: its title, what can be done, and its content. */
export function Page({ title, parent, mark, description, actions, children }: PageProps) {
  useTitle(parent ? `${title} · ${parent.name}` : title)
  return (
    <>
      {parent && (
        <nav className="breadcrumb" aria-label="Breadcrumb">
          <Link href={parent.path}>{parent.name}</Link>
        </nav>
      )}
      <div className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {mark}
        </div>
        {actions && <div className="button-row">{actions}</div>}
      </div>
      {description && <p className="page-description">{description}</p>}
      {children}
    </>
  )
}
