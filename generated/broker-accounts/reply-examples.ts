// Written by "npm run generate" from openapi/. Do not edit.

/** The bodies of the failures that `broker-accounts` publishes, by the operation or the shared reply that declares them and by the name of the example. */
export const replyExamples = {
  getAccountToken: {
    missing_token: {"error":"The security token is missing. Send it in the header \"Authorization: Bearer <token>\"."},
    invalid_token: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    expired_token: {"error":"The security token has expired. Request a new one from POST /api/token."},
    deactivated: {"error":"API User is not existing or deactivated."},
    no_accounts: {"error":"The API user has no account."},
  },
  InternalFailure: {
    internal_failure: {"error":"The request could not be answered because of a failure of the server."},
  },
  ServiceUnavailable: {
    service_unavailable: {"error":"The service is not available; try again later."},
  },
  postAccountToken: {
    missing_token: {"error":"The security token is missing. Send it in the header \"Authorization: Bearer <token>\"."},
    invalid_token: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    expired_token: {"error":"The security token has expired. Request a new one from POST /api/token."},
    deactivated: {"error":"API User is not existing or deactivated."},
    no_accounts: {"error":"The API user has no account."},
  },
  listAccountTokensMerged: {
    missing_token: {"error":"The security token is missing. Send it in the header \"Authorization: Bearer <token>\"."},
    invalid_token: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    different_token: {"error":"The security token in the path differs from the one in the Authorization header."},
    expired_token: {"error":"The security token has expired. Request a new one from POST /api/token."},
    deactivated: {"error":"API User is not existing or deactivated."},
  },
  postAccountTokensMerged: {
    missing_token: {"error":"The security token is missing. Send it in the header \"Authorization: Bearer <token>\"."},
    invalid_token: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    different_token: {"error":"The security token in the path differs from the one in the Authorization header."},
    expired_token: {"error":"The security token has expired. Request a new one from POST /api/token."},
    deactivated: {"error":"API User is not existing or deactivated."},
  },
  listAccountTokens: {
    invalid_token: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    invalid_token_in_path: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    different_token: {"error":"The security token in the path differs from the one in the Authorization header."},
    expired_token: {"error":"The security token has expired. Request a new one from POST /api/token."},
    deactivated: {"error":"API User is not existing or deactivated."},
  },
  postAccountTokens: {
    invalid_token: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    invalid_token_in_path: {"error":"The security token is not valid. Request a new one from POST /api/token."},
    different_token: {"error":"The security token in the path differs from the one in the Authorization header."},
    expired_token: {"error":"The security token has expired. Request a new one from POST /api/token."},
    deactivated: {"error":"API User is not existing or deactivated."},
  },
  MalformedRequest: {
    malformed_request: {"error":"The request cannot be read."},
  },
  MethodNotAllowed: {
    method_not_allowed: {"error":"This path does not know this method."},
  },
  PayloadTooLarge: {
    payload_too_large: {"error":"The request body is larger than 16 KiB."},
  },
  UnsupportedMediaType: {
    unsupported_media_type: {"error":"The request body is of a type that cannot be read."},
  },
} as const
