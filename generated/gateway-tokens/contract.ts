// Written by "npm run generate" from openapi/. Do not edit.

import type { Contract } from '../../src/contract/contract.js'

/** The contract openapi/gateway-tokens.yaml as a value. */
export const gatewayTokens: Contract = {
  "name": "gateway-tokens",
  "document": {
    "openapi": "3.1.0",
    "info": {
      "title": "Gateway tokens",
      "version": "1.0.0",
      "summary": "Opaque bearer tokens of gateway accounts (GOV.UK Pay, public auth).",
      "description": "Issues, lists and revokes the bearer tokens with which a service calls a payment gateway, and looks up the gateway account\nof a token.\n\n- A **gateway** calls `GET /v1/api/auth` for every request that it serves, with the token in the header\n  `Authorization: Bearer <token>`. It gets the `account_id`, or 401.\n- A **self-service frontend** generates, describes, lists and revokes the tokens of an account with the operations under\n  `/v1/frontend/auth`. They have no authentication: they are for a trusted network, and are served on the internal\n  listener where one is configured.\n\n**Tokens.** `POST /v1/frontend/auth` shows a token once. Afterwards the token is known by its `token_link`, which is safe to\ndisplay and to store. A `token_link` is opaque and compared exactly: one written in upper case is unknown (404). A token is\nthe prefix `twg_`, 32 random characters in base62 and a checksum of six characters, so that a mistyped token is refused\nwithout a look-up and secret scanners can recognise one. A revoked token is refused from the next look-up on.\n\n**Times** are in UTC. A day has two digits: `05 Oct 2015`, or with the time `05 Oct 2015 - 09:30`.\n\n**Failures** have the HTTP status that fits and a JSON object with a `message`.\n\n## About the published document\n\nThis contract follows `api_specification.md` of GOV.UK Pay's public auth service. Its examples are kept word for word. Where\nit is silent or contradicts itself, this contract says:\n\n- It describes the look-up as `GET /v1/api/auth` and shows it as `GET /v1/auth`. Both paths are served; the second one is\n  deprecated.\n- It shows the 401 of the look-up without a body. The body here says why the token is refused.\n- It gives the `frontend` operations no authentication. They are marked `x-internal`.\n- Its example of a list shows an active and a revoked token together. A list here has the tokens of one state, as the\n  document's text says, and shows when each was issued, when it was last used and who created it, since every published\n  client of this API shows these.\n- Its examples of times have days of two digits only. Earlier days are padded with a zero.\n",
      "contact": {
        "name": "Gateway support"
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
        "name": "Look-up",
        "description": "Called by a gateway for every request that it serves."
      },
      {
        "name": "Token management",
        "description": "Called by a self-service frontend on a trusted network."
      }
    ],
    "x-example-clock": "2015-10-10T12:12:30Z",
    "x-body-limit": 16384,
    "paths": {
      "/v1/api/auth": {
        "get": {
          "operationId": "getTokenAccount",
          "tags": [
            "Look-up"
          ],
          "summary": "Look up the account of a token",
          "description": "Answers the `account_id` of the gateway account that a token belongs to. A successful look-up sets the token's `last_used`,\nwhich may lag by some seconds.\n\nSend the token in the header `Authorization: Bearer <token>`; the scheme may be written in any case. A token anywhere else,\nsuch as in the query, is not read.\n\nA token that cannot be used is answered with 401. `error_identifier` is `AUTH_TOKEN_INVALID` where the header is missing,\nhas another scheme, or has a token that is malformed or unknown. It is `AUTH_TOKEN_REVOKED` where the token was revoked; the\nbody then has its `token_link`.\n\n### About the published document\n\nThe document names the status 401 and shows no body for it.\n",
          "security": [
            {
              "gateway_token": []
            }
          ],
          "x-authorization-examples": {
            "account": "Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G",
            "unknown": "Bearer twg_ThisTokenHasNeverBeenIssued000002a3IWb",
            "revoked": "Bearer twg_GatewayAccount1DemoTokenWasRevok1XYFty"
          },
          "responses": {
            "200": {
              "$ref": "#/components/responses/TokenAccount"
            },
            "401": {
              "$ref": "#/components/responses/TokenRefused"
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
      "/v1/auth": {
        "get": {
          "operationId": "getTokenAccountAlias",
          "tags": [
            "Look-up"
          ],
          "summary": "Look up the account of a token (alias)",
          "description": "Answers like `GET /v1/api/auth`. Use that path instead.\n\n### About the published document\n\nThe document describes this call as `GET /v1/api/auth` and shows it as `GET /v1/auth` in its example.\n",
          "deprecated": true,
          "security": [
            {
              "gateway_token": []
            }
          ],
          "x-authorization-examples": {
            "account": "Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G",
            "unknown": "Bearer twg_ThisTokenHasNeverBeenIssued000002a3IWb",
            "revoked": "Bearer twg_GatewayAccount1DemoTokenWasRevok1XYFty"
          },
          "responses": {
            "200": {
              "description": "The account of the token.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                },
                "Deprecation": {
                  "$ref": "#/components/headers/Deprecation"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/TokenAccount"
                  },
                  "examples": {
                    "account": {
                      "$ref": "#/components/examples/Account"
                    }
                  }
                }
              }
            },
            "401": {
              "description": "The token is missing, malformed, unknown or revoked.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                },
                "Deprecation": {
                  "$ref": "#/components/headers/Deprecation"
                },
                "WWW-Authenticate": {
                  "$ref": "#/components/headers/WWWAuthenticate"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/TokenRefusal"
                  },
                  "examples": {
                    "unknown": {
                      "$ref": "#/components/examples/UnknownToken"
                    },
                    "revoked": {
                      "$ref": "#/components/examples/RevokedToken"
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
        }
      },
      "/v1/frontend/auth": {
        "post": {
          "operationId": "issueGatewayToken",
          "tags": [
            "Token management"
          ],
          "summary": "Generate a token for a gateway account",
          "description": "Generates a token for a gateway account and shows it. The token cannot be read again.\n\nSend `account_id` and `description`, and optionally `created_by`. An account is any string and needs no registration. A JSON\nnumber is accepted as `account_id` and stands for its decimal digits. An empty `description` is accepted.\n\nMissing fields are answered with 400 and listed in the order `account_id, description`. A field is missing where it is absent\nor `null`, where the body is empty or absent, and, for `account_id`, where it is the empty string.\n",
          "security": [],
          "x-internal": true,
          "requestBody": {
            "required": true,
            "description": "The account, a description of the token and, optionally, who asked for it.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NewToken"
                },
                "examples": {
                  "generated": {
                    "summary": "A token for an account",
                    "value": {
                      "account_id": "GATEWAY_ACCOUNT_1",
                      "description": "Token description"
                    }
                  },
                  "with_creator": {
                    "summary": "With the person who asked for it",
                    "value": {
                      "account_id": "GATEWAY_ACCOUNT_1",
                      "description": "Token description",
                      "created_by": "somebody@example.gov.uk"
                    }
                  }
                },
                "x-invalid-examples": {
                  "missing_account": {
                    "summary": "Without account_id",
                    "value": {
                      "description": "Token description"
                    }
                  },
                  "missing_both": {
                    "summary": "Without any field",
                    "value": {}
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The new token, which is shown only here.",
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
                    "$ref": "#/components/schemas/GeneratedToken"
                  },
                  "examples": {
                    "generated": {
                      "summary": "The new token",
                      "description": "The published document prints `GENERATED_TOKEN`.",
                      "x-volatile": [
                        "/token"
                      ],
                      "value": {
                        "token": "twg_GENERATEDTOKENxxxxxxxxxxxxxxxxxx1bBP0B"
                      }
                    },
                    "with_creator": {
                      "summary": "The new token",
                      "x-volatile": [
                        "/token"
                      ],
                      "value": {
                        "token": "twg_GENERATEDTOKENxxxxxxxxxxxxxxxxxx1bBP0B"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "description": "Fields are missing, of the wrong type or too long, or the body is malformed.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/Message"
                  },
                  "examples": {
                    "missing_account": {
                      "summary": "Without account_id",
                      "value": {
                        "message": "Missing fields: [account_id]"
                      }
                    },
                    "missing_both": {
                      "summary": "Without any field",
                      "value": {
                        "message": "Missing fields: [account_id, description]"
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
        },
        "put": {
          "operationId": "describeGatewayToken",
          "tags": [
            "Token management"
          ],
          "summary": "Update the description of a token",
          "description": "Changes the description of an active token, and answers its `token_link` and new `description`.\n\nSend `token_link` and `description`. An empty `description` is accepted. Missing fields are answered with 400 and listed in\nthe order `token_link, description`.\n\nA token that is unknown or revoked is answered with 404. The `token_link` is compared exactly.\n",
          "security": [],
          "x-internal": true,
          "requestBody": {
            "required": true,
            "description": "The link of the token, and its new description.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TokenDescription"
                },
                "examples": {
                  "described": {
                    "summary": "A new description",
                    "value": {
                      "token_link": "550e8400-e29b-41d4-a716-446655440000",
                      "description": "New token description"
                    }
                  },
                  "unknown": {
                    "summary": "A link that does not exist",
                    "value": {
                      "token_link": "00000000-0000-4000-8000-000000000000",
                      "description": "New token description"
                    }
                  },
                  "revoked": {
                    "summary": "A token that is revoked",
                    "value": {
                      "token_link": "550e8400-e29b-41d4-a716-446655441234",
                      "description": "New token description"
                    }
                  }
                },
                "x-invalid-examples": {
                  "missing_link": {
                    "summary": "Without token_link",
                    "value": {
                      "description": "New token description"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The token has the new description.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/DescribedToken"
                  },
                  "examples": {
                    "described": {
                      "summary": "The new description",
                      "value": {
                        "token_link": "550e8400-e29b-41d4-a716-446655440000",
                        "description": "New token description"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "description": "Fields are missing, of the wrong type or too long, or the body is malformed.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/Message"
                  },
                  "examples": {
                    "missing_link": {
                      "summary": "Without token_link",
                      "value": {
                        "message": "Missing fields: [token_link]"
                      }
                    }
                  }
                }
              }
            },
            "404": {
              "description": "The token is unknown or revoked.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/Message"
                  },
                  "examples": {
                    "unknown": {
                      "summary": "A link that does not exist",
                      "value": {
                        "message": "Could not update token description"
                      }
                    },
                    "revoked": {
                      "summary": "A token that is revoked",
                      "value": {
                        "message": "Could not update token description"
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
      },
      "/v1/frontend/auth/{account_id}": {
        "get": {
          "operationId": "listGatewayTokens",
          "tags": [
            "Token management"
          ],
          "summary": "List the tokens of an account",
          "description": "Answers the active tokens of an account, or the revoked ones, newest first. An unknown account has an empty list.\n\nSend the account in the path, percent-encoded where it has characters such as `/`, and `state=revoked` for the revoked tokens.\n\n### About the published document\n\nThe document's example shows an active and a revoked token in one list. A list here has the tokens of one state, as the\ndocument's text says. `issued_date`, `last_used` and `created_by` are added to its items.\n",
          "security": [],
          "x-internal": true,
          "parameters": [
            {
              "$ref": "#/components/parameters/AccountId"
            },
            {
              "name": "state",
              "in": "query",
              "required": false,
              "description": "`ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty and every other value mean\nactive. Where the parameter is repeated, the last one counts.\n",
              "schema": {
                "type": "string",
                "maxLength": 16384,
                "examples": [
                  "ACTIVE",
                  "REVOKED"
                ]
              },
              "examples": {
                "active": {
                  "summary": "The active tokens",
                  "value": "active"
                },
                "revoked": {
                  "summary": "The revoked tokens",
                  "value": "revoked"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The tokens of the account in this state.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/TokenList"
                  },
                  "examples": {
                    "active": {
                      "summary": "The active tokens",
                      "description": "The item of the published document is `{\"token_link\": \"550e8400-e29b-41d4-a716-446655440000\", \"description\": \"token 1 description\"}`.\n",
                      "value": {
                        "tokens": [
                          {
                            "token_link": "550e8400-e29b-41d4-a716-446655440000",
                            "description": "token 1 description",
                            "issued_date": "9 Oct 2015 - 09:30",
                            "last_used": "9 Oct 2015 - 17:05",
                            "created_by": "somebody@example.gov.uk"
                          }
                        ]
                      }
                    },
                    "revoked": {
                      "summary": "The revoked tokens",
                      "description": "The item of the published document is `{\"token_link\": \"550e8400-e29b-41d4-a716-446655441234\", \"description\": \"token 2 description\", \"revoked\": \"10 Oct 2015\"}`.\n",
                      "value": {
                        "tokens": [
                          {
                            "token_link": "550e8400-e29b-41d4-a716-446655441234",
                            "description": "token 2 description",
                            "revoked": "10 Oct 2015",
                            "issued_date": "8 Oct 2015 - 14:00",
                            "last_used": null,
                            "created_by": null
                          }
                        ]
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/MalformedRequest"
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
        "delete": {
          "operationId": "revokeGatewayToken",
          "tags": [
            "Token management"
          ],
          "summary": "Revoke a token of an account",
          "description": "Revokes a token of an account for good, and answers when it was revoked. Every look-up that starts afterwards is refused.\n\nSend the `token_link` in the body, or as the query parameter `token_link` where a proxy drops the body of a DELETE. If both are\nsent and differ, the answer is 400.\n\nA link that is unknown, that belongs to another account or whose token is already revoked is answered with 404. The\n`token_link` is compared exactly.\n",
          "security": [],
          "x-internal": true,
          "parameters": [
            {
              "name": "account_id",
              "in": "path",
              "required": true,
              "description": "The gateway account, percent-encoded where it has characters such as `/`.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 255,
                "examples": [
                  "15"
                ]
              },
              "examples": {
                "own_row": {
                  "summary": "The account of a token of the demo data",
                  "value": "DIRECT_DEBIT:7/1"
                },
                "revoked": {
                  "summary": "The account of the published document",
                  "value": "15"
                },
                "already_revoked": {
                  "summary": "The account of the published document",
                  "value": "15"
                },
                "missing_link": {
                  "summary": "The account of the published document",
                  "value": "15"
                }
              }
            },
            {
              "name": "token_link",
              "in": "query",
              "required": false,
              "description": "The link of the token, for callers whose proxy drops the body.",
              "schema": {
                "type": "string",
                "maxLength": 255,
                "pattern": "^[^\\u0000]*$",
                "examples": [
                  "5f9b6c6e-3f6a-4d0e-9d5c-0a4b7b6c2d11"
                ]
              }
            }
          ],
          "requestBody": {
            "required": false,
            "description": "The link of the token.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TokenReference"
                },
                "examples": {
                  "own_row": {
                    "summary": "A token of the demo data",
                    "value": {
                      "token_link": "5f9b6c6e-3f6a-4d0e-9d5c-0a4b7b6c2d11"
                    }
                  },
                  "revoked": {
                    "summary": "The token of the published document",
                    "value": {
                      "token_link": "550e8400-e29b-41d4-a716-446655440000"
                    }
                  },
                  "already_revoked": {
                    "summary": "A token that is revoked already",
                    "value": {
                      "token_link": "550e8400-e29b-41d4-a716-446655441234"
                    }
                  },
                  "missing_link": {
                    "summary": "Without token_link",
                    "value": {}
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The token is revoked.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/Revocation"
                  },
                  "examples": {
                    "own_row": {
                      "summary": "When it was revoked",
                      "value": {
                        "revoked": "10 Oct 2015 - 12:12"
                      }
                    },
                    "revoked": {
                      "summary": "When it was revoked",
                      "value": {
                        "revoked": "10 Oct 2015 - 12:12"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "description": "The link is missing, of the wrong type or too long, the body and the query differ, or the body is malformed.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/Message"
                  },
                  "examples": {
                    "missing_link": {
                      "summary": "Without token_link",
                      "value": {
                        "message": "Missing fields: [token_link]"
                      }
                    }
                  }
                }
              }
            },
            "404": {
              "description": "No active token of this account has that link.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/Message"
                  },
                  "examples": {
                    "already_revoked": {
                      "summary": "A token that is revoked already",
                      "value": {
                        "message": "Could not revoke token"
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
      "securitySchemes": {
        "gateway_token": {
          "type": "http",
          "scheme": "bearer",
          "bearerFormat": "twg_ and 38 characters in base62",
          "description": "A token that `POST /v1/frontend/auth` answered.",
          "x-example": "Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G"
        }
      },
      "parameters": {
        "AccountId": {
          "name": "account_id",
          "in": "path",
          "required": true,
          "description": "The gateway account, percent-encoded where it has characters such as `/`.",
          "schema": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "examples": [
              "15"
            ]
          },
          "example": "15"
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
          "description": "The answer carries a secret and must not be kept by a cache.",
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
        "WWWAuthenticate": {
          "description": "The challenge of RFC 6750. Names `invalid_token` where a token was sent.",
          "required": true,
          "schema": {
            "type": "string",
            "enum": [
              "Bearer realm=\"gateway-tokens\"",
              "Bearer realm=\"gateway-tokens\", error=\"invalid_token\""
            ]
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
        "TokenAccount": {
          "description": "The account of the token.",
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TokenAccount"
              },
              "examples": {
                "account": {
                  "$ref": "#/components/examples/Account"
                }
              }
            }
          }
        },
        "TokenRefused": {
          "description": "The token is missing, malformed, unknown or revoked.",
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            },
            "WWW-Authenticate": {
              "$ref": "#/components/headers/WWWAuthenticate"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TokenRefusal"
              },
              "examples": {
                "unknown": {
                  "$ref": "#/components/examples/UnknownToken"
                },
                "revoked": {
                  "$ref": "#/components/examples/RevokedToken"
                }
              }
            }
          }
        },
        "MalformedRequest": {
          "description": "The request cannot be read, or a value in it is not acceptable.",
          "x-protocol-status": 400,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Message"
              },
              "examples": {
                "malformed_request": {
                  "summary": "A character that is not allowed, such as NUL",
                  "value": {
                    "message": "The request holds a character that is not allowed"
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
                "$ref": "#/components/schemas/Message"
              },
              "examples": {
                "method_not_allowed": {
                  "summary": "A method that the path does not have",
                  "value": {
                    "message": "This path does not know this method"
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
                "$ref": "#/components/schemas/Message"
              },
              "examples": {
                "payload_too_large": {
                  "summary": "The body is too large",
                  "value": {
                    "message": "The request body is larger than 16 KiB"
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
                "$ref": "#/components/schemas/Message"
              },
              "examples": {
                "unsupported_media_type": {
                  "summary": "The body is of another type",
                  "value": {
                    "message": "The request body must be application/json"
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
                "$ref": "#/components/schemas/Message"
              },
              "examples": {
                "too_many_requests": {
                  "summary": "Too many requests",
                  "value": {
                    "message": "Too many requests; try again later"
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
                "$ref": "#/components/schemas/Message"
              },
              "examples": {
                "internal_failure": {
                  "summary": "The server failed",
                  "value": {
                    "message": "The request could not be answered because of a failure of the server"
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
                "$ref": "#/components/schemas/Message"
              },
              "examples": {
                "service_unavailable": {
                  "summary": "The server cannot answer",
                  "value": {
                    "message": "The service is not available; try again later"
                  }
                }
              }
            }
          }
        }
      },
      "examples": {
        "Account": {
          "summary": "The account of the token",
          "description": "The published document prints `ACCOUNT_ID`.",
          "value": {
            "account_id": "GATEWAY_ACCOUNT_1"
          }
        },
        "UnknownToken": {
          "summary": "A token that does not exist",
          "value": {
            "message": "The bearer token is missing, malformed or unknown",
            "error_identifier": "AUTH_TOKEN_INVALID"
          }
        },
        "RevokedToken": {
          "summary": "A token that has been revoked",
          "value": {
            "message": "The bearer token has been revoked",
            "error_identifier": "AUTH_TOKEN_REVOKED",
            "token_link": "550e8400-e29b-41d4-a716-446655445678"
          }
        }
      },
      "schemas": {
        "TokenAccount": {
          "type": "object",
          "description": "The account that a token belongs to.",
          "additionalProperties": false,
          "required": [
            "account_id"
          ],
          "properties": {
            "account_id": {
              "type": "string",
              "maxLength": 255,
              "description": "The account ID for the bearer token.",
              "examples": [
                "GATEWAY_ACCOUNT_1"
              ]
            }
          }
        },
        "TokenRefusal": {
          "type": "object",
          "description": "Why a token is refused.",
          "additionalProperties": false,
          "required": [
            "message",
            "error_identifier"
          ],
          "properties": {
            "message": {
              "type": "string",
              "maxLength": 500,
              "description": "The reason, for people.",
              "examples": [
                "The bearer token has been revoked"
              ]
            },
            "error_identifier": {
              "type": "string",
              "enum": [
                "AUTH_TOKEN_INVALID",
                "AUTH_TOKEN_REVOKED"
              ],
              "description": "The reason, for programs.",
              "examples": [
                "AUTH_TOKEN_REVOKED"
              ]
            },
            "token_link": {
              "type": "string",
              "maxLength": 255,
              "description": "The link of the revoked token; absent where the token is not known.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655445678"
              ]
            }
          }
        },
        "NewToken": {
          "type": "object",
          "description": "The account and the description of a new token.",
          "required": [
            "account_id",
            "description"
          ],
          "properties": {
            "account_id": {
              "type": [
                "string",
                "integer"
              ],
              "minLength": 1,
              "maxLength": 255,
              "minimum": -9007199254740991,
              "maximum": 9007199254740991,
              "description": "Gateway account to associate the new token to. A number means its decimal digits.",
              "examples": [
                "GATEWAY_ACCOUNT_1",
                15
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "Description of the new token. May be empty.",
              "examples": [
                "Token description"
              ]
            },
            "created_by": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "Who asked for the token. Shown in lists.",
              "default": null,
              "examples": [
                "somebody@example.gov.uk"
              ]
            }
          }
        },
        "GeneratedToken": {
          "type": "object",
          "description": "A token that was generated.",
          "additionalProperties": false,
          "required": [
            "token"
          ],
          "properties": {
            "token": {
              "type": "string",
              "maxLength": 255,
              "pattern": "^twg_[0-9A-Za-z]{38}$",
              "description": "The newly generated token.",
              "examples": [
                "twg_GENERATEDTOKENxxxxxxxxxxxxxxxxxx1bBP0B"
              ]
            }
          }
        },
        "TokenDescription": {
          "type": "object",
          "description": "A new description for a token.",
          "required": [
            "token_link",
            "description"
          ],
          "properties": {
            "token_link": {
              "type": "string",
              "maxLength": 255,
              "description": "Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655440000"
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "New description of the existing token. May be empty.",
              "examples": [
                "New token description"
              ]
            }
          }
        },
        "DescribedToken": {
          "type": "object",
          "description": "A token and its new description.",
          "additionalProperties": false,
          "required": [
            "token_link",
            "description"
          ],
          "properties": {
            "token_link": {
              "type": "string",
              "maxLength": 255,
              "description": "Token link of the updated resource.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655440000"
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "New description of the existing token.",
              "examples": [
                "New token description"
              ]
            }
          }
        },
        "TokenList": {
          "type": "object",
          "description": "The tokens of an account in one state, newest first.",
          "additionalProperties": false,
          "required": [
            "tokens"
          ],
          "properties": {
            "tokens": {
              "type": "array",
              "description": "The tokens, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/ListedToken"
              }
            }
          }
        },
        "ListedToken": {
          "type": "object",
          "description": "A token as lists show it. The token itself is never shown again.",
          "additionalProperties": false,
          "required": [
            "token_link",
            "description",
            "issued_date",
            "last_used",
            "created_by"
          ],
          "properties": {
            "token_link": {
              "type": "string",
              "maxLength": 255,
              "description": "The reference of the token in other calls. Opaque, compared exactly.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655440000"
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "The description of the token.",
              "examples": [
                "token 1 description"
              ]
            },
            "revoked": {
              "type": "string",
              "maxLength": 11,
              "pattern": "^\\d{1,2} [A-Z][a-z]{2} \\d{4}$",
              "description": "The day on which the token was revoked, in UTC, as `dd Mmm yyyy`. The key is absent on active tokens.",
              "examples": [
                "10 Oct 2015"
              ]
            },
            "issued_date": {
              "type": "string",
              "maxLength": 19,
              "pattern": "^\\d{1,2} [A-Z][a-z]{2} \\d{4} - \\d{2}:\\d{2}$",
              "description": "When the token was generated, in UTC, as `dd Mmm yyyy - hh:mm`.",
              "examples": [
                "9 Oct 2015 - 09:30"
              ]
            },
            "last_used": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "pattern": "^\\d{1,2} [A-Z][a-z]{2} \\d{4} - \\d{2}:\\d{2}$",
              "description": "When the token was last looked up, in UTC, or `null` where it never was. May lag by some seconds.",
              "examples": [
                "10 Oct 2015 - 12:12"
              ]
            },
            "created_by": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "Who asked for the token; `null` where that was not given.",
              "examples": [
                "somebody@example.gov.uk"
              ]
            }
          }
        },
        "TokenReference": {
          "type": "object",
          "description": "The reference of a token.",
          "properties": {
            "token_link": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655440000"
              ]
            }
          }
        },
        "Revocation": {
          "type": "object",
          "description": "When a token was revoked.",
          "additionalProperties": false,
          "required": [
            "revoked"
          ],
          "properties": {
            "revoked": {
              "type": "string",
              "maxLength": 19,
              "pattern": "^\\d{1,2} [A-Z][a-z]{2} \\d{4} - \\d{2}:\\d{2}$",
              "description": "When the token was revoked, in UTC, as `dd Mmm yyyy - hh:mm`.",
              "examples": [
                "10 Oct 2015 - 12:12"
              ]
            }
          }
        },
        "Message": {
          "type": "object",
          "description": "Why a request failed.",
          "additionalProperties": false,
          "required": [
            "message"
          ],
          "properties": {
            "message": {
              "type": "string",
              "maxLength": 500,
              "description": "The error message.",
              "examples": [
                "Missing fields: [account_id]"
              ]
            }
          }
        }
      }
    }
  },
  "operations": {
    "getTokenAccount": {
      "operationId": "getTokenAccount",
      "method": "GET",
      "path": "/v1/api/auth",
      "at": "#/paths/~1v1~1api~1auth/get",
      "internal": false,
      "security": "gateway_token",
      "parameters": [],
      "replies": {
        "200": {
          "at": "#/components/responses/TokenAccount",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/TokenAccount/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "401": {
          "at": "#/components/responses/TokenRefused",
          "content": {
            "mediaType": "application/json",
            "at": "#/components/responses/TokenRefused/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
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
    "getTokenAccountAlias": {
      "operationId": "getTokenAccountAlias",
      "method": "GET",
      "path": "/v1/auth",
      "at": "#/paths/~1v1~1auth/get",
      "internal": false,
      "security": "gateway_token",
      "parameters": [],
      "replies": {
        "200": {
          "at": "#/paths/~1v1~1auth/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1auth/get/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "deprecation": "@1795305600"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "401": {
          "at": "#/paths/~1v1~1auth/get/responses/401",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1auth/get/responses/401/content/application~1json"
          },
          "constantHeaders": {
            "deprecation": "@1795305600"
          },
          "variableHeaders": [
            "www-authenticate"
          ],
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
    "issueGatewayToken": {
      "operationId": "issueGatewayToken",
      "method": "POST",
      "path": "/v1/frontend/auth",
      "at": "#/paths/~1v1~1frontend~1auth/post",
      "internal": true,
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1v1~1frontend~1auth/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1v1~1frontend~1auth/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/paths/~1v1~1frontend~1auth/post/responses/400",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth/post/responses/400/content/application~1json"
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
    },
    "describeGatewayToken": {
      "operationId": "describeGatewayToken",
      "method": "PUT",
      "path": "/v1/frontend/auth",
      "at": "#/paths/~1v1~1frontend~1auth/put",
      "internal": true,
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1v1~1frontend~1auth/put/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1v1~1frontend~1auth/put/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth/put/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/paths/~1v1~1frontend~1auth/put/responses/400",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth/put/responses/400/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/paths/~1v1~1frontend~1auth/put/responses/404",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth/put/responses/404/content/application~1json"
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
    },
    "listGatewayTokens": {
      "operationId": "listGatewayTokens",
      "method": "GET",
      "path": "/v1/frontend/auth/{account_id}",
      "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/get",
      "internal": true,
      "parameters": [
        {
          "name": "account_id",
          "in": "path",
          "required": true,
          "at": "#/components/parameters/AccountId"
        },
        {
          "name": "state",
          "in": "query",
          "required": false,
          "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/get/parameters/1"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
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
    "revokeGatewayToken": {
      "operationId": "revokeGatewayToken",
      "method": "DELETE",
      "path": "/v1/frontend/auth/{account_id}",
      "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete",
      "internal": true,
      "parameters": [
        {
          "name": "account_id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/parameters/0"
        },
        {
          "name": "token_link",
          "in": "query",
          "required": false,
          "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/parameters/1"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/responses/400",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/responses/400/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/responses/404",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1v1~1frontend~1auth~1%7Baccount_id%7D/delete/responses/404/content/application~1json"
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
  "securitySchemes": [
    "gateway_token"
  ],
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
