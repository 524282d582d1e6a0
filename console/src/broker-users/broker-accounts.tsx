import { useState } from 'react'
import type { components } from '../../../generated/operator/types.js'
import { expectSuccess } from '../api/api-problem.js'
import { SecretDialog } from '../secrets/secret-dialog.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { Panel } from '../ui/panel.js'
import type { BrokerUser } from './broker-users-page.js'

type Account = components['schemas']['ListedBrokerAccount']

/** The accounts of a broker user, whose tokens it gets. */
export function BrokerAccounts({ user }: { readonly user: BrokerUser }) {
  const { client, isAdmin } = useOperator()
  const [isAdding, setIsAdding] = useState(false)
  const [deleting, setDeleting] = useState<Account>()

  return (
    <Panel title="Accounts" actions={isAdmin && <Button onPress={() => setIsAdding(true)}>Add an account</Button>}>
      {user.accounts.length === 0 ? (
        <p className="hint">The user has no account.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Token</th>
              {isAdmin && (
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {user.accounts.map((account) => (
              <tr key={account.id}>
                <th scope="row" className="cell-name">
                  {account.name}
                </th>
                <td className="mono">…{account.aTokenHint}</td>
                {isAdmin && (
                  <td className="cell-number">
                    <Button onPress={() => setDeleting(account)} label={`Delete the account ${account.name}`}>
                      Delete
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <AddAccount user={user} onClose={() => setIsAdding(false)} />}
      {deleting && (
        <ConfirmDialog
          title={`Delete the account ${deleting.name}`}
          text="The broker no longer gets its token."
          actionLabel="Delete"
          nameToType={deleting.name}
          onConfirm={() =>
            expectSuccess(client.deleteBrokerAccount({ params: { id: user.id, accountId: deleting.id } }))
          }
          done={`The account ${deleting.name} was deleted.`}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Panel>
  )
}

function AddAccount({ user, onClose }: { readonly user: BrokerUser; readonly onClose: () => void }) {
  const { client } = useOperator()
  const [name, setName] = useState('')
  const [added, setAdded] = useState<components['schemas']['BrokerAccount']>()

  if (added) {
    return (
      <SecretDialog
        title={`Account ${added.name}`}
        values={[{ label: `Token of ${added.name}`, value: added.aToken }]}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog
      title={`Add an account to ${user.name}`}
      submitLabel="Add"
      onClose={onClose}
      onSubmit={async () =>
        setAdded(await expectSuccess(client.addBrokerAccount({ params: { id: user.id }, body: { name: name.trim() } })))
      }
    >
      {(errors) => <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />}
    </FormDialog>
  )
}
