import type { PartnerLoginOperations, PartnerLoginReplies } from '../../../generated/partner-login/operations.js'
import { replyExamples } from '../../../generated/partner-login/reply-examples.js'
import type { AccessKeyService } from '../../domain/access-keys/service.js'
import type { FailureBudgetService } from '../../domain/failure-budgets/service.js'

export function partnerLoginOperations({
  accessKeys,
  failureBudgets,
}: {
  readonly accessKeys: Pick<AccessKeyService, 'logIn'>
  readonly failureBudgets: FailureBudgetService
}): PartnerLoginOperations {
  return {
    async loginWithAccessKey(
      { body: { accessKey, secret } },
      caller,
    ): Promise<PartnerLoginReplies['loginWithAccessKey']> {
      const token = await failureBudgets.run('partner-login', caller.clientAddress, () =>
        accessKeys.logIn(accessKey, secret, caller),
      )
      // One answer for every cause: an attacker learns nothing about the key.
      if (token === undefined) return { status: 401, body: replyExamples.loginWithAccessKey.wrong_secret }
      return { status: 201, body: token }
    },
  }
}
