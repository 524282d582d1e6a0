// Written by "npm run generate" from openapi/. Do not edit.

import type { Contract } from '../../src/contract/contract.js'

/** The contract openapi/operator.yaml as a value. */
export const operator: Contract = {
  "name": "operator",
  "document": {
    "openapi": "3.1.0",
    "info": {
      "title": "Operator",
      "version": "1.0.0",
      "summary": "Issue, rotate and revoke what the token APIs authenticate.",
      "description": "Issues, rotates and revokes the credentials of the five token APIs: broker users and their accounts, access keys of partners, users of the\nsecurity management application, bearer tokens of gateway accounts, and the keys that sign tokens. All operations are internal and need an\noperator key.\n\n**Operator keys** are sent as `Authorization: Bearer <key>`. A `viewer` may read. An `admin` may also make changes.\n\n**Audit.** Every change and every refused change of an operator is an audit event, and so is every failed sign-in: see\n`GET /operator/v1/audit-events`. `x-audit-action` names the action of an operation.\n\n**Secrets** are shown once, in the answer of the call that creates them. Lists show their last characters.\n\n**Existing credentials.** Every creating operation accepts the values of credentials that exist already, and `POST /operator/v1/imports`\naccepts many at a time, so that partners keep their credentials.\n\n**Lists** are newest first. Send `limit` (50 by default, 200 at most), and the `nextCursor` of a page as `cursor` to get the next page. Items\nthat are added meanwhile do not change the pages. A `nextCursor` of `null` means the end.\n\n**Failures** are problems of RFC 9457 (`application/problem+json`) with a stable `type`. Unknown keys and unknown query parameters are\nrefused with 400.\n",
      "contact": {
        "name": "Platform operations"
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
        "name": "Broker users",
        "description": "Users who sign in at `POST /api/token`, their secrets and accounts."
      },
      {
        "name": "Access keys",
        "description": "Credentials of partners, who log in at `POST /login`."
      },
      {
        "name": "Security users",
        "description": "Users who sign in at `POST /api/v2/auth/token`."
      },
      {
        "name": "Gateway tokens",
        "description": "Bearer tokens of gateway accounts."
      },
      {
        "name": "Introspection",
        "description": "Whether a token is valid, and what it stands for."
      },
      {
        "name": "Signing keys",
        "description": "The keys that sign JSON Web Tokens."
      },
      {
        "name": "Operators",
        "description": "The callers of this API and their keys."
      },
      {
        "name": "Audit",
        "description": "The record of changes and failed sign-ins."
      },
      {
        "name": "Import",
        "description": "Existing credentials of other systems."
      }
    ],
    "x-example-clock": "2026-01-15T10:00:00Z",
    "x-closed-parameters": true,
    "x-body-limit": 16384,
    "paths": {
      "/operator/v1/introspect": {
        "post": {
          "operationId": "introspectToken",
          "tags": [
            "Introspection"
          ],
          "summary": "Introspect a token of any API",
          "description": "Answers whether a token of any of the APIs is valid, and what it stands for, as RFC 7662 describes. For resource servers.\n\nSend the token in a JSON body. An active token is answered with its API, its subject and its times. An inactive token is answered with\n`active: false` and nothing else, whatever the reason.\n\nIntrospection knows what a JWT itself cannot tell: a token of `partner-login` is inactive once its access key is revoked or expired, a\ntoken of `broker-token` once its user is deactivated, and a token of `security-management` once its session has ended.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "none",
          "x-authorization-examples": {
            "active": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "requestBody": {
            "required": true,
            "description": "The token.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PresentedToken"
                },
                "examples": {
                  "active": {
                    "summary": "A gateway token",
                    "value": {
                      "token": "twg_GatewayAccount1DemoTokenIsActive2qte6G"
                    }
                  },
                  "inactive": {
                    "summary": "A token that was never issued",
                    "value": {
                      "token": "twg_ThisTokenHasNeverBeenIssued000002a3IWb"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "Whether the token is active, and what it stands for.",
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
                    "$ref": "#/components/schemas/Introspection"
                  },
                  "examples": {
                    "active": {
                      "summary": "A gateway token",
                      "value": {
                        "active": true,
                        "api": "gateway-tokens",
                        "sub": "GATEWAY_ACCOUNT_1",
                        "clientId": "b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01",
                        "iat": 1444377600
                      }
                    },
                    "inactive": {
                      "summary": "A token that is not active",
                      "value": {
                        "active": false
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/broker-users": {
        "post": {
          "operationId": "createBrokerUser",
          "tags": [
            "Broker users"
          ],
          "summary": "Create a broker user",
          "description": "Creates a broker user, who signs in at `POST /api/token`, and its accounts. Answers the user with its credentials. The `secret` is shown\nhere and at a rotation, and never again.\n\nSend a `name`, and the `accounts` in their order. To keep existing credentials, send `hash` and `secret`, and the `aToken` of each account.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "broker-user.create",
          "x-authorization-examples": {
            "created": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "The name and the accounts, and existing credentials if there are any.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BrokerUserCreation"
                },
                "examples": {
                  "created": {
                    "summary": "A user with one account",
                    "value": {
                      "name": "Broker GmbH",
                      "accounts": [
                        {
                          "name": "Hauptstelle"
                        }
                      ]
                    }
                  },
                  "imported": {
                    "summary": "A user with existing credentials",
                    "value": {
                      "name": "Altbestand AG",
                      "hash": "hash-of-an-existing-partner",
                      "secret": "secret-of-an-existing-partner",
                      "accounts": [
                        {
                          "name": "Zentrale",
                          "aToken": "existing-account-token-0001"
                        }
                      ]
                    }
                  },
                  "taken": {
                    "summary": "A hash that another user has",
                    "value": {
                      "name": "Somebody else",
                      "hash": "bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68",
                      "secret": "another-secret"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "201": {
              "description": "The new broker user, with its credentials.",
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
                    "$ref": "#/components/schemas/NewBrokerUser"
                  },
                  "examples": {
                    "created": {
                      "summary": "A user with one account",
                      "value": {
                        "id": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01",
                        "name": "Broker GmbH",
                        "active": true,
                        "hash": "2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f",
                        "secret": "tws_SecretOfTheNewBrokerUserxxxxxxxxxxxx",
                        "accounts": [
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01",
                            "name": "Hauptstelle",
                            "aToken": "act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx"
                          }
                        ],
                        "createdAt": "2026-01-15T10:00:00.000Z"
                      },
                      "x-volatile": [
                        "/id",
                        "/hash",
                        "/secret",
                        "/accounts/0/id",
                        "/accounts/0/aToken"
                      ]
                    },
                    "imported": {
                      "summary": "A user with existing credentials",
                      "value": {
                        "id": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01",
                        "name": "Altbestand AG",
                        "active": true,
                        "hash": "hash-of-an-existing-partner",
                        "secret": "secret-of-an-existing-partner",
                        "accounts": [
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01",
                            "name": "Zentrale",
                            "aToken": "existing-account-token-0001"
                          }
                        ],
                        "createdAt": "2026-01-15T10:00:00.000Z"
                      },
                      "x-volatile": [
                        "/id",
                        "/accounts/0/id"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "409": {
              "description": "The hash or an aToken belongs to another user.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "taken": {
                      "summary": "A hash that another user has",
                      "value": {
                        "type": "urn:tokenwright:problem:already-exists",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "Another broker user has this hash, or one of these account tokens."
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
        "get": {
          "operationId": "listBrokerUsers",
          "tags": [
            "Broker users"
          ],
          "summary": "List broker users",
          "description": "Answers a page of broker users, newest first. Secrets are shown by their last characters.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "listed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "$ref": "#/components/parameters/Limit"
            },
            {
              "$ref": "#/components/parameters/Cursor"
            }
          ],
          "responses": {
            "200": {
              "description": "A page of broker users, newest first.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/BrokerUserPage"
                  },
                  "examples": {
                    "listed": {
                      "summary": "The newest one",
                      "value": {
                        "items": [
                          {
                            "id": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b03",
                            "name": "A broker whose secret is being rotated",
                            "active": true,
                            "hashHint": "4f73",
                            "secrets": [
                              {
                                "hint": "-new",
                                "createdAt": "2026-01-15T09:00:00.000Z",
                                "expiresAt": null
                              },
                              {
                                "hint": "-old",
                                "createdAt": "2025-11-03T08:30:00.000Z",
                                "expiresAt": "2026-01-16T09:00:00.000Z"
                              }
                            ],
                            "accounts": [],
                            "createdAt": "2025-11-03T08:30:00.000Z"
                          }
                        ],
                        "nextCursor": "n100"
                      },
                      "x-volatile": [
                        "/nextCursor"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/broker-users/{id}": {
        "get": {
          "operationId": "getBrokerUser",
          "tags": [
            "Broker users"
          ],
          "summary": "Show a broker user",
          "description": "Answers a broker user with its accounts. Secrets are shown by their last characters.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "shown": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the broker user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "shown": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The broker user.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/BrokerUser"
                  },
                  "examples": {
                    "shown": {
                      "summary": "A user with two accounts",
                      "value": {
                        "id": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01",
                        "name": "A broker of the operator examples",
                        "active": true,
                        "hashHint": "4f71",
                        "secrets": [
                          {
                            "hint": "cret",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": null
                          }
                        ],
                        "accounts": [
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01",
                            "name": "Hauptstelle",
                            "aTokenHint": "Mn4B"
                          },
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c02",
                            "name": "Zweigstelle",
                            "aTokenHint": "Kp9D"
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
        "patch": {
          "operationId": "updateBrokerUser",
          "tags": [
            "Broker users"
          ],
          "summary": "Rename, deactivate or activate a broker user",
          "description": "Renames, deactivates or activates a broker user, and answers the user as it is now. Send `name`, `active` or both.\n\nA deactivated user gets no token, and its tokens are refused at once.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "broker-user.update",
          "x-authorization-examples": {
            "deactivated": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the broker user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "deactivated": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                }
              }
            }
          ],
          "requestBody": {
            "required": true,
            "description": "The changes.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BrokerUserChange"
                },
                "examples": {
                  "deactivated": {
                    "summary": "Deactivate",
                    "value": {
                      "active": false
                    }
                  },
                  "unknown": {
                    "summary": "A user who does not exist",
                    "value": {
                      "active": false
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The broker user as it is now.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/BrokerUser"
                  },
                  "examples": {
                    "deactivated": {
                      "summary": "Deactivated",
                      "value": {
                        "id": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01",
                        "name": "A broker of the operator examples",
                        "active": false,
                        "hashHint": "4f71",
                        "secrets": [
                          {
                            "hint": "cret",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": null
                          }
                        ],
                        "accounts": [
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01",
                            "name": "Hauptstelle",
                            "aTokenHint": "Mn4B"
                          },
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c02",
                            "name": "Zweigstelle",
                            "aTokenHint": "Kp9D"
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
        "delete": {
          "operationId": "deleteBrokerUser",
          "tags": [
            "Broker users"
          ],
          "summary": "Delete a broker user",
          "description": "Deletes a broker user with its secrets and accounts. Tokens of the user are refused at once.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "broker-user.delete",
          "x-authorization-examples": {
            "removed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the broker user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "removed": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b02"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                }
              }
            }
          ],
          "responses": {
            "204": {
              "description": "The broker user is deleted.",
              "x-answers": [
                "removed"
              ],
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
      "/operator/v1/broker-users/{id}/rotate-secret": {
        "post": {
          "operationId": "rotateBrokerSecret",
          "tags": [
            "Broker users"
          ],
          "summary": "Rotate the secret of a broker user",
          "description": "Creates a new secret for a broker user and answers it. The secret is never shown again.\n\nSend `overlapSeconds` to say for how long the earlier secret stays valid, so that a partner can change over without a refused call. The\ndefault is a day. `0` ends every earlier secret at once, as after a leak.\n\nWhile two secrets are valid, a further rotation is refused with 409, unless its `overlapSeconds` is `0`.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "broker-user.rotate-secret",
          "x-authorization-examples": {
            "rotated": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the broker user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "rotated": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "underWay": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b03"
                }
              }
            }
          ],
          "requestBody": {
            "required": false,
            "description": "For how long the earlier secret stays valid.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecretRotation"
                },
                "examples": {
                  "rotated": {
                    "summary": "An hour to change over",
                    "value": {
                      "overlapSeconds": 3600
                    }
                  },
                  "unknown": {
                    "summary": "A user who does not exist",
                    "value": {}
                  },
                  "underWay": {
                    "summary": "A user whose secret is being rotated",
                    "value": {}
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The broker user with its new secret.",
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
                    "$ref": "#/components/schemas/RotatedBrokerUser"
                  },
                  "examples": {
                    "rotated": {
                      "summary": "An hour to change over",
                      "value": {
                        "id": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01",
                        "name": "A broker of the operator examples",
                        "active": true,
                        "hashHint": "4f71",
                        "secrets": [
                          {
                            "hint": "xxxx",
                            "createdAt": "2026-01-15T10:00:00.000Z",
                            "expiresAt": null
                          },
                          {
                            "hint": "cret",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": "2026-01-15T11:00:00.000Z"
                          }
                        ],
                        "accounts": [
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01",
                            "name": "Hauptstelle",
                            "aTokenHint": "Mn4B"
                          },
                          {
                            "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c02",
                            "name": "Zweigstelle",
                            "aTokenHint": "Kp9D"
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z",
                        "secret": "tws_SecretOfTheBrokerUserxxxxxxxxxxxxxxx"
                      },
                      "x-volatile": [
                        "/secret",
                        "/secrets/0/hint"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "A rotation is in progress.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "underWay": {
                      "summary": "Two secrets are valid",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "A rotation is under way: an earlier secret is still valid. Wait, or end it at once with overlapSeconds 0.",
                        "state": "rotating"
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
      "/operator/v1/broker-users/{id}/accounts": {
        "post": {
          "operationId": "addBrokerAccount",
          "tags": [
            "Broker users"
          ],
          "summary": "Add an account to a broker user",
          "description": "Adds an account to a broker user and answers it. The account comes last in the user's list.\n\nSend a `name`. To keep an existing account token, send `aToken`.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "broker-user.add-account",
          "x-authorization-examples": {
            "added": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the broker user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "added": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "taken": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
                }
              }
            }
          ],
          "requestBody": {
            "required": true,
            "description": "The account.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BrokerAccountCreation"
                },
                "examples": {
                  "added": {
                    "summary": "An account",
                    "value": {
                      "name": "Filiale"
                    }
                  },
                  "unknown": {
                    "summary": "A user who does not exist",
                    "value": {
                      "name": "Filiale"
                    }
                  },
                  "taken": {
                    "summary": "An aToken that another account has",
                    "value": {
                      "name": "Filiale",
                      "aToken": "act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "201": {
              "description": "The new account.",
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
                    "$ref": "#/components/schemas/BrokerAccount"
                  },
                  "examples": {
                    "added": {
                      "summary": "An account",
                      "value": {
                        "id": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01",
                        "name": "Filiale",
                        "aToken": "act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx"
                      },
                      "x-volatile": [
                        "/id",
                        "/aToken"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "Another account has this aToken.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "taken": {
                      "summary": "An aToken that another account has",
                      "value": {
                        "type": "urn:tokenwright:problem:already-exists",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "Another account has this account token."
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
      "/operator/v1/broker-users/{id}/accounts/{accountId}": {
        "delete": {
          "operationId": "deleteBrokerAccount",
          "tags": [
            "Broker users"
          ],
          "summary": "Delete an account of a broker user",
          "description": "Deletes an account of a broker user.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "broker-user.delete-account",
          "x-authorization-examples": {
            "removed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the broker user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "removed": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
                },
                "unknown": {
                  "value": "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
                }
              }
            },
            {
              "name": "accountId",
              "in": "path",
              "required": true,
              "description": "The id of the account.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "removed": {
                  "value": "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c02"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                }
              }
            }
          ],
          "responses": {
            "204": {
              "description": "The account is deleted.",
              "x-answers": [
                "removed"
              ],
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
      "/operator/v1/access-keys": {
        "post": {
          "operationId": "createAccessKey",
          "tags": [
            "Access keys"
          ],
          "summary": "Create an access key",
          "description": "Creates an access key, with which a partner logs in at `POST /login`, and answers it with its `secret`. The secret is shown here and at a\nrotation, and never again. The key is `pending` until it is activated.\n\nSend `name`, `account` (claim `ca`) and `company` (claim `cid`), and optionally `userId` (claim `uid`, a new one by default), `roles` (claim\n`ar`) and `expiresAt`. To keep existing credentials, send `accessKey` and `secret`.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "access-key.create",
          "x-authorization-examples": {
            "created": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "The name and the claims of the key, and existing credentials if there are any.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessKeyCreation"
                },
                "examples": {
                  "created": {
                    "summary": "A pending key",
                    "value": {
                      "name": "Point of sale",
                      "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                      "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                      "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                      "roles": [
                        "Partner"
                      ]
                    }
                  },
                  "taken": {
                    "summary": "An access key that exists",
                    "value": {
                      "name": "Somebody else",
                      "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                      "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                      "accessKey": "986d8167a9b9a15e37db4ab4ad50877b01347a94",
                      "secret": "another-secret"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "201": {
              "description": "The new access key, with its secret.",
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
                    "$ref": "#/components/schemas/NewAccessKey"
                  },
                  "examples": {
                    "created": {
                      "summary": "A pending key",
                      "value": {
                        "id": "45771ea1-b012-4b80-8ba4-49891c5d8e01",
                        "accessKey": "c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0",
                        "name": "Point of sale",
                        "state": "pending",
                        "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                        "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                        "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                        "roles": [
                          "Partner"
                        ],
                        "expiresAt": null,
                        "secrets": [
                          {
                            "hint": "xxxx",
                            "createdAt": "2026-01-15T10:00:00.000Z",
                            "expiresAt": null
                          }
                        ],
                        "createdAt": "2026-01-15T10:00:00.000Z",
                        "secret": "SecretOfTheNewAccessKeyxxxxxxxxxxxxxxxxxxxxxxxxxx"
                      },
                      "x-volatile": [
                        "/id",
                        "/accessKey",
                        "/secret",
                        "/secrets/0/hint"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "409": {
              "description": "The access key exists.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "taken": {
                      "summary": "An access key that exists",
                      "value": {
                        "type": "urn:tokenwright:problem:already-exists",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "This access key exists."
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
        "get": {
          "operationId": "listAccessKeys",
          "tags": [
            "Access keys"
          ],
          "summary": "List access keys",
          "description": "Answers a page of access keys, newest first, of every state or of one. Secrets are shown by their last characters.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "listed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "$ref": "#/components/parameters/Limit"
            },
            {
              "$ref": "#/components/parameters/Cursor"
            },
            {
              "name": "state",
              "in": "query",
              "required": false,
              "description": "Only keys in this state.",
              "schema": {
                "$ref": "#/components/schemas/AccessKeyState"
              }
            }
          ],
          "responses": {
            "200": {
              "description": "A page of access keys, newest first.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccessKeyPage"
                  },
                  "examples": {
                    "listed": {
                      "summary": "The newest one",
                      "value": {
                        "items": [
                          {
                            "id": "45771ea1-b012-4b80-8ba4-49891c5d8e03",
                            "accessKey": "a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3",
                            "name": "A revoked access key of the operator examples",
                            "state": "revoked",
                            "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                            "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                            "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                            "roles": [
                              "Partner",
                              "PartnerAdmin"
                            ],
                            "expiresAt": null,
                            "secrets": [
                              {
                                "hint": "1234",
                                "createdAt": "2025-11-03T08:30:00.000Z",
                                "expiresAt": null
                              }
                            ],
                            "createdAt": "2025-11-03T08:30:00.000Z"
                          }
                        ],
                        "nextCursor": "n100"
                      },
                      "x-volatile": [
                        "/nextCursor"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/access-keys/{id}": {
        "get": {
          "operationId": "getAccessKey",
          "tags": [
            "Access keys"
          ],
          "summary": "Show an access key",
          "description": "Answers an access key. Secrets are shown by their last characters.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "shown": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the access key.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "shown": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e02"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The access key.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccessKey"
                  },
                  "examples": {
                    "shown": {
                      "summary": "An active key",
                      "value": {
                        "id": "45771ea1-b012-4b80-8ba4-49891c5d8e02",
                        "accessKey": "a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2",
                        "name": "An active access key of the operator examples",
                        "state": "active",
                        "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                        "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                        "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                        "roles": [
                          "Partner",
                          "PartnerAdmin"
                        ],
                        "expiresAt": null,
                        "secrets": [
                          {
                            "hint": "1234",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": null
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
        "patch": {
          "operationId": "updateAccessKey",
          "tags": [
            "Access keys"
          ],
          "summary": "Change name, roles or expiry of an access key",
          "description": "Changes the name, the roles or the expiry of an access key, and answers the key as it is now. A revoked key is refused with 409.\n\nTokens that were issued before keep their roles.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "access-key.update",
          "x-authorization-examples": {
            "updated": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the access key.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "updated": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e02"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "revoked": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e03"
                }
              }
            }
          ],
          "requestBody": {
            "required": true,
            "description": "The changes.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessKeyChange"
                },
                "examples": {
                  "updated": {
                    "summary": "Set an expiry",
                    "value": {
                      "expiresAt": "2027-01-01T00:00:00Z"
                    }
                  },
                  "unknown": {
                    "summary": "A key that does not exist",
                    "value": {
                      "name": "New name"
                    }
                  },
                  "revoked": {
                    "summary": "A revoked key",
                    "value": {
                      "name": "New name"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The access key as it is now.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccessKey"
                  },
                  "examples": {
                    "updated": {
                      "summary": "With an expiry",
                      "value": {
                        "id": "45771ea1-b012-4b80-8ba4-49891c5d8e02",
                        "accessKey": "a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2",
                        "name": "An active access key of the operator examples",
                        "state": "active",
                        "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                        "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                        "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                        "roles": [
                          "Partner",
                          "PartnerAdmin"
                        ],
                        "expiresAt": "2027-01-01T00:00:00.000Z",
                        "secrets": [
                          {
                            "hint": "1234",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": null
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "The key is revoked.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "revoked": {
                      "summary": "A revoked key",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "The access key is revoked.",
                        "state": "revoked"
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
      "/operator/v1/access-keys/{id}/activate": {
        "post": {
          "operationId": "activateAccessKey",
          "tags": [
            "Access keys"
          ],
          "summary": "Activate a pending access key",
          "description": "Activates a pending access key and answers it. A key in another state is refused with 409.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "access-key.activate",
          "x-authorization-examples": {
            "activated": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the access key.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "activated": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e01"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "active": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e02"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The access key as it is now.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccessKey"
                  },
                  "examples": {
                    "activated": {
                      "summary": "Activated",
                      "value": {
                        "id": "45771ea1-b012-4b80-8ba4-49891c5d8e01",
                        "accessKey": "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                        "name": "A pending access key of the operator examples",
                        "state": "active",
                        "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                        "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                        "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                        "roles": [
                          "Partner",
                          "PartnerAdmin"
                        ],
                        "expiresAt": null,
                        "secrets": [
                          {
                            "hint": "1234",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": null
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "The key is not pending.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "active": {
                      "summary": "A key that is active already",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "Only a pending access key can be activated.",
                        "state": "active"
                      }
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
      "/operator/v1/access-keys/{id}/revoke": {
        "post": {
          "operationId": "revokeAccessKey",
          "tags": [
            "Access keys"
          ],
          "summary": "Revoke an access key",
          "description": "Revokes an access key for good and answers it. A pending, an active and an expired key can be revoked; a revoked one is refused with 409.\n\nThe key cannot log in again, and its tokens introspect as inactive.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "access-key.revoke",
          "x-authorization-examples": {
            "revoked": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the access key.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "revoked": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e00"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "again": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e03"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The access key as it is now.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AccessKey"
                  },
                  "examples": {
                    "revoked": {
                      "summary": "Revoked",
                      "value": {
                        "id": "45771ea1-b012-4b80-8ba4-49891c5d8e00",
                        "accessKey": "a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0",
                        "name": "An access key that the operator examples revoke",
                        "state": "revoked",
                        "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                        "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                        "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                        "roles": [
                          "Partner",
                          "PartnerAdmin"
                        ],
                        "expiresAt": null,
                        "secrets": [
                          {
                            "hint": "1234",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": null
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "The key is revoked already.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "again": {
                      "summary": "A key that is revoked already",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "The access key is revoked.",
                        "state": "revoked"
                      }
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
      "/operator/v1/access-keys/{id}/rotate-secret": {
        "post": {
          "operationId": "rotateAccessKeySecret",
          "tags": [
            "Access keys"
          ],
          "summary": "Rotate the secret of an access key",
          "description": "Creates a new secret for an access key and answers it. The secret is never shown again.\n\nSend `overlapSeconds` to say for how long the earlier secret stays valid, so that a partner can change over without a refused call. The\ndefault is a day. `0` ends every earlier secret at once, as after a leak.\n\nWhile two secrets are valid, a further rotation is refused with 409, unless its `overlapSeconds` is `0`.\n\nA revoked key is refused with 409.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "access-key.rotate-secret",
          "x-authorization-examples": {
            "rotated": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the access key.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "rotated": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e02"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "revoked": {
                  "value": "45771ea1-b012-4b80-8ba4-49891c5d8e03"
                }
              }
            }
          ],
          "requestBody": {
            "required": false,
            "description": "For how long the earlier secret stays valid.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecretRotation"
                },
                "examples": {
                  "rotated": {
                    "summary": "An hour to change over",
                    "value": {
                      "overlapSeconds": 3600
                    }
                  },
                  "unknown": {
                    "summary": "A key that does not exist",
                    "value": {}
                  },
                  "revoked": {
                    "summary": "A revoked key",
                    "value": {}
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The access key with its new secret.",
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
                    "$ref": "#/components/schemas/RotatedAccessKey"
                  },
                  "examples": {
                    "rotated": {
                      "summary": "An hour to change over",
                      "value": {
                        "id": "45771ea1-b012-4b80-8ba4-49891c5d8e02",
                        "accessKey": "a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2",
                        "name": "An active access key of the operator examples",
                        "state": "active",
                        "userId": "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6",
                        "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                        "company": "29263739-2cf8-483d-af15-6151dc8448b4",
                        "roles": [
                          "Partner",
                          "PartnerAdmin"
                        ],
                        "expiresAt": null,
                        "secrets": [
                          {
                            "hint": "xxxx",
                            "createdAt": "2026-01-15T10:00:00.000Z",
                            "expiresAt": null
                          },
                          {
                            "hint": "1234",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "expiresAt": "2026-01-15T11:00:00.000Z"
                          }
                        ],
                        "createdAt": "2025-11-03T08:30:00.000Z",
                        "secret": "SecretOfTheAccessKeyxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                      },
                      "x-volatile": [
                        "/secret",
                        "/secrets/0/hint"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "A rotation is in progress, or the key is revoked.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "revoked": {
                      "summary": "A revoked key",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "The access key is revoked.",
                        "state": "revoked"
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
      "/operator/v1/security-users": {
        "post": {
          "operationId": "createSecurityUser",
          "tags": [
            "Security users"
          ],
          "summary": "Create a security user",
          "description": "Creates a user, who signs in at `POST /api/v2/auth/token`, and answers it. Where no password is sent, one is generated; it is shown here and\nnever again.\n\nSend a `username`, and optionally a `customerId` (a new one by default). To keep an existing password, send `password`, or its hash as\n`passwordHash`: Argon2id or scrypt in the PHC string format, or bcrypt. A hash with other parameters than this server's own Argon2id is\nreplaced at the next sign-in.\n\nA hash that is too expensive to verify is refused with 400: Argon2id with more than 1 GiB of memory, or more than 4 GiB over all iterations;\nscrypt with more than 128 MiB (128 · N · r · p bytes).\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "security-user.create",
          "x-authorization-examples": {
            "created": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "The user, and an existing password or its hash if there is one.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityUserCreation"
                },
                "examples": {
                  "created": {
                    "summary": "A generated password",
                    "value": {
                      "username": "grace.hopper@example.org",
                      "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7"
                    }
                  },
                  "imported": {
                    "summary": "A user with an existing password",
                    "value": {
                      "username": "alan.turing@example.org",
                      "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                      "passwordHash": "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
                    }
                  },
                  "taken": {
                    "summary": "A name that exists",
                    "value": {
                      "username": "Ethan.Buckley@DataStoreLtd.biz"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "201": {
              "description": "The new user, with the password if one was generated.",
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
                    "$ref": "#/components/schemas/NewSecurityUser"
                  },
                  "examples": {
                    "created": {
                      "summary": "A generated password",
                      "value": {
                        "uid": 1000,
                        "username": "grace.hopper@example.org",
                        "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                        "active": true,
                        "createdAt": "2026-01-15T10:00:00.000Z",
                        "password": "PasswordThatWasMadexx"
                      },
                      "x-volatile": [
                        "/uid",
                        "/password"
                      ]
                    },
                    "imported": {
                      "summary": "A user with an existing password",
                      "value": {
                        "uid": 1000,
                        "username": "alan.turing@example.org",
                        "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                        "active": true,
                        "createdAt": "2026-01-15T10:00:00.000Z"
                      },
                      "x-volatile": [
                        "/uid"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "409": {
              "description": "Another user has this name, whatever its case.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "taken": {
                      "summary": "A name that exists",
                      "value": {
                        "type": "urn:tokenwright:problem:already-exists",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "Another security user has this username."
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
        "get": {
          "operationId": "listSecurityUsers",
          "tags": [
            "Security users"
          ],
          "summary": "List security users",
          "description": "Answers a page of security users, newest first, or the user with one name.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "listed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "$ref": "#/components/parameters/Limit"
            },
            {
              "$ref": "#/components/parameters/Cursor"
            },
            {
              "name": "username",
              "in": "query",
              "required": false,
              "description": "Only the user of this name, whatever its case.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 255
              },
              "examples": {
                "listed": {
                  "value": "Leaving.User@datastoreltd.biz"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "A page of security users, newest first.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SecurityUserPage"
                  },
                  "examples": {
                    "listed": {
                      "summary": "The user of a name",
                      "value": {
                        "items": [
                          {
                            "uid": 158,
                            "username": "leaving.user@datastoreltd.biz",
                            "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                            "active": true,
                            "createdAt": "2025-11-03T08:30:00.000Z"
                          }
                        ],
                        "nextCursor": null
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/security-users/{uid}": {
        "get": {
          "operationId": "getSecurityUser",
          "tags": [
            "Security users"
          ],
          "summary": "Show a security user",
          "description": "Answers a security user. Nothing of the password is shown.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "shown": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "name": "uid",
              "in": "path",
              "required": true,
              "description": "The number of the user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20
              },
              "examples": {
                "shown": {
                  "value": "157"
                },
                "unknown": {
                  "value": "999999"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The user.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SecurityUser"
                  },
                  "examples": {
                    "shown": {
                      "summary": "A user",
                      "value": {
                        "uid": 157,
                        "username": "operated.user@datastoreltd.biz",
                        "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                        "active": true,
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
        "patch": {
          "operationId": "updateSecurityUser",
          "tags": [
            "Security users"
          ],
          "summary": "Deactivate or activate a security user, or set a new password",
          "description": "Deactivates or activates a security user or sets a new password, and answers the user as it is now. Send `active`, `password` or both.\n\nA new password and a deactivation end every session of the user at once.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "security-user.update",
          "x-authorization-examples": {
            "deactivated": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "uid",
              "in": "path",
              "required": true,
              "description": "The number of the user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20
              },
              "examples": {
                "deactivated": {
                  "value": "157"
                },
                "unknown": {
                  "value": "999999"
                }
              }
            }
          ],
          "requestBody": {
            "required": true,
            "description": "The changes.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityUserChange"
                },
                "examples": {
                  "deactivated": {
                    "summary": "Deactivate",
                    "value": {
                      "active": false
                    }
                  },
                  "unknown": {
                    "summary": "A user who does not exist",
                    "value": {
                      "active": false
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The user as it is now.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SecurityUser"
                  },
                  "examples": {
                    "deactivated": {
                      "summary": "Deactivated",
                      "value": {
                        "uid": 157,
                        "username": "operated.user@datastoreltd.biz",
                        "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                        "active": false,
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
        "delete": {
          "operationId": "deleteSecurityUser",
          "tags": [
            "Security users"
          ],
          "summary": "Delete a security user",
          "description": "Deletes a security user with its tokens.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "security-user.delete",
          "x-authorization-examples": {
            "removed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "uid",
              "in": "path",
              "required": true,
              "description": "The number of the user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20
              },
              "examples": {
                "removed": {
                  "value": "158"
                },
                "unknown": {
                  "value": "999999"
                }
              }
            }
          ],
          "responses": {
            "204": {
              "description": "The user is deleted.",
              "x-answers": [
                "removed"
              ],
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
      "/operator/v1/security-users/{uid}/end-sessions": {
        "post": {
          "operationId": "endSecurityUserSessions",
          "tags": [
            "Security users"
          ],
          "summary": "End every session of a security user",
          "description": "Ends every session of a security user and answers the user. Its refresh tokens are refused at once, and its access tokens introspect as\ninactive.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "security-user.end-sessions",
          "x-authorization-examples": {
            "ended": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "uid",
              "in": "path",
              "required": true,
              "description": "The number of the user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20
              },
              "examples": {
                "ended": {
                  "value": "157"
                },
                "unknown": {
                  "value": "999999"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The user.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SecurityUser"
                  },
                  "examples": {
                    "ended": {
                      "summary": "Sessions ended",
                      "value": {
                        "uid": 157,
                        "username": "operated.user@datastoreltd.biz",
                        "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                        "active": true,
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
      "/operator/v1/security-users/{uid}/unlock": {
        "post": {
          "operationId": "unlockSecurityUser",
          "tags": [
            "Security users"
          ],
          "summary": "Unlock a security user after failed sign-ins",
          "description": "Deletes the failed sign-ins of a security user, so that the user can sign in from every address without a wait, and answers the user.\n\nAn address with too many failures over all users still has to wait, for 20 seconds at most.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "security-user.unlock",
          "x-authorization-examples": {
            "unlocked": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "uid",
              "in": "path",
              "required": true,
              "description": "The number of the user.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 20
              },
              "examples": {
                "unlocked": {
                  "value": "157"
                },
                "unknown": {
                  "value": "999999"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The user.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SecurityUser"
                  },
                  "examples": {
                    "unlocked": {
                      "summary": "Unlocked",
                      "value": {
                        "uid": 157,
                        "username": "operated.user@datastoreltd.biz",
                        "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
                        "active": true,
                        "createdAt": "2025-11-03T08:30:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
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
      "/operator/v1/gateway-tokens": {
        "post": {
          "operationId": "createGatewayToken",
          "tags": [
            "Gateway tokens"
          ],
          "summary": "Issue a gateway token, or register an existing one",
          "description": "Issues a bearer token for a gateway account, as `POST /v1/frontend/auth` does, and answers it. The token is shown here and never again.\n\nSend `accountId` and `description`. To keep an existing bearer token, send it as `token`, with its `tokenLink` and `issuedAt` where they are\nknown. An existing token needs no checksum. One that has the prefix `twg_` and a wrong checksum is refused with 400, since the look-up would\nrefuse it as mistyped.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "gateway-token.create",
          "x-authorization-examples": {
            "created": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "The account and the description, and the existing token if there is one.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GatewayTokenCreation"
                },
                "examples": {
                  "created": {
                    "summary": "A new token",
                    "value": {
                      "accountId": "ANOTHER_ACCOUNT",
                      "description": "Token of the operator"
                    }
                  },
                  "taken": {
                    "summary": "A token that exists",
                    "value": {
                      "accountId": "OPERATED_ACCOUNT",
                      "description": "Token description",
                      "token": "twg_GatewayAccount1DemoTokenIsActive2qte6G"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "201": {
              "description": "The token, with its record.",
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
                    "$ref": "#/components/schemas/NewGatewayToken"
                  },
                  "examples": {
                    "created": {
                      "summary": "A new token",
                      "value": {
                        "tokenLink": "550e8400-e29b-41d4-a716-446655448001",
                        "accountId": "ANOTHER_ACCOUNT",
                        "description": "Token of the operator",
                        "createdBy": null,
                        "state": "active",
                        "hint": "twg_…1ITY",
                        "issuedAt": "2026-01-15T10:00:00.000Z",
                        "lastUsedAt": null,
                        "revokedAt": null,
                        "token": "twg_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000"
                      },
                      "x-volatile": [
                        "/tokenLink",
                        "/token",
                        "/hint"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "409": {
              "description": "The token or its link exists.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "taken": {
                      "summary": "A token that exists",
                      "value": {
                        "type": "urn:tokenwright:problem:already-exists",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "This token, or a token with this link, exists."
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
        "get": {
          "operationId": "searchGatewayTokens",
          "tags": [
            "Gateway tokens"
          ],
          "summary": "List gateway tokens",
          "description": "Answers a page of gateway tokens, newest first, of all accounts or of one, in every state or in one.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "listed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "$ref": "#/components/parameters/Limit"
            },
            {
              "$ref": "#/components/parameters/Cursor"
            },
            {
              "name": "accountId",
              "in": "query",
              "required": false,
              "description": "Only tokens of this account.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 255
              }
            },
            {
              "name": "state",
              "in": "query",
              "required": false,
              "description": "Only tokens in this state.",
              "schema": {
                "$ref": "#/components/schemas/GatewayTokenState"
              }
            }
          ],
          "responses": {
            "200": {
              "description": "A page of gateway tokens, newest first.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/GatewayTokenPage"
                  },
                  "examples": {
                    "listed": {
                      "summary": "The newest one",
                      "value": {
                        "items": [
                          {
                            "tokenLink": "550e8400-e29b-41d4-a716-446655448003",
                            "accountId": "OPERATED_ACCOUNT",
                            "description": "A token that the operator examples have revoked",
                            "createdBy": "somebody@example.gov.uk",
                            "state": "revoked",
                            "hint": "twg_…ptCg",
                            "issuedAt": "2025-11-03T08:30:00.000Z",
                            "lastUsedAt": null,
                            "revokedAt": "2025-12-01T10:00:00.000Z"
                          }
                        ],
                        "nextCursor": "n100"
                      },
                      "x-volatile": [
                        "/nextCursor"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/gateway-tokens/{tokenLink}/revoke": {
        "post": {
          "operationId": "revokeGatewayTokenByLink",
          "tags": [
            "Gateway tokens"
          ],
          "summary": "Revoke a gateway token",
          "description": "Revokes a gateway token by its link and answers it. The token is refused from the next look-up on. A revoked token is refused with 409.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "gateway-token.revoke",
          "x-authorization-examples": {
            "revoked": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "tokenLink",
              "in": "path",
              "required": true,
              "description": "The link of the token.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 255
              },
              "examples": {
                "revoked": {
                  "value": "550e8400-e29b-41d4-a716-446655448001"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "again": {
                  "value": "550e8400-e29b-41d4-a716-446655448003"
                }
              }
            }
          ],
          "responses": {
            "200": {
              "description": "The token as it is now.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/GatewayToken"
                  },
                  "examples": {
                    "revoked": {
                      "summary": "Revoked",
                      "value": {
                        "tokenLink": "550e8400-e29b-41d4-a716-446655448001",
                        "accountId": "OPERATED_ACCOUNT",
                        "description": "A token of the operator examples",
                        "createdBy": "somebody@example.gov.uk",
                        "state": "revoked",
                        "hint": "twg_…1ITY",
                        "issuedAt": "2025-11-03T08:30:00.000Z",
                        "lastUsedAt": null,
                        "revokedAt": "2026-01-15T10:00:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "The token is revoked already.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "again": {
                      "summary": "A token that is revoked already",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "The token is revoked.",
                        "state": "revoked"
                      }
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
      "/operator/v1/gateway-tokens/revoke-by-token": {
        "post": {
          "operationId": "revokeLeakedGatewayToken",
          "tags": [
            "Gateway tokens"
          ],
          "summary": "Revoke a gateway token that leaked",
          "description": "Revokes a gateway token by the token itself, such as one that was found in a log, and answers it. A revoked token is refused with 409.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "gateway-token.revoke",
          "x-authorization-examples": {
            "leaked": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "The token that leaked.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PresentedToken"
                },
                "examples": {
                  "leaked": {
                    "summary": "A leaked token",
                    "value": {
                      "token": "twg_OperatorExampleDemoTokenItLeaked3a0uZL"
                    }
                  },
                  "unknown": {
                    "summary": "A token that was never issued",
                    "value": {
                      "token": "twg_ThisTokenHasNeverBeenIssued000002a3IWb"
                    }
                  },
                  "again": {
                    "summary": "A token that is revoked already",
                    "value": {
                      "token": "twg_OperatorExampleDemoTokenRevoked138ptCg"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The token as it is now.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/GatewayToken"
                  },
                  "examples": {
                    "leaked": {
                      "summary": "Revoked",
                      "value": {
                        "tokenLink": "550e8400-e29b-41d4-a716-446655448002",
                        "accountId": "OPERATED_ACCOUNT",
                        "description": "A token of the operator examples that leaked",
                        "createdBy": "somebody@example.gov.uk",
                        "state": "revoked",
                        "hint": "twg_…0uZL",
                        "issuedAt": "2025-11-03T08:30:00.000Z",
                        "lastUsedAt": null,
                        "revokedAt": "2026-01-15T10:00:00.000Z"
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "The token is revoked already.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "again": {
                      "summary": "A token that is revoked already",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "The token is revoked.",
                        "state": "revoked"
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
      "/operator/v1/gateway-tokens/revoke-all": {
        "post": {
          "operationId": "revokeGatewayTokens",
          "tags": [
            "Gateway tokens"
          ],
          "summary": "Revoke many gateway tokens",
          "description": "Revokes the active tokens of an account, those issued before a time, or those to which both apply, and answers how many.\n\nSend `accountId`, `issuedBefore` or both. One call revokes 10,000 tokens at most. Call again while `more` is `true`.\n\nAfter a restore from a backup, revoke the tokens that were issued before the backup was taken: tokens revoked since then are active again.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "gateway-token.revoke-all",
          "x-authorization-examples": {
            "account": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "The tokens to revoke.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GatewayTokenSelection"
                },
                "examples": {
                  "account": {
                    "summary": "The tokens of an account",
                    "value": {
                      "accountId": "OPERATED_ACCOUNT"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The number of tokens that were revoked.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/BulkRevocation"
                  },
                  "examples": {
                    "account": {
                      "summary": "The tokens of an account",
                      "value": {
                        "revoked": 2,
                        "more": false
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
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
      "/operator/v1/signing-keys": {
        "get": {
          "operationId": "listSigningKeys",
          "tags": [
            "Signing keys"
          ],
          "summary": "List signing keys",
          "description": "Answers a page of signing keys, newest first, without their key material. A key is `published` (known to every instance, signs soon),\n`signing`, `verifying` (replaced; its tokens are valid until they expire) or `expired`.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "listed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "$ref": "#/components/parameters/Limit"
            },
            {
              "$ref": "#/components/parameters/Cursor"
            }
          ],
          "responses": {
            "200": {
              "description": "A page of signing keys, newest first.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SigningKeyPage"
                  },
                  "examples": {
                    "listed": {
                      "summary": "A key",
                      "value": {
                        "items": [
                          {
                            "id": "00000000-0000-4000-8000-000000000000",
                            "api": "broker-token",
                            "algorithm": "HS256",
                            "state": "published",
                            "createdAt": "2026-01-15T10:00:00.000Z",
                            "signsFrom": "2026-01-15T10:00:10.000Z",
                            "expiresAt": null
                          }
                        ],
                        "nextCursor": null
                      },
                      "x-volatile": [
                        "/items",
                        "/nextCursor"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/signing-keys/{api}/rotate": {
        "post": {
          "operationId": "rotateSigningKey",
          "tags": [
            "Signing keys"
          ],
          "summary": "Rotate the signing key of an API",
          "description": "Creates a new signing key for an API and answers it. The key is published first and signs some seconds later, when every instance knows it.\nNo restart is needed. Tokens that were signed before stay valid until they expire.\n\nSend `overlapSeconds` to end the earlier keys sooner. With `0`, as after a leak, the new key signs at once and every earlier token is refused\nwithin seconds.\n\nWhile a rotation is in progress, a further one is refused with 409, unless its `overlapSeconds` is `0`.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "signing-key.rotate",
          "x-authorization-examples": {
            "rotated": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "api",
              "in": "path",
              "required": true,
              "description": "The API, by the name of its contract.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "rotated": {
                  "value": "broker-token"
                },
                "unknown": {
                  "value": "gateway-tokens"
                },
                "underWay": {
                  "value": "broker-token"
                }
              }
            }
          ],
          "requestBody": {
            "required": false,
            "description": "For how long earlier keys verify.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SigningKeyRotation"
                },
                "examples": {
                  "rotated": {
                    "summary": "Until the last token has expired",
                    "value": {}
                  },
                  "unknown": {
                    "summary": "An API without signing keys",
                    "value": {}
                  },
                  "underWay": {
                    "summary": "A second rotation",
                    "value": {}
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The new key.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/SigningKey"
                  },
                  "examples": {
                    "rotated": {
                      "summary": "A new key for broker tokens",
                      "value": {
                        "id": "00000000-0000-4000-8000-000000000000",
                        "api": "broker-token",
                        "algorithm": "HS256",
                        "state": "published",
                        "createdAt": "2026-01-15T10:00:00.000Z",
                        "signsFrom": "2026-01-15T10:00:10.000Z",
                        "expiresAt": null
                      },
                      "x-volatile": [
                        "/id"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "A rotation is in progress.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "underWay": {
                      "summary": "A key is published that does not sign yet",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "A rotation is under way: a published key does not sign yet. Wait some seconds, or replace every key at once with overlapSeconds 0.",
                        "state": "published"
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
      "/operator/v1/operators": {
        "post": {
          "operationId": "createOperator",
          "tags": [
            "Operators"
          ],
          "summary": "Create an operator",
          "description": "Creates an operator and answers it with its key. The key is shown here and never again.\n\nSend a unique `name` and a `role`: an `admin` may do everything, a `viewer` may read.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "operator.create",
          "x-authorization-examples": {
            "created": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "Name and role.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OperatorCreation"
                },
                "examples": {
                  "created": {
                    "summary": "A viewer",
                    "value": {
                      "name": "Monitoring",
                      "role": "viewer"
                    }
                  },
                  "taken": {
                    "summary": "A name that exists",
                    "value": {
                      "name": "demo viewer",
                      "role": "viewer"
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "201": {
              "description": "The new operator, with its key.",
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
                    "$ref": "#/components/schemas/NewOperator"
                  },
                  "examples": {
                    "created": {
                      "summary": "A viewer",
                      "value": {
                        "id": "7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01",
                        "name": "Monitoring",
                        "role": "viewer",
                        "hint": "two_…xxxx",
                        "createdAt": "2026-01-15T10:00:00.000Z",
                        "lastUsedAt": null,
                        "key": "two_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000"
                      },
                      "x-volatile": [
                        "/id",
                        "/key",
                        "/hint"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "409": {
              "description": "Another operator has this name.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "taken": {
                      "summary": "A name that exists",
                      "value": {
                        "type": "urn:tokenwright:problem:already-exists",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "Another operator has this name."
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
        "get": {
          "operationId": "listOperators",
          "tags": [
            "Operators"
          ],
          "summary": "List operators",
          "description": "Answers a page of operators, newest first. Keys are shown by their prefix and last characters.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "listed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "$ref": "#/components/parameters/Limit"
            },
            {
              "$ref": "#/components/parameters/Cursor"
            }
          ],
          "responses": {
            "200": {
              "description": "A page of operators, newest first.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/OperatorPage"
                  },
                  "examples": {
                    "listed": {
                      "summary": "The newest one",
                      "value": {
                        "items": [
                          {
                            "id": "7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02",
                            "name": "demo viewer",
                            "role": "viewer",
                            "hint": "two_…xEYN",
                            "createdAt": "2025-11-03T08:30:00.000Z",
                            "lastUsedAt": null
                          }
                        ],
                        "nextCursor": "n100"
                      },
                      "x-volatile": [
                        "/nextCursor"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/operators/{id}": {
        "delete": {
          "operationId": "deleteOperator",
          "tags": [
            "Operators"
          ],
          "summary": "Delete an operator",
          "description": "Deletes an operator. Its key is refused at once.\n\nThe last admin is refused with 409, and so is the operator `environment`, whose key is in the configuration.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "operator.delete",
          "x-authorization-examples": {
            "removed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "parameters": [
            {
              "name": "id",
              "in": "path",
              "required": true,
              "description": "The id of the operator.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64
              },
              "examples": {
                "removed": {
                  "value": "7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02"
                },
                "unknown": {
                  "value": "00000000-0000-4000-8000-000000000000"
                },
                "lastAdmin": {
                  "value": "7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01"
                }
              }
            }
          ],
          "responses": {
            "204": {
              "description": "The operator is deleted.",
              "x-answers": [
                "removed"
              ],
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
            },
            "404": {
              "$ref": "#/components/responses/NotFound"
            },
            "409": {
              "description": "The operator is the last admin, or the operator of the configuration.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/problem+json": {
                  "schema": {
                    "$ref": "#/components/schemas/Problem"
                  },
                  "examples": {
                    "lastAdmin": {
                      "summary": "The last admin",
                      "value": {
                        "type": "urn:tokenwright:problem:wrong-state",
                        "title": "Conflict",
                        "status": 409,
                        "detail": "The last admin cannot be removed.",
                        "state": "last-admin"
                      }
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
      "/operator/v1/audit-events": {
        "get": {
          "operationId": "listAuditEvents",
          "tags": [
            "Audit"
          ],
          "summary": "List audit events",
          "description": "Answers a page of audit events, newest first: who did what to what, when, from which address and with which result.\n\nFilter by `subject`, `action` and `since`. Events are never changed. They are deleted when they are older than the retention period.\n",
          "security": [
            {
              "operator_key": [
                "viewer"
              ]
            }
          ],
          "x-internal": true,
          "x-authorization-examples": {
            "listed": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null
          },
          "parameters": [
            {
              "$ref": "#/components/parameters/Limit"
            },
            {
              "$ref": "#/components/parameters/Cursor"
            },
            {
              "name": "subject",
              "in": "query",
              "required": false,
              "description": "Only events about this: an id, a token link, the number of a user, or the name of an API.",
              "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": 255
              }
            },
            {
              "name": "action",
              "in": "query",
              "required": false,
              "description": "Only events of this action.",
              "schema": {
                "$ref": "#/components/schemas/AuditAction"
              }
            },
            {
              "name": "since",
              "in": "query",
              "required": false,
              "description": "Only events at or after this time.",
              "schema": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          ],
          "responses": {
            "200": {
              "description": "A page of audit events, newest first.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/AuditEventPage"
                  },
                  "examples": {
                    "listed": {
                      "summary": "Some events",
                      "value": {
                        "items": [],
                        "nextCursor": null
                      },
                      "x-volatile": [
                        "/items",
                        "/nextCursor"
                      ]
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
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
      "/operator/v1/imports": {
        "post": {
          "operationId": "importCredentials",
          "tags": [
            "Import"
          ],
          "summary": "Import existing credentials",
          "description": "Imports up to 1,000 existing credentials of any kind, and answers the result of each row.\n\nSend the `rows`. Each row is imported on its own: a row that is refused does not stop the others. The same rows can be sent again without any\nchange, so that an interrupted import is repeated as a whole. A row whose credential exists with other values is refused and never\noverwritten.\n\nWith `dryRun` the rows are checked and nothing is kept.\n\nThe whole request is refused with 400 only where a row does not have the form of its kind, such as a missing key, an unknown key or a date\nthat does not exist.\n",
          "security": [
            {
              "operator_key": [
                "admin"
              ]
            }
          ],
          "x-internal": true,
          "x-audit-action": "credential.import",
          "x-body-limit": 4194304,
          "x-authorization-examples": {
            "imported": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN",
            "noKey": null,
            "viewer": "Bearer two_DemoViewerOperatorKeyTokenwright3zxEYN"
          },
          "requestBody": {
            "required": true,
            "description": "The rows.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ImportBatch"
                },
                "examples": {
                  "imported": {
                    "summary": "One of each kind",
                    "value": {
                      "rows": [
                        {
                          "type": "broker-user",
                          "name": "Altbestand AG",
                          "hash": "hash-of-an-imported-partner",
                          "secret": "secret-of-an-imported-partner"
                        },
                        {
                          "type": "access-key",
                          "name": "Terminal 7",
                          "accessKey": "e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7",
                          "secret": "secret-of-an-imported-access-key",
                          "account": "0ea70001-0f58-44a2-80ad-953633ff2cc7",
                          "company": "29263739-2cf8-483d-af15-6151dc8448b4"
                        },
                        {
                          "type": "security-user",
                          "username": "imported.user@example.org",
                          "passwordHash": "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
                        },
                        {
                          "type": "gateway-token",
                          "token": "api_live_imported0000000000000000",
                          "accountId": "IMPORTED_ACCOUNT",
                          "description": "Token from before"
                        }
                      ]
                    }
                  },
                  "dryRun": {
                    "summary": "A dry run",
                    "value": {
                      "dryRun": true,
                      "rows": [
                        {
                          "type": "broker-user",
                          "name": "Judged only",
                          "hash": "hash-that-is-judged-only",
                          "secret": "secret-that-is-judged-only"
                        },
                        {
                          "type": "broker-user",
                          "name": "Somebody else",
                          "hash": "bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68",
                          "secret": "another-secret"
                        }
                      ]
                    }
                  }
                }
              }
            }
          },
          "responses": {
            "200": {
              "description": "The result of each row.",
              "headers": {
                "X-Request-Id": {
                  "$ref": "#/components/headers/RequestId"
                }
              },
              "content": {
                "application/json": {
                  "schema": {
                    "$ref": "#/components/schemas/ImportReport"
                  },
                  "examples": {
                    "imported": {
                      "summary": "One of each kind",
                      "value": {
                        "created": 4,
                        "existing": 0,
                        "refused": 0,
                        "results": [
                          {
                            "row": 0,
                            "outcome": "created",
                            "reason": null
                          },
                          {
                            "row": 1,
                            "outcome": "created",
                            "reason": null
                          },
                          {
                            "row": 2,
                            "outcome": "created",
                            "reason": null
                          },
                          {
                            "row": 3,
                            "outcome": "created",
                            "reason": null
                          }
                        ]
                      }
                    },
                    "dryRun": {
                      "summary": "A dry run",
                      "value": {
                        "created": 1,
                        "existing": 0,
                        "refused": 1,
                        "results": [
                          {
                            "row": 0,
                            "outcome": "created",
                            "reason": null
                          },
                          {
                            "row": 1,
                            "outcome": "refused",
                            "reason": "another broker user has this hash"
                          }
                        ]
                      }
                    }
                  }
                }
              }
            },
            "400": {
              "$ref": "#/components/responses/InvalidRequest"
            },
            "401": {
              "$ref": "#/components/responses/Unauthorized"
            },
            "403": {
              "$ref": "#/components/responses/Forbidden"
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
        "operator_key": {
          "type": "http",
          "scheme": "bearer",
          "bearerFormat": "two_ and 38 characters in base62",
          "description": "The key of an operator. An operation lists the roles that may call it. An admin may call every operation.",
          "x-example": "Bearer two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN"
        }
      },
      "parameters": {
        "Limit": {
          "name": "limit",
          "in": "query",
          "required": false,
          "description": "The maximum number of items of a page.",
          "schema": {
            "type": "integer",
            "minimum": 1,
            "maximum": 200,
            "default": 50
          },
          "examples": {
            "listed": {
              "value": 1
            }
          }
        },
        "Cursor": {
          "name": "cursor",
          "in": "query",
          "required": false,
          "description": "The `nextCursor` of the previous page. Without it the first page is answered.",
          "schema": {
            "type": "string",
            "maxLength": 19,
            "pattern": "^n[0-9]{1,18}$"
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
          "description": "The answer carries a secret and must not be kept by a cache.",
          "schema": {
            "type": "string",
            "const": "no-store"
          }
        },
        "WWWAuthenticate": {
          "description": "The challenge of RFC 6750. Names `invalid_token` where a key was sent.",
          "required": true,
          "schema": {
            "type": "string",
            "enum": [
              "Bearer realm=\"operator\"",
              "Bearer realm=\"operator\", error=\"invalid_token\""
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
        "InvalidRequest": {
          "description": "The request cannot be read, or a value in it is not acceptable.",
          "x-protocol-status": 400,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "invalidRequest": {
                  "summary": "A value that is not acceptable",
                  "value": {
                    "type": "urn:tokenwright:problem:invalid-request",
                    "title": "Bad Request",
                    "status": 400,
                    "detail": "A value in the request is not acceptable; see errors.",
                    "errors": [
                      {
                        "pointer": "#/name",
                        "detail": "must be of type string"
                      }
                    ]
                  }
                },
                "malformedRequest": {
                  "summary": "A body that is not valid JSON",
                  "value": {
                    "type": "urn:tokenwright:problem:malformed-request",
                    "title": "Bad Request",
                    "status": 400,
                    "detail": "The request body is not valid JSON."
                  }
                }
              }
            }
          }
        },
        "Unauthorized": {
          "description": "The operator key is missing or unknown.",
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            },
            "WWW-Authenticate": {
              "$ref": "#/components/headers/WWWAuthenticate"
            }
          },
          "content": {
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "noKey": {
                  "summary": "Without a key",
                  "value": {
                    "type": "urn:tokenwright:problem:unauthorized",
                    "title": "Unauthorized",
                    "status": 401,
                    "detail": "An operator key is needed: Authorization: Bearer <key>."
                  }
                }
              }
            }
          }
        },
        "Forbidden": {
          "description": "The operator may read but not make changes.",
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "viewer": {
                  "summary": "With the key of a viewer",
                  "value": {
                    "type": "urn:tokenwright:problem:forbidden",
                    "title": "Forbidden",
                    "status": 403,
                    "detail": "A viewer may look but not change anything."
                  }
                }
              }
            }
          }
        },
        "NotFound": {
          "description": "There is nothing with this id.",
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "unknown": {
                  "summary": "Something that does not exist",
                  "value": {
                    "type": "urn:tokenwright:problem:not-found",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "There is nothing with this id."
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
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "methodNotAllowed": {
                  "summary": "A method that the path does not have",
                  "value": {
                    "type": "urn:tokenwright:problem:method-not-allowed",
                    "title": "Method Not Allowed",
                    "status": 405,
                    "detail": "This path does not know this method."
                  }
                }
              }
            }
          }
        },
        "PayloadTooLarge": {
          "description": "The body is too large.",
          "x-protocol-status": 413,
          "headers": {
            "X-Request-Id": {
              "$ref": "#/components/headers/RequestId"
            }
          },
          "content": {
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "payloadTooLarge": {
                  "summary": "The body is too large",
                  "value": {
                    "type": "urn:tokenwright:problem:too-large",
                    "title": "Payload Too Large",
                    "status": 413,
                    "detail": "The request body is larger than this operation takes."
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
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "unsupportedMediaType": {
                  "summary": "The body is of another type",
                  "value": {
                    "type": "urn:tokenwright:problem:unsupported-media-type",
                    "title": "Unsupported Media Type",
                    "status": 415,
                    "detail": "The request body must be application/json."
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
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "tooManyRequests": {
                  "summary": "Too many requests",
                  "value": {
                    "type": "urn:tokenwright:problem:too-many-requests",
                    "title": "Too Many Requests",
                    "status": 429,
                    "detail": "Too many requests; try again later."
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
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "internalFailure": {
                  "summary": "The server failed",
                  "value": {
                    "type": "urn:tokenwright:problem:internal-failure",
                    "title": "Internal Server Error",
                    "status": 500,
                    "detail": "The request could not be answered because of a failure of the server."
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
            "application/problem+json": {
              "schema": {
                "$ref": "#/components/schemas/Problem"
              },
              "examples": {
                "serviceUnavailable": {
                  "summary": "The server cannot answer",
                  "value": {
                    "type": "urn:tokenwright:problem:unavailable",
                    "title": "Service Unavailable",
                    "status": 503,
                    "detail": "The service is not available; nothing was changed. Try again later."
                  }
                }
              }
            }
          }
        }
      },
      "schemas": {
        "Problem": {
          "type": "object",
          "description": "Why a request failed, as a problem of RFC 9457.",
          "additionalProperties": false,
          "required": [
            "type",
            "title",
            "status",
            "detail"
          ],
          "properties": {
            "type": {
              "type": "string",
              "enum": [
                "urn:tokenwright:problem:invalid-request",
                "urn:tokenwright:problem:malformed-request",
                "urn:tokenwright:problem:unauthorized",
                "urn:tokenwright:problem:forbidden",
                "urn:tokenwright:problem:not-found",
                "urn:tokenwright:problem:method-not-allowed",
                "urn:tokenwright:problem:already-exists",
                "urn:tokenwright:problem:wrong-state",
                "urn:tokenwright:problem:too-large",
                "urn:tokenwright:problem:unsupported-media-type",
                "urn:tokenwright:problem:too-many-requests",
                "urn:tokenwright:problem:internal-failure",
                "urn:tokenwright:problem:unavailable"
              ],
              "description": "The kind of problem, for programs. Stable.",
              "examples": [
                "urn:tokenwright:problem:wrong-state"
              ]
            },
            "title": {
              "type": "string",
              "maxLength": 100,
              "description": "The name of the status.",
              "examples": [
                "Conflict"
              ]
            },
            "status": {
              "type": "integer",
              "minimum": 400,
              "maximum": 599,
              "description": "The status of the answer.",
              "examples": [
                409
              ]
            },
            "detail": {
              "type": "string",
              "maxLength": 500,
              "description": "What is wrong, for people.",
              "examples": [
                "The access key is revoked."
              ]
            },
            "state": {
              "type": "string",
              "maxLength": 64,
              "description": "With `wrong-state`: the current state.",
              "examples": [
                "revoked"
              ]
            },
            "errors": {
              "type": "array",
              "description": "With `invalid-request`: what is wrong with which field.",
              "examples": [
                [
                  {
                    "pointer": "#/name",
                    "detail": "must be a string"
                  }
                ]
              ],
              "items": {
                "$ref": "#/components/schemas/InvalidField"
              },
              "maxItems": 20
            }
          }
        },
        "InvalidField": {
          "type": "object",
          "description": "A field that is not acceptable.",
          "additionalProperties": false,
          "required": [
            "pointer",
            "detail"
          ],
          "properties": {
            "pointer": {
              "type": "string",
              "maxLength": 500,
              "description": "Where the field is, as a JSON pointer; for a parameter, its name.",
              "examples": [
                "#/name"
              ]
            },
            "detail": {
              "type": "string",
              "maxLength": 500,
              "description": "What is wrong with it.",
              "examples": [
                "must be a string"
              ]
            }
          }
        },
        "Instant": {
          "type": "string",
          "format": "date-time",
          "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
          "maxLength": 40,
          "description": "A time with its offset (RFC 3339).",
          "examples": [
            "2026-01-01T00:00:00Z"
          ]
        },
        "SecretRotation": {
          "type": "object",
          "description": "For how long the earlier secret stays valid beside the new one.",
          "additionalProperties": false,
          "properties": {
            "overlapSeconds": {
              "type": "integer",
              "minimum": 0,
              "maximum": 2592000,
              "default": 86400,
              "description": "For how many seconds the earlier secret stays valid. A day by default, 30 days at most; `0` ends it at once.",
              "examples": [
                86400
              ]
            }
          }
        },
        "SigningKeyRotation": {
          "type": "object",
          "description": "For how long the earlier signing keys verify.",
          "additionalProperties": false,
          "properties": {
            "overlapSeconds": {
              "type": "integer",
              "minimum": 0,
              "maximum": 2592000,
              "description": "For how many seconds the earlier keys verify, 30 days at most; `0` ends them at once. Without it they verify until the last token that they signed\nhas expired.\n",
              "examples": [
                86400
              ]
            }
          }
        },
        "PresentedToken": {
          "type": "object",
          "description": "A token.",
          "additionalProperties": false,
          "required": [
            "token"
          ],
          "properties": {
            "token": {
              "type": "string",
              "minLength": 1,
              "maxLength": 8192,
              "description": "The token itself.",
              "examples": [
                "twg_GatewayAccount1DemoTokenIsActive2qte6G"
              ]
            }
          }
        },
        "SecretHint": {
          "type": "object",
          "description": "A secret, as lists show it.",
          "additionalProperties": false,
          "required": [
            "hint",
            "createdAt",
            "expiresAt"
          ],
          "properties": {
            "hint": {
              "type": "string",
              "maxLength": 16,
              "description": "The last characters of the secret; empty where it is too short to show any.",
              "examples": [
                "7Xk2"
              ]
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "When the secret was created.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the secret expires; `null` for no expiry.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "BrokerAccountCreation": {
          "type": "object",
          "description": "A new account.",
          "additionalProperties": false,
          "required": [
            "name"
          ],
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the account.",
              "examples": [
                "Hauptstelle"
              ]
            },
            "aToken": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[\\x21-\\x7E]+$",
              "description": "The token that identifies the account in other calls. It does not change.",
              "examples": [
                "act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx"
              ]
            }
          }
        },
        "BrokerAccount": {
          "type": "object",
          "description": "An account, as it is shown at its creation.",
          "additionalProperties": false,
          "required": [
            "id",
            "name",
            "aToken"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the account.",
              "examples": [
                "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the account.",
              "examples": [
                "Hauptstelle"
              ]
            },
            "aToken": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[\\x21-\\x7E]+$",
              "description": "The token that identifies the account in other calls. It does not change.",
              "examples": [
                "act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx"
              ]
            }
          }
        },
        "ListedBrokerAccount": {
          "type": "object",
          "description": "An account, as lists show it.",
          "additionalProperties": false,
          "required": [
            "id",
            "name",
            "aTokenHint"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the account.",
              "examples": [
                "8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the account.",
              "examples": [
                "Hauptstelle"
              ]
            },
            "aTokenHint": {
              "type": "string",
              "maxLength": 16,
              "description": "The last characters of the aToken; empty where it is too short to show any.",
              "examples": [
                "Mn4B"
              ]
            }
          }
        },
        "BrokerUserCreation": {
          "type": "object",
          "description": "A new broker user.",
          "additionalProperties": false,
          "required": [
            "name"
          ],
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user, for operators.",
              "examples": [
                "Broker GmbH"
              ]
            },
            "accounts": {
              "type": "array",
              "description": "The accounts, oldest first.",
              "default": [],
              "examples": [
                [
                  {
                    "name": "Hauptstelle"
                  }
                ]
              ],
              "items": {
                "$ref": "#/components/schemas/BrokerAccountCreation"
              },
              "maxItems": 100
            },
            "hash": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The hash with which the user signs in.",
              "examples": [
                "2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f"
              ]
            },
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the user.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            }
          },
          "dependentRequired": {
            "hash": [
              "secret"
            ],
            "secret": [
              "hash"
            ]
          }
        },
        "BrokerUserChange": {
          "type": "object",
          "description": "Changes of a broker user.",
          "additionalProperties": false,
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user, for operators.",
              "examples": [
                "Broker GmbH"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in.",
              "examples": [
                false
              ]
            }
          },
          "minProperties": 1
        },
        "NewBrokerUser": {
          "type": "object",
          "description": "A broker user with its credentials.",
          "additionalProperties": false,
          "required": [
            "id",
            "name",
            "active",
            "hash",
            "secret",
            "accounts",
            "createdAt"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the user.",
              "examples": [
                "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user, for operators.",
              "examples": [
                "Broker GmbH"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in.",
              "examples": [
                true
              ]
            },
            "hash": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The hash with which the user signs in.",
              "examples": [
                "2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f"
              ]
            },
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the user.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            },
            "accounts": {
              "type": "array",
              "description": "The accounts, oldest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/BrokerAccount"
              }
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "BrokerUser": {
          "type": "object",
          "description": "A broker user.",
          "additionalProperties": false,
          "required": [
            "id",
            "name",
            "active",
            "hashHint",
            "secrets",
            "accounts",
            "createdAt"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the user.",
              "examples": [
                "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user, for operators.",
              "examples": [
                "Broker GmbH"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in.",
              "examples": [
                true
              ]
            },
            "hashHint": {
              "type": "string",
              "maxLength": 16,
              "description": "The last characters of the hash; empty where it is too short to show any.",
              "examples": [
                "4f71"
              ]
            },
            "secrets": {
              "type": "array",
              "description": "The secrets that are valid, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/SecretHint"
              }
            },
            "accounts": {
              "type": "array",
              "description": "The accounts, oldest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/ListedBrokerAccount"
              }
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "RotatedBrokerUser": {
          "type": "object",
          "description": "A broker user with its new secret.",
          "additionalProperties": false,
          "required": [
            "secret",
            "id",
            "name",
            "active",
            "hashHint",
            "secrets",
            "accounts",
            "createdAt"
          ],
          "properties": {
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the user.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            },
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the user.",
              "examples": [
                "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user, for operators.",
              "examples": [
                "Broker GmbH"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in.",
              "examples": [
                true
              ]
            },
            "hashHint": {
              "type": "string",
              "maxLength": 16,
              "description": "The last characters of the hash; empty where it is too short to show any.",
              "examples": [
                "4f71"
              ]
            },
            "secrets": {
              "type": "array",
              "description": "The secrets that are valid, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/SecretHint"
              }
            },
            "accounts": {
              "type": "array",
              "description": "The accounts, oldest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/ListedBrokerAccount"
              }
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "BrokerUserPage": {
          "type": "object",
          "description": "A page of broker users.",
          "additionalProperties": false,
          "required": [
            "items",
            "nextCursor"
          ],
          "properties": {
            "items": {
              "type": "array",
              "description": "The page, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/BrokerUser"
              }
            },
            "nextCursor": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "description": "Send it as `cursor` to get the next page; `null` at the end. Opaque.",
              "examples": [
                "n100"
              ]
            }
          }
        },
        "AccessKeyState": {
          "type": "string",
          "enum": [
            "pending",
            "active",
            "expired",
            "revoked"
          ],
          "description": "The state of an access key: `pending` as created, `expired` after `expiresAt`.",
          "examples": [
            "active"
          ]
        },
        "AccessKeyCreation": {
          "type": "object",
          "description": "A new access key.",
          "additionalProperties": false,
          "required": [
            "name",
            "account",
            "company"
          ],
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the key, for operators.",
              "examples": [
                "Point of sale"
              ]
            },
            "account": {
              "type": "string",
              "format": "uuid",
              "description": "The account, claim `ca`.",
              "examples": [
                "0ea70001-0f58-44a2-80ad-953633ff2cc7"
              ]
            },
            "company": {
              "type": "string",
              "format": "uuid",
              "description": "The company, claim `cid`.",
              "examples": [
                "29263739-2cf8-483d-af15-6151dc8448b4"
              ]
            },
            "userId": {
              "type": "string",
              "format": "uuid",
              "description": "The user, claim `uid`.",
              "examples": [
                "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6"
              ]
            },
            "roles": {
              "type": "array",
              "description": "The roles, claim `ar`.",
              "default": [],
              "examples": [
                [
                  "Partner"
                ]
              ],
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A role.",
                "examples": [
                  "Partner"
                ]
              },
              "maxItems": 50
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key expires; `null` for never.",
              "default": null,
              "examples": [
                "2027-01-01T00:00:00Z"
              ],
              "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
              "maxLength": 40
            },
            "accessKey": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "pattern": "^[\\x20-\\x7E]+$",
              "description": "The access key with which a partner logs in.",
              "examples": [
                "c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"
              ]
            },
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the access key.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            }
          },
          "dependentRequired": {
            "accessKey": [
              "secret"
            ],
            "secret": [
              "accessKey"
            ]
          }
        },
        "AccessKeyChange": {
          "type": "object",
          "description": "Changes of an access key.",
          "additionalProperties": false,
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the key, for operators.",
              "examples": [
                "Point of sale"
              ]
            },
            "roles": {
              "type": "array",
              "description": "The roles, claim `ar`.",
              "examples": [
                [
                  "Partner"
                ]
              ],
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A role.",
                "examples": [
                  "Partner"
                ]
              },
              "maxItems": 50
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key expires; `null`: never.",
              "examples": [
                "2027-01-01T00:00:00Z"
              ],
              "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
              "maxLength": 40
            }
          },
          "minProperties": 1
        },
        "AccessKey": {
          "type": "object",
          "description": "An access key.",
          "additionalProperties": false,
          "required": [
            "id",
            "accessKey",
            "name",
            "state",
            "userId",
            "account",
            "company",
            "roles",
            "expiresAt",
            "secrets",
            "createdAt"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the access key, claim `ak`.",
              "examples": [
                "45771ea1-b012-4b80-8ba4-49891c5d8e01"
              ]
            },
            "accessKey": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The access key with which a partner logs in.",
              "examples": [
                "c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the key, for operators.",
              "examples": [
                "Point of sale"
              ]
            },
            "state": {
              "$ref": "#/components/schemas/AccessKeyState"
            },
            "userId": {
              "type": "string",
              "format": "uuid",
              "description": "The user, claim `uid`.",
              "examples": [
                "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6"
              ]
            },
            "account": {
              "type": "string",
              "format": "uuid",
              "description": "The account, claim `ca`.",
              "examples": [
                "0ea70001-0f58-44a2-80ad-953633ff2cc7"
              ]
            },
            "company": {
              "type": "string",
              "format": "uuid",
              "description": "The company, claim `cid`.",
              "examples": [
                "29263739-2cf8-483d-af15-6151dc8448b4"
              ]
            },
            "roles": {
              "type": "array",
              "description": "The roles, claim `ar`.",
              "examples": [
                [
                  "Partner"
                ]
              ],
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A role.",
                "examples": [
                  "Partner"
                ]
              },
              "maxItems": 50
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key expires; `null`: never.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "secrets": {
              "type": "array",
              "description": "The secrets that are valid, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/SecretHint"
              }
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "NewAccessKey": {
          "type": "object",
          "description": "An access key with its secret.",
          "additionalProperties": false,
          "required": [
            "secret",
            "id",
            "accessKey",
            "name",
            "state",
            "userId",
            "account",
            "company",
            "roles",
            "expiresAt",
            "secrets",
            "createdAt"
          ],
          "properties": {
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the access key.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            },
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the access key, claim `ak`.",
              "examples": [
                "45771ea1-b012-4b80-8ba4-49891c5d8e01"
              ]
            },
            "accessKey": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The access key with which a partner logs in.",
              "examples": [
                "c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the key, for operators.",
              "examples": [
                "Point of sale"
              ]
            },
            "state": {
              "$ref": "#/components/schemas/AccessKeyState"
            },
            "userId": {
              "type": "string",
              "format": "uuid",
              "description": "The user, claim `uid`.",
              "examples": [
                "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6"
              ]
            },
            "account": {
              "type": "string",
              "format": "uuid",
              "description": "The account, claim `ca`.",
              "examples": [
                "0ea70001-0f58-44a2-80ad-953633ff2cc7"
              ]
            },
            "company": {
              "type": "string",
              "format": "uuid",
              "description": "The company, claim `cid`.",
              "examples": [
                "29263739-2cf8-483d-af15-6151dc8448b4"
              ]
            },
            "roles": {
              "type": "array",
              "description": "The roles, claim `ar`.",
              "examples": [
                [
                  "Partner"
                ]
              ],
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A role.",
                "examples": [
                  "Partner"
                ]
              },
              "maxItems": 50
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key expires; `null`: never.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "secrets": {
              "type": "array",
              "description": "The secrets that are valid, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/SecretHint"
              }
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "RotatedAccessKey": {
          "type": "object",
          "description": "An access key with its new secret.",
          "additionalProperties": false,
          "required": [
            "secret",
            "id",
            "accessKey",
            "name",
            "state",
            "userId",
            "account",
            "company",
            "roles",
            "expiresAt",
            "secrets",
            "createdAt"
          ],
          "properties": {
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the access key.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            },
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the access key, claim `ak`.",
              "examples": [
                "45771ea1-b012-4b80-8ba4-49891c5d8e01"
              ]
            },
            "accessKey": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The access key with which a partner logs in.",
              "examples": [
                "c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the key, for operators.",
              "examples": [
                "Point of sale"
              ]
            },
            "state": {
              "$ref": "#/components/schemas/AccessKeyState"
            },
            "userId": {
              "type": "string",
              "format": "uuid",
              "description": "The user, claim `uid`.",
              "examples": [
                "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6"
              ]
            },
            "account": {
              "type": "string",
              "format": "uuid",
              "description": "The account, claim `ca`.",
              "examples": [
                "0ea70001-0f58-44a2-80ad-953633ff2cc7"
              ]
            },
            "company": {
              "type": "string",
              "format": "uuid",
              "description": "The company, claim `cid`.",
              "examples": [
                "29263739-2cf8-483d-af15-6151dc8448b4"
              ]
            },
            "roles": {
              "type": "array",
              "description": "The roles, claim `ar`.",
              "examples": [
                [
                  "Partner"
                ]
              ],
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A role.",
                "examples": [
                  "Partner"
                ]
              },
              "maxItems": 50
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key expires; `null`: never.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "secrets": {
              "type": "array",
              "description": "The secrets that are valid, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/SecretHint"
              }
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "AccessKeyPage": {
          "type": "object",
          "description": "A page of access keys.",
          "additionalProperties": false,
          "required": [
            "items",
            "nextCursor"
          ],
          "properties": {
            "items": {
              "type": "array",
              "description": "The page, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/AccessKey"
              }
            },
            "nextCursor": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "description": "Send it as `cursor` to get the next page; `null` at the end. Opaque.",
              "examples": [
                "n100"
              ]
            }
          }
        },
        "SecurityUserCreation": {
          "type": "object",
          "description": "A new security user.",
          "additionalProperties": false,
          "required": [
            "username"
          ],
          "properties": {
            "username": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user. Names that differ only in case are the same.",
              "examples": [
                "grace.hopper@example.org"
              ]
            },
            "password": {
              "type": "string",
              "minLength": 8,
              "maxLength": 1024,
              "description": "The password.",
              "examples": [
                "correct horse battery staple"
              ]
            },
            "passwordHash": {
              "type": "string",
              "minLength": 1,
              "maxLength": 512,
              "pattern": "^\\$(argon2id\\$v=19\\$m=\\d{2,7},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{16,86}|2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}|scrypt\\$ln=(1?\\d|20),r=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{22,86})$",
              "description": "The hash of the password: Argon2id or scrypt in the PHC string format, or bcrypt.",
              "examples": [
                "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
              ]
            },
            "customerId": {
              "type": "string",
              "format": "uuid",
              "description": "The customer of the user.",
              "examples": [
                "e7fcef24-5c03-41dd-9e33-995b7d6f47a7"
              ]
            }
          },
          "dependentSchemas": {
            "password": {
              "properties": {
                "passwordHash": false
              }
            }
          }
        },
        "SecurityUserChange": {
          "type": "object",
          "description": "Changes of a security user.",
          "additionalProperties": false,
          "properties": {
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in.",
              "examples": [
                false
              ]
            },
            "password": {
              "type": "string",
              "minLength": 8,
              "maxLength": 1024,
              "description": "The password.",
              "examples": [
                "correct horse battery staple"
              ]
            }
          },
          "minProperties": 1
        },
        "SecurityUser": {
          "type": "object",
          "description": "A security user.",
          "additionalProperties": false,
          "required": [
            "uid",
            "username",
            "customerId",
            "active",
            "createdAt"
          ],
          "properties": {
            "uid": {
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647,
              "description": "The number of the user.",
              "examples": [
                157
              ]
            },
            "username": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user. Names that differ only in case are the same.",
              "examples": [
                "grace.hopper@example.org"
              ]
            },
            "customerId": {
              "type": "string",
              "format": "uuid",
              "description": "The customer of the user.",
              "examples": [
                "e7fcef24-5c03-41dd-9e33-995b7d6f47a7"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in.",
              "examples": [
                true
              ]
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "NewSecurityUser": {
          "type": "object",
          "description": "A security user, with the password if one was generated.",
          "additionalProperties": false,
          "required": [
            "uid",
            "username",
            "customerId",
            "active",
            "createdAt"
          ],
          "properties": {
            "uid": {
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647,
              "description": "The number of the user.",
              "examples": [
                157
              ]
            },
            "username": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user. Names that differ only in case are the same.",
              "examples": [
                "grace.hopper@example.org"
              ]
            },
            "customerId": {
              "type": "string",
              "format": "uuid",
              "description": "The customer of the user.",
              "examples": [
                "e7fcef24-5c03-41dd-9e33-995b7d6f47a7"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in.",
              "examples": [
                true
              ]
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "password": {
              "type": "string",
              "maxLength": 64,
              "description": "The generated password; absent where one was sent.",
              "examples": [
                "PasswordThatWasMadexx"
              ]
            }
          }
        },
        "SecurityUserPage": {
          "type": "object",
          "description": "A page of security users.",
          "additionalProperties": false,
          "required": [
            "items",
            "nextCursor"
          ],
          "properties": {
            "items": {
              "type": "array",
              "description": "The page, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/SecurityUser"
              }
            },
            "nextCursor": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "description": "Send it as `cursor` to get the next page; `null` at the end. Opaque.",
              "examples": [
                "n100"
              ]
            }
          }
        },
        "GatewayTokenState": {
          "type": "string",
          "enum": [
            "active",
            "revoked"
          ],
          "description": "The state of a gateway token. `revoked` is final.",
          "examples": [
            "active"
          ]
        },
        "GatewayTokenCreation": {
          "type": "object",
          "description": "A new gateway token, or an existing one.",
          "additionalProperties": false,
          "required": [
            "accountId",
            "description"
          ],
          "properties": {
            "accountId": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The gateway account.",
              "examples": [
                "OPERATED_ACCOUNT"
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "The description of the token. May be empty.",
              "examples": [
                "Token description"
              ]
            },
            "createdBy": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "Who asked for the token.",
              "default": null,
              "examples": [
                "somebody@example.gov.uk"
              ]
            },
            "token": {
              "type": "string",
              "minLength": 16,
              "maxLength": 255,
              "pattern": "^[\\x21-\\x7E]+$",
              "description": "The bearer token.",
              "examples": [
                "api_live_imported0000000000000000"
              ]
            },
            "tokenLink": {
              "type": "string",
              "format": "uuid",
              "description": "The link of the existing token.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655448001"
              ]
            },
            "issuedAt": {
              "type": "string",
              "format": "date-time",
              "description": "When the token was issued; absent: now.",
              "examples": [
                "2024-05-01T00:00:00Z"
              ],
              "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
              "maxLength": 40
            }
          }
        },
        "GatewayToken": {
          "type": "object",
          "description": "A gateway token.",
          "additionalProperties": false,
          "required": [
            "tokenLink",
            "accountId",
            "description",
            "createdBy",
            "state",
            "hint",
            "issuedAt",
            "lastUsedAt",
            "revokedAt"
          ],
          "properties": {
            "tokenLink": {
              "type": "string",
              "format": "uuid",
              "description": "The reference of the token.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655448001"
              ]
            },
            "accountId": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The gateway account.",
              "examples": [
                "OPERATED_ACCOUNT"
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "The description of the token. May be empty.",
              "examples": [
                "Token description"
              ]
            },
            "createdBy": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "Who asked for the token.",
              "examples": [
                "somebody@example.gov.uk"
              ]
            },
            "state": {
              "$ref": "#/components/schemas/GatewayTokenState"
            },
            "hint": {
              "type": "string",
              "maxLength": 16,
              "description": "Prefix and last four characters of the token.",
              "examples": [
                "twg_…1ITY"
              ]
            },
            "issuedAt": {
              "type": "string",
              "format": "date-time",
              "description": "When the token was issued.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "lastUsedAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the token was last looked up; may lag by some seconds.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "revokedAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the token was revoked.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "NewGatewayToken": {
          "type": "object",
          "description": "A gateway token, shown once.",
          "additionalProperties": false,
          "required": [
            "token",
            "tokenLink",
            "accountId",
            "description",
            "createdBy",
            "state",
            "hint",
            "issuedAt",
            "lastUsedAt",
            "revokedAt"
          ],
          "properties": {
            "token": {
              "type": "string",
              "minLength": 16,
              "maxLength": 255,
              "pattern": "^[\\x21-\\x7E]+$",
              "description": "The bearer token.",
              "examples": [
                "api_live_imported0000000000000000"
              ]
            },
            "tokenLink": {
              "type": "string",
              "format": "uuid",
              "description": "The reference of the token.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655448001"
              ]
            },
            "accountId": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The gateway account.",
              "examples": [
                "OPERATED_ACCOUNT"
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "The description of the token. May be empty.",
              "examples": [
                "Token description"
              ]
            },
            "createdBy": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "Who asked for the token.",
              "examples": [
                "somebody@example.gov.uk"
              ]
            },
            "state": {
              "$ref": "#/components/schemas/GatewayTokenState"
            },
            "hint": {
              "type": "string",
              "maxLength": 16,
              "description": "Prefix and last four characters of the token.",
              "examples": [
                "twg_…1ITY"
              ]
            },
            "issuedAt": {
              "type": "string",
              "format": "date-time",
              "description": "When the token was issued.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "lastUsedAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the token was last looked up; may lag by some seconds.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "revokedAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the token was revoked.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "GatewayTokenPage": {
          "type": "object",
          "description": "A page of gateway tokens.",
          "additionalProperties": false,
          "required": [
            "items",
            "nextCursor"
          ],
          "properties": {
            "items": {
              "type": "array",
              "description": "The page, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/GatewayToken"
              }
            },
            "nextCursor": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "description": "Send it as `cursor` to get the next page; `null` at the end. Opaque.",
              "examples": [
                "n100"
              ]
            }
          }
        },
        "GatewayTokenSelection": {
          "type": "object",
          "description": "The tokens to revoke.",
          "additionalProperties": false,
          "properties": {
            "accountId": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The gateway account.",
              "examples": [
                "OPERATED_ACCOUNT"
              ]
            },
            "issuedBefore": {
              "type": "string",
              "format": "date-time",
              "description": "Only tokens issued before this time.",
              "examples": [
                "2026-01-01T00:00:00Z"
              ],
              "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
              "maxLength": 40
            }
          },
          "minProperties": 1
        },
        "BulkRevocation": {
          "type": "object",
          "description": "The result of a revocation of many tokens.",
          "additionalProperties": false,
          "required": [
            "revoked",
            "more"
          ],
          "properties": {
            "revoked": {
              "type": "integer",
              "minimum": 0,
              "maximum": 10000,
              "description": "How many tokens this call revoked, 10,000 at most.",
              "examples": [
                2
              ]
            },
            "more": {
              "type": "boolean",
              "description": "Whether more tokens match. If so, call again.",
              "examples": [
                false
              ]
            }
          }
        },
        "Introspection": {
          "type": "object",
          "description": "The state of a token. An inactive token has no other key than `active`.",
          "additionalProperties": false,
          "required": [
            "active"
          ],
          "properties": {
            "active": {
              "type": "boolean",
              "description": "Whether the token is valid now.",
              "examples": [
                true
              ]
            },
            "api": {
              "type": "string",
              "enum": [
                "broker-token",
                "gateway-tokens",
                "partner-login",
                "security-management"
              ],
              "description": "The API that issued the token, by the name of its contract.",
              "examples": [
                "gateway-tokens"
              ]
            },
            "tokenUse": {
              "type": "string",
              "enum": [
                "access",
                "refresh"
              ],
              "description": "With `security-management`: which of the two tokens it is.",
              "examples": [
                "access"
              ]
            },
            "sub": {
              "type": "string",
              "maxLength": 255,
              "description": "The subject of the token: the broker user, the gateway account, the user of an access key, or the security user.",
              "examples": [
                "GATEWAY_ACCOUNT_1"
              ]
            },
            "clientId": {
              "type": "string",
              "maxLength": 255,
              "description": "The credential behind the token: the token link or the access key record.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655448001"
              ]
            },
            "username": {
              "type": "string",
              "maxLength": 255,
              "description": "With `security-management`: the name of the user.",
              "examples": [
                "ethan.buckley@datastoreltd.biz"
              ]
            },
            "customerId": {
              "type": "string",
              "format": "uuid",
              "description": "The customer of the user.",
              "examples": [
                "e7fcef24-5c03-41dd-9e33-995b7d6f47a7"
              ]
            },
            "roles": {
              "type": "array",
              "description": "The roles, claim `ar`.",
              "examples": [
                [
                  "Partner"
                ]
              ],
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A role.",
                "examples": [
                  "Partner"
                ]
              },
              "maxItems": 50
            },
            "iat": {
              "type": "integer",
              "description": "When the token was issued, in seconds since 1970.",
              "examples": [
                1444383000
              ]
            },
            "exp": {
              "type": "integer",
              "description": "When the token expires, in seconds since 1970.",
              "examples": [
                1444386600
              ]
            },
            "jti": {
              "type": "string",
              "maxLength": 255,
              "description": "The id of the token.",
              "examples": [
                "c2f1"
              ]
            }
          }
        },
        "SigningKey": {
          "type": "object",
          "description": "A signing key, without its key material.",
          "additionalProperties": false,
          "required": [
            "id",
            "api",
            "algorithm",
            "state",
            "createdAt",
            "signsFrom",
            "expiresAt"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the key: the `kid` in the header of its tokens.",
              "examples": [
                "00000000-0000-4000-8000-000000000000"
              ]
            },
            "api": {
              "type": "string",
              "enum": [
                "broker-token",
                "partner-login",
                "security-management"
              ],
              "description": "The API whose tokens it signs.",
              "examples": [
                "partner-login"
              ]
            },
            "algorithm": {
              "type": "string",
              "enum": [
                "HS256",
                "HS384",
                "HS512"
              ],
              "description": "The algorithm (RFC 7518).",
              "examples": [
                "HS384"
              ]
            },
            "state": {
              "type": "string",
              "enum": [
                "published",
                "signing",
                "verifying",
                "expired"
              ],
              "description": "The state of the key.",
              "examples": [
                "signing"
              ]
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "The time of creation.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "signsFrom": {
              "type": "string",
              "format": "date-time",
              "description": "When the key begins to sign.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key stops to verify; `null` while it signs.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "SigningKeyPage": {
          "type": "object",
          "description": "A page of signing keys.",
          "additionalProperties": false,
          "required": [
            "items",
            "nextCursor"
          ],
          "properties": {
            "items": {
              "type": "array",
              "description": "The page, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/SigningKey"
              }
            },
            "nextCursor": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "description": "Send it as `cursor` to get the next page; `null` at the end. Opaque.",
              "examples": [
                "n100"
              ]
            }
          }
        },
        "OperatorCreation": {
          "type": "object",
          "description": "A new operator.",
          "additionalProperties": false,
          "required": [
            "name",
            "role"
          ],
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the operator. Unique.",
              "examples": [
                "Monitoring"
              ]
            },
            "role": {
              "type": "string",
              "enum": [
                "admin",
                "viewer"
              ],
              "description": "An `admin` may do everything, a `viewer` may read.",
              "examples": [
                "viewer"
              ]
            }
          }
        },
        "Operator": {
          "type": "object",
          "description": "An operator.",
          "additionalProperties": false,
          "required": [
            "id",
            "name",
            "role",
            "hint",
            "createdAt",
            "lastUsedAt"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the operator.",
              "examples": [
                "7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the operator. Unique.",
              "examples": [
                "Monitoring"
              ]
            },
            "role": {
              "type": "string",
              "enum": [
                "admin",
                "viewer"
              ],
              "description": "An `admin` may do everything, a `viewer` may read.",
              "examples": [
                "viewer"
              ]
            },
            "hint": {
              "type": "string",
              "maxLength": 16,
              "description": "Prefix and last four characters of the key.",
              "examples": [
                "two_…6fN1"
              ]
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "When the operator was created.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "lastUsedAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key was last used; may lag by some seconds.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "NewOperator": {
          "type": "object",
          "description": "An operator with its key, shown once.",
          "additionalProperties": false,
          "required": [
            "key",
            "id",
            "name",
            "role",
            "hint",
            "createdAt",
            "lastUsedAt"
          ],
          "properties": {
            "key": {
              "type": "string",
              "maxLength": 64,
              "description": "The key.",
              "examples": [
                "two_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000"
              ]
            },
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the operator.",
              "examples": [
                "7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01"
              ]
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the operator. Unique.",
              "examples": [
                "Monitoring"
              ]
            },
            "role": {
              "type": "string",
              "enum": [
                "admin",
                "viewer"
              ],
              "description": "An `admin` may do everything, a `viewer` may read.",
              "examples": [
                "viewer"
              ]
            },
            "hint": {
              "type": "string",
              "maxLength": 16,
              "description": "Prefix and last four characters of the key.",
              "examples": [
                "two_…6fN1"
              ]
            },
            "createdAt": {
              "type": "string",
              "format": "date-time",
              "description": "When the operator was created.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "lastUsedAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key was last used; may lag by some seconds.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            }
          }
        },
        "OperatorPage": {
          "type": "object",
          "description": "A page of operators.",
          "additionalProperties": false,
          "required": [
            "items",
            "nextCursor"
          ],
          "properties": {
            "items": {
              "type": "array",
              "description": "The page, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/Operator"
              }
            },
            "nextCursor": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "description": "Send it as `cursor` to get the next page; `null` at the end. Opaque.",
              "examples": [
                "n100"
              ]
            }
          }
        },
        "AuditAction": {
          "type": "string",
          "enum": [
            "broker-user.create",
            "broker-user.update",
            "broker-user.delete",
            "broker-user.rotate-secret",
            "broker-user.add-account",
            "broker-user.delete-account",
            "broker-user.sign-in",
            "access-key.create",
            "access-key.update",
            "access-key.activate",
            "access-key.revoke",
            "access-key.rotate-secret",
            "access-key.sign-in",
            "security-user.create",
            "security-user.update",
            "security-user.delete",
            "security-user.end-sessions",
            "security-user.unlock",
            "security-user.sign-in",
            "gateway-token.create",
            "gateway-token.describe",
            "gateway-token.revoke",
            "gateway-token.revoke-all",
            "signing-key.rotate",
            "operator.create",
            "operator.delete",
            "credential.import"
          ],
          "description": "The action: resource and verb.",
          "examples": [
            "access-key.activate"
          ]
        },
        "AuditActor": {
          "type": "object",
          "description": "The actor of an event.",
          "additionalProperties": false,
          "required": [
            "kind",
            "id",
            "name"
          ],
          "properties": {
            "kind": {
              "type": "string",
              "enum": [
                "operator",
                "frontend",
                "anonymous"
              ],
              "description": "An operator, a frontend on the internal listener, or somebody who tried to sign in.",
              "examples": [
                "operator"
              ]
            },
            "id": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 64,
              "description": "The id of the operator.",
              "examples": [
                "7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01"
              ]
            },
            "name": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "The name of the operator at that time.",
              "examples": [
                "Support desk"
              ]
            }
          }
        },
        "AuditEvent": {
          "type": "object",
          "description": "A change or a refused change of an operator, a change of a frontend on the internal listener (`gateway-token.describe`,\n`gateway-token.revoke`), or a failed sign-in. Tokens that a frontend issues have no event: the token itself is the record.\n",
          "additionalProperties": false,
          "required": [
            "id",
            "at",
            "actor",
            "action",
            "subject",
            "detail",
            "source",
            "requestId",
            "result"
          ],
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid",
              "description": "The id of the event.",
              "examples": [
                "00000000-0000-4000-8000-000000000000"
              ]
            },
            "at": {
              "type": "string",
              "format": "date-time",
              "description": "The time of the event.",
              "examples": [
                "2026-01-15T10:00:00.000Z"
              ]
            },
            "actor": {
              "$ref": "#/components/schemas/AuditActor"
            },
            "action": {
              "$ref": "#/components/schemas/AuditAction"
            },
            "subject": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "The subject of the action: an id, a token link, the number of a user or the name of an API; `null` for none or for one that does not exist.",
              "examples": [
                "3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01"
              ]
            },
            "detail": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 500,
              "description": "What changed, or how many items. Never a secret.",
              "examples": [
                "active: false"
              ]
            },
            "source": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 64,
              "description": "The address of the caller.",
              "examples": [
                "10.0.0.7"
              ]
            },
            "requestId": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 64,
              "description": "The `X-Request-Id` of the call; `null` for failed sign-ins, which are one event for each subject, address and minute.",
              "examples": [
                "00000000-0000-4000-8000-000000000000"
              ]
            },
            "result": {
              "type": "string",
              "enum": [
                "succeeded",
                "refused"
              ],
              "description": "Whether the action succeeded or was refused.",
              "examples": [
                "succeeded"
              ]
            }
          }
        },
        "AuditEventPage": {
          "type": "object",
          "description": "A page of audit events.",
          "additionalProperties": false,
          "required": [
            "items",
            "nextCursor"
          ],
          "properties": {
            "items": {
              "type": "array",
              "description": "The page, newest first.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/AuditEvent"
              }
            },
            "nextCursor": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 19,
              "description": "Send it as `cursor` to get the next page; `null` at the end. Opaque.",
              "examples": [
                "n100"
              ]
            }
          }
        },
        "ImportedBrokerUser": {
          "type": "object",
          "description": "An existing broker user.",
          "additionalProperties": false,
          "required": [
            "type",
            "name",
            "hash",
            "secret"
          ],
          "properties": {
            "type": {
              "type": "string",
              "const": "broker-user",
              "description": "The kind of the row."
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user, for operators.",
              "examples": [
                "Broker GmbH"
              ]
            },
            "hash": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The hash with which the user signs in.",
              "examples": [
                "2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f"
              ]
            },
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the user.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in; absent: yes.",
              "examples": [
                true
              ]
            },
            "accounts": {
              "type": "array",
              "description": "The accounts, oldest first.",
              "examples": [
                [
                  {
                    "name": "Hauptstelle"
                  }
                ]
              ],
              "items": {
                "$ref": "#/components/schemas/BrokerAccountCreation"
              },
              "maxItems": 100
            }
          }
        },
        "ImportedAccessKey": {
          "type": "object",
          "description": "An existing access key.",
          "additionalProperties": false,
          "required": [
            "type",
            "name",
            "accessKey",
            "secret",
            "account",
            "company"
          ],
          "properties": {
            "type": {
              "type": "string",
              "const": "access-key",
              "description": "The kind of the row."
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the key, for operators.",
              "examples": [
                "Point of sale"
              ]
            },
            "accessKey": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "pattern": "^[\\x20-\\x7E]+$",
              "description": "The access key with which a partner logs in.",
              "examples": [
                "c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"
              ]
            },
            "secret": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024,
              "description": "The secret of the access key.",
              "examples": [
                "secret-of-an-existing-partner"
              ]
            },
            "account": {
              "type": "string",
              "format": "uuid",
              "description": "The account, claim `ca`.",
              "examples": [
                "0ea70001-0f58-44a2-80ad-953633ff2cc7"
              ]
            },
            "company": {
              "type": "string",
              "format": "uuid",
              "description": "The company, claim `cid`.",
              "examples": [
                "29263739-2cf8-483d-af15-6151dc8448b4"
              ]
            },
            "userId": {
              "type": "string",
              "format": "uuid",
              "description": "The user, claim `uid`.",
              "examples": [
                "65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6"
              ]
            },
            "roles": {
              "type": "array",
              "description": "The roles, claim `ar`.",
              "examples": [
                [
                  "Partner"
                ]
              ],
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 64,
                "description": "A role.",
                "examples": [
                  "Partner"
                ]
              },
              "maxItems": 50
            },
            "expiresAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the key expires; absent or `null`: never.",
              "examples": [
                "2027-01-01T00:00:00Z"
              ],
              "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
              "maxLength": 40
            },
            "state": {
              "type": "string",
              "enum": [
                "pending",
                "active",
                "revoked"
              ],
              "description": "The state of the key; absent: active.",
              "examples": [
                "active"
              ]
            }
          }
        },
        "ImportedSecurityUser": {
          "type": "object",
          "description": "An existing security user, with a password or its hash.",
          "additionalProperties": false,
          "required": [
            "type",
            "username"
          ],
          "properties": {
            "type": {
              "type": "string",
              "const": "security-user",
              "description": "The kind of the row."
            },
            "username": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The name of the user. Names that differ only in case are the same.",
              "examples": [
                "grace.hopper@example.org"
              ]
            },
            "password": {
              "type": "string",
              "minLength": 8,
              "maxLength": 1024,
              "description": "The password.",
              "examples": [
                "correct horse battery staple"
              ]
            },
            "passwordHash": {
              "type": "string",
              "minLength": 1,
              "maxLength": 512,
              "pattern": "^\\$(argon2id\\$v=19\\$m=\\d{2,7},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{16,86}|2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}|scrypt\\$ln=(1?\\d|20),r=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{22,86})$",
              "description": "The hash of the password: Argon2id or scrypt in the PHC string format, or bcrypt.",
              "examples": [
                "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
              ]
            },
            "customerId": {
              "type": "string",
              "format": "uuid",
              "description": "The customer of the user.",
              "examples": [
                "e7fcef24-5c03-41dd-9e33-995b7d6f47a7"
              ]
            },
            "active": {
              "type": "boolean",
              "description": "Whether the user may sign in; absent: yes.",
              "examples": [
                true
              ]
            }
          },
          "dependentSchemas": {
            "password": {
              "properties": {
                "passwordHash": false
              }
            }
          }
        },
        "ImportedGatewayToken": {
          "type": "object",
          "description": "An existing bearer token.",
          "additionalProperties": false,
          "required": [
            "type",
            "token",
            "accountId",
            "description"
          ],
          "properties": {
            "type": {
              "type": "string",
              "const": "gateway-token",
              "description": "The kind of the row."
            },
            "token": {
              "type": "string",
              "minLength": 16,
              "maxLength": 255,
              "pattern": "^[\\x21-\\x7E]+$",
              "description": "The bearer token.",
              "examples": [
                "api_live_imported0000000000000000"
              ]
            },
            "accountId": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "description": "The gateway account.",
              "examples": [
                "OPERATED_ACCOUNT"
              ]
            },
            "description": {
              "type": "string",
              "maxLength": 255,
              "description": "The description of the token. May be empty.",
              "examples": [
                "Token description"
              ]
            },
            "createdBy": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 255,
              "description": "Who asked for the token.",
              "examples": [
                "somebody@example.gov.uk"
              ]
            },
            "tokenLink": {
              "type": "string",
              "format": "uuid",
              "description": "The link of the existing token.",
              "examples": [
                "550e8400-e29b-41d4-a716-446655448001"
              ]
            },
            "issuedAt": {
              "type": "string",
              "format": "date-time",
              "description": "When the token was issued; absent: at `revokedAt`, or now.",
              "examples": [
                "2024-05-01T00:00:00Z"
              ],
              "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
              "maxLength": 40
            },
            "revokedAt": {
              "type": [
                "string",
                "null"
              ],
              "format": "date-time",
              "description": "When the token was revoked; absent or `null`: it is active.",
              "examples": [
                "2024-06-01T00:00:00Z"
              ],
              "pattern": "^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$",
              "maxLength": 40
            }
          }
        },
        "ImportedCredential": {
          "description": "A row of an import. `type` is its kind.",
          "oneOf": [
            {
              "$ref": "#/components/schemas/ImportedBrokerUser"
            },
            {
              "$ref": "#/components/schemas/ImportedAccessKey"
            },
            {
              "$ref": "#/components/schemas/ImportedSecurityUser"
            },
            {
              "$ref": "#/components/schemas/ImportedGatewayToken"
            }
          ]
        },
        "ImportBatch": {
          "type": "object",
          "description": "Rows to import.",
          "additionalProperties": false,
          "required": [
            "rows"
          ],
          "properties": {
            "dryRun": {
              "type": "boolean",
              "description": "Check the rows and keep nothing.",
              "default": false,
              "examples": [
                false
              ]
            },
            "rows": {
              "type": "array",
              "description": "The rows.",
              "examples": [
                [
                  {
                    "type": "gateway-token",
                    "token": "api_live_imported0000000000000000",
                    "accountId": "IMPORTED_ACCOUNT",
                    "description": "Token from before"
                  }
                ]
              ],
              "items": {
                "$ref": "#/components/schemas/ImportedCredential"
              },
              "minItems": 1,
              "maxItems": 1000
            }
          }
        },
        "ImportResult": {
          "type": "object",
          "description": "The result of a row.",
          "additionalProperties": false,
          "required": [
            "row",
            "outcome",
            "reason"
          ],
          "properties": {
            "row": {
              "type": "integer",
              "minimum": 0,
              "description": "The index of the row in the request, from 0.",
              "examples": [
                0
              ]
            },
            "outcome": {
              "type": "string",
              "enum": [
                "created",
                "existing",
                "refused"
              ],
              "description": "The result. `existing`: the credential exists with the same values.",
              "examples": [
                "created"
              ]
            },
            "reason": {
              "type": [
                "string",
                "null"
              ],
              "maxLength": 500,
              "description": "Why the row was refused.",
              "examples": [
                "another broker user has this hash"
              ]
            }
          }
        },
        "ImportReport": {
          "type": "object",
          "description": "The results of an import.",
          "additionalProperties": false,
          "required": [
            "created",
            "existing",
            "refused",
            "results"
          ],
          "properties": {
            "created": {
              "type": "integer",
              "minimum": 0,
              "description": "How many rows were created.",
              "examples": [
                4
              ]
            },
            "existing": {
              "type": "integer",
              "minimum": 0,
              "description": "How many rows existed with the same values.",
              "examples": [
                0
              ]
            },
            "refused": {
              "type": "integer",
              "minimum": 0,
              "description": "How many rows were refused.",
              "examples": [
                0
              ]
            },
            "results": {
              "type": "array",
              "description": "The result of each row, in the order of the request.",
              "examples": [
                []
              ],
              "items": {
                "$ref": "#/components/schemas/ImportResult"
              }
            }
          }
        }
      }
    }
  },
  "operations": {
    "introspectToken": {
      "operationId": "introspectToken",
      "method": "POST",
      "path": "/operator/v1/introspect",
      "at": "#/paths/~1operator~1v1~1introspect/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1introspect/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1introspect/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1introspect/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "listBrokerUsers": {
      "operationId": "listBrokerUsers",
      "method": "GET",
      "path": "/operator/v1/broker-users",
      "at": "#/paths/~1operator~1v1~1broker-users/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "limit",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Limit"
        },
        {
          "name": "cursor",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Cursor"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1broker-users/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1broker-users/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "createBrokerUser": {
      "operationId": "createBrokerUser",
      "method": "POST",
      "path": "/operator/v1/broker-users",
      "at": "#/paths/~1operator~1v1~1broker-users/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1broker-users/post/requestBody/content/application~1json"
      },
      "replies": {
        "201": {
          "at": "#/paths/~1operator~1v1~1broker-users/post/responses/201",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1broker-users/post/responses/201/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1broker-users/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1broker-users/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "getBrokerUser": {
      "operationId": "getBrokerUser",
      "method": "GET",
      "path": "/operator/v1/broker-users/{id}",
      "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/get/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "updateBrokerUser": {
      "operationId": "updateBrokerUser",
      "method": "PATCH",
      "path": "/operator/v1/broker-users/{id}",
      "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/patch",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/patch/parameters/0"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/patch/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/patch/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/patch/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "deleteBrokerUser": {
      "operationId": "deleteBrokerUser",
      "method": "DELETE",
      "path": "/operator/v1/broker-users/{id}",
      "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/delete",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/delete/parameters/0"
        }
      ],
      "replies": {
        "204": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D/delete/responses/204",
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "rotateBrokerSecret": {
      "operationId": "rotateBrokerSecret",
      "method": "POST",
      "path": "/operator/v1/broker-users/{id}/rotate-secret",
      "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1rotate-secret/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1rotate-secret/post/parameters/0"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1rotate-secret/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1rotate-secret/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1rotate-secret/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1rotate-secret/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1rotate-secret/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "addBrokerAccount": {
      "operationId": "addBrokerAccount",
      "method": "POST",
      "path": "/operator/v1/broker-users/{id}/accounts",
      "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts/post/parameters/0"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts/post/requestBody/content/application~1json"
      },
      "replies": {
        "201": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts/post/responses/201",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts/post/responses/201/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "deleteBrokerAccount": {
      "operationId": "deleteBrokerAccount",
      "method": "DELETE",
      "path": "/operator/v1/broker-users/{id}/accounts/{accountId}",
      "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts~1%7BaccountId%7D/delete",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts~1%7BaccountId%7D/delete/parameters/0"
        },
        {
          "name": "accountId",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts~1%7BaccountId%7D/delete/parameters/1"
        }
      ],
      "replies": {
        "204": {
          "at": "#/paths/~1operator~1v1~1broker-users~1%7Bid%7D~1accounts~1%7BaccountId%7D/delete/responses/204",
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "listAccessKeys": {
      "operationId": "listAccessKeys",
      "method": "GET",
      "path": "/operator/v1/access-keys",
      "at": "#/paths/~1operator~1v1~1access-keys/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "limit",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Limit"
        },
        {
          "name": "cursor",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Cursor"
        },
        {
          "name": "state",
          "in": "query",
          "required": false,
          "at": "#/paths/~1operator~1v1~1access-keys/get/parameters/2"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1access-keys/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1access-keys/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "createAccessKey": {
      "operationId": "createAccessKey",
      "method": "POST",
      "path": "/operator/v1/access-keys",
      "at": "#/paths/~1operator~1v1~1access-keys/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1access-keys/post/requestBody/content/application~1json"
      },
      "replies": {
        "201": {
          "at": "#/paths/~1operator~1v1~1access-keys/post/responses/201",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1access-keys/post/responses/201/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1access-keys/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1access-keys/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "getAccessKey": {
      "operationId": "getAccessKey",
      "method": "GET",
      "path": "/operator/v1/access-keys/{id}",
      "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/get/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "updateAccessKey": {
      "operationId": "updateAccessKey",
      "method": "PATCH",
      "path": "/operator/v1/access-keys/{id}",
      "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/patch",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/patch/parameters/0"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/patch/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/patch/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/patch/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/patch/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D/patch/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "activateAccessKey": {
      "operationId": "activateAccessKey",
      "method": "POST",
      "path": "/operator/v1/access-keys/{id}/activate",
      "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1activate/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1activate/post/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1activate/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1activate/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1activate/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1activate/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "revokeAccessKey": {
      "operationId": "revokeAccessKey",
      "method": "POST",
      "path": "/operator/v1/access-keys/{id}/revoke",
      "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1revoke/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1revoke/post/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1revoke/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1revoke/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1revoke/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1revoke/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "rotateAccessKeySecret": {
      "operationId": "rotateAccessKeySecret",
      "method": "POST",
      "path": "/operator/v1/access-keys/{id}/rotate-secret",
      "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1rotate-secret/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1rotate-secret/post/parameters/0"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1rotate-secret/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1rotate-secret/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1rotate-secret/post/responses/200/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1rotate-secret/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1access-keys~1%7Bid%7D~1rotate-secret/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "listSecurityUsers": {
      "operationId": "listSecurityUsers",
      "method": "GET",
      "path": "/operator/v1/security-users",
      "at": "#/paths/~1operator~1v1~1security-users/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "limit",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Limit"
        },
        {
          "name": "cursor",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Cursor"
        },
        {
          "name": "username",
          "in": "query",
          "required": false,
          "at": "#/paths/~1operator~1v1~1security-users/get/parameters/2"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1security-users/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1security-users/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "createSecurityUser": {
      "operationId": "createSecurityUser",
      "method": "POST",
      "path": "/operator/v1/security-users",
      "at": "#/paths/~1operator~1v1~1security-users/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1security-users/post/requestBody/content/application~1json"
      },
      "replies": {
        "201": {
          "at": "#/paths/~1operator~1v1~1security-users/post/responses/201",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1security-users/post/responses/201/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1security-users/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1security-users/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "getSecurityUser": {
      "operationId": "getSecurityUser",
      "method": "GET",
      "path": "/operator/v1/security-users/{uid}",
      "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "uid",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/get/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "updateSecurityUser": {
      "operationId": "updateSecurityUser",
      "method": "PATCH",
      "path": "/operator/v1/security-users/{uid}",
      "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/patch",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "uid",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/patch/parameters/0"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/patch/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/patch/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/patch/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "deleteSecurityUser": {
      "operationId": "deleteSecurityUser",
      "method": "DELETE",
      "path": "/operator/v1/security-users/{uid}",
      "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/delete",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "uid",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/delete/parameters/0"
        }
      ],
      "replies": {
        "204": {
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D/delete/responses/204",
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "endSecurityUserSessions": {
      "operationId": "endSecurityUserSessions",
      "method": "POST",
      "path": "/operator/v1/security-users/{uid}/end-sessions",
      "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1end-sessions/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "uid",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1end-sessions/post/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1end-sessions/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1end-sessions/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "unlockSecurityUser": {
      "operationId": "unlockSecurityUser",
      "method": "POST",
      "path": "/operator/v1/security-users/{uid}/unlock",
      "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1unlock/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "uid",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1unlock/post/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1unlock/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1security-users~1%7Buid%7D~1unlock/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "searchGatewayTokens": {
      "operationId": "searchGatewayTokens",
      "method": "GET",
      "path": "/operator/v1/gateway-tokens",
      "at": "#/paths/~1operator~1v1~1gateway-tokens/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "limit",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Limit"
        },
        {
          "name": "cursor",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Cursor"
        },
        {
          "name": "accountId",
          "in": "query",
          "required": false,
          "at": "#/paths/~1operator~1v1~1gateway-tokens/get/parameters/2"
        },
        {
          "name": "state",
          "in": "query",
          "required": false,
          "at": "#/paths/~1operator~1v1~1gateway-tokens/get/parameters/3"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "createGatewayToken": {
      "operationId": "createGatewayToken",
      "method": "POST",
      "path": "/operator/v1/gateway-tokens",
      "at": "#/paths/~1operator~1v1~1gateway-tokens/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1gateway-tokens/post/requestBody/content/application~1json"
      },
      "replies": {
        "201": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens/post/responses/201",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens/post/responses/201/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "revokeGatewayTokenByLink": {
      "operationId": "revokeGatewayTokenByLink",
      "method": "POST",
      "path": "/operator/v1/gateway-tokens/{tokenLink}/revoke",
      "at": "#/paths/~1operator~1v1~1gateway-tokens~1%7BtokenLink%7D~1revoke/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "tokenLink",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1gateway-tokens~1%7BtokenLink%7D~1revoke/post/parameters/0"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens~1%7BtokenLink%7D~1revoke/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens~1%7BtokenLink%7D~1revoke/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens~1%7BtokenLink%7D~1revoke/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens~1%7BtokenLink%7D~1revoke/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "revokeLeakedGatewayToken": {
      "operationId": "revokeLeakedGatewayToken",
      "method": "POST",
      "path": "/operator/v1/gateway-tokens/revoke-by-token",
      "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-by-token/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-by-token/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-by-token/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-by-token/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-by-token/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-by-token/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "revokeGatewayTokens": {
      "operationId": "revokeGatewayTokens",
      "method": "POST",
      "path": "/operator/v1/gateway-tokens/revoke-all",
      "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-all/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-all/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-all/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1gateway-tokens~1revoke-all/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "listSigningKeys": {
      "operationId": "listSigningKeys",
      "method": "GET",
      "path": "/operator/v1/signing-keys",
      "at": "#/paths/~1operator~1v1~1signing-keys/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "limit",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Limit"
        },
        {
          "name": "cursor",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Cursor"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1signing-keys/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1signing-keys/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "rotateSigningKey": {
      "operationId": "rotateSigningKey",
      "method": "POST",
      "path": "/operator/v1/signing-keys/{api}/rotate",
      "at": "#/paths/~1operator~1v1~1signing-keys~1%7Bapi%7D~1rotate/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "api",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1signing-keys~1%7Bapi%7D~1rotate/post/parameters/0"
        }
      ],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1signing-keys~1%7Bapi%7D~1rotate/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1signing-keys~1%7Bapi%7D~1rotate/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1signing-keys~1%7Bapi%7D~1rotate/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1signing-keys~1%7Bapi%7D~1rotate/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1signing-keys~1%7Bapi%7D~1rotate/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "listOperators": {
      "operationId": "listOperators",
      "method": "GET",
      "path": "/operator/v1/operators",
      "at": "#/paths/~1operator~1v1~1operators/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "limit",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Limit"
        },
        {
          "name": "cursor",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Cursor"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1operators/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1operators/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "createOperator": {
      "operationId": "createOperator",
      "method": "POST",
      "path": "/operator/v1/operators",
      "at": "#/paths/~1operator~1v1~1operators/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1operators/post/requestBody/content/application~1json"
      },
      "replies": {
        "201": {
          "at": "#/paths/~1operator~1v1~1operators/post/responses/201",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1operators/post/responses/201/content/application~1json"
          },
          "constantHeaders": {
            "cache-control": "no-store"
          },
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1operators/post/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1operators/post/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "deleteOperator": {
      "operationId": "deleteOperator",
      "method": "DELETE",
      "path": "/operator/v1/operators/{id}",
      "at": "#/paths/~1operator~1v1~1operators~1%7Bid%7D/delete",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "at": "#/paths/~1operator~1v1~1operators~1%7Bid%7D/delete/parameters/0"
        }
      ],
      "replies": {
        "204": {
          "at": "#/paths/~1operator~1v1~1operators~1%7Bid%7D/delete/responses/204",
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "404": {
          "at": "#/components/responses/NotFound",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/NotFound/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "409": {
          "at": "#/paths/~1operator~1v1~1operators~1%7Bid%7D/delete/responses/409",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/paths/~1operator~1v1~1operators~1%7Bid%7D/delete/responses/409/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "listAuditEvents": {
      "operationId": "listAuditEvents",
      "method": "GET",
      "path": "/operator/v1/audit-events",
      "at": "#/paths/~1operator~1v1~1audit-events/get",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "viewer"
      ],
      "parameters": [
        {
          "name": "limit",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Limit"
        },
        {
          "name": "cursor",
          "in": "query",
          "required": false,
          "at": "#/components/parameters/Cursor"
        },
        {
          "name": "subject",
          "in": "query",
          "required": false,
          "at": "#/paths/~1operator~1v1~1audit-events/get/parameters/2"
        },
        {
          "name": "action",
          "in": "query",
          "required": false,
          "at": "#/paths/~1operator~1v1~1audit-events/get/parameters/3"
        },
        {
          "name": "since",
          "in": "query",
          "required": false,
          "at": "#/paths/~1operator~1v1~1audit-events/get/parameters/4"
        }
      ],
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1audit-events/get/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1audit-events/get/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "retry-after"
          ],
          "protocol": true
        }
      }
    },
    "importCredentials": {
      "operationId": "importCredentials",
      "method": "POST",
      "path": "/operator/v1/imports",
      "at": "#/paths/~1operator~1v1~1imports/post",
      "internal": true,
      "security": "operator_key",
      "roles": [
        "admin"
      ],
      "bodyLimit": 4194304,
      "parameters": [],
      "body": {
        "mediaType": "application/json",
        "at": "#/paths/~1operator~1v1~1imports/post/requestBody/content/application~1json"
      },
      "replies": {
        "200": {
          "at": "#/paths/~1operator~1v1~1imports/post/responses/200",
          "content": {
            "mediaType": "application/json",
            "at": "#/paths/~1operator~1v1~1imports/post/responses/200/content/application~1json"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "400": {
          "at": "#/components/responses/InvalidRequest",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "401": {
          "at": "#/components/responses/Unauthorized",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Unauthorized/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [
            "www-authenticate"
          ],
          "protocol": false
        },
        "403": {
          "at": "#/components/responses/Forbidden",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/Forbidden/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": false
        },
        "413": {
          "at": "#/components/responses/PayloadTooLarge",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "415": {
          "at": "#/components/responses/UnsupportedMediaType",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "429": {
          "at": "#/components/responses/TooManyRequests",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
            "mediaType": "application/problem+json",
            "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
          },
          "constantHeaders": {},
          "variableHeaders": [],
          "protocol": true
        },
        "503": {
          "at": "#/components/responses/ServiceUnavailable",
          "content": {
            "mediaType": "application/problem+json",
            "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
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
  "closedParameters": true,
  "securitySchemes": [
    "operator_key"
  ],
  "protocolReplies": {
    "400": {
      "at": "#/components/responses/InvalidRequest",
      "content": {
        "mediaType": "application/problem+json",
        "at": "#/components/responses/InvalidRequest/content/application~1problem%2Bjson"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "405": {
      "at": "#/components/responses/MethodNotAllowed",
      "content": {
        "mediaType": "application/problem+json",
        "at": "#/components/responses/MethodNotAllowed/content/application~1problem%2Bjson"
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
        "mediaType": "application/problem+json",
        "at": "#/components/responses/PayloadTooLarge/content/application~1problem%2Bjson"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "415": {
      "at": "#/components/responses/UnsupportedMediaType",
      "content": {
        "mediaType": "application/problem+json",
        "at": "#/components/responses/UnsupportedMediaType/content/application~1problem%2Bjson"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "429": {
      "at": "#/components/responses/TooManyRequests",
      "content": {
        "mediaType": "application/problem+json",
        "at": "#/components/responses/TooManyRequests/content/application~1problem%2Bjson"
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
        "mediaType": "application/problem+json",
        "at": "#/components/responses/InternalFailure/content/application~1problem%2Bjson"
      },
      "constantHeaders": {},
      "variableHeaders": [],
      "protocol": true
    },
    "503": {
      "at": "#/components/responses/ServiceUnavailable",
      "content": {
        "mediaType": "application/problem+json",
        "at": "#/components/responses/ServiceUnavailable/content/application~1problem%2Bjson"
      },
      "constantHeaders": {},
      "variableHeaders": [
        "retry-after"
      ],
      "protocol": true
    }
  }
}
