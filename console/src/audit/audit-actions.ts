import type { components } from '../../../generated/operator/types.js'

type AuditAction = components['schemas']['AuditAction']

/** Every action of the audit; the type demands that none is missing. */
const actions: Readonly<Record<AuditAction, true>> = {
  'partner.create': true,
  'partner.update': true,
  'partner.delete': true,
  'partner.add-account': true,
  'partner.delete-account': true,
  'broker-user.create': true,
  'broker-user.update': true,
  'broker-user.delete': true,
  'broker-user.rotate-secret': true,
  'broker-user.add-account': true,
  'broker-user.delete-account': true,
  'broker-user.sign-in': true,
  'access-key.create': true,
  'access-key.update': true,
  'access-key.activate': true,
  'access-key.revoke': true,
  'access-key.rotate-secret': true,
  'access-key.sign-in': true,
  'security-user.create': true,
  'security-user.update': true,
  'security-user.delete': true,
  'security-user.end-sessions': true,
  'security-user.end-all-sessions': true,
  'security-user.unlock': true,
  'security-user.sign-in': true,
  'gateway-token.create': true,
  'gateway-token.update': true,
  'gateway-token.describe': true,
  'gateway-token.revoke': true,
  'gateway-token.revoke-all': true,
  'signing-key.rotate': true,
  'signing-key.import': true,
  'signing-key.retire': true,
  'signing-key.export': true,
  'operator.create': true,
  'operator.update': true,
  'operator.delete': true,
  'credential.import': true,
  'credential.revoke-leaked': true,
}

export const auditActions = Object.keys(actions) as readonly AuditAction[]
