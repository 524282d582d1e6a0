// Written by "npm run generate" from openapi/. Do not edit.

/** The bodies of the failures that `operator` publishes, by the operation or the shared reply that declares them and by the name of the example. */
export const replyExamples = {
  InvalidRequest: {
    invalidRequest: {"type":"urn:tokenwright:problem:invalid-request","title":"Bad Request","status":400,"detail":"A value in the request is not acceptable; see errors.","errors":[{"pointer":"#/name","detail":"must be of type string"}]},
    malformedRequest: {"type":"urn:tokenwright:problem:malformed-request","title":"Bad Request","status":400,"detail":"The request body is not valid JSON."},
  },
  Unauthorized: {
    noKey: {"type":"urn:tokenwright:problem:unauthorized","title":"Unauthorized","status":401,"detail":"An operator key is needed: Authorization: Bearer <key>."},
  },
  NoRole: {
    noRole: {"type":"urn:tokenwright:problem:forbidden","title":"Forbidden","status":403,"detail":"Your account has no role on this server. Ask whoever administers your identity provider for a group that has one."},
  },
  PayloadTooLarge: {
    payloadTooLarge: {"type":"urn:tokenwright:problem:too-large","title":"Payload Too Large","status":413,"detail":"The request body is larger than this operation takes."},
  },
  UnsupportedMediaType: {
    unsupportedMediaType: {"type":"urn:tokenwright:problem:unsupported-media-type","title":"Unsupported Media Type","status":415,"detail":"The request body must be application/json."},
  },
  TooManyRequests: {
    tooManyRequests: {"type":"urn:tokenwright:problem:too-many-requests","title":"Too Many Requests","status":429,"detail":"Too many requests; try again later."},
  },
  InternalFailure: {
    internalFailure: {"type":"urn:tokenwright:problem:internal-failure","title":"Internal Server Error","status":500,"detail":"The request could not be answered because of a failure of the server."},
  },
  ServiceUnavailable: {
    serviceUnavailable: {"type":"urn:tokenwright:problem:unavailable","title":"Service Unavailable","status":503,"detail":"The service is not available; nothing was changed. Try again later."},
  },
  introspectOauthToken: {
    noCredentials: {"type":"urn:tokenwright:problem:unauthorized","title":"Unauthorized","status":401,"detail":"The name and the key of an operator are needed: Authorization: Basic <name:key>."},
  },
  Forbidden: {
    viewer: {"type":"urn:tokenwright:problem:forbidden","title":"Forbidden","status":403,"detail":"A viewer may look but not change anything."},
  },
  createPartner: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"Another partner has this id, or one of these account ids."},
  },
  PartnerNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no partner with this id."},
  },
  deletePartner: {
    inUse: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"Credentials belong to this partner. Delete them, or let them leave the partner first.","state":"in-use"},
  },
  addPartnerAccount: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"Another account has this id."},
  },
  PartnerAccountNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no partner with this id, or it has no account with this id."},
  },
  deletePartnerAccount: {
    inUse: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"An access key that is not revoked has this account.","state":"in-use"},
    last: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"A partner keeps at least one account.","state":"last"},
  },
  createBrokerUser: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"Another broker user has this hash, or one of these account tokens."},
  },
  BrokerUserNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no broker user with this id."},
  },
  rotateBrokerSecret: {
    underWay: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"A rotation is under way: an earlier secret is still valid. Wait, or end it at once with overlapSeconds 0.","state":"rotating"},
    alreadyRotated: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"Another operator has rotated this secret at the same time. Their new secret is valid; rotate again to replace it.","state":"rotating"},
  },
  addBrokerAccount: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"Another account has this account token."},
  },
  BrokerAccountNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no broker user with this id, or it has no account with this id."},
  },
  createAccessKey: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"This access key exists."},
  },
  AccessKeyNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no access key with this id."},
  },
  updateAccessKey: {
    revoked: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The access key is revoked.","state":"revoked"},
  },
  activateAccessKey: {
    active: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"Only a pending access key can be activated.","state":"active"},
  },
  revokeAccessKey: {
    again: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The access key is revoked.","state":"revoked"},
  },
  rotateAccessKeySecret: {
    revoked: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The access key is revoked.","state":"revoked"},
    underWay: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"A rotation is under way: an earlier secret is still valid. Wait, or end it at once with overlapSeconds 0.","state":"rotating"},
    alreadyRotated: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"Another operator has rotated this secret at the same time. Their new secret is valid; rotate again to replace it.","state":"rotating"},
  },
  createSecurityUser: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"Another security user has this username."},
  },
  SecurityUserNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no security user with this uid."},
  },
  createGatewayToken: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"This token, or a token with this link, exists."},
  },
  GatewayTokenNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no gateway token with this link."},
  },
  updateGatewayToken: {
    revoked: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The token is revoked.","state":"revoked"},
  },
  revokeGatewayTokenByLink: {
    again: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The token is revoked.","state":"revoked"},
  },
  LeakedGatewayTokenNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"This is no gateway token of this server."},
  },
  revokeLeakedGatewayToken: {
    again: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The token is revoked.","state":"revoked"},
  },
  SigningKeyNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no API of this name that has signing keys."},
  },
  rotateSigningKey: {
    underWay: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"A rotation is under way: a published key does not sign yet. Wait some seconds, or replace every key at once with overlapSeconds 0.","state":"published"},
  },
  importSigningKey: {
    exists: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"This key is here already, for another API, with another kid or another use, or it is about to end."},
  },
  RetiringSigningKeyNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no API of this name that has signing keys, or no key of it with this id."},
  },
  createOperator: {
    taken: {"type":"urn:tokenwright:problem:already-exists","title":"Conflict","status":409,"detail":"Another operator has this name."},
  },
  OperatorNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"There is no operator with this id."},
  },
  updateOperator: {
    environment: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The key of this operator stands in the configuration (OPERATOR_KEY), and never expires.","state":"environment"},
    lastAdmin: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The key of the last admin cannot end sooner. Create an admin whose key never expires first.","state":"last-admin"},
  },
  deleteOperator: {
    environment: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The key of this operator stands in the configuration; take it out there (OPERATOR_KEY).","state":"environment"},
    lastAdmin: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"The last admin cannot be removed.","state":"last-admin"},
  },
  UsageNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"Nothing of this kind with this id has signed in, or exists."},
  },
  LeakedSecretNotFound: {
    unknown: {"type":"urn:tokenwright:problem:not-found","title":"Not Found","status":404,"detail":"Nothing here has this secret, or it cannot be found by it."},
  },
  revokeLeakedSecret: {
    again: {"type":"urn:tokenwright:problem:wrong-state","title":"Conflict","status":409,"detail":"This is a gateway token, and it has ended already: 550e8400-e29b-41d4-a716-446655448003.","state":"ended"},
  },
  MethodNotAllowed: {
    methodNotAllowed: {"type":"urn:tokenwright:problem:method-not-allowed","title":"Method Not Allowed","status":405,"detail":"This path does not know this method."},
  },
} as const
