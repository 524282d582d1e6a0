// Written by "npm run generate" from openapi/. Do not edit.

import type { Authenticator, BasicCredentials, CallContext, SecuredContext, WithDefaults } from '../runtime/operation.js'
import type { components, operations } from './types.js'

/** Operator: Issue, rotate and revoke what the token APIs authenticate. */
export interface OperatorOperations<Principals extends Record<'operator_key' | 'operator_basic' | 'operator_form', unknown>> {
  /** Introspect a token of any API: `POST /operator/v1/introspect`. */
  readonly introspectToken: (request: OperatorRequests['introspectToken'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['introspectToken']>
  /** Introspect a token as RFC 7662 words it: `POST /operator/v1/oauth/introspect`. */
  readonly introspectOauthToken: (request: OperatorRequests['introspectOauthToken'], context: SecuredContext<Principals['operator_basic'] | Principals['operator_key'] | Principals['operator_form']>) => Promise<OperatorReplies['introspectOauthToken']>
  /** List partners: `GET /operator/v1/partners`. */
  readonly listPartners: (request: OperatorRequests['listPartners'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['listPartners']>
  /** Create a partner: `POST /operator/v1/partners`. */
  readonly createPartner: (request: OperatorRequests['createPartner'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['createPartner']>
  /** Show a partner: `GET /operator/v1/partners/{id}`. */
  readonly getPartner: (request: OperatorRequests['getPartner'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getPartner']>
  /** Rename a partner or replace its contacts: `PATCH /operator/v1/partners/{id}`. */
  readonly updatePartner: (request: OperatorRequests['updatePartner'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['updatePartner']>
  /** Delete a partner: `DELETE /operator/v1/partners/{id}`. */
  readonly deletePartner: (request: OperatorRequests['deletePartner'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['deletePartner']>
  /** Add an account to a partner: `POST /operator/v1/partners/{id}/accounts`. */
  readonly addPartnerAccount: (request: OperatorRequests['addPartnerAccount'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['addPartnerAccount']>
  /** Delete an account of a partner: `DELETE /operator/v1/partners/{id}/accounts/{accountId}`. */
  readonly deletePartnerAccount: (request: OperatorRequests['deletePartnerAccount'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['deletePartnerAccount']>
  /** List broker users: `GET /operator/v1/broker-users`. */
  readonly listBrokerUsers: (request: OperatorRequests['listBrokerUsers'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['listBrokerUsers']>
  /** Create a broker user: `POST /operator/v1/broker-users`. */
  readonly createBrokerUser: (request: OperatorRequests['createBrokerUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['createBrokerUser']>
  /** Show a broker user: `GET /operator/v1/broker-users/{id}`. */
  readonly getBrokerUser: (request: OperatorRequests['getBrokerUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getBrokerUser']>
  /** Rename, deactivate or activate a broker user: `PATCH /operator/v1/broker-users/{id}`. */
  readonly updateBrokerUser: (request: OperatorRequests['updateBrokerUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['updateBrokerUser']>
  /** Delete a broker user: `DELETE /operator/v1/broker-users/{id}`. */
  readonly deleteBrokerUser: (request: OperatorRequests['deleteBrokerUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['deleteBrokerUser']>
  /** Rotate the secret of a broker user: `POST /operator/v1/broker-users/{id}/rotate-secret`. */
  readonly rotateBrokerSecret: (request: OperatorRequests['rotateBrokerSecret'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['rotateBrokerSecret']>
  /** Add an account to a broker user: `POST /operator/v1/broker-users/{id}/accounts`. */
  readonly addBrokerAccount: (request: OperatorRequests['addBrokerAccount'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['addBrokerAccount']>
  /** Delete an account of a broker user: `DELETE /operator/v1/broker-users/{id}/accounts/{accountId}`. */
  readonly deleteBrokerAccount: (request: OperatorRequests['deleteBrokerAccount'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['deleteBrokerAccount']>
  /** List access keys: `GET /operator/v1/access-keys`. */
  readonly listAccessKeys: (request: OperatorRequests['listAccessKeys'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['listAccessKeys']>
  /** Create an access key: `POST /operator/v1/access-keys`. */
  readonly createAccessKey: (request: OperatorRequests['createAccessKey'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['createAccessKey']>
  /** Show an access key: `GET /operator/v1/access-keys/{id}`. */
  readonly getAccessKey: (request: OperatorRequests['getAccessKey'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getAccessKey']>
  /** Change name, roles or expiry of an access key: `PATCH /operator/v1/access-keys/{id}`. */
  readonly updateAccessKey: (request: OperatorRequests['updateAccessKey'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['updateAccessKey']>
  /** Activate a pending access key: `POST /operator/v1/access-keys/{id}/activate`. */
  readonly activateAccessKey: (request: OperatorRequests['activateAccessKey'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['activateAccessKey']>
  /** Revoke an access key: `POST /operator/v1/access-keys/{id}/revoke`. */
  readonly revokeAccessKey: (request: OperatorRequests['revokeAccessKey'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['revokeAccessKey']>
  /** Rotate the secret of an access key: `POST /operator/v1/access-keys/{id}/rotate-secret`. */
  readonly rotateAccessKeySecret: (request: OperatorRequests['rotateAccessKeySecret'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['rotateAccessKeySecret']>
  /** List security users: `GET /operator/v1/security-users`. */
  readonly listSecurityUsers: (request: OperatorRequests['listSecurityUsers'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['listSecurityUsers']>
  /** Create a security user: `POST /operator/v1/security-users`. */
  readonly createSecurityUser: (request: OperatorRequests['createSecurityUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['createSecurityUser']>
  /** End the sessions of all security users: `POST /operator/v1/security-users/end-all-sessions`. */
  readonly endAllSecurityUserSessions: (request: OperatorRequests['endAllSecurityUserSessions'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['endAllSecurityUserSessions']>
  /** Show a security user: `GET /operator/v1/security-users/{uid}`. */
  readonly getSecurityUser: (request: OperatorRequests['getSecurityUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getSecurityUser']>
  /** Deactivate or activate a security user, or set a new password: `PATCH /operator/v1/security-users/{uid}`. */
  readonly updateSecurityUser: (request: OperatorRequests['updateSecurityUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['updateSecurityUser']>
  /** Delete a security user: `DELETE /operator/v1/security-users/{uid}`. */
  readonly deleteSecurityUser: (request: OperatorRequests['deleteSecurityUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['deleteSecurityUser']>
  /** End every session of a security user: `POST /operator/v1/security-users/{uid}/end-sessions`. */
  readonly endSecurityUserSessions: (request: OperatorRequests['endSecurityUserSessions'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['endSecurityUserSessions']>
  /** Unlock a security user after failed sign-ins: `POST /operator/v1/security-users/{uid}/unlock`. */
  readonly unlockSecurityUser: (request: OperatorRequests['unlockSecurityUser'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['unlockSecurityUser']>
  /** List gateway tokens: `GET /operator/v1/gateway-tokens`. */
  readonly searchGatewayTokens: (request: OperatorRequests['searchGatewayTokens'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['searchGatewayTokens']>
  /** Issue a gateway token, or register an existing one: `POST /operator/v1/gateway-tokens`. */
  readonly createGatewayToken: (request: OperatorRequests['createGatewayToken'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['createGatewayToken']>
  /** Show a gateway token: `GET /operator/v1/gateway-tokens/{tokenLink}`. */
  readonly getGatewayTokenByLink: (request: OperatorRequests['getGatewayTokenByLink'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getGatewayTokenByLink']>
  /** Describe a gateway token, or let it join or leave a partner: `PATCH /operator/v1/gateway-tokens/{tokenLink}`. */
  readonly updateGatewayToken: (request: OperatorRequests['updateGatewayToken'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['updateGatewayToken']>
  /** Revoke a gateway token: `POST /operator/v1/gateway-tokens/{tokenLink}/revoke`. */
  readonly revokeGatewayTokenByLink: (request: OperatorRequests['revokeGatewayTokenByLink'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['revokeGatewayTokenByLink']>
  /** Revoke a gateway token that leaked: `POST /operator/v1/gateway-tokens/revoke-by-token`. */
  readonly revokeLeakedGatewayToken: (request: OperatorRequests['revokeLeakedGatewayToken'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['revokeLeakedGatewayToken']>
  /** Revoke many gateway tokens: `POST /operator/v1/gateway-tokens/revoke-all`. */
  readonly revokeGatewayTokens: (request: OperatorRequests['revokeGatewayTokens'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['revokeGatewayTokens']>
  /** List signing keys: `GET /operator/v1/signing-keys`. */
  readonly listSigningKeys: (request: OperatorRequests['listSigningKeys'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['listSigningKeys']>
  /** Rotate the signing key of an API: `POST /operator/v1/signing-keys/{api}/rotate`. */
  readonly rotateSigningKey: (request: OperatorRequests['rotateSigningKey'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['rotateSigningKey']>
  /** Import the signing key of another installation: `POST /operator/v1/signing-keys/{api}/import`. */
  readonly importSigningKey: (request: OperatorRequests['importSigningKey'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['importSigningKey']>
  /** Retire signing keys of an API: `POST /operator/v1/signing-keys/{api}/retire`. */
  readonly retireSigningKeys: (request: OperatorRequests['retireSigningKeys'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['retireSigningKeys']>
  /** Export the signing keys of an API: `POST /operator/v1/signing-keys/{api}/export`. */
  readonly exportSigningKeys: (request: OperatorRequests['exportSigningKeys'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['exportSigningKeys']>
  /** List operators: `GET /operator/v1/operators`. */
  readonly listOperators: (request: OperatorRequests['listOperators'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['listOperators']>
  /** Create an operator: `POST /operator/v1/operators`. */
  readonly createOperator: (request: OperatorRequests['createOperator'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['createOperator']>
  /** Show how operators sign in: `GET /operator/v1/sign-in`. */
  readonly getSignIn: (request: OperatorRequests['getSignIn'], context: CallContext) => Promise<OperatorReplies['getSignIn']>
  /** Show the operator that calls: `GET /operator/v1/operators/me`. */
  readonly getOwnOperator: (request: OperatorRequests['getOwnOperator'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getOwnOperator']>
  /** Change the expiry of an operator: `PATCH /operator/v1/operators/{id}`. */
  readonly updateOperator: (request: OperatorRequests['updateOperator'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['updateOperator']>
  /** Delete an operator: `DELETE /operator/v1/operators/{id}`. */
  readonly deleteOperator: (request: OperatorRequests['deleteOperator'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['deleteOperator']>
  /** Show how many credentials there are, and how they are used: `GET /operator/v1/overview`. */
  readonly getOverview: (request: OperatorRequests['getOverview'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getOverview']>
  /** Show how often a credential signed in on each day: `GET /operator/v1/usage`. */
  readonly getUsage: (request: OperatorRequests['getUsage'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getUsage']>
  /** Check the installation from the running server: `GET /operator/v1/diagnosis`. */
  readonly getDiagnosis: (request: OperatorRequests['getDiagnosis'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['getDiagnosis']>
  /** Revoke whatever secret leaked: `POST /operator/v1/revoke-leaked`. */
  readonly revokeLeakedSecret: (request: OperatorRequests['revokeLeakedSecret'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['revokeLeakedSecret']>
  /** List audit events: `GET /operator/v1/audit-events`. */
  readonly listAuditEvents: (request: OperatorRequests['listAuditEvents'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['listAuditEvents']>
  /** Import existing credentials: `POST /operator/v1/imports`. */
  readonly importCredentials: (request: OperatorRequests['importCredentials'], context: SecuredContext<Principals['operator_key']>) => Promise<OperatorReplies['importCredentials']>
}

/** What validation guarantees about each request. A body that is absent was validated as an empty object. */
export interface OperatorRequests {
  readonly introspectToken: {
    readonly body: components['schemas']['PresentedToken']
  }
  readonly introspectOauthToken: {
    readonly body: components['schemas']['OauthPresentedToken']
  }
  readonly listPartners: {
    readonly query: WithDefaults<NonNullable<operations['listPartners']['parameters']['query']>, 'limit' | 'sort'>
  }
  readonly createPartner: {
    readonly body: WithDefaults<components['schemas']['PartnerCreation'], 'contacts'>
  }
  readonly getPartner: {
    readonly params: operations['getPartner']['parameters']['path']
  }
  readonly updatePartner: {
    readonly params: operations['updatePartner']['parameters']['path']
    readonly body: components['schemas']['PartnerChange']
  }
  readonly deletePartner: {
    readonly params: operations['deletePartner']['parameters']['path']
  }
  readonly addPartnerAccount: {
    readonly params: operations['addPartnerAccount']['parameters']['path']
    readonly body: components['schemas']['PartnerAccountCreation']
  }
  readonly deletePartnerAccount: {
    readonly params: operations['deletePartnerAccount']['parameters']['path']
  }
  readonly listBrokerUsers: {
    readonly query: WithDefaults<NonNullable<operations['listBrokerUsers']['parameters']['query']>, 'limit' | 'sort'>
  }
  readonly createBrokerUser: {
    readonly body: WithDefaults<components['schemas']['BrokerUserCreation'], 'accounts'>
  }
  readonly getBrokerUser: {
    readonly params: operations['getBrokerUser']['parameters']['path']
  }
  readonly updateBrokerUser: {
    readonly params: operations['updateBrokerUser']['parameters']['path']
    readonly body: components['schemas']['BrokerUserChange']
  }
  readonly deleteBrokerUser: {
    readonly params: operations['deleteBrokerUser']['parameters']['path']
  }
  readonly rotateBrokerSecret: {
    readonly params: operations['rotateBrokerSecret']['parameters']['path']
    readonly body: WithDefaults<components['schemas']['SecretRotation'], 'overlapSeconds'>
  }
  readonly addBrokerAccount: {
    readonly params: operations['addBrokerAccount']['parameters']['path']
    readonly body: components['schemas']['BrokerAccountCreation']
  }
  readonly deleteBrokerAccount: {
    readonly params: operations['deleteBrokerAccount']['parameters']['path']
  }
  readonly listAccessKeys: {
    readonly query: WithDefaults<NonNullable<operations['listAccessKeys']['parameters']['query']>, 'limit' | 'sort'>
  }
  readonly createAccessKey: {
    readonly body: WithDefaults<components['schemas']['AccessKeyCreation'], 'roles' | 'expiresAt'>
  }
  readonly getAccessKey: {
    readonly params: operations['getAccessKey']['parameters']['path']
  }
  readonly updateAccessKey: {
    readonly params: operations['updateAccessKey']['parameters']['path']
    readonly body: components['schemas']['AccessKeyChange']
  }
  readonly activateAccessKey: {
    readonly params: operations['activateAccessKey']['parameters']['path']
  }
  readonly revokeAccessKey: {
    readonly params: operations['revokeAccessKey']['parameters']['path']
  }
  readonly rotateAccessKeySecret: {
    readonly params: operations['rotateAccessKeySecret']['parameters']['path']
    readonly body: WithDefaults<components['schemas']['SecretRotation'], 'overlapSeconds'>
  }
  readonly listSecurityUsers: {
    readonly query: WithDefaults<NonNullable<operations['listSecurityUsers']['parameters']['query']>, 'limit' | 'sort'>
  }
  readonly createSecurityUser: {
    readonly body: components['schemas']['SecurityUserCreation']
  }
  readonly endAllSecurityUserSessions: {
    readonly body: WithDefaults<components['schemas']['SessionsEndRequest'], 'limit'>
  }
  readonly getSecurityUser: {
    readonly params: operations['getSecurityUser']['parameters']['path']
  }
  readonly updateSecurityUser: {
    readonly params: operations['updateSecurityUser']['parameters']['path']
    readonly body: components['schemas']['SecurityUserChange']
  }
  readonly deleteSecurityUser: {
    readonly params: operations['deleteSecurityUser']['parameters']['path']
  }
  readonly endSecurityUserSessions: {
    readonly params: operations['endSecurityUserSessions']['parameters']['path']
  }
  readonly unlockSecurityUser: {
    readonly params: operations['unlockSecurityUser']['parameters']['path']
  }
  readonly searchGatewayTokens: {
    readonly query: WithDefaults<NonNullable<operations['searchGatewayTokens']['parameters']['query']>, 'limit' | 'sort'>
  }
  readonly createGatewayToken: {
    readonly body: WithDefaults<components['schemas']['GatewayTokenCreation'], 'createdBy'>
  }
  readonly getGatewayTokenByLink: {
    readonly params: operations['getGatewayTokenByLink']['parameters']['path']
  }
  readonly updateGatewayToken: {
    readonly params: operations['updateGatewayToken']['parameters']['path']
    readonly body: components['schemas']['GatewayTokenChange']
  }
  readonly revokeGatewayTokenByLink: {
    readonly params: operations['revokeGatewayTokenByLink']['parameters']['path']
  }
  readonly revokeLeakedGatewayToken: {
    readonly body: components['schemas']['PresentedToken']
  }
  readonly revokeGatewayTokens: {
    readonly body: components['schemas']['GatewayTokenSelection']
  }
  readonly listSigningKeys: {
    readonly query: WithDefaults<NonNullable<operations['listSigningKeys']['parameters']['query']>, 'limit'>
  }
  readonly rotateSigningKey: {
    readonly params: operations['rotateSigningKey']['parameters']['path']
    readonly body: components['schemas']['SigningKeyRotation']
  }
  readonly importSigningKey: {
    readonly params: operations['importSigningKey']['parameters']['path']
    readonly body: WithDefaults<components['schemas']['SigningKeyImport'], 'verifyOnly'>
  }
  readonly retireSigningKeys: {
    readonly params: operations['retireSigningKeys']['parameters']['path']
    readonly body: WithDefaults<components['schemas']['SigningKeyRetirement'], 'overlapSeconds'>
  }
  readonly exportSigningKeys: {
    readonly params: operations['exportSigningKeys']['parameters']['path']
  }
  readonly listOperators: {
    readonly query: WithDefaults<NonNullable<operations['listOperators']['parameters']['query']>, 'limit'>
  }
  readonly createOperator: {
    readonly body: components['schemas']['OperatorCreation']
  }
  readonly getSignIn: Record<never, never>
  readonly getOwnOperator: Record<never, never>
  readonly updateOperator: {
    readonly params: operations['updateOperator']['parameters']['path']
    readonly body: components['schemas']['OperatorChange']
  }
  readonly deleteOperator: {
    readonly params: operations['deleteOperator']['parameters']['path']
  }
  readonly getOverview: Record<never, never>
  readonly getUsage: {
    readonly query: NonNullable<operations['getUsage']['parameters']['query']>
  }
  readonly getDiagnosis: Record<never, never>
  readonly revokeLeakedSecret: {
    readonly body: components['schemas']['LeakedSecret']
  }
  readonly listAuditEvents: {
    readonly query: WithDefaults<NonNullable<operations['listAuditEvents']['parameters']['query']>, 'limit'>
  }
  readonly importCredentials: {
    readonly body: WithDefaults<components['schemas']['ImportBatch'], 'dryRun'>
  }
}

/** The replies that each operation may answer. */
export interface OperatorReplies {
  readonly introspectToken:
    | { readonly status: 200; readonly body: components['schemas']['Introspection'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly introspectOauthToken:
    | { readonly status: 200; readonly body: components['schemas']['OauthIntrospection'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly listPartners:
    | { readonly status: 200; readonly body: components['schemas']['PartnerPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly createPartner:
    | { readonly status: 201; readonly body: components['schemas']['Partner'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly getPartner:
    | { readonly status: 200; readonly body: components['schemas']['Partner'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly updatePartner:
    | { readonly status: 200; readonly body: components['schemas']['Partner'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly deletePartner:
    | { readonly status: 204; readonly body?: never }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly addPartnerAccount:
    | { readonly status: 201; readonly body: components['schemas']['PartnerAccount'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly deletePartnerAccount:
    | { readonly status: 204; readonly body?: never }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly listBrokerUsers:
    | { readonly status: 200; readonly body: components['schemas']['BrokerUserPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly createBrokerUser:
    | { readonly status: 201; readonly body: components['schemas']['NewBrokerUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly getBrokerUser:
    | { readonly status: 200; readonly body: components['schemas']['BrokerUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly updateBrokerUser:
    | { readonly status: 200; readonly body: components['schemas']['BrokerUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly deleteBrokerUser:
    | { readonly status: 204; readonly body?: never }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly rotateBrokerSecret:
    | { readonly status: 200; readonly body: components['schemas']['RotatedBrokerUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly addBrokerAccount:
    | { readonly status: 201; readonly body: components['schemas']['BrokerAccount'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly deleteBrokerAccount:
    | { readonly status: 204; readonly body?: never }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly listAccessKeys:
    | { readonly status: 200; readonly body: components['schemas']['AccessKeyPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly createAccessKey:
    | { readonly status: 201; readonly body: components['schemas']['NewAccessKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly getAccessKey:
    | { readonly status: 200; readonly body: components['schemas']['AccessKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly updateAccessKey:
    | { readonly status: 200; readonly body: components['schemas']['AccessKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly activateAccessKey:
    | { readonly status: 200; readonly body: components['schemas']['AccessKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly revokeAccessKey:
    | { readonly status: 200; readonly body: components['schemas']['AccessKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly rotateAccessKeySecret:
    | { readonly status: 200; readonly body: components['schemas']['RotatedAccessKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly listSecurityUsers:
    | { readonly status: 200; readonly body: components['schemas']['SecurityUserPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly createSecurityUser:
    | { readonly status: 201; readonly body: components['schemas']['NewSecurityUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly endAllSecurityUserSessions:
    | { readonly status: 200; readonly body: components['schemas']['SessionsEnd'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
  readonly getSecurityUser:
    | { readonly status: 200; readonly body: components['schemas']['SecurityUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly updateSecurityUser:
    | { readonly status: 200; readonly body: components['schemas']['SecurityUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly deleteSecurityUser:
    | { readonly status: 204; readonly body?: never }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly endSecurityUserSessions:
    | { readonly status: 200; readonly body: components['schemas']['SecurityUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly unlockSecurityUser:
    | { readonly status: 200; readonly body: components['schemas']['SecurityUser'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly searchGatewayTokens:
    | { readonly status: 200; readonly body: components['schemas']['GatewayTokenPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly createGatewayToken:
    | { readonly status: 201; readonly body: components['schemas']['NewGatewayToken'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly getGatewayTokenByLink:
    | { readonly status: 200; readonly body: components['schemas']['GatewayToken'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly updateGatewayToken:
    | { readonly status: 200; readonly body: components['schemas']['GatewayToken'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly revokeGatewayTokenByLink:
    | { readonly status: 200; readonly body: components['schemas']['GatewayToken'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly revokeLeakedGatewayToken:
    | { readonly status: 200; readonly body: components['schemas']['GatewayToken'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly revokeGatewayTokens:
    | { readonly status: 200; readonly body: components['schemas']['BulkRevocation'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
  readonly listSigningKeys:
    | { readonly status: 200; readonly body: components['schemas']['SigningKeyPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly rotateSigningKey:
    | { readonly status: 200; readonly body: components['schemas']['SigningKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly importSigningKey:
    | { readonly status: 200; readonly body: components['schemas']['SigningKey'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly retireSigningKeys:
    | { readonly status: 200; readonly body: components['schemas']['RetiredSigningKeys'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly exportSigningKeys:
    | { readonly status: 200; readonly body: components['schemas']['SymmetricKeySet'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly listOperators:
    | { readonly status: 200; readonly body: components['schemas']['OperatorPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly createOperator:
    | { readonly status: 201; readonly body: components['schemas']['NewOperator'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly getSignIn:
    | { readonly status: 200; readonly body: components['schemas']['SignIn'] }
  readonly getOwnOperator:
    | { readonly status: 200; readonly body: components['schemas']['OwnOperator'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly updateOperator:
    | { readonly status: 200; readonly body: components['schemas']['Operator'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly deleteOperator:
    | { readonly status: 204; readonly body?: never }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly getOverview:
    | { readonly status: 200; readonly body: components['schemas']['Overview'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly getUsage:
    | { readonly status: 200; readonly body: components['schemas']['Usage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
  readonly getDiagnosis:
    | { readonly status: 200; readonly body: components['schemas']['Diagnosis'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly revokeLeakedSecret:
    | { readonly status: 200; readonly body: components['schemas']['LeakRevocation'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
    | { readonly status: 404; readonly body: components['schemas']['Problem'] }
    | { readonly status: 409; readonly body: components['schemas']['Problem'] }
  readonly listAuditEvents:
    | { readonly status: 200; readonly body: components['schemas']['AuditEventPage'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  readonly importCredentials:
    | { readonly status: 200; readonly body: components['schemas']['ImportReport'] }
    | { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
}

/** Who calls, by security scheme. */
export interface OperatorSecurity<Principals extends Record<'operator_key' | 'operator_basic' | 'operator_form', unknown>> {
  readonly operator_key: Authenticator<
    string,
    Principals['operator_key'],
    { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
    | { readonly status: 403; readonly body: components['schemas']['Problem'] }
  >
  readonly operator_basic: Authenticator<
    BasicCredentials,
    Principals['operator_basic'],
    { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  >
  readonly operator_form: Authenticator<
    BasicCredentials,
    Principals['operator_form'],
    { readonly status: 401; readonly body: components['schemas']['Problem']; readonly headers: { readonly 'WWW-Authenticate': components['headers']['WWWAuthenticate'] } }
  >
}

/** The answer to a malformed or invalid request. */
export interface OperatorInvalidRequestReply {
  readonly status: 400
  readonly body: components['schemas']['Problem']
}
