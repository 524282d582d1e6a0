// Written by "npm run generate" from openapi/. Do not edit.

import type { Contract } from '../../src/contract/contract.js'

/** The contract openapi/security-management.yaml as a value. */
export const securityManagement: Contract = {
  "name": "security-management",
  "document": {
    "openapi": "3.1.0",
    "info": {
      "title": "Security management",
      "version": "1.0.0",
      "summary": "User name and password to a pair of tokens (floLIVE, security management application).",
      "description": "Creates tokens in the security management application. A user name and a password are answered with an access token and a refresh\ntoken, and the refresh token with the next pair.\n\n- `POST /api/v2/auth/token` with `username` and `password` answers the first pair.\n- `PUT /api/v2/auth/token` with both tokens of the last pair, `token` and `refreshToken`, answers the next one.\n\n**The access token** is a JWT, signed with HS256. It is valid for `validityTime` seconds (3600). Its claims are `uid` (the number of the\nuser), `email`, `customerId`, `jti`, `iat` and `exp`.\n\n**The refresh token** extends the session. It is valid for one use within 24 hours. It is opaque: do not read anything out of it.\n\n**Every answer has the same four keys**, `errorCode`, `errorMessage`, `content` and `pageable`. On success `errorCode` and\n`errorMessage` are `\"\"`, and `content` is an array of exactly one object. On failure `content` and `pageable` are `\"\"`.\n\n**Failures** have the HTTP status that fits, and never 200:\n\n| status | `errorCode` | `errorMessage` | when |\n|---|---|---|---|\n| 400 | `GLOBAL_1002` | names the field | a field is missing, empty, of the wrong type or too long, or the body cannot be read |\n| 401 | `AUTH_1001` | `Invalid credentials` | `POST`: the user name and the password do not belong to an active user |\n| 401 | `AUTH_1002` | `Invalid token` | `PUT`: the pair of tokens is not valid |\n| 405 | `GLOBAL_1006` | `Method not allowed` | another method; the header `Allow` names the right ones |\n| 413 | `GLOBAL_1004` | `The body is larger than 16 KiB` | the body is too large |\n| 415 | `GLOBAL_1005` | `The body must be JSON` | the body is of another type |\n| 429 | `GLOBAL_1003` | `Too many requests. Please try again later` | too many requests or too many failed log-ins; wait as long as `Retry-After` says |\n| 500 | `GLOBAL_1000` | `Internal failure` | the server failed |\n| 503 | `GLOBAL_1001` | `Service unavailable. Please try again` | the server cannot answer at the moment; wait as long as `Retry-After` says |\n\nThe message of a 400 names the first field that is at fault, in the order of the fields in the schemas below:\n`The field \"password\" is missing`, `The field \"username\" is empty`, `The field \"password\" must be a string`,\n`The field \"username\" is longer than 255 characters`. A missing body is read as `{}`. `null` is not a string. Where the body as a whole\nis at fault, the message says so: `The body must be a JSON object`, `The body must be valid JSON`, `The body is incomplete`, `The body\nholds a character that is not allowed` or `The body holds a key that is not allowed`. Other keys in the body are ignored.\n\n## About the published document\n\nThis contract follows the page \"Create Token\" of floLIVE's security management application. Its examples are kept word for word. The\npage contradicts itself in places, and is read like this:\n\n- It marks all four keys of an answer as optional. They are always there.\n- Its table says that `content` is an object, describes it as an array, and its example shows an array. It is an array of exactly one\n  object.\n- Its failure example prints `errorMessageerrorMessage` where `errorMessage` is meant. The table and the success example have\n  `errorMessage`, and so has every answer.\n- It names no HTTP status for a failure. A failure has the status that fits.\n- It speaks of general failure codes without listing them. They are those that start with `GLOBAL_`.\n- It prints both tokens cut off (`...`), and a refresh token that looks like a JWT.\n- It says what the refresh token is for, the extension of the session, but shows no call that takes it. `PUT /api/v2/auth/token` is the\n  vendor's own call for it.\n",
      "contact": {
        "name": "Security management support"
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
        "name": "Tokens",
        "description": "Pairs of an access token and a refresh token."
      }
    ],
    "x-example-clock": "2024-05-14T09:30:00Z",
    "x-body-limit": 16384,
    "paths": {
      "/api/v2/auth/token": {
        "post": {
          "operationId": "createTokenPair",
          "tags": [
            "Tokens"
          ],
          "summary": "Create a pair of tokens for a user",
          "description": "Answers a new access token and a new refresh token for a user. Earlier pairs stay valid.\n\nSend `username` and `password`. The user name may be written in any case; letters of different alphabets or with different marks stay\ndifferent (`İ` is not `i`). The password is compared exactly as it is sent.\n\n**401.** An unknown user, a wrong password and a user who is no longer active have the same answer, so that nobody can find out\nwhich users exist.\n\n**429.** Guessing is slowed. After five failures in a row for one user name from one address, the next try has to wait: 1 second, then\n2, then 4, and so on, up to 15 seconds. `Retry-After` says how long. During a wait the right password is answered with 429 too. A\nsuccess resets the count. Unknown users are counted like known ones. A user who signs in from another address is not affected, so\nthat a stranger cannot lock anybody out.\n\nIn addition one address may fail 50 times in 20 seconds over all users, counted from the first of these failures. An attempt that is\nstill in progress counts as a failure. An IPv6 address counts by its first 64 bits.\n",
          "security": [],
          "requestBody": {
            "required": true,
            "description": "The user name and the password.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UserCredentials"
                },
                "examples": {
                  "token": {
                    "summary": "A user and the right password",
                    "value": {
                      "username": "ethan.buckley@datastoreltd.biz",
                      "password": "S0qUx56pW!"
                    }
                  },
                  "wrong_password": {
                    "summary": "A user and a wrong password",
                    "value": {
                      "username": "ethan.buckley@datastoreltd.biz",
                      "password": "not the password"
                    }
                  },
                  "unknown_user": {
                    "summary": "A user who does not exist",
                    "value": {
                      "username": "nobody@datastoreltd.biz",
                      "password": "S0qUx56pW!"
                    }
                  }
                },
                "x-invalid-examples": {
                  "missing_password": {
                    "summary": "Without password",
                    "value": {
                      "username": "ethan.buckley@datastoreltd.biz"
                    }
                  },
                  "empty_username": {
                    "summary": "With an empty user name",
                    "value": {
                      "username": "",
                      "password": "S0qUx56pW!"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The new pair of tokens.",
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
                    "$ref": "#/components/schemas/CreatedTokenPair"
                  },
                  "examples": {
                    "token": {
                      "summary": "The new pair",
                      "description": "The example of the published document, which prints both tokens cut off.",
                      "x-volatile": [
                        "/content/0/token",
                        "/content/0/refreshToken"
                      ],
                      "value": {
                        "errorCode": "",
                        "errorMessage": "",
                        "content": [
                          {
                            "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                            "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJzaGF1bC5jb2hlbkBmb...",
                            "refreshToken": "eyJhbGciOiJIUzI1NiIsInR5cCIgOiAiSldUIiwia2lkIiA6ICI4NzlmN2I0Yy1hZjU3LTQ4Y2ItYTc2Mi1kY2Ew...",
                            "validityTime": 3600
                          }
                        ],
                        "pageable": {
                          "page": 0,
                          "size": 10,
                          "totalPages": 1,
                          "totalElements": 1
                        }
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/MalformedRequest"
            },
            "401": {
              "description": "The user name and the password do not belong to an active user.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/CredentialsRefusal"
                  },
                  "examples": {
                    "wrong_password": {
                      "$ref": "#/components/examples/InvalidCredentials"
                    },
                    "unknown_user": {
                      "$ref": "#/components/examples/InvalidCredentials"
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
              "description": "Too many failed log-ins for this user name from this address, or from this address at all, or too many requests.",
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
                      "$ref": "#/components/examples/TooManyRequests"
                    }
                  }
                }
              }
            },
            "500": {
              "$ref": "#/components/responses/InternalFailure"
            },
            "503": {
              "$ref": "#/components/responses/ServiceUnavailable"
            }
          }
        },
        "put": {
          "operationId": "refreshTokenPair",
          "tags": [
            "Tokens"
          ],
          "summary": "Exchange a pair of tokens for the next one",
          "description": "Answers a new access token and a new refresh token for the last pair. The answer has no `customerId`.\n\nSend both tokens of one pair. The access token may be expired. It has to be genuine and to belong to that refresh token.\n\n- A refresh token is valid for 24 hours and for one use. Afterwards only the new one is valid.\n- All pairs that follow from one log-in are a family. A family is valid for 30 days; then log in again.\n- **A refresh token that is used twice ends its whole family**, including the newest refresh token, since somebody else may have a\n  copy of it (RFC 9700). Then log in again.\n- One exception, for a client that lost the answer and tries again: the same pair, sent again within 10 seconds, is answered with the\n  same new refresh token, as long as that one is unused. The access token in the answer is signed anew.\n\n**401.** Every pair of well-formed tokens that is not valid has the same answer: unknown, forged or expired tokens (empty ones included),\ntokens of two different pairs, a refresh token that was used, and the tokens of a user who is no longer active or whose sessions were\nended.\n\n### About the published document\n\nThe page shows no call that takes the refresh token. This is the vendor's own call for it.\n",
          "security": [],
          "requestBody": {
            "required": true,
            "description": "The access token and the refresh token of one pair.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PresentedTokenPair"
                },
                "examples": {
                  "refreshed": {
                    "summary": "The last pair",
                    "value": {
                      "token": "{createTokenPair#/content/0/token}",
                      "refreshToken": "{createTokenPair#/content/0/refreshToken}"
                    }
                  },
                  "invalid": {
                    "summary": "A pair that does not exist",
                    "value": {
                      "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRhdGFzdG9yZWx0ZC5iaXoiLCJjdXN0b21lcklkIjoiZTdmY2VmMjQtNWMwMy00MWRkLTllMzMtOTk1YjdkNmY0N2E3IiwianRpIjoiQUFBQUFBQUFBQUFBQUFBQUFBQUFBQSIsImlhdCI6MTcxNTY3OTAwMCwiZXhwIjoxNzE1NjgyNjAwfQ.ThisPairHasNeverBeenIssued00000000000000000",
                      "refreshToken": "ThisPairHasNeverBeenIssued00000000000000000"
                    }
                  }
                },
                "x-invalid-examples": {
                  "missing_refresh_token": {
                    "summary": "Without refreshToken",
                    "value": {
                      "token": "{createTokenPair#/content/0/token}"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The next pair of tokens.",
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
                    "$ref": "#/components/schemas/RefreshedTokenPair"
                  },
                  "examples": {
                    "refreshed": {
                      "summary": "The next pair",
                      "description": "Both tokens are printed cut off.",
                      "x-volatile": [
                        "/content/0/token",
                        "/content/0/refreshToken"
                      ],
                      "value": {
                        "errorCode": "",
                        "errorMessage": "",
                        "content": [
                          {
                            "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRh...",
                            "refreshToken": "c2Vjb25kUmVmcmVzaFRva2VuT2ZUaGVGYW1pbHk...",
                            "validityTime": 3600
                          }
                        ],
                        "pageable": {
                          "page": 0,
                          "size": 10,
                          "totalPages": 1,
                          "totalElements": 1
                        }
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/MalformedRequest"
            },
            "401": {
              "description": "The pair of tokens is not valid.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/TokenPairRefusal"
                  },
                  "examples": {
                    "invalid": {
                      "summary": "A pair that is not valid",
                      "value": {
                        "errorCode": "AUTH_1002",
                        "errorMessage": "Invalid token",
                        "content": "",
                        "pageable": ""
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
                "$ref": "#/components/schemas/Failure"
              },
              "examples": {
                "missing_password": {
                  "summary": "Without password",
                  "value": {
                    "errorCode": "GLOBAL_1002",
                    "errorMessage": "The field \"password\" is missing",
                    "content": "",
                    "pageable": ""
                  }
                },
                "empty_username": {
                  "summary": "With an empty user name",
                  "value": {
                    "errorCode": "GLOBAL_1002",
                    "errorMessage": "The field \"username\" is empty",
                    "content": "",
                    "pageable": ""
                  }
                },
                "missing_refresh_token": {
                  "summary": "Without refreshToken",
                  "value": {
                    "errorCode": "GLOBAL_1002",
                    "errorMessage": "The field \"refreshToken\" is missing",
                    "content": "",
                    "pageable": ""
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
                    "errorCode": "GLOBAL_1006",
                    "errorMessage": "Method not allowed",
                    "content": "",
                    "pageable": ""
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
                    "errorCode": "GLOBAL_1004",
                    "errorMessage": "The body is larger than 16 KiB",
                    "content": "",
                    "pageable": ""
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
                    "errorCode": "GLOBAL_1005",
                    "errorMessage": "The body must be JSON",
                    "content": "",
                    "pageable": ""
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
                  "$ref": "#/components/examples/TooManyRequests"
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
                    "errorCode": "GLOBAL_1000",
                    "errorMessage": "Internal failure",
                    "content": "",
                    "pageable": ""
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
                    "errorCode": "GLOBAL_1001",
                    "errorMessage": "Service unavailable. Please try again",
                    "content": "",
                    "pageable": ""
                  }
                }
              }
            }
          }
        }
      },
      "examples": {
        "InvalidCredentials": {
          "summary": "The user cannot log in",
          "description": "The example of the published document. It prints the second key as `errorMessageerrorMessage`, where `errorMessage` is meant.\n",
          "value": {
            "errorCode": "AUTH_1001",
            "errorMessage": "Invalid credentials",
            "content": "",
            "pageable": ""
          }
        },
        "TooManyRequests": {
          "summary": "Too many requests",
          "value": {
            "errorCode": "GLOBAL_1003",
            "errorMessage": "Too many requests. Please try again later",
            "content": "",
            "pageable": ""
          }
        }
      },
      "schemas": {
        "UserCredentials": {
          "type": "object",
          "description": "The credentials of a user.",
          "required": [
            "username",
            "password"
          ],
          "properties": {
            "username": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "Security Management Application username. May be written in any case.",
              "examples": [
                "ethan.buckley@datastoreltd.biz"
              ]
            },
            "password": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "Security Management Application password.",
              "examples": [
                "S0qUx56pW!"
              ]
            }
          }
        },
        "PresentedTokenPair": {
          "type": "object",
          "description": "The pair of tokens to exchange.",
          "required": [
            "token",
            "refreshToken"
          ],
          "properties": {
            "token": {
              "type": "string",
              "maxLength": 4096,
              "description": "The access token of the pair. May be expired.",
              "examples": [
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRh..."
              ]
            },
            "refreshToken": {
              "type": "string",
              "maxLength": 4096,
              "description": "The refresh token of the same pair.",
              "examples": [
                "c2Vjb25kUmVmcmVzaFRva2VuT2ZUaGVGYW1pbHk..."
              ]
            }
          }
        },
        "CreatedTokenPair": {
          "type": "object",
          "description": "A new pair of tokens for a user.",
          "additionalProperties": false,
          "required": [
            "errorCode",
            "errorMessage",
            "content",
            "pageable"
          ],
          "properties": {
            "errorCode": {
              "type": "string",
              "const": "",
              "description": "Failure code. Empty on success.",
              "examples": [
                ""
              ]
            },
            "errorMessage": {
              "type": "string",
              "const": "",
              "description": "Failure message. Empty on success.",
              "examples": [
                ""
              ]
            },
            "content": {
              "type": "array",
              "description": "The pair, as the only element.",
              "minItems": 1,
              "maxItems": 1,
              "examples": [
                [
                  {
                    "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                    "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJzaGF1bC5jb2hlbkBmb...",
                    "refreshToken": "eyJhbGciOiJIUzI1NiIsInR5cCIgOiAiSldUIiwia2lkIiA6ICI4NzlmN2I0Yy1hZjU3LTQ4Y2ItYTc2Mi1kY2Ew...",
                    "validityTime": 3600
                  }
                ]
              ],
              "items": {
                "$ref": "#/components/schemas/TokenPairWithCustomer"
              }
            },
            "pageable": {
              "$ref": "#/components/schemas/Page"
            }
          }
        },
        "TokenPairWithCustomer": {
          "type": "object",
          "description": "A pair of tokens and the customer to whom the user belongs.",
          "additionalProperties": false,
          "required": [
            "customerId",
            "token",
            "refreshToken",
            "validityTime"
          ],
          "properties": {
            "customerId": {
              "type": "string",
              "format": "uuid",
              "description": "Universally unique customer identifier.",
              "examples": [
                "e7fcef24-5c03-41dd-9e33-995b7d6f47a7"
              ]
            },
            "token": {
              "type": "string",
              "maxLength": 4096,
              "pattern": "^[A-Za-z0-9._-]+$",
              "description": "Access token created by the security management application.",
              "examples": [
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJzaGF1bC5jb2hlbkBmb..."
              ]
            },
            "refreshToken": {
              "type": "string",
              "maxLength": 4096,
              "pattern": "^[A-Za-z0-9._-]+$",
              "description": "Token created by the security management application for token session extension purposes.",
              "examples": [
                "eyJhbGciOiJIUzI1NiIsInR5cCIgOiAiSldUIiwia2lkIiA6ICI4NzlmN2I0Yy1hZjU3LTQ4Y2ItYTc2Mi1kY2Ew..."
              ]
            },
            "validityTime": {
              "type": "integer",
              "minimum": 1,
              "description": "Validity time of the access token in seconds.",
              "examples": [
                3600
              ]
            }
          }
        },
        "RefreshedTokenPair": {
          "type": "object",
          "description": "The next pair of tokens.",
          "additionalProperties": false,
          "required": [
            "errorCode",
            "errorMessage",
            "content",
            "pageable"
          ],
          "properties": {
            "errorCode": {
              "type": "string",
              "const": "",
              "description": "Failure code. Empty on success.",
              "examples": [
                ""
              ]
            },
            "errorMessage": {
              "type": "string",
              "const": "",
              "description": "Failure message. Empty on success.",
              "examples": [
                ""
              ]
            },
            "content": {
              "type": "array",
              "description": "The pair, as the only element.",
              "minItems": 1,
              "maxItems": 1,
              "examples": [
                [
                  {
                    "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRh...",
                    "refreshToken": "c2Vjb25kUmVmcmVzaFRva2VuT2ZUaGVGYW1pbHk...",
                    "validityTime": 3600
                  }
                ]
              ],
              "items": {
                "$ref": "#/components/schemas/TokenPair"
              }
            },
            "pageable": {
              "$ref": "#/components/schemas/Page"
            }
          }
        },
        "TokenPair": {
          "type": "object",
          "description": "A pair of tokens.",
          "additionalProperties": false,
          "required": [
            "token",
            "refreshToken",
            "validityTime"
          ],
          "properties": {
            "token": {
              "type": "string",
              "maxLength": 4096,
              "pattern": "^[A-Za-z0-9._-]+$",
              "description": "The new access token.",
              "examples": [
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRh..."
              ]
            },
            "refreshToken": {
              "type": "string",
              "maxLength": 4096,
              "pattern": "^[A-Za-z0-9._-]+$",
              "description": "The new refresh token.",
              "examples": [
                "c2Vjb25kUmVmcmVzaFRva2VuT2ZUaGVGYW1pbHk..."
              ]
            },
            "validityTime": {
              "type": "integer",
              "minimum": 1,
              "description": "Validity time of the access token in seconds.",
              "examples": [
                3600
              ]
            }
          }
        },
        "Page": {
          "type": "object",
          "description": "Paging information. There is always one page with one element.",
          "additionalProperties": false,
          "required": [
            "page",
            "size",
            "totalPages",
            "totalElements"
          ],
          "examples": [
            {
              "page": 0,
              "size": 10,
              "totalPages": 1,
              "totalElements": 1
            }
          ],
          "properties": {
            "page": {
              "type": "integer",
              "minimum": 0,
              "description": "Page number. The first page is 0.",
              "examples": [
                0
              ]
            },
            "size": {
              "type": "integer",
              "minimum": 0,
              "description": "Page size. Number of requested elements per page.",
              "examples": [
                10
              ]
            },
            "totalPages": {
              "type": "integer",
              "minimum": 0,
              "description": "Total amount of available pages per requested page size.",
              "examples": [
                1
              ]
            },
            "totalElements": {
              "type": "integer",
              "minimum": 0,
              "description": "Total amount of retrieved elements.",
              "examples": [
                1
              ]
            }
          }
        },
        "CredentialsRefusal": {
          "type": "object",
          "description": "The user name and the password are refused, for any cause.",
          "additionalProperties": false,
          "required": [
            "errorCode",
            "errorMessage",
            "content",
            "pageable"
          ],
          "properties": {
            "errorCode": {
              "type": "string",
              "const": "AUTH_1001",
              "description": "Failure code.",
              "examples": [
                "AUTH_1001"
              ]
            },
            "errorMessage": {
              "type": "string",
              "const": "Invalid credentials",
              "description": "Failure message.",
              "examples": [
                "Invalid credentials"
              ]
            },
            "content": {
              "type": "string",
              "const": "",
              "description": "Empty on failure.",
              "examples": [
                ""
              ]
            },
            "pageable": {
              "type": "string",
              "const": "",
              "description": "Empty on failure.",
              "examples": [
                ""
              ]
            }
          }
        },
        "TokenPairRefusal": {
          "type": "object",
          "description": "The pair of tokens is refused, for any cause.",
          "additionalProperties": false,
          "required": [
            "errorCode",
            "errorMessage",
            "content",
            "pageable"
          ],
          "properties": {
            "errorCode": {
              "type": "string",
              "const": "AUTH_1002",
              "description": "Failure code.",
              "examples": [
                "AUTH_1002"
              ]
            },
            "errorMessage": {
              "type": "string",
              "const": "Invalid token",
              "description": "Failure message.",
              "examples": [
                "Invalid token"
              ]
            },
            "content": {
              "type": "string",
              "const": "",
              "description": "Empty on failure.",
              "examples": [
                ""
              ]
            },
            "pageable": {
              "type": "string",
              "const": "",
              "description": "Empty on failure.",
              "examples": [
                ""
              ]
            }
          }
        },
        "Failure": {
          "type": "object",
          "description": "Why a request failed.",
          "additionalProperties": false,
          "required": [
            "errorCode",
            "errorMessage",
            "content",
            "pageable"
          ],
          "properties": {
            "errorCode": {
              "type": "string",
              "enum": [
                "GLOBAL_1000",
                "GLOBAL_1001",
                "GLOBAL_1002",
                "GLOBAL_1003",
                "GLOBAL_1004",
                "GLOBAL_1005",
                "GLOBAL_1006"
              ],
              "description": "Failure code.",
              "examples": [
                "GLOBAL_1002"
              ]
            },
            "errorMessage": {
              "type": "string",
              "maxLength": 500,
              "description": "Failure message.",
              "examples": [
                "The field \"password\" is missing"
              ]
            },
            "content": {
              "type": "string",
              "const": "",
              "description": "Empty on failure.",
              "examples": [
                ""
              ]
            },
            "pageable": {
              "type": "string",
              "const": "",
              "description": "Empty on failure.",
              "examples": [
                ""
              ]
            }
          }
        }
      }
    }
  },
  "operations": {
    "createTokenPair": {
      "operationId": "createTokenPair",
      "method": "POST",
      "path": "/api/v2/auth/token",
      "at": "#/paths/~1api~1v2~1auth~1token/post",
      "internal": false,
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1api~1v2~1auth~1token/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1api~1v2~1auth~1token/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1v2~1auth~1token/post/responses/200/content/application~1json"
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
          "at": "#/paths/~1api~1v2~1auth~1token/post/responses/401",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1v2~1auth~1token/post/responses/401/content/application~1json"
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
          "at": "#/paths/~1api~1v2~1auth~1token/post/responses/429",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1v2~1auth~1token/post/responses/429/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": false
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
    "refreshTokenPair": {
      "operationId": "refreshTokenPair",
      "method": "PUT",
      "path": "/api/v2/auth/token",
      "at": "#/paths/~1api~1v2~1auth~1token/put",
      "internal": false,
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1api~1v2~1auth~1token/put/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1api~1v2~1auth~1token/put/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1v2~1auth~1token/put/responses/200/content/application~1json"
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
          "at": "#/paths/~1api~1v2~1auth~1token/put/responses/401",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1api~1v2~1auth~1token/put/responses/401/content/application~1json"
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
