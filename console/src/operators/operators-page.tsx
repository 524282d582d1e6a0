import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { Page } from '../layout/page.js'
import { useOperator } from '../session/session.js'
import { Badge, StateBadge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Loading, ProblemNotice } from '../ui/notices.js'
import { Time } from '../ui/time.js'
import { CreateOperator } from './create-operator.js'
import { RenewOperator } from './renew-operator.js'

type Operator = components['schemas']['Operator']

/** The people and programs that may call the operator API. They are few: one page has them all. */
export function OperatorsPage() {
  const { client, isAdmin } = useOperator()
  const [isCreating, setIsCreating] = useState(false)
  const [renewing, setRenewing] = useState<Operator>()
  const [deleting, setDeleting] = useState<Operator>()
  const { data, error, refetch } = useQuery({
    queryKey: ['/operators'],
    queryFn: ({ signal }) => expectSuccess(client.listOperators({ query: { limit: 200 }, signal })),
  })

  return (
    <Page
      title="Operators"
      description="People and programs that may use this console, the command line and the operator API. An admin may make changes, a viewer may look."
      actions={
        isAdmin && (
          <Button kind="primary" onPress={() => setIsCreating(true)}>
            Create an operator
          </Button>
        )
      }
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading what="Operators" />}
      {data && (
        <OperatorTable
          operators={data.items}
          actions={isAdmin ? { onRenew: setRenewing, onDelete: setDeleting } : undefined}
        />
      )}
      {isCreating && <CreateOperator onClose={() => setIsCreating(false)} />}
      {renewing && <RenewOperator operator={renewing} onClose={() => setRenewing(undefined)} />}
      {deleting && (
        <ConfirmDialog
          title={`Delete ${deleting.name}`}
          text="The key is refused at once."
          actionLabel="Delete"
          nameToType={deleting.name}
          onConfirm={() => expectSuccess(client.deleteOperator({ params: { id: deleting.id } }))}
          done={`${deleting.name} was deleted.`}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Page>
  )
}

interface OperatorTableProps {
  readonly operators: readonly Operator[]
  /** Absent for a viewer. */
  readonly actions: Omit<OperatorActionsProps, 'operator'> | undefined
}

function OperatorTable({ operators, actions }: OperatorTableProps) {
  return (
    <div className="panel">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" className="from-medium">
              Expires
            </th>
            <th scope="col" className="from-medium">
              Last use
            </th>
            <th scope="col" className="from-wide">
              Created
            </th>
            {actions && (
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => (
            <tr key={operator.id}>
              <th scope="row" className="cell-name">
                {operator.name}
                <div className="cell-sub mono">{operator.hint}</div>
              </th>
              <td>
                <Badge tone={operator.role === 'admin' ? 'accent' : 'neutral'}>{operator.role}</Badge>{' '}
                {operator.state === 'expired' && <StateBadge state={operator.state} />}
              </td>
              <td className="from-medium">
                <Time at={operator.expiresAt} none="never" />
              </td>
              <td className="from-medium">
                <Time at={operator.lastUsedAt} none="never" />
              </td>
              <td className="from-wide">
                <Time at={operator.createdAt} />
              </td>
              {actions && (
                <td>
                  <OperatorActions operator={operator} {...actions} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface OperatorActionsProps {
  readonly operator: Operator
  readonly onRenew: (operator: Operator) => void
  readonly onDelete: (operator: Operator) => void
}

function OperatorActions({ operator, onRenew, onDelete }: OperatorActionsProps) {
  return (
    <div className="button-row">
      <Button onPress={() => onRenew(operator)} label={`Renew the operator ${operator.name}`}>
        Renew
      </Button>
      <Button onPress={() => onDelete(operator)} label={`Delete the operator ${operator.name}`}>
        Delete
      </Button>
    </div>
  )
}
