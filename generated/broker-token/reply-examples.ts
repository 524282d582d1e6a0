// Written by "npm run generate" from openapi/. Do not edit.

/** The bodies of the failures that `broker-token` publishes, by the operation or the shared reply that declares them and by the name of the example. */
export const replyExamples = {
  createSecurityToken: {
    deactivated: {"error":"API User is not existing or deactivated."},
    wrong_secret: {"error":"API User is not existing or deactivated."},
    unknown: {"error":"API User is not existing or deactivated."},
    missing_secret: {"error":"The field \"secret\" is missing."},
    missing_both: {"error":"The field \"hash\" is missing."},
    empty_hash: {"error":"The field \"hash\" must not be empty."},
    hash_is_number: {"error":"The field \"hash\" must be a string."},
    not_an_object: {"error":"The request body must be a JSON object."},
  },
  PayloadTooLarge: {
    payload_too_large: {"error":"The request body is larger than 16 KiB."},
  },
  UnsupportedMediaType: {
    unsupported_media_type: {"error":"The request body must be application/json."},
  },
  TooManyRequests: {
    too_many_requests: {"error":"Too many requests; try again later."},
  },
  InternalFailure: {
    internal_failure: {"error":"The request could not be answered because of a failure of the server."},
  },
  ServiceUnavailable: {
    service_unavailable: {"error":"The service is not available; try again later."},
  },
  MalformedRequest: {
    malformed_request: {"error":"The request body is not valid JSON."},
  },
  MethodNotAllowed: {
    method_not_allowed: {"error":"This path does not know this method."},
  },
} as const
