// Written by "npm run generate" from openapi/. Do not edit.

import { type ClientOperation, type ClientOptions, createContractClient } from '../runtime/client.js'
import { operationTable } from './operation-table.js'
import type { operations } from './types.js'

/** A typed client of `operator`: one method an operation, each answers with one of the documented replies. */
export interface OperatorClient {
  /** Introspect a token of any API: `POST /operator/v1/introspect`. */
  readonly introspectToken: ClientOperation<operations['introspectToken']>
  /** Introspect a token as RFC 7662 words it: `POST /operator/v1/oauth/introspect`. */
  readonly introspectOauthToken: ClientOperation<operations['introspectOauthToken']>
  /** List partners: `GET /operator/v1/partners`. */
  readonly listPartners: ClientOperation<operations['listPartners']>
  /** Create a partner: `POST /operator/v1/partners`. */
  readonly createPartner: ClientOperation<operations['createPartner']>
  /** Show a partner: `GET /operator/v1/partners/{id}`. */
  readonly getPartner: ClientOperation<operations['getPartner']>
  /** Rename a partner or replace its contacts: `PATCH /operator/v1/partners/{id}`. */
  readonly updatePartner: ClientOperation<operations['updatePartner']>
  /** Delete a partner: `DELETE /operator/v1/partners/{id}`. */
  readonly deletePartner: ClientOperation<operations['deletePartner']>
  /** Add an account to a partner: `POST /operator/v1/partners/{id}/accounts`. */
  readonly addPartnerAccount: ClientOperation<operations['addPartnerAccount']>
  /** Delete an account of a partner: `DELETE /operator/v1/partners/{id}/accounts/{accountId}`. */
  readonly deletePartnerAccount: ClientOperation<operations['deletePartnerAccount']>
  /** List broker users: `GET /operator/v1/broker-users`. */
  readonly listBrokerUsers: ClientOperation<operations['listBrokerUsers']>
  /** Create a broker user: `POST /operator/v1/broker-users`. */
  readonly createBrokerUser: ClientOperation<operations['createBrokerUser']>
  /** Show a broker user: `GET /operator/v1/broker-users/{id}`. */
  readonly getBrokerUser: ClientOperation<operations['getBrokerUser']>
  /** Rename, deactivate or activate a broker user: `PATCH /operator/v1/broker-users/{id}`. */
  readonly updateBrokerUser: ClientOperation<operations['updateBrokerUser']>
  /** Delete a broker user: `DELETE /operator/v1/broker-users/{id}`. */
  readonly deleteBrokerUser: ClientOperation<operations['deleteBrokerUser']>
  /** Rotate the secret of a broker user: `POST /operator/v1/broker-users/{id}/rotate-secret`. */
  readonly rotateBrokerSecret: ClientOperation<operations['rotateBrokerSecret']>
  /** Add an account to a broker user: `POST /operator/v1/broker-users/{id}/accounts`. */
  readonly addBrokerAccount: ClientOperation<operations['addBrokerAccount']>
  /** Delete an account of a broker user: `DELETE /operator/v1/broker-users/{id}/accounts/{accountId}`. */
  readonly deleteBrokerAccount: ClientOperation<operations['deleteBrokerAccount']>
  /** List access keys: `GET /operator/v1/access-keys`. */
  readonly listAccessKeys: ClientOperation<operations['listAccessKeys']>
  /** Create an access key: `POST /operator/v1/access-keys`. */
  readonly createAccessKey: ClientOperation<operations['createAccessKey']>
  /** Show an access key: `GET /operator/v1/access-keys/{id}`. */
  readonly getAccessKey: ClientOperation<operations['getAccessKey']>
  /** Change name, roles or expiry of an access key: `PATCH /operator/v1/access-keys/{id}`. */
  readonly updateAccessKey: ClientOperation<operations['updateAccessKey']>
  /** Activate a pending access key: `POST /operator/v1/access-keys/{id}/activate`. */
  readonly activateAccessKey: ClientOperation<operations['activateAccessKey']>
  /** Revoke an access key: `POST /operator/v1/access-keys/{id}/revoke`. */
  readonly revokeAccessKey: ClientOperation<operations['revokeAccessKey']>
  /** Rotate the secret of an access key: `POST /operator/v1/access-keys/{id}/rotate-secret`. */
  readonly rotateAccessKeySecret: ClientOperation<operations['rotateAccessKeySecret']>
  /** List security users: `GET /operator/v1/security-users`. */
  readonly listSecurityUsers: ClientOperation<operations['listSecurityUsers']>
  /** Create a security user: `POST /operator/v1/security-users`. */
  readonly createSecurityUser: ClientOperation<operations['createSecurityUser']>
  /** End the sessions of all security users: `POST /operator/v1/security-users/end-all-sessions`. */
  readonly endAllSecurityUserSessions: ClientOperation<operations['endAllSecurityUserSessions']>
  /** Show a security user: `GET /operator/v1/security-users/{uid}`. */
  readonly getSecurityUser: ClientOperation<operations['getSecurityUser']>
  /** Deactivate or activate a security user, or set a new password: `PATCH /operator/v1/security-users/{uid}`. */
  readonly updateSecurityUser: ClientOperation<operations['updateSecurityUser']>
  /** Delete a security user: `DELETE /operator/v1/security-users/{uid}`. */
  readonly deleteSecurityUser: ClientOperation<operations['deleteSecurityUser']>
  /** End every session of a security user: `POST /operator/v1/security-users/{uid}/end-sessions`. */
  readonly endSecurityUserSessions: ClientOperation<operations['endSecurityUserSessions']>
  /** Unlock a security user after failed sign-ins: `POST /operator/v1/security-users/{uid}/unlock`. */
  readonly unlockSecurityUser: ClientOperation<operations['unlockSecurityUser']>
  /** List gateway tokens: `GET /operator/v1/gateway-tokens`. */
  readonly searchGatewayTokens: ClientOperation<operations['searchGatewayTokens']>
  /** Issue a gateway token, or register an existing one: `POST /operator/v1/gateway-tokens`. */
  readonly createGatewayToken: ClientOperation<operations['createGatewayToken']>
  /** Show a gateway token: `GET /operator/v1/gateway-tokens/{tokenLink}`. */
  readonly getGatewayTokenByLink: ClientOperation<operations['getGatewayTokenByLink']>
  /** Describe a gateway token, or let it join or leave a partner: `PATCH /operator/v1/gateway-tokens/{tokenLink}`. */
  readonly updateGatewayToken: ClientOperation<operations['updateGatewayToken']>
  /** Revoke a gateway token: `POST /operator/v1/gateway-tokens/{tokenLink}/revoke`. */
  readonly revokeGatewayTokenByLink: ClientOperation<operations['revokeGatewayTokenByLink']>
  /** Revoke a gateway token that leaked: `POST /operator/v1/gateway-tokens/revoke-by-token`. */
  readonly revokeLeakedGatewayToken: ClientOperation<operations['revokeLeakedGatewayToken']>
  /** Revoke many gateway tokens: `POST /operator/v1/gateway-tokens/revoke-all`. */
  readonly revokeGatewayTokens: ClientOperation<operations['revokeGatewayTokens']>
  /** List signing keys: `GET /operator/v1/signing-keys`. */
  readonly listSigningKeys: ClientOperation<operations['listSigningKeys']>
  /** Rotate the signing key of an API: `POST /operator/v1/signing-keys/{api}/rotate`. */
  readonly rotateSigningKey: ClientOperation<operations['rotateSigningKey']>
  /** Import the signing key of another installation: `POST /operator/v1/signing-keys/{api}/import`. */
  readonly importSigningKey: ClientOperation<operations['importSigningKey']>
  /** Retire signing keys of an API: `POST /operator/v1/signing-keys/{api}/retire`. */
  readonly retireSigningKeys: ClientOperation<operations['retireSigningKeys']>
  /** Export the signing keys of an API: `POST /operator/v1/signing-keys/{api}/export`. */
  readonly exportSigningKeys: ClientOperation<operations['exportSigningKeys']>
  /** List operators: `GET /operator/v1/operators`. */
  readonly listOperators: ClientOperation<operations['listOperators']>
  /** Create an operator: `POST /operator/v1/operators`. */
  readonly createOperator: ClientOperation<operations['createOperator']>
  /** Show how operators sign in: `GET /operator/v1/sign-in`. */
  readonly getSignIn: ClientOperation<operations['getSignIn']>
  /** Show the operator that calls: `GET /operator/v1/operators/me`. */
  readonly getOwnOperator: ClientOperation<operations['getOwnOperator']>
  /** Change the expiry of an operator: `PATCH /operator/v1/operators/{id}`. */
  readonly updateOperator: ClientOperation<operations['updateOperator']>
  /** Delete an operator: `DELETE /operator/v1/operators/{id}`. */
  readonly deleteOperator: ClientOperation<operations['deleteOperator']>
  /** Show how many credentials there are, and how they are used: `GET /operator/v1/overview`. */
  readonly getOverview: ClientOperation<operations['getOverview']>
  /** Show how often a credential signed in on each day: `GET /operator/v1/usage`. */
  readonly getUsage: ClientOperation<operations['getUsage']>
  /** Check the installation from the running server: `GET /operator/v1/diagnosis`. */
  readonly getDiagnosis: ClientOperation<operations['getDiagnosis']>
  /** Revoke whatever secret leaked: `POST /operator/v1/revoke-leaked`. */
  readonly revokeLeakedSecret: ClientOperation<operations['revokeLeakedSecret']>
  /** List audit events: `GET /operator/v1/audit-events`. */
  readonly listAuditEvents: ClientOperation<operations['listAuditEvents']>
  /** Import existing credentials: `POST /operator/v1/imports`. */
  readonly importCredentials: ClientOperation<operations['importCredentials']>
}

/** Makes a client of `operator`. */
export function createOperatorClient(options: ClientOptions): OperatorClient {
  return createContractClient<OperatorClient>(operationTable, options)
}
