import { type ReactNode, useId } from 'react'

interface PanelProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page. */
export function Panel({ title, actions, children }: PanelProps) {
  const heading = useId()
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-body">
        <div className="panel-head">
          <h2 id={heading}>{title}</h2>
          {actions && <div className="button-row">{actions}</div>}
        </div>
        {children}
      </div>
    </section>
  )
}
