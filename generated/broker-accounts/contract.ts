// Written by "npm run generate" from openapi/. Do not edit.

import type { Contract } from '../../src/contract/contract.js'

/** The contract openapi/broker-accounts.yaml as a value. */
export const brokerAccounts: Contract = {
  "name": "broker-accounts",
  "document": {
    "openapi": "3.1.0",
    "info": {
      "title": "Broker accounts",
      "version": "1.0.0",
      "summary": "The account token of the current user (Thinksurance Public API V1.1, get account token).",
      "description": "Answers the accounts of the user to whom a security token belongs: the `name` of each, and its `aToken`, the identifier that\nother calls need.\n\nGet a security token from `POST /api/token` first; it is valid for 15 minutes. Then call `GET /api/ipn/account/tokens` with the\nheader `Authorization: Bearer <token>`. It answers the first account of the user as one object. To get all accounts as a list, call\n`GET /api/account/get/tokens/{token}`.\n\n| call | where to send the token | a success is |\n|---|---|---|\n| `GET /api/ipn/account/tokens` (recommended) | header | one object: the first account of the user |\n| `GET /api/ipn/account/get/tokens/{token}` | header and path, with the same token in both | a list of all accounts |\n| `GET /api/account/get/tokens/{token}` | path; where the header is sent too, it has to have the same token | a list of all accounts |\n| `POST /api/account/get/tokens/{token}` (deprecated) | as with GET | a list of all accounts |\n| `POST` on the other two paths (deprecated) | as with GET | as with GET |\n\nURLs are often written to logs on their way. The recommended call keeps the token out of the URL.\n\n**The `aToken`** of an account does not change from call to call, and can be sent in a header as it is.\n\n**No request body** is needed. A body that is sent is ignored, whatever its type.\n\n**Failures have the HTTP status 200.** Look for the key `error`, not at the status. The text says what to do:\n\n| `error` | what to do |\n|---|---|\n| `The security token is missing. Send it in the header \"Authorization: Bearer <token>\".` | send the header; a header with another scheme counts as none |\n| `The security token is not valid. Request a new one from POST /api/token.` | get a new token; everything that is not a token of `POST /api/token` counts, whatever its length and characters |\n| `The security token has expired. Request a new one from POST /api/token.` | get a new token |\n| `The security token in the path differs from the one in the Authorization header.` | send the same token in both places |\n| `API User is not existing or deactivated.` | ask the support team: the user was deactivated or removed after the token was issued. This takes effect at once |\n| `The API user has no account.` | ask the support team. Only where the answer is one object; a list is empty then |\n\nFailures of HTTP itself have the status that fits, with the same body `{\"error\": \"…\"}`: a method that is not listed (405), too many\nrequests (429), a failure of the server (500, 503). Answers have exactly `Content-Type: application/json`, without a charset.\n`Accept` is not needed.\n\n## About the published document\n\nThis contract follows the page \"get account token\" of the Thinksurance Public API V1.1. That page is a comparison of two of its\nversions, and removed and added words stand side by side without a mark: the method reads `POSTGET`, a header reads\n`'Content-TypeAuthorization': 'application/jsonBearer <some long string value>'`, the host reads `appipn.dev.thinksurance.de`, and\nthe path reads `/api/ipn/account/get/tokens/{:token}`. Read apart, there are two versions:\n\n- the **old version**: `POST /api/account/get/tokens/{:token}` with `Content-Type: application/json`; the token is a part of the path;\n- the **new version**: `GET /api/ipn/account/tokens` with `Authorization: Bearer <token>`.\n\nThe introduction and one sentence before the examples still name the old path, the merged text is a path as well, and the example\nstill says `# HTTP POST`. A reader can arrive at each of these calls, so each of them works. In the page `{:token}` stands for the\ntoken: neither the braces nor the colon are sent.\n\n- **One object or a list?** The table of attributes says \"JSON array of objects containing\" `name` and `aToken`; the example is one\n  object, `{\"aToken\": \"<some hashed string>\"}`, without the `name` that the table requires. The call of the new version answers one\n  object with both keys, the other calls answer a list.\n- The page says \"To create a broker via the API\" and speaks of \"a JSON payload of the request body\", but lists no field for it, and\n  nothing is created by this call. So there is no request body.\n- The page shows one failure, `{\"error\": \"API User is not existing or deactivated.\"}` with the status 200. Every failure has that status.\n",
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
        "name": "Account tokens",
        "description": "The accounts of the user to whom a security token belongs."
      }
    ],
    "x-example-clock": "2024-01-26T14:39:46Z",
    "x-body-limit": 16384,
    "paths": {
      "/api/ipn/account/tokens": {
        "get": {
          "operationId": "getAccountToken",
          "tags": [
            "Account tokens"
          ],
          "summary": "Get the account token of the user",
          "description": "Answers the first account of the user to whom the security token belongs, as one object. The first account is the one that was\ncreated first.\n\nSend the security token in the header `Authorization: Bearer <token>`. For all accounts of the user, call\n`GET /api/account/get/tokens/{token}`.\n\nA failure has the status 200 and an `error`. A user without an account gets `The API user has no account.`\n\n### About the published document\n\nThis is the call of the page's new version. The answer has the form of the page's example, with the `name` that its table of attributes\nrequires.\n",
          "security": [
            {
              "security_token": []
            }
          ],
          "x-authorization-examples": {
            "account": "Bearer {createSecurityToken#/token}",
            "missing_token": null,
            "invalid_token": "Bearer not-a-token"
          },
          "responses": {
            "200": {
              "description": "The first account of the user, or the reason why there is none.",
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
                    "$ref": "#/components/schemas/AccountTokenAnswer"
                  },
                  "examples": {
                    "account": {
                      "$ref": "#/components/examples/FirstAccount"
                    },
                    "missing_token": {
                      "$ref": "#/components/examples/MissingToken"
                    },
                    "invalid_token": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "expired_token": {
                      "$ref": "#/components/examples/ExpiredToken"
                    },
                    "deactivated": {
                      "$ref": "#/components/examples/DeactivatedUser"
                    },
                    "no_accounts": {
                      "$ref": "#/components/examples/NoFirstAccount"
                    }
                  }
                }
              }
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
        },
        "post": {
          "operationId": "postAccountToken",
          "tags": [
            "Account tokens"
          ],
          "summary": "Get the account token of the user (POST)",
          "description": "Answers like `GET /api/ipn/account/tokens`. Use that call instead. A request body is ignored.\n\n### About the published document\n\nThe request example of the page says `# HTTP POST`, as its old version did, while its text says GET.\n",
          "deprecated": true,
          "security": [
            {
              "security_token": []
            }
          ],
          "x-authorization-examples": {
            "account": "Bearer {createSecurityToken#/token}",
            "missing_token": null,
            "invalid_token": "Bearer not-a-token"
          },
          "responses": {
            "200": {
              "description": "The first account of the user, or the reason why there is none.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                },
                "Cache-Control": {
                  "$ref": "#/components/headers/NoStore"
                },
                "Deprecation": {
                  "$ref": "#/components/headers/Deprecation"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccountTokenAnswer"
                  },
                  "examples": {
                    "account": {
                      "$ref": "#/components/examples/FirstAccount"
                    },
                    "missing_token": {
                      "$ref": "#/components/examples/MissingToken"
                    },
                    "invalid_token": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "expired_token": {
                      "$ref": "#/components/examples/ExpiredToken"
                    },
                    "deactivated": {
                      "$ref": "#/components/examples/DeactivatedUser"
                    },
                    "no_accounts": {
                      "$ref": "#/components/examples/NoFirstAccount"
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
      },
      "/api/ipn/account/get/tokens/{token}": {
        "parameters": [
          {
            "$ref": "#/components/parameters/RepeatedToken"
          }
        ],
        "get": {
          "operationId": "listAccountTokensMerged",
          "tags": [
            "Account tokens"
          ],
          "summary": "List the account tokens of the user (merged path)",
          "description": "Answers all accounts of the user to whom the security token belongs, as a list in the order of their creation. A user without an\naccount gets an empty list.\n\nSend the security token in the header `Authorization: Bearer <token>`, and the same token in the path. If the two differ, the answer is\nan `error`, even where one of them is valid. A failure has the status 200 and an `error`.\n\n### About the published document\n\nThe page prints the path `/api/ipn/account/get/tokens/{:token}`: the path of its old version, `/api/account/get/tokens/{:token}`, and\nthat of its new version, `/api/ipn/account/tokens`, merged. The header is required, as in the new version. The answer is a list, as\nits table of attributes says (\"JSON array of objects containing\").\n",
          "security": [
            {
              "security_token": []
            }
          ],
          "x-authorization-examples": {
            "accounts": "Bearer {createSecurityToken#/token}",
            "missing_token": null,
            "invalid_token": "Bearer not-a-token",
            "different_token": "Bearer {createSecurityToken#/token}"
          },
          "responses": {
            "200": {
              "description": "All accounts of the user, or the reason why there is no list.",
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
                    "$ref": "#/components/schemas/AccountTokenListAnswer"
                  },
                  "examples": {
                    "accounts": {
                      "$ref": "#/components/examples/Accounts"
                    },
                    "missing_token": {
                      "$ref": "#/components/examples/MissingToken"
                    },
                    "invalid_token": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "different_token": {
                      "$ref": "#/components/examples/DifferentToken"
                    },
                    "expired_token": {
                      "$ref": "#/components/examples/ExpiredToken"
                    },
                    "deactivated": {
                      "$ref": "#/components/examples/DeactivatedUser"
                    },
                    "no_accounts": {
                      "$ref": "#/components/examples/NoAccounts"
                    }
                  }
                }
              }
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
        },
        "post": {
          "operationId": "postAccountTokensMerged",
          "tags": [
            "Account tokens"
          ],
          "summary": "List the account tokens of the user (merged path, POST)",
          "description": "Answers like `GET /api/ipn/account/get/tokens/{token}`. Use `GET /api/ipn/account/tokens` instead, or\n`GET /api/account/get/tokens/{token}` for all accounts. A request body is ignored.\n\n### About the published document\n\nThe request example of the page shows this path under `# HTTP POST`, while its text says GET.\n",
          "deprecated": true,
          "security": [
            {
              "security_token": []
            }
          ],
          "x-authorization-examples": {
            "accounts": "Bearer {createSecurityToken#/token}",
            "missing_token": null,
            "invalid_token": "Bearer not-a-token",
            "different_token": "Bearer {createSecurityToken#/token}"
          },
          "responses": {
            "200": {
              "description": "All accounts of the user, or the reason why there is no list.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                },
                "Cache-Control": {
                  "$ref": "#/components/headers/NoStore"
                },
                "Deprecation": {
                  "$ref": "#/components/headers/Deprecation"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccountTokenListAnswer"
                  },
                  "examples": {
                    "accounts": {
                      "$ref": "#/components/examples/Accounts"
                    },
                    "missing_token": {
                      "$ref": "#/components/examples/MissingToken"
                    },
                    "invalid_token": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "different_token": {
                      "$ref": "#/components/examples/DifferentToken"
                    },
                    "expired_token": {
                      "$ref": "#/components/examples/ExpiredToken"
                    },
                    "deactivated": {
                      "$ref": "#/components/examples/DeactivatedUser"
                    },
                    "no_accounts": {
                      "$ref": "#/components/examples/NoAccounts"
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
      },
      "/api/account/get/tokens/{token}": {
        "parameters": [
          {
            "$ref": "#/components/parameters/Token"
          }
        ],
        "get": {
          "operationId": "listAccountTokens",
          "tags": [
            "Account tokens"
          ],
          "summary": "List the account tokens of the user",
          "description": "Answers all accounts of the user to whom the security token belongs, as a list in the order of their creation. A user without an\naccount gets an empty list.\n\nSend the security token in the path. The header `Authorization: Bearer <token>` is optional. Where it is sent, it has to have the same\ntoken: if the two differ, the answer is an `error`, even where one of them is valid. A failure has the status 200 and an `error`.\n\n### About the published document\n\nThis is the path that the introduction of the page names, with the method of its new version. The answer is a list, as its table of\nattributes says (\"JSON array of objects containing\").\n",
          "security": [
            {
              "security_token": []
            }
          ],
          "x-authorization-examples": {
            "accounts": "Bearer {createSecurityToken#/token}",
            "token_in_path": null,
            "invalid_token": "Bearer not-a-token",
            "invalid_token_in_path": null,
            "different_token": "Bearer {createSecurityToken#/token}"
          },
          "responses": {
            "200": {
              "description": "All accounts of the user, or the reason why there is no list.",
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
                    "$ref": "#/components/schemas/AccountTokenListAnswer"
                  },
                  "examples": {
                    "accounts": {
                      "$ref": "#/components/examples/Accounts"
                    },
                    "token_in_path": {
                      "$ref": "#/components/examples/Accounts"
                    },
                    "invalid_token": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "invalid_token_in_path": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "different_token": {
                      "$ref": "#/components/examples/DifferentToken"
                    },
                    "expired_token": {
                      "$ref": "#/components/examples/ExpiredToken"
                    },
                    "deactivated": {
                      "$ref": "#/components/examples/DeactivatedUser"
                    },
                    "no_accounts": {
                      "$ref": "#/components/examples/NoAccounts"
                    }
                  }
                }
              }
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
        },
        "post": {
          "operationId": "postAccountTokens",
          "tags": [
            "Account tokens"
          ],
          "summary": "List the account tokens of the user (old version)",
          "description": "Answers like `GET /api/account/get/tokens/{token}`; here too the header `Authorization` is optional. Use\n`GET /api/ipn/account/tokens` instead, or the GET of this path for all accounts. A request body is ignored.\n\n### About the published document\n\nThis is the call of the page's old version. Its introduction speaks of \"a comprehensive payload\" with \"the requisite broker data\", and\nits text of \"a JSON payload of the request body\", but the page lists no field for it.\n",
          "deprecated": true,
          "security": [
            {
              "security_token": []
            }
          ],
          "x-authorization-examples": {
            "accounts": "Bearer {createSecurityToken#/token}",
            "token_in_path": null,
            "invalid_token": "Bearer not-a-token",
            "invalid_token_in_path": null,
            "different_token": "Bearer {createSecurityToken#/token}"
          },
          "responses": {
            "200": {
              "description": "All accounts of the user, or the reason why there is no list.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                },
                "Cache-Control": {
                  "$ref": "#/components/headers/NoStore"
                },
                "Deprecation": {
                  "$ref": "#/components/headers/Deprecation"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccountTokenListAnswer"
                  },
                  "examples": {
                    "accounts": {
                      "$ref": "#/components/examples/Accounts"
                    },
                    "token_in_path": {
                      "$ref": "#/components/examples/Accounts"
                    },
                    "invalid_token": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "invalid_token_in_path": {
                      "$ref": "#/components/examples/InvalidToken"
                    },
                    "different_token": {
                      "$ref": "#/components/examples/DifferentToken"
                    },
                    "expired_token": {
                      "$ref": "#/components/examples/ExpiredToken"
                    },
                    "deactivated": {
                      "$ref": "#/components/examples/DeactivatedUser"
                    },
                    "no_accounts": {
                      "$ref": "#/components/examples/NoAccounts"
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
      "securitySchemes": {
        "security_token": {
          "type": "http",
          "scheme": "bearer",
          "bearerFormat": "the token of POST /api/token",
          "description": "A security token of `POST /api/token`, in the header `Authorization: Bearer <token>`. `Bearer` may be written in any case. The header is\noptional on `/api/account/get/tokens/{token}`, where the path has the token.\n",
          "x-example": "Bearer {createSecurityToken#/token}"
        }
      },
      "parameters": {
        "RepeatedToken": {
          "name": "token",
          "in": "path",
          "required": true,
          "description": "The security token, the same as in the header `Authorization`.",
          "schema": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2048,
            "examples": [
              "some-long-string-value"
            ]
          },
          "examples": {
            "accounts": {
              "summary": "The token of the header",
              "value": "{createSecurityToken#/token}"
            },
            "missing_token": {
              "summary": "A token in the path only",
              "value": "{createSecurityToken#/token}"
            },
            "invalid_token": {
              "summary": "A token that was never issued",
              "value": "not-a-token"
            },
            "different_token": {
              "summary": "A token that differs from that of the header",
              "value": "not-the-token-of-the-header"
            }
          }
        },
        "Token": {
          "name": "token",
          "in": "path",
          "required": true,
          "description": "The security token. Where the header `Authorization` is sent too, both have to be equal.",
          "schema": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2048,
            "examples": [
              "some-long-string-value"
            ]
          },
          "examples": {
            "accounts": {
              "summary": "The token of the header",
              "value": "{createSecurityToken#/token}"
            },
            "token_in_path": {
              "summary": "A token in the path only",
              "value": "{createSecurityToken#/token}"
            },
            "invalid_token": {
              "summary": "A token that was never issued",
              "value": "not-a-token"
            },
            "invalid_token_in_path": {
              "summary": "A token that was never issued, in the path only",
              "value": "not-a-token"
            },
            "different_token": {
              "summary": "A token that differs from that of the header",
              "value": "not-the-token-of-the-header"
            }
          }
        }
      },
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
        "Deprecation": {
          "description": "When this path was deprecated (RFC 9745).",
          "schema": {
            "type": "string",
            "const": "@1795305600"
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
          "description": "The request cannot be read. The status is 200, as for every failure of this API.",
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
                  "summary": "The request cannot be read",
                  "value": {
                    "error": "The request cannot be read."
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
          "description": "The body is larger than 16 KiB. A smaller one is ignored.",
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
          "description": "The body is of another type than JSON. Does not occur, since a body is ignored whatever its type.",
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
                    "error": "The request body is of a type that cannot be read."
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
      "examples": {
        "FirstAccount": {
          "summary": "The first account of the user",
          "description": "The published document prints `{\"aToken\": \"<some hashed string>\"}`. Its table of attributes requires the `name` as well.\n",
          "value": {
            "name": "Musterfirma GmbH",
            "aToken": "act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp"
          }
        },
        "Accounts": {
          "summary": "All accounts of the user",
          "description": "The published document prints one object, `{\"aToken\": \"<some hashed string>\"}`. Its table of attributes says \"JSON array of objects\"\nwith `name` and `aToken`.\n",
          "value": [
            {
              "name": "Musterfirma GmbH",
              "aToken": "act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp"
            },
            {
              "name": "Zweigstelle Nord",
              "aToken": "act_demoZweigstelle7Hj2Df6Gs1Qa9Wy4Et8Ui"
            }
          ]
        },
        "NoFirstAccount": {
          "summary": "A user without an account",
          "value": {
            "error": "The API user has no account."
          }
        },
        "NoAccounts": {
          "summary": "A user without an account",
          "value": []
        },
        "MissingToken": {
          "summary": "No header",
          "value": {
            "error": "The security token is missing. Send it in the header \"Authorization: Bearer <token>\"."
          }
        },
        "InvalidToken": {
          "summary": "A token that was never issued",
          "value": {
            "error": "The security token is not valid. Request a new one from POST /api/token."
          }
        },
        "ExpiredToken": {
          "summary": "A token that is older than 15 minutes",
          "value": {
            "error": "The security token has expired. Request a new one from POST /api/token."
          }
        },
        "DifferentToken": {
          "summary": "Different tokens in the path and in the header",
          "value": {
            "error": "The security token in the path differs from the one in the Authorization header."
          }
        },
        "DeactivatedUser": {
          "summary": "A user who was deactivated after the token was issued",
          "value": {
            "error": "API User is not existing or deactivated."
          }
        }
      },
      "schemas": {
        "AccountTokenAnswer": {
          "description": "The first account of the user, or the reason why there is none.",
          "oneOf": [
            {
              "$ref": "#/components/schemas/AccountToken"
            },
            {
              "$ref": "#/components/schemas/Failure"
            }
          ]
        },
        "AccountTokenListAnswer": {
          "description": "All accounts of the user, or the reason why there is no list.",
          "oneOf": [
            {
              "$ref": "#/components/schemas/AccountTokenList"
            },
            {
              "$ref": "#/components/schemas/Failure"
            }
          ]
        },
        "AccountTokenList": {
          "type": "array",
          "description": "The accounts of the user, in the order in which they were created. May be empty.",
          "items": {
            "$ref": "#/components/schemas/AccountToken"
          }
        },
        "AccountToken": {
          "type": "object",
          "description": "An account.",
          "additionalProperties": false,
          "required": [
            "name",
            "aToken"
          ],
          "properties": {
            "name": {
              "type": "string",
              "maxLength": 255,
              "description": "A name for the requested account.",
              "examples": [
                "Musterfirma GmbH"
              ]
            },
            "aToken": {
              "type": "string",
              "maxLength": 255,
              "pattern": "^[\\x21-\\x7E]+$",
              "description": "An identifier for the requested account. It does not change from call to call, and cannot be guessed.",
              "examples": [
                "act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp"
              ]
            }
          }
        },
        "Failure": {
          "type": "object",
          "description": "Why a request failed.",
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
    "getAccountToken": {
      "operationId": "getAccountToken",
      "method": "GET",
      "path": "/api/ipn/account/tokens",
      "at": "#/paths/~1api~1ipn~1account~1tokens/get",
      "internal": false,
      "security": "security_token",
      "parameters": [],
      "replies": {
        "200": {
          "at": "#/paths/~1api~1ipn~1account~1tokens/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1ipn~1account~1tokens/get/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
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
    },
    "postAccountToken": {
      "operationId": "postAccountToken",
      "method": "POST",
      "path": "/api/ipn/account/tokens",
      "at": "#/paths/~1api~1ipn~1account~1tokens/post",
      "internal": false,
      "security": "security_token",
      "parameters": [],
      "replies": {
        "200": {
          "at": "#/paths/~1api~1ipn~1account~1tokens/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1ipn~1account~1tokens/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store",
            "deprecation": "@1795305600"
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
    },
    "listAccountTokensMerged": {
      "operationId": "listAccountTokensMerged",
      "method": "GET",
      "path": "/api/ipn/account/get/tokens/{token}",
      "at": "#/paths/~1api~1ipn~1account~1get~1tokens~1%7Btoken%7D/get",
      "internal": false,
      "security": "security_token",
      "parameters": [
        {
          "name": "token",
          "in": "path",
          "required": true,
          "at": "#/components/parameters/RepeatedToken"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1api~1ipn~1account~1get~1tokens~1%7Btoken%7D/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1ipn~1account~1get~1tokens~1%7Btoken%7D/get/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
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
    },
    "postAccountTokensMerged": {
      "operationId": "postAccountTokensMerged",
      "method": "POST",
      "path": "/api/ipn/account/get/tokens/{token}",
      "at": "#/paths/~1api~1ipn~1account~1get~1tokens~1%7Btoken%7D/post",
      "internal": false,
      "security": "security_token",
      "parameters": [
        {
          "name": "token",
          "in": "path",
          "required": true,
          "at": "#/components/parameters/RepeatedToken"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1api~1ipn~1account~1get~1tokens~1%7Btoken%7D/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1ipn~1account~1get~1tokens~1%7Btoken%7D/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store",
            "deprecation": "@1795305600"
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
    },
    "listAccountTokens": {
      "operationId": "listAccountTokens",
      "method": "GET",
      "path": "/api/account/get/tokens/{token}",
      "at": "#/paths/~1api~1account~1get~1tokens~1%7Btoken%7D/get",
      "internal": false,
      "security": "security_token",
      "parameters": [
        {
          "name": "token",
          "in": "path",
          "required": true,
          "at": "#/components/parameters/Token"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1api~1account~1get~1tokens~1%7Btoken%7D/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1account~1get~1tokens~1%7Btoken%7D/get/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
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
    },
    "postAccountTokens": {
      "operationId": "postAccountTokens",
      "method": "POST",
      "path": "/api/account/get/tokens/{token}",
      "at": "#/paths/~1api~1account~1get~1tokens~1%7Btoken%7D/post",
      "internal": false,
      "security": "security_token",
      "parameters": [
        {
          "name": "token",
          "in": "path",
          "required": true,
          "at": "#/components/parameters/Token"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1api~1account~1get~1tokens~1%7Btoken%7D/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1account~1get~1tokens~1%7Btoken%7D/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store",
            "deprecation": "@1795305600"
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
  "securitySchemes": [
    "security_token"
  ],
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
