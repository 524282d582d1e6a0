// Written by "npm run generate" from openapi/. Do not edit.

/** The bodies of the failures that `partner-login` publishes, by the operation or the shared reply that declares them and by the name of the example. */
export const replyExamples = {
  MalformedRequest: {
    missing_secret: {"statusCode":"Error","error":{"name":"InvalidRequestFormatError","message":"The request body is invalid. See error object `details` property for more info","details":[{"path":"","code":"required","message":"must have required property 'secret'","info":{"missingProperty":"secret"}}]}},
    missing_both: {"statusCode":"Error","error":{"name":"InvalidRequestFormatError","message":"The request body is invalid. See error object `details` property for more info","details":[{"path":"","code":"required","message":"must have required property 'accessKey'","info":{"missingProperty":"accessKey"}},{"path":"","code":"required","message":"must have required property 'secret'","info":{"missingProperty":"secret"}}]}},
    empty_secret: {"statusCode":"Error","error":{"name":"InvalidRequestFormatError","message":"The request body is invalid. See error object `details` property for more info","details":[{"path":"/secret","code":"minLength","message":"must NOT have fewer than 1 characters","info":{"limit":1}}]}},
    wrong_type: {"statusCode":"Error","error":{"name":"InvalidRequestFormatError","message":"The request body is invalid. See error object `details` property for more info","details":[{"path":"/accessKey","code":"type","message":"must be string","info":{"type":"string"}},{"path":"/secret","code":"type","message":"must be string","info":{"type":"string"}}]}},
    not_an_object: {"statusCode":"Error","error":{"name":"InvalidRequestFormatError","message":"The request body is invalid. See error object `details` property for more info","details":[{"path":"","code":"type","message":"must be object","info":{"type":"object"}}]}},
    parse: {"statusCode":"Error","error":{"name":"InvalidRequestFormatError","message":"The request body is invalid. See error object `details` property for more info","details":[{"path":"","code":"parse","message":"must be valid JSON","info":{}}]}},
  },
  loginWithAccessKey: {
    wrong_secret: {"statusCode":"Error","error":{"message":"Service was unable to complete your request.","name":"AuthenticationError","code":"AuthenticationError","details":{"reason":"AccessKeyUnauthorized"}}},
    unknown: {"statusCode":"Error","error":{"message":"Service was unable to complete your request.","name":"AuthenticationError","code":"AuthenticationError","details":{"reason":"AccessKeyUnauthorized"}}},
    pending: {"statusCode":"Error","error":{"message":"Service was unable to complete your request.","name":"AuthenticationError","code":"AuthenticationError","details":{"reason":"AccessKeyUnauthorized"}}},
    expired: {"statusCode":"Error","error":{"message":"Service was unable to complete your request.","name":"AuthenticationError","code":"AuthenticationError","details":{"reason":"AccessKeyUnauthorized"}}},
    revoked: {"statusCode":"Error","error":{"message":"Service was unable to complete your request.","name":"AuthenticationError","code":"AuthenticationError","details":{"reason":"AccessKeyUnauthorized"}}},
  },
  PayloadTooLarge: {
    payload_too_large: {"statusCode":"Error","error":{"name":"PayloadTooLargeError","message":"The request body is larger than 16 KiB.","code":"PayloadTooLargeError"}},
  },
  UnsupportedMediaType: {
    unsupported_media_type: {"statusCode":"Error","error":{"name":"UnsupportedMediaTypeError","message":"The request body must be JSON.","code":"UnsupportedMediaTypeError"}},
  },
  TooManyRequests: {
    too_many_requests: {"statusCode":"Error","error":{"name":"TooManyRequestsError","message":"Too many requests. Please try again later.","code":"TooManyRequestsError"}},
  },
  InternalFailure: {
    internal_failure: {"statusCode":"Error","error":{"name":"InternalServerError","message":"The service failed. The fault is not in the request.","code":"InternalServerError"}},
  },
  ServiceUnavailable: {
    service_unavailable: {"statusCode":"Error","error":{"name":"ServiceUnavailableError","message":"The service cannot answer at the moment. Please try again later.","code":"ServiceUnavailableError"}},
  },
  MethodNotAllowed: {
    method_not_allowed: {"statusCode":"Error","error":{"name":"MethodNotAllowedError","message":"This path does not know this method.","code":"MethodNotAllowedError"}},
  },
} as const
