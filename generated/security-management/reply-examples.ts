// Written by "npm run generate" from openapi/. Do not edit.

/** The bodies of the failures that `security-management` publishes, by the operation or the shared reply that declares them and by the name of the example. */
export const replyExamples = {
  MalformedRequest: {
    missing_password: {"errorCode":"GLOBAL_1002","errorMessage":"The field \"password\" is missing","content":"","pageable":""},
    empty_username: {"errorCode":"GLOBAL_1002","errorMessage":"The field \"username\" is empty","content":"","pageable":""},
    missing_refresh_token: {"errorCode":"GLOBAL_1002","errorMessage":"The field \"refreshToken\" is missing","content":"","pageable":""},
  },
  createTokenPair: {
    wrong_password: {"errorCode":"AUTH_1001","errorMessage":"Invalid credentials","content":"","pageable":""},
    unknown_user: {"errorCode":"AUTH_1001","errorMessage":"Invalid credentials","content":"","pageable":""},
    too_many_requests: {"errorCode":"GLOBAL_1003","errorMessage":"Too many requests. Please try again later","content":"","pageable":""},
  },
  PayloadTooLarge: {
    payload_too_large: {"errorCode":"GLOBAL_1004","errorMessage":"The body is larger than 16 KiB","content":"","pageable":""},
  },
  UnsupportedMediaType: {
    unsupported_media_type: {"errorCode":"GLOBAL_1005","errorMessage":"The body must be JSON","content":"","pageable":""},
  },
  InternalFailure: {
    internal_failure: {"errorCode":"GLOBAL_1000","errorMessage":"Internal failure","content":"","pageable":""},
  },
  ServiceUnavailable: {
    service_unavailable: {"errorCode":"GLOBAL_1001","errorMessage":"Service unavailable. Please try again","content":"","pageable":""},
  },
  refreshTokenPair: {
    invalid: {"errorCode":"AUTH_1002","errorMessage":"Invalid token","content":"","pageable":""},
  },
  TooManyRequests: {
    too_many_requests: {"errorCode":"GLOBAL_1003","errorMessage":"Too many requests. Please try again later","content":"","pageable":""},
  },
  MethodNotAllowed: {
    method_not_allowed: {"errorCode":"GLOBAL_1006","errorMessage":"Method not allowed","content":"","pageable":""},
  },
} as const
