import { useState } from 'react'
import { expectSuccess } from '../api/api-problem.js'
import { useOperator } from '../session/session.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { TextField } from '../ui/fields.js'
import { FormDialog } from '../ui/form-dialog.js'
import { Panel } from '../ui/panel.js'
import type { Partner } from './partners-page.js'

/** The accounts of a partner: their ids stand in the tokens of its access keys. */
export function PartnerAccounts({ partner }: { readonly partner: Partner }) {
  const { client, isAdmin } = useOperator()
  const [isAdding, setIsAdding] = useState(false)
  const [deleting, setDeleting] = useState<Partner['accounts'][number]>()

  return (
    <Panel title="Accounts" actions={isAdmin && <Button onPress={() => setIsAdding(true)}>Add an account</Button>}>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Id</th>
            {isAdmin && (
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {partner.accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row" className="cell-name">
                {account.name}
              </th>
              <td className="mono cell-name">{account.id}</td>
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
      {isAdding && <AddAccount partner={partner} onClose={() => setIsAdding(false)} />}
      {deleting && (
        <ConfirmDialog
          title={`Delete the account ${deleting.name}`}
          text="New access keys of the partner cannot use it."
          actionLabel="Delete"
          nameToType={deleting.name}
          onConfirm={() =>
            expectSuccess(client.deletePartnerAccount({ params: { id: partner.id, accountId: deleting.id } }))
          }
          done={`The account ${deleting.name} was deleted.`}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Panel>
  )
}

function AddAccount({ partner, onClose }: { readonly partner: Partner; readonly onClose: () => void }) {
  const { client } = useOperator()
  const [name, setName] = useState('')
  return (
    <FormDialog
      title={`Add an account to ${partner.name}`}
      submitLabel="Add"
      onClose={onClose}
      onSubmit={async () => {
        await expectSuccess(client.addPartnerAccount({ params: { id: partner.id }, body: { name: name.trim() } }))
        onClose()
      }}
    >
      {(errors) => <TextField label="Name" value={name} onChange={setName} error={errors.name} isRequired autoFocus />}
    </FormDialog>
  )
}
