// Written by "npm run generate" from openapi/. Do not edit.

/** The bodies of the failures that `gateway-tokens` publishes, by the operation or the shared reply that declares them and by the name of the example. */
export const replyExamples = {
  TokenRefused: {
    unknown: {"message":"The bearer token is missing, malformed or unknown","error_identifier":"AUTH_TOKEN_INVALID"},
    revoked: {"message":"The bearer token has been revoked","error_identifier":"AUTH_TOKEN_REVOKED","token_link":"550e8400-e29b-41d4-a716-446655445678"},
  },
  InternalFailure: {
    internal_failure: {"message":"The request could not be answered because of a failure of the server"},
  },
  ServiceUnavailable: {
    service_unavailable: {"message":"The service is not available; try again later"},
  },
  getTokenAccountAlias: {
    unknown: {"message":"The bearer token is missing, malformed or unknown","error_identifier":"AUTH_TOKEN_INVALID"},
    revoked: {"message":"The bearer token has been revoked","error_identifier":"AUTH_TOKEN_REVOKED","token_link":"550e8400-e29b-41d4-a716-446655445678"},
  },
  issueGatewayToken: {
    missing_account: {"message":"Missing fields: [account_id]"},
    missing_both: {"message":"Missing fields: [account_id, description]"},
  },
  PayloadTooLarge: {
    payload_too_large: {"message":"The request body is larger than 16 KiB"},
  },
  UnsupportedMediaType: {
    unsupported_media_type: {"message":"The request body must be application/json"},
  },
  describeGatewayToken: {
    missing_link: {"message":"Missing fields: [token_link]"},
    unknown: {"message":"Could not update token description"},
    revoked: {"message":"Could not update token description"},
  },
  TooManyRequests: {
    too_many_requests: {"message":"Too many requests; try again later"},
  },
  MalformedRequest: {
    malformed_request: {"message":"The request holds a character that is not allowed"},
  },
  revokeGatewayToken: {
    missing_link: {"message":"Missing fields: [token_link]"},
    already_revoked: {"message":"Could not revoke token"},
  },
  getGatewayToken: {
    unknown: {"message":"Token does not exist"},
  },
  revokeServiceToken: {
    missing_link: {"message":"Missing fields: [token_link]"},
    unknown: {"message":"Could not revoke token"},
  },
  getServiceToken: {
    unknown: {"message":"Token does not exist"},
  },
  MethodNotAllowed: {
    method_not_allowed: {"message":"This path does not know this method"},
  },
} as const
