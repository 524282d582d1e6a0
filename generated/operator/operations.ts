// Written by "npm run generate" from openapi/. Do not edit.

import type { Failure } from '../../src/contract/failure.js'
import type { Authenticator, FailureReply, Operation, OperationReply, SecuredContext } from '../../src/contract/operation.js'
import type { components, operations } from './types.js'

/** Operator: Issue, rotate and revoke what the token APIs authenticate. */
export interface OperatorOperations<Principals extends Record<'operator_key', unknown>> {
  /** Introspect a token of any API: `POST /operator/v1/introspect`. */
  readonly introspectToken: Operation<operations['introspectToken'], OperatorReplies['introspectToken'], SecuredContext<Principals['operator_key']>>
  /** List broker users: `GET /operator/v1/broker-users`. */
  readonly listBrokerUsers: Operation<operations['listBrokerUsers'], OperatorReplies['listBrokerUsers'], SecuredContext<Principals['operator_key']>>
  /** Create a broker user: `POST /operator/v1/broker-users`. */
  readonly createBrokerUser: Operation<operations['createBrokerUser'], OperatorReplies['createBrokerUser'], SecuredContext<Principals['operator_key']>>
  /** Show a broker user: `GET /operator/v1/broker-users/{id}`. */
  readonly getBrokerUser: Operation<operations['getBrokerUser'], OperatorReplies['getBrokerUser'], SecuredContext<Principals['operator_key']>>
  /** Rename, deactivate or activate a broker user: `PATCH /operator/v1/broker-users/{id}`. */
  readonly updateBrokerUser: Operation<operations['updateBrokerUser'], OperatorReplies['updateBrokerUser'], SecuredContext<Principals['operator_key']>>
  /** Delete a broker user: `DELETE /operator/v1/broker-users/{id}`. */
  readonly deleteBrokerUser: Operation<operations['deleteBrokerUser'], OperatorReplies['deleteBrokerUser'], SecuredContext<Principals['operator_key']>>
  /** Rotate the secret of a broker user: `POST /operator/v1/broker-users/{id}/rotate-secret`. */
  readonly rotateBrokerSecret: Operation<operations['rotateBrokerSecret'], OperatorReplies['rotateBrokerSecret'], SecuredContext<Principals['operator_key']>>
  /** Add an account to a broker user: `POST /operator/v1/broker-users/{id}/accounts`. */
  readonly addBrokerAccount: Operation<operations['addBrokerAccount'], OperatorReplies['addBrokerAccount'], SecuredContext<Principals['operator_key']>>
  /** Delete an account of a broker user: `DELETE /operator/v1/broker-users/{id}/accounts/{accountId}`. */
  readonly deleteBrokerAccount: Operation<operations['deleteBrokerAccount'], OperatorReplies['deleteBrokerAccount'], SecuredContext<Principals['operator_key']>>
  /** List access keys: `GET /operator/v1/access-keys`. */
  readonly listAccessKeys: Operation<operations['listAccessKeys'], OperatorReplies['listAccessKeys'], SecuredContext<Principals['operator_key']>>
  /** Create an access key: `POST /operator/v1/access-keys`. */
  readonly createAccessKey: Operation<operations['createAccessKey'], OperatorReplies['createAccessKey'], SecuredContext<Principals['operator_key']>>
  /** Show an access key: `GET /operator/v1/access-keys/{id}`. */
  readonly getAccessKey: Operation<operations['getAccessKey'], OperatorReplies['getAccessKey'], SecuredContext<Principals['operator_key']>>
  /** Change name, roles or expiry of an access key: `PATCH /operator/v1/access-keys/{id}`. */
  readonly updateAccessKey: Operation<operations['updateAccessKey'], OperatorReplies['updateAccessKey'], SecuredContext<Principals['operator_key']>>
  /** Activate a pending access key: `POST /operator/v1/access-keys/{id}/activate`. */
  readonly activateAccessKey: Operation<operations['activateAccessKey'], OperatorReplies['activateAccessKey'], SecuredContext<Principals['operator_key']>>
  /** Revoke an access key: `POST /operator/v1/access-keys/{id}/revoke`. */
  readonly revokeAccessKey: Operation<operations['revokeAccessKey'], OperatorReplies['revokeAccessKey'], SecuredContext<Principals['operator_key']>>
  /** Rotate the secret of an access key: `POST /operator/v1/access-keys/{id}/rotate-secret`. */
  readonly rotateAccessKeySecret: Operation<operations['rotateAccessKeySecret'], OperatorReplies['rotateAccessKeySecret'], SecuredContext<Principals['operator_key']>>
  /** List security users: `GET /operator/v1/security-users`. */
  readonly listSecurityUsers: Operation<operations['listSecurityUsers'], OperatorReplies['listSecurityUsers'], SecuredContext<Principals['operator_key']>>
  /** Create a security user: `POST /operator/v1/security-users`. */
  readonly createSecurityUser: Operation<operations['createSecurityUser'], OperatorReplies['createSecurityUser'], SecuredContext<Principals['operator_key']>>
  /** Show a security user: `GET /operator/v1/security-users/{uid}`. */
  readonly getSecurityUser: Operation<operations['getSecurityUser'], OperatorReplies['getSecurityUser'], SecuredContext<Principals['operator_key']>>
  /** Deactivate or activate a security user, or set a new password: `PATCH /operator/v1/security-users/{uid}`. */
  readonly updateSecurityUser: Operation<operations['updateSecurityUser'], OperatorReplies['updateSecurityUser'], SecuredContext<Principals['operator_key']>>
  /** Delete a security user: `DELETE /operator/v1/security-users/{uid}`. */
  readonly deleteSecurityUser: Operation<operations['deleteSecurityUser'], OperatorReplies['deleteSecurityUser'], SecuredContext<Principals['operator_key']>>
  /** End every session of a security user: `POST /operator/v1/security-users/{uid}/end-sessions`. */
  readonly endSecurityUserSessions: Operation<operations['endSecurityUserSessions'], OperatorReplies['endSecurityUserSessions'], SecuredContext<Principals['operator_key']>>
  /** Unlock a security user after failed sign-ins: `POST /operator/v1/security-users/{uid}/unlock`. */
  readonly unlockSecurityUser: Operation<operations['unlockSecurityUser'], OperatorReplies['unlockSecurityUser'], SecuredContext<Principals['operator_key']>>
  /** List gateway tokens: `GET /operator/v1/gateway-tokens`. */
  readonly searchGatewayTokens: Operation<operations['searchGatewayTokens'], OperatorReplies['searchGatewayTokens'], SecuredContext<Principals['operator_key']>>
  /** Issue a gateway token, or register an existing one: `POST /operator/v1/gateway-tokens`. */
  readonly createGatewayToken: Operation<operations['createGatewayToken'], OperatorReplies['createGatewayToken'], SecuredContext<Principals['operator_key']>>
  /** Revoke a gateway token: `POST /operator/v1/gateway-tokens/{tokenLink}/revoke`. */
  readonly revokeGatewayTokenByLink: Operation<operations['revokeGatewayTokenByLink'], OperatorReplies['revokeGatewayTokenByLink'], SecuredContext<Principals['operator_key']>>
  /** Revoke a gateway token that leaked: `POST /operator/v1/gateway-tokens/revoke-by-token`. */
  readonly revokeLeakedGatewayToken: Operation<operations['revokeLeakedGatewayToken'], OperatorReplies['revokeLeakedGatewayToken'], SecuredContext<Principals['operator_key']>>
  /** Revoke many gateway tokens: `POST /operator/v1/gateway-tokens/revoke-all`. */
  readonly revokeGatewayTokens: Operation<operations['revokeGatewayTokens'], OperatorReplies['revokeGatewayTokens'], SecuredContext<Principals['operator_key']>>
  /** List signing keys: `GET /operator/v1/signing-keys`. */
  readonly listSigningKeys: Operation<operations['listSigningKeys'], OperatorReplies['listSigningKeys'], SecuredContext<Principals['operator_key']>>
  /** Rotate the signing key of an API: `POST /operator/v1/signing-keys/{api}/rotate`. */
  readonly rotateSigningKey: Operation<operations['rotateSigningKey'], OperatorReplies['rotateSigningKey'], SecuredContext<Principals['operator_key']>>
  /** List operators: `GET /operator/v1/operators`. */
  readonly listOperators: Operation<operations['listOperators'], OperatorReplies['listOperators'], SecuredContext<Principals['operator_key']>>
  /** Create an operator: `POST /operator/v1/operators`. */
  readonly createOperator: Operation<operations['createOperator'], OperatorReplies['createOperator'], SecuredContext<Principals['operator_key']>>
  /** Delete an operator: `DELETE /operator/v1/operators/{id}`. */
  readonly deleteOperator: Operation<operations['deleteOperator'], OperatorReplies['deleteOperator'], SecuredContext<Principals['operator_key']>>
  /** List audit events: `GET /operator/v1/audit-events`. */
  readonly listAuditEvents: Operation<operations['listAuditEvents'], OperatorReplies['listAuditEvents'], SecuredContext<Principals['operator_key']>>
  /** Import existing credentials: `POST /operator/v1/imports`. */
  readonly importCredentials: Operation<operations['importCredentials'], OperatorReplies['importCredentials'], SecuredContext<Principals['operator_key']>>
}

/** The replies that each operation may answer. */
export interface OperatorReplies {
  readonly introspectToken: OperationReply<operations['introspectToken'], 200 | 401>
  readonly listBrokerUsers: OperationReply<operations['listBrokerUsers'], 200 | 401>
  readonly createBrokerUser: OperationReply<operations['createBrokerUser'], 201 | 401 | 403 | 409>
  readonly getBrokerUser: OperationReply<operations['getBrokerUser'], 200 | 401 | 404>
  readonly updateBrokerUser: OperationReply<operations['updateBrokerUser'], 200 | 401 | 403 | 404>
  readonly deleteBrokerUser: OperationReply<operations['deleteBrokerUser'], 204 | 401 | 403 | 404>
  readonly rotateBrokerSecret: OperationReply<operations['rotateBrokerSecret'], 200 | 401 | 403 | 404 | 409>
  readonly addBrokerAccount: OperationReply<operations['addBrokerAccount'], 201 | 401 | 403 | 404 | 409>
  readonly deleteBrokerAccount: OperationReply<operations['deleteBrokerAccount'], 204 | 401 | 403 | 404>
  readonly listAccessKeys: OperationReply<operations['listAccessKeys'], 200 | 401>
  readonly createAccessKey: OperationReply<operations['createAccessKey'], 201 | 401 | 403 | 409>
  readonly getAccessKey: OperationReply<operations['getAccessKey'], 200 | 401 | 404>
  readonly updateAccessKey: OperationReply<operations['updateAccessKey'], 200 | 401 | 403 | 404 | 409>
  readonly activateAccessKey: OperationReply<operations['activateAccessKey'], 200 | 401 | 403 | 404 | 409>
  readonly revokeAccessKey: OperationReply<operations['revokeAccessKey'], 200 | 401 | 403 | 404 | 409>
  readonly rotateAccessKeySecret: OperationReply<operations['rotateAccessKeySecret'], 200 | 401 | 403 | 404 | 409>
  readonly listSecurityUsers: OperationReply<operations['listSecurityUsers'], 200 | 401>
  readonly createSecurityUser: OperationReply<operations['createSecurityUser'], 201 | 401 | 403 | 409>
  readonly getSecurityUser: OperationReply<operations['getSecurityUser'], 200 | 401 | 404>
  readonly updateSecurityUser: OperationReply<operations['updateSecurityUser'], 200 | 401 | 403 | 404>
  readonly deleteSecurityUser: OperationReply<operations['deleteSecurityUser'], 204 | 401 | 403 | 404>
  readonly endSecurityUserSessions: OperationReply<operations['endSecurityUserSessions'], 200 | 401 | 403 | 404>
  readonly unlockSecurityUser: OperationReply<operations['unlockSecurityUser'], 200 | 401 | 403 | 404>
  readonly searchGatewayTokens: OperationReply<operations['searchGatewayTokens'], 200 | 401>
  readonly createGatewayToken: OperationReply<operations['createGatewayToken'], 201 | 401 | 403 | 409>
  readonly revokeGatewayTokenByLink: OperationReply<operations['revokeGatewayTokenByLink'], 200 | 401 | 403 | 404 | 409>
  readonly revokeLeakedGatewayToken: OperationReply<operations['revokeLeakedGatewayToken'], 200 | 401 | 403 | 404 | 409>
  readonly revokeGatewayTokens: OperationReply<operations['revokeGatewayTokens'], 200 | 401 | 403>
  readonly listSigningKeys: OperationReply<operations['listSigningKeys'], 200 | 401>
  readonly rotateSigningKey: OperationReply<operations['rotateSigningKey'], 200 | 401 | 403 | 404 | 409>
  readonly listOperators: OperationReply<operations['listOperators'], 200 | 401>
  readonly createOperator: OperationReply<operations['createOperator'], 201 | 401 | 403 | 409>
  readonly deleteOperator: OperationReply<operations['deleteOperator'], 204 | 401 | 403 | 404 | 409>
  readonly listAuditEvents: OperationReply<operations['listAuditEvents'], 200 | 401>
  readonly importCredentials: OperationReply<operations['importCredentials'], 200 | 401 | 403>
}

/** Who calls, by security scheme. */
export interface OperatorSecurity<Principals extends Record<'operator_key', unknown>> {
  readonly operator_key: Authenticator<
    Principals['operator_key'],
    Extract<OperatorReplies['introspectToken'], { status: 200 }> & Extract<OperatorReplies['listBrokerUsers'], { status: 200 }> & Extract<OperatorReplies['getBrokerUser'], { status: 200 }> & Extract<OperatorReplies['listAccessKeys'], { status: 200 }> & Extract<OperatorReplies['getAccessKey'], { status: 200 }> & Extract<OperatorReplies['listSecurityUsers'], { status: 200 }> & Extract<OperatorReplies['getSecurityUser'], { status: 200 }> & Extract<OperatorReplies['searchGatewayTokens'], { status: 200 }> & Extract<OperatorReplies['listSigningKeys'], { status: 200 }> & Extract<OperatorReplies['listOperators'], { status: 200 }> & Extract<OperatorReplies['listAuditEvents'], { status: 200 }> |
      Extract<OperatorReplies['listAuditEvents'], { status: 401 }> |
      Extract<OperatorReplies['importCredentials'], { status: 401 }> |
      Extract<OperatorReplies['importCredentials'], { status: 403 }>
  >
}

/** A protocol failure in the envelope of this API. */
export type OperatorFailureReply = FailureReply<{
  400: components['responses']['InvalidRequest']
  405: components['responses']['MethodNotAllowed']
  413: components['responses']['PayloadTooLarge']
  415: components['responses']['UnsupportedMediaType']
  429: components['responses']['TooManyRequests']
  500: components['responses']['InternalFailure']
  503: components['responses']['ServiceUnavailable']
}>

/** What an implementation of `operator` consists of. */
export interface OperatorImplementation<Principals extends Record<'operator_key', unknown>> {
  readonly operations: OperatorOperations<Principals>
  readonly security: OperatorSecurity<Principals>
  readonly failures: (failure: Failure) => OperatorFailureReply
}
