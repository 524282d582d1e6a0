import type { OperatorReplies, OperatorSecurity } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { BasicCredentials, CallContext } from '../../../generated/runtime/operation.js'
import type { FailureBudgetService } from '../../domain/failure-budgets/service.js'
import type { Account } from '../../domain/operators/account.js'
import type { AccountService } from '../../domain/operators/account-service.js'
import { hasRole, type Operator } from '../../domain/operators/operator.js'
import type { OperatorService } from '../../domain/operators/service.js'
import { NoRole } from '../../errors.js'
import type { AuditRefusal } from './change.js'

export type Principals = { operator_key: Operator; operator_basic: Operator; operator_form: Operator }

type Unauthorized = Extract<OperatorReplies['listOperators'], { status: 401 }>

const challenge = 'Bearer realm="operator"'
const invalidToken = 'Bearer realm="operator", error="invalid_token"'
const basicChallenge = 'Basic realm="operator", charset="UTF-8"'

export interface OperatorSecurityOptions {
  readonly operators: OperatorService
  /** Absent: nobody signs in with an identity provider. */
  readonly accounts: AccountService | undefined
  readonly failureBudgets: FailureBudgetService
  /** Appends the refusal of a change to the audit. */
  readonly auditRefusal: AuditRefusal
}

export function operatorSecurity({
  operators,
  accounts,
  failureBudgets,
  auditRefusal,
}: OperatorSecurityOptions): OperatorSecurity<Principals> {
  /** Where a name is given, the key has to be that of the operator with the name. */
  async function findOperator(key: string, address: string, name?: string): Promise<Operator | undefined> {
    return failureBudgets.run('operator-key', address, async () => {
      const operator = await operators.authenticate(key)
      return name === undefined || operator?.name === name ? operator : undefined
    })
  }

  /** A key and an access token are presented alike. */
  async function findCaller(credential: string, address: string): Promise<Operator | Account | undefined> {
    if (!accounts?.accepts(credential)) return findOperator(credential, address)
    return failureBudgets.run('operator-key', address, () => accounts.authenticate(credential))
  }

  async function authenticateClient(
    credentials: BasicCredentials | undefined,
    { clientAddress }: CallContext,
  ): Promise<{ readonly principal: Operator } | Unauthorized> {
    if (!credentials) return unauthorized(basicChallenge, replyExamples.introspectOauthToken.noCredentials)
    const { username, password } = credentials
    const operator = await findOperator(password, clientAddress, username)
    return operator ? { principal: operator } : unauthorized(basicChallenge, unknownClient)
  }

  return {
    async operator_key({ credential: key, roles, auditAction }, context) {
      if (key === undefined) {
        return unauthorized(challenge, replyExamples.Unauthorized.noKey)
      }
      const caller = await findCaller(key, context.clientAddress)
      if (!caller) return unauthorized(invalidToken, accounts?.accepts(key) ? refusedToken : unknownKey)
      if (isOperator(caller) && hasRole(caller, roles)) return { principal: caller }
      if (auditAction !== undefined) await auditRefusal(auditAction, caller, context)
      if (!isOperator(caller)) throw new NoRole()
      return { status: 403, body: replyExamples.Forbidden.viewer }
    },

    operator_basic({ credential }, context) {
      const { username, password } = credential ?? {}
      const isGiven = username !== undefined && password !== undefined
      return authenticateClient(
        isGiven ? { username: formDecoded(username), password: formDecoded(password) } : undefined,
        context,
      )
    },

    operator_form({ credential }, context) {
      return authenticateClient(credential, context)
    },
  }
}

/** RFC 6749, section 2.3.1: clients encode their identifier and secret like a form before they build the header. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function isOperator(caller: Operator | Account): caller is Operator {
  return caller.role !== undefined
}

const refusedToken = {
  ...replyExamples.Unauthorized.noKey,
  detail: 'The access token is not valid here, or no longer. Sign in again.',
}
const unknownKey = { ...replyExamples.Unauthorized.noKey, detail: 'The operator key is not known.' }
const unknownClient = {
  ...replyExamples.introspectOauthToken.noCredentials,
  detail: 'The name and the key are not those of an operator.',
}

function unauthorized(
  authenticate: Unauthorized['headers']['WWW-Authenticate'],
  body: Unauthorized['body'],
): Unauthorized {
  return { status: 401, headers: { 'WWW-Authenticate': authenticate }, body }
}
