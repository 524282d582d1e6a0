import { operationTable as brokerAccounts } from '../../../generated/broker-accounts/operation-table.js'
import { operationTable as brokerToken } from '../../../generated/broker-token/operation-table.js'
import { operationTable as gatewayTokens } from '../../../generated/gateway-tokens/operation-table.js'
import { operationTable as partnerLogin } from '../../../generated/partner-login/operation-table.js'
import { operationTable as securityManagement } from '../../../generated/security-management/operation-table.js'
import { curlLine } from './curl.js'

/** What a partner does with a credential. */
export interface Step {
  readonly title: string
  readonly command: string
}

/** Where an API is, by the name of its contract. */
export type AddressOf = (api: string) => string

export function brokerUserSteps(
  addressOf: AddressOf,
  credentials: { readonly hash: string; readonly secret: string },
): Step[] {
  return [
    {
      title: 'Get a security token, which is valid for 15 minutes',
      command: curlLine({
        baseUrl: addressOf('broker-token'),
        operation: brokerToken.createSecurityToken,
        body: credentials,
      }),
    },
    {
      title: 'Get the token of the account with it',
      command: curlLine({
        baseUrl: addressOf('broker-accounts'),
        operation: brokerAccounts.getAccountToken,
        headers: { Authorization: 'Bearer TOKEN' },
      }),
    },
  ]
}

export function accessKeySteps(
  addressOf: AddressOf,
  credentials: { readonly accessKey: string; readonly secret: string },
): Step[] {
  return [
    {
      title: 'Log in: the answer is a JSON Web Token, which is valid for an hour',
      command: curlLine({
        baseUrl: addressOf('partner-login'),
        operation: partnerLogin.loginWithAccessKey,
        body: credentials,
      }),
    },
  ]
}

export function securityUserSteps(
  addressOf: AddressOf,
  credentials: { readonly username: string; readonly password: string },
): Step[] {
  return [
    {
      title: 'Sign in: the answer has an access token and a refresh token',
      command: curlLine({
        baseUrl: addressOf('security-management'),
        operation: securityManagement.createTokenPair,
        body: credentials,
      }),
    },
  ]
}

export function gatewayTokenSteps(addressOf: AddressOf, token: string): Step[] {
  return [
    {
      title: 'Present the token with every call, such as the one that asks whose it is',
      command: curlLine({
        baseUrl: addressOf('gateway-tokens'),
        operation: gatewayTokens.getTokenAccount,
        headers: { Authorization: `Bearer ${token}` },
      }),
    },
  ]
}
