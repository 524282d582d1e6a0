// Written by "npm run generate" from openapi/. Do not edit.

import type { Contract } from '../../src/contract/contract.js'

/** The contract openapi/broker-token.yaml as a value. */
export const brokerToken: Contract = {
  "name": "broker-token",
  "document": {
    "openapi": "3.1.0",
    "info": {
      "title": "Broker token",
      "version": "1.0.0",
      "summary": "A security token for a hash and a secret (Thinksurance Public API V1, get token).",
      "description": "Gives an API user a security token for the further calls of the API.\n\nSend the two values that the support team gave to the API user, `hash` and `secret`, to `POST /api/token`. The answer has the\n`token` and the time at which it expires.\n\n**The token** is valid for 15 minutes. It consists of letters, digits, `.`, `_` and `-`, so that it can be sent in a header and\nin a URL path without encoding. A new token does not end an earlier one: parallel workers can each hold their own. When a call\nis refused because of its token, get a new one here.\n\n**Failures have the HTTP status 200.** Look for the key `error`, not at the status. An answer has either `token` and `expired`,\nor `error`, and never both.\n\nFailures of HTTP itself have the status that fits, with the same body `{\"error\": \"…\"}`: another method than POST (405), a body that\nis too large (413), a body of another type than JSON (415), too many requests (429), a failure of the server (500, 503).\n\n**Media types.** Answers have exactly `Content-Type: application/json`, without a charset. A request with a charset, or without a\n`Content-Type`, is read as JSON too. `Accept` is not needed.\n\n## About the published document\n\nThis contract follows the page \"get token\" of the Thinksurance Public API V1 (version 11 of the page). Its examples are kept word\nfor word. Where it is silent, this contract says:\n\n- The page shows one failure, `{\"error\": \"API User is not existing or deactivated.\"}` with the status 200. Every failure in the\n  credentials has this answer. A request that cannot be used has the status 200 as well, with a text of its own.\n- The page names no time zone for `expired`. It is UTC, with hours from `00` to `23`, as the `14` in its example shows.\n- The page names no status of HTTP itself. Those are listed above.\n",
      "contact": {
        "name": "Broker support"
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
        "name": "Security token",
        "description": "Get the token for the further calls of the API."
      }
    ],
    "x-example-clock": "2024-01-26T14:39:46Z",
    "x-body-limit": 16384,
    "paths": {
      "/api/token": {
        "post": {
          "operationId": "createSecurityToken",
          "tags": [
            "Security token"
          ],
          "summary": "Get a security token",
          "description": "Answers a new security token and the time at which it expires, 15 minutes from now.\n\nSend `hash` and `secret`. Both are compared as they are sent: nothing is trimmed, and upper and lower case differ. Other fields\nare ignored. An empty body is read as an object without fields.\n\n`expired` has the format `YYYY-MM-DD hh:mm:ss`, in UTC with 24 hours. Fractions of a second are cut off. The token is refused\nfrom that second on.\n\n**Every failure has the status 200 and an `error`.** An unknown `hash`, a wrong `secret` and a deactivated API user have the same\nanswer, `API User is not existing or deactivated.`, so that nobody can find out which hashes exist. A request that cannot be used\nis answered with the first fault. `hash` is checked before `secret`.\n\n| `error` | when |\n|---|---|\n| `The field \"secret\" is missing.` | the key is absent |\n| `The field \"hash\" must be a string.` | a number, `null`, a list or another type; nothing is converted |\n| `The field \"hash\" must not be empty.` | `\"\"` |\n| `The field \"hash\" must not be longer than 1024 characters.` | the value is too long |\n| `The request body must be a JSON object.` | a list, a string or another type |\n| `The request body is not valid JSON.` | the body cannot be read as JSON |\n| `The request body holds a key that is not allowed.` | a key such as `__proto__` |\n| `The request holds a character that is not allowed.` | a NUL character, half of a surrogate pair, or bytes that are not UTF-8 |\n| `The request body is incomplete.` | the body is shorter or longer than its `Content-Length` |\n\n### About the published document\n\nThe page calls the format of `expired` \"MySQL format for datetime\". It shows no text for a request that cannot be used.\n",
          "security": [],
          "requestBody": {
            "required": true,
            "description": "The two values that the support team gave to the API user.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Credentials"
                },
                "examples": {
                  "token": {
                    "summary": "An active API user",
                    "description": "The published document prints `{\"hash\": \"some long string value\", \"secret\": \"some string value\"}`. These values work on the demo data.\n",
                    "value": {
                      "hash": "bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68",
                      "secret": "demo-broker-secret-Zm9vYmFy"
                    }
                  },
                  "deactivated": {
                    "summary": "A deactivated API user",
                    "value": {
                      "hash": "0000000000000000000000000000000000000000000000000000000000deac71",
                      "secret": "demo-broker-secret-deactivated"
                    }
                  },
                  "without_accounts": {
                    "summary": "An active API user without accounts",
                    "value": {
                      "hash": "0000000000000000000000000000000000000000000000000000000000acc000",
                      "secret": "demo-broker-secret-without-accounts"
                    }
                  },
                  "wrong_secret": {
                    "summary": "A secret that is not the user's",
                    "value": {
                      "hash": "bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68",
                      "secret": "this-is-not-the-secret"
                    }
                  },
                  "unknown": {
                    "summary": "A hash that does not exist",
                    "value": {
                      "hash": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                      "secret": "demo-broker-secret-Zm9vYmFy"
                    }
                  }
                },
                "x-invalid-examples": {
                  "missing_secret": {
                    "summary": "Without secret",
                    "value": {
                      "hash": "bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68"
                    }
                  },
                  "missing_both": {
                    "summary": "Without any field",
                    "value": {}
                  },
                  "empty_hash": {
                    "summary": "With an empty hash",
                    "value": {
                      "hash": "",
                      "secret": "demo-broker-secret-Zm9vYmFy"
                    }
                  },
                  "hash_is_number": {
                    "summary": "With a number for hash",
                    "value": {
                      "hash": 123,
                      "secret": "demo-broker-secret-Zm9vYmFy"
                    }
                  },
                  "not_an_object": {
                    "summary": "A list",
                    "value": []
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The token, or the reason why there is none.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                },
                "Cache-Control": {
                  "$ref": "#/components/headers/NoStore"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SecurityTokenAnswer"
                  },
                  "examples": {
                    "token": {
                      "summary": "The new token",
                      "description": "The published document prints `some long string value` for the token.",
                      "x-volatile": [
                        "/token"
                      ],
                      "value": {
                        "token": "some-long-string-value",
                        "expired": "2024-01-26 14:54:46"
                      }
                    },
                    "deactivated": {
                      "summary": "A deactivated API user",
                      "value": {
                        "error": "API User is not existing or deactivated."
                      }
                    },
                    "without_accounts": {
                      "summary": "The new token",
                      "x-volatile": [
                        "/token"
                      ],
                      "value": {
                        "token": "some-long-string-value",
                        "expired": "2024-01-26 14:54:46"
                      }
                    },
                    "wrong_secret": {
                      "summary": "A secret that is not the user's",
                      "value": {
                        "error": "API User is not existing or deactivated."
                      }
                    },
                    "unknown": {
                      "summary": "A hash that does not exist",
                      "value": {
                        "error": "API User is not existing or deactivated."
                      }
                    },
                    "missing_secret": {
                      "summary": "Without secret",
                      "value": {
                        "error": "The field \"secret\" is missing."
                      }
                    },
                    "missing_both": {
                      "summary": "Without any field",
                      "value": {
                        "error": "The field \"hash\" is missing."
                      }
                    },
                    "empty_hash": {
                      "summary": "With an empty hash",
                      "value": {
                        "error": "The field \"hash\" must not be empty."
                      }
                    },
                    "hash_is_number": {
                      "summary": "With a number for hash",
                      "value": {
                        "error": "The field \"hash\" must be a string."
                      }
                    },
                    "not_an_object": {
                      "summary": "A list",
                      "value": {
                        "error": "The request body must be a JSON object."
                      }
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
          "description": "The answer may carry a secret and must not be kept by a cache.",
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
          "description": "The request cannot be read, or a value in it is not acceptable. The status is 200, as for every failure of this API.",
          "x-protocol-status": 200,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            },
            "Cache-Control": {
              "$ref": "#/components/headers/NoStore"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "malformed_request": {
                  "summary": "A body that is not valid JSON",
                  "value": {
                    "error": "The request body is not valid JSON."
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
                    "error": "This path does not know this method."
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
                    "error": "The request body is larger than 16 KiB."
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
                    "error": "The request body must be application/json."
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
                    "error": "Too many requests; try again later."
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
                    "error": "The request could not be answered because of a failure of the server."
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
                    "error": "The service is not available; try again later."
                  }
                }
              }
            }
          }
        }
      },
      "schemas": {
        "Credentials": {
          "type": "object",
          "description": "The credentials of an API user.",
          "required": [
            "hash",
            "secret"
          ],
          "properties": {
            "hash": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "A security-sensitive value that names the API user, provided by the support team.",
              "examples": [
                "bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68"
              ]
            },
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "A security-sensitive value that proves who calls, provided by the support team.",
              "examples": [
                "demo-broker-secret-Zm9vYmFy"
              ]
            }
          }
        },
        "SecurityTokenAnswer": {
          "description": "A security token, or the reason why there is none.",
          "oneOf": [
            {
              "$ref": "#/components/schemas/SecurityToken"
            },
            {
              "$ref": "#/components/schemas/Failure"
            }
          ]
        },
        "SecurityToken": {
          "type": "object",
          "description": "A security token. It never comes with an `error`.",
          "additionalProperties": false,
          "required": [
            "token",
            "expired"
          ],
          "properties": {
            "token": {
              "type": "string",
              "maxLength": 2048,
              "pattern": "^[A-Za-z0-9._-]+$",
              "description": "A security token required for future API usage.",
              "examples": [
                "some-long-string-value"
              ]
            },
            "expired": {
              "type": "string",
              "maxLength": 19,
              "pattern": "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$",
              "description": "Date and time when the security token expires, in UTC, as `YYYY-MM-DD hh:mm:ss` with 24 hours.",
              "examples": [
                "2024-01-26 14:54:46"
              ]
            }
          }
        },
        "Failure": {
          "type": "object",
          "description": "Why a request failed. It never comes with a `token`.",
          "additionalProperties": false,
          "required": [
            "error"
          ],
          "properties": {
            "error": {
              "type": "string",
              "maxLength": 500,
              "description": "It contains a reason for the failed request.",
              "examples": [
                "API User is not existing or deactivated."
              ]
            }
          }
        }
      }
    }
  },
  "operations": {
    "createSecurityToken": {
      "operationId": "createSecurityToken",
      "method": "POST",
      "path": "/api/token",
      "at": "#/paths/~1api~1token/post",
      "internal": false,
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1api~1token/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1api~1token/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1token/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
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
    "200": {
      "at": "#/components/responses/MalformedRequest",
      "content": {
        "mediaType": "application/json",
        "at": "#/components/responses/MalformedRequest/content/application~1json"
      },
      "constantHeaders": {
        "cache-control": "no-store"
      },
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
