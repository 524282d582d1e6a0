// Written by "npm run generate" from openapi/. Do not edit.

import type { Contract } from '../../src/contract/contract.js'

/** The contract openapi/partner-login.yaml as a value. */
export const partnerLogin: Contract = {
  "name": "partner-login",
  "document": {
    "openapi": "3.1.0",
    "info": {
      "title": "Partner login",
      "version": "1.0.0",
      "summary": "An access key and its secret to a JWT (PagFast / PayBrokers).",
      "description": "Answers an access token for an access key and its secret. Every other endpoint of the partner API needs that token in the header\n`Authorization: Bearer <token>`.\n\nSend `accessKey` and `secret` to `POST /login`. The answer is the bare token, as `text/plain`.\n\n**The access key** is created in the admin portal, together with its secret. It has one of four states:\n\n| state | meaning | can log in |\n|---|---|---|\n| `pending` | created, and not activated yet | no |\n| `active` | in use | yes |\n| `expired` | past its expiry date | no |\n| `revoked` | withdrawn for good | no |\n\nAccess keys made here are 40 hexadecimal digits, secrets are 48 characters of base64, which may have `/` and `+`. Both are compared\nexactly as they are sent: nothing is trimmed, decoded or changed in case.\n\n**The token** is a JWT, signed with HS384. It is valid for one hour; then log in again. A new token does not end an earlier one. The\nheader of the token may have a `kid`, the id of the signing key. Its claims are exactly these:\n\n| claim | meaning |\n|---|---|\n| `uid` | the id of the user to whom the access key belongs |\n| `ar` | the roles of the access key, a list |\n| `ak` | the id of the access key's record, not the access key itself |\n| `realm` | always `Partner` |\n| `ca` | the id of the current account |\n| `cid` | the id of the company |\n| `domain` | always `/partners-int` |\n| `iat` | when the token was issued, in seconds since 1970 (UTC) |\n| `exp` | when the token expires: `iat` and 3600 seconds |\n\nAn access key that is no longer active gets no further token. A service that asks this server about an earlier token is told that it is\ninactive. A service that checks only the signature and the time accepts it until `exp`.\n\n**Failures** are a JSON object with `statusCode`, which is always the text `Error` and not a number, and `error`. Read the HTTP status,\nor `error.name`. There are three forms:\n\n- 400: `error.details` is a **list**, there is no `error.code`, and the `message` has no full stop at its end.\n- 401: `error.details` is an **object**, there is an `error.code`, and the `message` has a full stop at its end.\n- Every other failure has `name`, `message` and `code`, and no `details`:\n\n| status | `name` and `code` | when |\n|---|---|---|\n| 405 | `MethodNotAllowedError` | another method than POST; the header `Allow` names the right one |\n| 413 | `PayloadTooLargeError` | the body is larger than 16 KiB |\n| 415 | `UnsupportedMediaTypeError` | the body is of another type than JSON |\n| 429 | `TooManyRequestsError` | too many requests; wait as long as `Retry-After` says |\n| 500 | `InternalServerError` | the server failed |\n| 503 | `ServiceUnavailableError` | the server cannot answer at the moment; wait as long as `Retry-After` says |\n\n## About the published document\n\nThis contract follows the login page of the PagFast / PayBrokers partner API. Its examples are kept word for word. The page shows the\n400 and the 401, in the two forms above, and no other failure.\n\nThe sample token of the page reads, decoded:\n\n```text\n{ uid\":\"65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6\",\"ar\":[\"Partner\",\"PartnerAdmin\"],\"ak\":\"45771ea1-b012-4b80-8ba4-49891c5d8d47\",\"realm\":\"Partner\",\"ca\":\"0ea70001-0f58-44a2-80ad-953633ff2cc7\",\"cid\":\"29263739-2cf8-483d-af15-6151dc8448b4\",\"domain\":\"/partners-int\",\"iat\":1691151257,\"exp\":1691154857}\n```\n\nThe sample's payload is not valid JSON: it starts with `{ uid\"` where `{\"uid\"` is meant. Tokens issued here have the same claims in\nvalid JSON. The sample's times are 2023-08-04 12:14:17 and 13:14:17 UTC.\n",
      "contact": {
        "name": "Partner support"
      },
      "license": {
        "name": "Apache-2.0",
        "identifier": "Apache-2.0"
      }
    },
    "servers": [
      {
        "url": "/",
        "description": "The server that serves this document"
      }
    ],
    "tags": [
      {
        "name": "Login",
        "description": "Get the access token for the other endpoints."
      }
    ],
    "x-example-clock": "2023-08-04T12:14:17Z",
    "x-body-limit": 16384,
    "paths": {
      "/login": {
        "post": {
          "operationId": "loginWithAccessKey",
          "tags": [
            "Login"
          ],
          "summary": "Get an access token for an access key",
          "description": "Answers a new access token for an access key and its secret. The status is **201**, and the body is the bare token as `text/plain`,\nwithout quotes and without a line break, also for `Accept: application/json`.\n\nSend `accessKey` and `secret`. Other keys in the body are ignored. No body is read as `{}`.\n\n**400: the request cannot be used.** `error.details` has one entry for each fault:\n\n| `code` | when |\n|---|---|\n| `required` | a field is missing; two missing fields are two entries |\n| `minLength` | a field is empty |\n| `maxLength` | a field has more than 1,024 characters |\n| `type` | a field is not a text (`null` included), or the body is not an object; then `path` is empty |\n| `parse` | the body is not valid JSON, or has something that is never accepted, such as a NUL character; this is the only entry then |\n\n**401: the access key cannot log in.** An unknown access key, a wrong secret, and an access key that is pending, expired or revoked have\nthe same answer, so that nobody can find out which keys exist.\n\n### About the published document\n\nThe page names its first failure \"Empty required field\" and shows a request without `secret`. Here a missing field has the code\n`required` and an empty one `minLength`. For the 401 the page names an invalid key and a key in pending or expired state.\n",
          "security": [],
          "requestBody": {
            "required": true,
            "description": "The access key and its secret.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessKeyCredentials"
                },
                "examples": {
                  "token": {
                    "summary": "An active access key",
                    "value": {
                      "accessKey": "986d8167a9b9a15e37db4ab4ad50877b01347a94",
                      "secret": "79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq"
                    }
                  },
                  "wrong_secret": {
                    "summary": "An active access key with a wrong secret",
                    "value": {
                      "accessKey": "986d8167a9b9a15e37db4ab4ad50877b01347a94",
                      "secret": "demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey"
                    }
                  },
                  "unknown": {
                    "summary": "An access key that does not exist",
                    "value": {
                      "accessKey": "0000000000000000000000000000000000000000",
                      "secret": "demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey"
                    }
                  },
                  "pending": {
                    "summary": "An access key that is not activated yet",
                    "value": {
                      "accessKey": "1111111111111111111111111111111111111111",
                      "secret": "demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey"
                    }
                  },
                  "expired": {
                    "summary": "An access key past its expiry date",
                    "value": {
                      "accessKey": "2222222222222222222222222222222222222222",
                      "secret": "demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey"
                    }
                  },
                  "revoked": {
                    "summary": "An access key that was withdrawn",
                    "value": {
                      "accessKey": "3333333333333333333333333333333333333333",
                      "secret": "demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey"
                    }
                  }
                },
                "x-invalid-examples": {
                  "missing_secret": {
                    "summary": "Without secret (the example of the published document)",
                    "value": {
                      "accessKey": "{{api_key}}"
                    }
                  },
                  "missing_both": {
                    "summary": "Without any field",
                    "value": {}
                  },
                  "empty_secret": {
                    "summary": "With an empty secret",
                    "value": {
                      "accessKey": "986d8167a9b9a15e37db4ab4ad50877b01347a94",
                      "secret": ""
                    }
                  },
                  "wrong_type": {
                    "summary": "With a number and null",
                    "value": {
                      "accessKey": 986,
                      "secret": null
                    }
                  },
                  "not_an_object": {
                    "summary": "With a list in place of an object",
                    "value": []
                  }
                }
              }
            }
          },
          "responses": {
            "201": {
              "description": "The bare token.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                },
                "Cache-Control": {
                  "$ref": "#/components/headers/NoStore"
                }
              },
              "content": {
                "text/plain": {
                  "schema": {
                    "$ref": "#/components/schemas/AccessToken"
                  },
                  "examples": {
                    "token": {
                      "summary": "The new token",
                      "description": "The sample of the published document. A new token has the same claims, in valid JSON.",
                      "x-volatile": [
                        ""
                      ],
                      "value": "eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9.eyB1aWQiOiI2NWQwZjVjOS03ZmIwLTQ1NWMtOTAzNi05ZTcyZjBhOGQwZjYiLCJhciI6WyJQYXJ0bmVyIiwiUGFydG5lckFkbWluIl0sImFrIjoiNDU3NzFlYTEtYjAxMi00YjgwLThiYTQtNDk4OTFjNWQ4ZDQ3IiwicmVhbG0iOiJQYXJ0bmVyIiwiY2EiOiIwZWE3MDAwMS0wZjU4LTQ0YTItODBhZC05NTM2MzNmZjJjYzciLCJjaWQiOiIyOTI2MzczOS0yY2Y4LTQ4M2QtYWYxNS02MTUxZGM4NDQ4YjQiLCJkb21haW4iOiIvcGFydG5lcnMtaW50IiwiaWF0IjoxNjkxMTUxMjU3LCJleHAiOjE2OTExNTQ4NTd9.wBdfxnNYap0_M-omZUmnor7lB6c3ooVK2AENYtsIcfLzofW5bvkYgQzhaVABtJsU"
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/MalformedRequest"
            },
            "401": {
              "description": "The access key is unknown, pending, expired or revoked, or the secret is wrong.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccessKeyRefusal"
                  },
                  "examples": {
                    "wrong_secret": {
                      "$ref": "#/components/examples/AccessKeyUnauthorized"
                    },
                    "unknown": {
                      "$ref": "#/components/examples/AccessKeyUnauthorized"
                    },
                    "pending": {
                      "$ref": "#/components/examples/AccessKeyUnauthorized"
                    },
                    "expired": {
                      "$ref": "#/components/examples/AccessKeyUnauthorized"
                    },
                    "revoked": {
                      "$ref": "#/components/examples/AccessKeyUnauthorized"
                    }
                  }
                }
              }
            },
            "413": {
              "$ref": "#/components/responses/PayloadTooLarge"
            },
            "415": {
              "$ref": "#/components/responses/UnsupportedMediaType"
            },
            "429": {
              "$ref": "#/components/responses/TooManyRequests"
            },
            "500": {
              "$ref": "#/components/responses/InternalFailure"
            },
            "503": {
              "$ref": "#/components/responses/ServiceUnavailable"
            }
          }
        }
      }
    },
    "components": {
      "headers": {
        "RequestId": {
          "description": "The id of this call in the server's log. Quote it when you ask for help.",
          "schema": {
            "type": "string",
            "maxLength": 64,
            "examples": [
              "0d5f3f38-6f0c-4b9e-8a5e-3d1f7a2b9c10"
            ]
          }
        },
        "NoStore": {
          "description": "The answer carries a secret and must not be kept by a cache.",
          "schema": {
            "type": "string",
            "const": "no-store"
          }
        },
        "Allow": {
          "description": "The methods that the path has.",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 64,
            "examples": [
              "GET, POST"
            ]
          }
        },
        "RetryAfter": {
          "description": "How many seconds to wait before the next try.",
          "required": true,
          "schema": {
            "type": "integer",
            "minimum": 1,
            "examples": [
              1
            ]
          }
        }
      },
      "responses": {
        "MalformedRequest": {
          "description": "The body cannot be read, or a field is missing, empty, of the wrong type or too long.",
          "x-protocol-status": 400,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/InvalidRequest"
              },
              "examples": {
                "missing_secret": {
                  "summary": "Without secret",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "InvalidRequestFormatError",
                      "message": "The request body is invalid. See error object `details` property for more info",
                      "details": [
                        {
                          "path": "",
                          "code": "required",
                          "message": "must have required property 'secret'",
                          "info": {
                            "missingProperty": "secret"
                          }
                        }
                      ]
                    }
                  }
                },
                "missing_both": {
                  "summary": "Without any field",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "InvalidRequestFormatError",
                      "message": "The request body is invalid. See error object `details` property for more info",
                      "details": [
                        {
                          "path": "",
                          "code": "required",
                          "message": "must have required property 'accessKey'",
                          "info": {
                            "missingProperty": "accessKey"
                          }
                        },
                        {
                          "path": "",
                          "code": "required",
                          "message": "must have required property 'secret'",
                          "info": {
                            "missingProperty": "secret"
                          }
                        }
                      ]
                    }
                  }
                },
                "empty_secret": {
                  "summary": "With an empty secret",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "InvalidRequestFormatError",
                      "message": "The request body is invalid. See error object `details` property for more info",
                      "details": [
                        {
                          "path": "/secret",
                          "code": "minLength",
                          "message": "must NOT have fewer than 1 characters",
                          "info": {
                            "limit": 1
                          }
                        }
                      ]
                    }
                  }
                },
                "wrong_type": {
                  "summary": "With a number and null",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "InvalidRequestFormatError",
                      "message": "The request body is invalid. See error object `details` property for more info",
                      "details": [
                        {
                          "path": "/accessKey",
                          "code": "type",
                          "message": "must be string",
                          "info": {
                            "type": "string"
                          }
                        },
                        {
                          "path": "/secret",
                          "code": "type",
                          "message": "must be string",
                          "info": {
                            "type": "string"
                          }
                        }
                      ]
                    }
                  }
                },
                "not_an_object": {
                  "summary": "With a list in place of an object",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "InvalidRequestFormatError",
                      "message": "The request body is invalid. See error object `details` property for more info",
                      "details": [
                        {
                          "path": "",
                          "code": "type",
                          "message": "must be object",
                          "info": {
                            "type": "object"
                          }
                        }
                      ]
                    }
                  }
                },
                "parse": {
                  "summary": "A body that is not valid JSON",
                  "description": "The answer does not repeat what was sent, since it may have a secret.",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "InvalidRequestFormatError",
                      "message": "The request body is invalid. See error object `details` property for more info",
                      "details": [
                        {
                          "path": "",
                          "code": "parse",
                          "message": "must be valid JSON",
                          "info": {}
                        }
                      ]
                    }
                  }
                }
              }
            }
          }
        },
        "MethodNotAllowed": {
          "description": "The path does not have this method. The header `Allow` lists those that it has.",
          "x-protocol-status": 405,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            },
            "Allow": {
              "$ref": "#/components/headers/Allow"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "method_not_allowed": {
                  "summary": "A method that the path does not have",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "MethodNotAllowedError",
                      "message": "This path does not know this method.",
                      "code": "MethodNotAllowedError"
                    }
                  }
                }
              }
            }
          }
        },
        "PayloadTooLarge": {
          "description": "The body is larger than 16 KiB.",
          "x-protocol-status": 413,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "payload_too_large": {
                  "summary": "The body is too large",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "PayloadTooLargeError",
                      "message": "The request body is larger than 16 KiB.",
                      "code": "PayloadTooLargeError"
                    }
                  }
                }
              }
            }
          }
        },
        "UnsupportedMediaType": {
          "description": "The body is of another type than JSON.",
          "x-protocol-status": 415,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "unsupported_media_type": {
                  "summary": "The body is of another type",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "UnsupportedMediaTypeError",
                      "message": "The request body must be JSON.",
                      "code": "UnsupportedMediaTypeError"
                    }
                  }
                }
              }
            }
          }
        },
        "TooManyRequests": {
          "description": "Too many requests.",
          "x-protocol-status": 429,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            },
            "Retry-After": {
              "$ref": "#/components/headers/RetryAfter"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "too_many_requests": {
                  "summary": "Too many requests",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "TooManyRequestsError",
                      "message": "Too many requests. Please try again later.",
                      "code": "TooManyRequestsError"
                    }
                  }
                }
              }
            }
          }
        },
        "InternalFailure": {
          "description": "The server failed. The fault is not in the request.",
          "x-protocol-status": 500,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "internal_failure": {
                  "summary": "The server failed",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "InternalServerError",
                      "message": "The service failed. The fault is not in the request.",
                      "code": "InternalServerError"
                    }
                  }
                }
              }
            }
          }
        },
        "ServiceUnavailable": {
          "description": "The server cannot answer at the moment.",
          "x-protocol-status": 503,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            },
            "Retry-After": {
              "$ref": "#/components/headers/RetryAfter"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "service_unavailable": {
                  "summary": "The server cannot answer",
                  "value": {
                    "statusCode": "Error",
                    "error": {
                      "name": "ServiceUnavailableError",
                      "message": "The service cannot answer at the moment. Please try again later.",
                      "code": "ServiceUnavailableError"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "examples": {
        "AccessKeyUnauthorized": {
          "summary": "The access key cannot log in",
          "description": "The same answer for every cause.",
          "value": {
            "statusCode": "Error",
            "error": {
              "message": "Service was unable to complete your request.",
              "name": "AuthenticationError",
              "code": "AuthenticationError",
              "details": {
                "reason": "AccessKeyUnauthorized"
              }
            }
          }
        }
      },
      "schemas": {
        "AccessKeyCredentials": {
          "type": "object",
          "description": "The credentials of a partner.",
          "required": [
            "accessKey",
            "secret"
          ],
          "properties": {
            "accessKey": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The access key created in the admin portal.",
              "examples": [
                "986d8167a9b9a15e37db4ab4ad50877b01347a94"
              ]
            },
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret associated to the key.",
              "examples": [
                "79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq"
              ]
            }
          }
        },
        "AccessToken": {
          "type": "string",
          "description": "The access token, a JWT in its compact form.",
          "maxLength": 4096,
          "pattern": "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"
        },
        "InvalidRequest": {
          "type": "object",
          "description": "The faults of a request.",
          "additionalProperties": false,
          "required": [
            "statusCode",
            "error"
          ],
          "properties": {
            "statusCode": {
              "type": "string",
              "const": "Error",
              "description": "Always the text `Error`.",
              "examples": [
                "Error"
              ]
            },
            "error": {
              "type": "object",
              "description": "The failure.",
              "additionalProperties": false,
              "required": [
                "name",
                "message",
                "details"
              ],
              "examples": [
                {
                  "name": "InvalidRequestFormatError",
                  "message": "The request body is invalid. See error object `details` property for more info",
                  "details": [
                    {
                      "path": "",
                      "code": "required",
                      "message": "must have required property 'secret'",
                      "info": {
                        "missingProperty": "secret"
                      }
                    }
                  ]
                }
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "const": "InvalidRequestFormatError",
                  "description": "The kind of failure, for programs.",
                  "examples": [
                    "InvalidRequestFormatError"
                  ]
                },
                "message": {
                  "type": "string",
                  "const": "The request body is invalid. See error object `details` property for more info",
                  "description": "The failure, for people.",
                  "examples": [
                    "The request body is invalid. See error object `details` property for more info"
                  ]
                },
                "details": {
                  "type": "array",
                  "description": "Every fault that was found, one entry each.",
                  "minItems": 1,
                  "examples": [
                    [
                      {
                        "path": "",
                        "code": "required",
                        "message": "must have required property 'secret'",
                        "info": {
                          "missingProperty": "secret"
                        }
                      }
                    ]
                  ],
                  "items": {
                    "$ref": "#/components/schemas/RequestFault"
                  }
                }
              }
            }
          }
        },
        "RequestFault": {
          "type": "object",
          "description": "One fault of a request.",
          "additionalProperties": false,
          "required": [
            "path",
            "code",
            "message",
            "info"
          ],
          "properties": {
            "path": {
              "type": "string",
              "maxLength": 255,
              "description": "Where the fault is, as a JSON pointer into the body. Empty for the body itself and for a missing field.",
              "examples": [
                "",
                "/secret"
              ]
            },
            "code": {
              "type": "string",
              "maxLength": 64,
              "description": "The rule that the request breaks, for programs.",
              "examples": [
                "required",
                "minLength",
                "maxLength",
                "type",
                "parse"
              ]
            },
            "message": {
              "type": "string",
              "maxLength": 500,
              "description": "The fault, for people.",
              "examples": [
                "must have required property 'secret'"
              ]
            },
            "info": {
              "type": "object",
              "additionalProperties": true,
              "description": "The parameters of the rule. Its keys depend on the `code`: `missingProperty` for `required`, `limit` for `minLength` and\n`maxLength`, `type` for `type`. Values may be texts, numbers or lists.\n",
              "examples": [
                {
                  "missingProperty": "secret"
                },
                {
                  "limit": 1
                }
              ]
            }
          }
        },
        "AccessKeyRefusal": {
          "type": "object",
          "description": "The access key cannot log in, for any cause.",
          "additionalProperties": false,
          "required": [
            "statusCode",
            "error"
          ],
          "properties": {
            "statusCode": {
              "type": "string",
              "const": "Error",
              "description": "Always the text `Error`.",
              "examples": [
                "Error"
              ]
            },
            "error": {
              "type": "object",
              "description": "The failure.",
              "additionalProperties": false,
              "required": [
                "message",
                "name",
                "code",
                "details"
              ],
              "examples": [
                {
                  "message": "Service was unable to complete your request.",
                  "name": "AuthenticationError",
                  "code": "AuthenticationError",
                  "details": {
                    "reason": "AccessKeyUnauthorized"
                  }
                }
              ],
              "properties": {
                "message": {
                  "type": "string",
                  "const": "Service was unable to complete your request.",
                  "description": "The failure, for people.",
                  "examples": [
                    "Service was unable to complete your request."
                  ]
                },
                "name": {
                  "type": "string",
                  "const": "AuthenticationError",
                  "description": "The kind of failure, for programs.",
                  "examples": [
                    "AuthenticationError"
                  ]
                },
                "code": {
                  "type": "string",
                  "const": "AuthenticationError",
                  "description": "The same as `name`.",
                  "examples": [
                    "AuthenticationError"
                  ]
                },
                "details": {
                  "type": "object",
                  "description": "The reason.",
                  "additionalProperties": false,
                  "required": [
                    "reason"
                  ],
                  "examples": [
                    {
                      "reason": "AccessKeyUnauthorized"
                    }
                  ],
                  "properties": {
                    "reason": {
                      "type": "string",
                      "const": "AccessKeyUnauthorized",
                      "description": "The same reason for every cause.",
                      "examples": [
                        "AccessKeyUnauthorized"
                      ]
                    }
                  }
                }
              }
            }
          }
        },
        "Failure": {
          "type": "object",
          "description": "A failure other than 400 and 401.",
          "additionalProperties": false,
          "required": [
            "statusCode",
            "error"
          ],
          "properties": {
            "statusCode": {
              "type": "string",
              "const": "Error",
              "description": "Always the text `Error`.",
              "examples": [
                "Error"
              ]
            },
            "error": {
              "type": "object",
              "description": "The failure.",
              "additionalProperties": false,
              "required": [
                "name",
                "message",
                "code"
              ],
              "examples": [
                {
                  "name": "TooManyRequestsError",
                  "message": "Too many requests. Please try again later.",
                  "code": "TooManyRequestsError"
                }
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "enum": [
                    "MethodNotAllowedError",
                    "PayloadTooLargeError",
                    "UnsupportedMediaTypeError",
                    "TooManyRequestsError",
                    "InternalServerError",
                    "ServiceUnavailableError"
                  ],
                  "description": "The kind of failure, for programs.",
                  "examples": [
                    "TooManyRequestsError"
                  ]
                },
                "message": {
                  "type": "string",
                  "maxLength": 500,
                  "description": "The failure, for people.",
                  "examples": [
                    "Too many requests. Please try again later."
                  ]
                },
                "code": {
                  "type": "string",
                  "enum": [
                    "MethodNotAllowedError",
                    "PayloadTooLargeError",
                    "UnsupportedMediaTypeError",
                    "TooManyRequestsError",
                    "InternalServerError",
                    "ServiceUnavailableError"
                  ],
                  "description": "The same as `name`.",
                  "examples": [
                    "TooManyRequestsError"
                  ]
                }
              }
            }
          }
        }
      }
    }
  },
  "operations": {
    "loginWithAccessKey": {
      "operationId": "loginWithAccessKey",
      "method": "POST",
      "path": "/login",
      "at": "#/paths/~1login/post",
      "internal": false,
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1login/post/requestBody/content/application~1json"
      },
      "replies": {
        "201": {
          "at": "#/paths/~1login/post/responses/201",
          "content": {
            "mediaType": "text/plain",
            "at": "#/paths/~1login/post/responses/201/content/text~1plain"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/MalformedRequest",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/MalformedRequest/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/paths/~1login/post/responses/401",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1login/post/responses/401/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/TooManyRequests/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        },
        "500": {
          "at": "#/components/responses/InternalFailure",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/InternalFailure/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    }
  },
  "closedParameters": false,
  "securitySchemes": [],
  "protocolReplies": {
    "400": {
      "at": "#/components/responses/MalformedRequest",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/MalformedRequest/content/application~1json"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "405": {
      "at": "#/components/responses/MethodNotAllowed",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/MethodNotAllowed/content/application~1json"
      },
      "constantHeaders": {},
      "variableHeaders": [
        "allow"
      ],
      "protocol": true
    },
    "413": {
      "at": "#/components/responses/PayloadTooLarge",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/PayloadTooLarge/content/application~1json"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "415": {
      "at": "#/components/responses/UnsupportedMediaType",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/UnsupportedMediaType/content/application~1json"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "429": {
      "at": "#/components/responses/TooManyRequests",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/TooManyRequests/content/application~1json"
      },
      "constantHeaders": {},
      "variableHeaders": [
        "retry-after"
      ],
      "protocol": true
    },
    "500": {
      "at": "#/components/responses/InternalFailure",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/InternalFailure/content/application~1json"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "503": {
      "at": "#/components/responses/ServiceUnavailable",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/ServiceUnavailable/content/application~1json"
      },
      "constantHeaders": {},
      "variableHeaders": [
        "retry-after"
      ],
      "protocol": true
    }
  }
}
