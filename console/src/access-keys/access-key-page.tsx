import { useState } from 'react'
import { expectSuccess } from '../api/api-problem.js'
import { SubjectEvents } from '../audit/subject-events.js'
import { Page } from '../layout/page.js'
import { accessKeySteps } from '../next-steps/steps.js'
import { PartnerName } from '../partners/partner-name.js'
import { RotateDialog } from '../secrets/rotate-dialog.js'
import { SecretDialog } from '../secrets/secret-dialog.js'
import { TimeLine } from '../secrets/time-line.js'
import { useOperator } from '../session/session.js'
import { StateBadge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Facts } from '../ui/facts.js'
import { One } from '../ui/one.js'
import { Panel } from '../ui/panel.js'
import { Time } from '../ui/time.js'
import { useAction } from '../ui/use-action.js'
import { UsagePanel } from '../usage/usage-panel.js'
import type { AccessKey } from './access-keys-page.js'
import { EditAccessKey } from './edit-access-key.js'

const parent = { path: '/access-keys', name: 'Access keys' }

export function AccessKeyPage({ id }: { readonly id: string }) {
  return (
    <One
      parent={parent}
      what="Access key"
      id={id}
      load={(client, id, signal) => expectSuccess(client.getAccessKey({ params: { id }, signal }))}
    >
      {(accessKey) => <AccessKeyView accessKey={accessKey} />}
    </One>
  )
}

function AccessKeyView({ accessKey }: { readonly accessKey: AccessKey }) {
  const { id, name, state, secrets } = accessKey
  return (
    <Page title={name} parent={parent} mark={<StateBadge state={state} />} actions={<Actions accessKey={accessKey} />}>
      <div className="stack">
        <div className="columns">
          <Panel title="Access key">
            <Facts
              facts={[
                ['Id', <code key="id">{id}</code>],
                ['Access key', <code key="accessKey">{accessKey.accessKey}</code>],
                ['Partner', <PartnerName key="partner" id={accessKey.partnerId} />],
                ['Company (cid)', <code key="company">{accessKey.company}</code>],
                ['Account (ca)', <code key="account">{accessKey.account}</code>],
                ['User (uid)', <code key="user">{accessKey.userId}</code>],
                ['Roles', accessKey.roles.join(', ')],
                ['Expires', <Time key="expires" at={accessKey.expiresAt} none="never" />],
                ['Last use', <Time key="last" at={accessKey.lastUsedAt} none="never" />],
                ['Created', <Time key="created" at={accessKey.createdAt} />],
              ]}
            />
          </Panel>
          <div className="stack">
            <Panel title="Secrets">
              <TimeLine secrets={secrets} now={Date.now()} />
            </Panel>
            <UsagePanel kind="access-key" id={id} />
          </div>
        </div>
        <SubjectEvents subject={id} />
      </div>
    </Page>
  )
}

function Actions({ accessKey }: { readonly accessKey: AccessKey }) {
  const { id, name, state, secrets } = accessKey
  const { client, isAdmin } = useOperator()
  const [open, setOpen] = useState<'edit' | 'rotate' | 'revoke'>()
  const [secret, setSecret] = useState<string>()
  const activate = useAction(() => expectSuccess(client.activateAccessKey({ params: { id } })), `${name} is active.`)
  const close = () => setOpen(undefined)

  async function rotate(overlapSeconds: number): Promise<void> {
    const rotated = await expectSuccess(client.rotateAccessKeySecret({ params: { id }, body: { overlapSeconds } }))
    close()
    setSecret(rotated.secret)
  }

  if (!isAdmin || state === 'revoked') return null
  return (
    <>
      {state === 'pending' && (
        <Button kind="primary" isBusy={activate.isBusy} onPress={activate.run}>
          Activate
        </Button>
      )}
      <Button onPress={() => setOpen('edit')}>Edit</Button>
      <Button onPress={() => setOpen('rotate')}>Rotate the secret</Button>
      <Button kind="danger" onPress={() => setOpen('revoke')}>
        Revoke
      </Button>
      {open === 'edit' && <EditAccessKey accessKey={accessKey} onClose={close} />}
      {open === 'rotate' && <RotateDialog name={name} secrets={secrets} onClose={close} onRotate={rotate} />}
      {open === 'revoke' && (
        <ConfirmDialog
          title={`Revoke ${name}`}
          text="The key cannot log in any more, and its tokens are no longer active."
          actionLabel="Revoke"
          nameToType={name}
          onConfirm={() => expectSuccess(client.revokeAccessKey({ params: { id } }))}
          done={`${name} was revoked.`}
          onClose={close}
        />
      )}
      {secret !== undefined && (
        <SecretDialog
          title={`New secret of ${name}`}
          values={[
            { label: 'Access key', value: accessKey.accessKey },
            { label: 'Secret', value: secret },
          ]}
          stepsAt={(addressOf) => accessKeySteps(addressOf, { accessKey: accessKey.accessKey, secret })}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  )
}
