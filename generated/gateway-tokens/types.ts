// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    readonly "/v1/api/auth": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look up the account of a token
         * @description Answers the `account_id` of the gateway account that a token belongs to, its `token_link` and its `token_type`; its
         *     `service_mode` and `service_external_id` where it has them. A successful look-up sets the token's `last_used`, which may lag by
         *     some seconds.
         *
         *     Send the token in the header `Authorization: Bearer <token>`; the scheme may be written in any case. A token anywhere else,
         *     such as in the query, is not read.
         *
         *     A token that cannot be used is answered with 401. `error_identifier` is `AUTH_TOKEN_INVALID` where the header is missing,
         *     has another scheme, or has a token that is malformed or unknown. It is `AUTH_TOKEN_REVOKED` where the token was revoked; the
         *     body then has its `token_link`.
         *
         *     ### About the published document
         *
         *     The document names the status 401 and shows no body for it. It shows `account_id` alone.
         */
        readonly get: operations["getTokenAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look up the account of a token (alias)
         * @deprecated
         * @description Answers like `GET /v1/api/auth`. Use that path instead.
         *
         *     ### About the published document
         *
         *     The document describes this call as `GET /v1/api/auth` and shows it as `GET /v1/auth` in its example.
         */
        readonly get: operations["getTokenAccountAlias"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/frontend/auth": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Update the description of a token
         * @description Changes the description of an active token, and answers the token as lists show it.
         *
         *     Send `token_link` and `description`. An empty `description` is accepted. Missing fields are answered with 400 and listed in
         *     the order `token_link, description`.
         *
         *     A token that is unknown or revoked is answered with 404. The `token_link` is compared exactly. After 600 answers of 404 within a
         *     minute to changes and revocations of one address, these are answered with 429 until the minute is over.
         *
         *     ### About the published document
         *
         *     The document's answer has `token_link` and `description` alone.
         */
        readonly put: operations["describeGatewayToken"];
        /**
         * Generate a token for a gateway account
         * @description Generates a token for a gateway account and shows it. The token cannot be read again.
         *
         *     Send `account_id` and `description`, and optionally `created_by`. An account is any string and needs no registration. A JSON
         *     number is accepted as `account_id` and stands for its decimal digits. An empty `description` is accepted.
         *
         *     Later clients also send what the token is for (`token_type`, `type`), its service (`service_mode`, `service_external_id`) and
         *     `token_account_type`, which chooses the prefix of a token of the gateway's own form.
         *
         *     Missing fields are answered with 400 and listed in the order `account_id, description`. A field is missing where it is absent
         *     or `null`, where the body is empty or absent, and, for `account_id`, where it is the empty string.
         */
        readonly post: operations["issueGatewayToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/frontend/auth/{account_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the tokens of an account
         * @description Answers the active tokens of an account, or the revoked ones, newest first. An unknown account has an empty list.
         *
         *     Send the account in the path, percent-encoded where it has characters such as `/`, `state=revoked` for the revoked tokens, and
         *     `type=PRODUCTS` for those of product pages.
         *
         *     ### About the published document
         *
         *     The document's example shows an active and a revoked token in one list. A list here has the tokens of one state, as the
         *     document's text says. Its items have the keys `token_link`, `description` and `revoked` alone.
         */
        readonly get: operations["listGatewayTokens"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke a token of an account
         * @description Revokes a token of an account for good, and answers when it was revoked. Every look-up that starts afterwards is refused.
         *
         *     Send the `token_link` in the body, or as the query parameter `token_link` where a proxy drops the body of a DELETE. If both are
         *     sent and differ, the answer is 400. Or send the `token` itself; then no link is read.
         *
         *     A link that is unknown, that belongs to another account or whose token is already revoked is answered with 404. The
         *     `token_link` is compared exactly. After 600 answers of 404 within a minute to changes and revocations of one address, these are
         *     answered with 429 until the minute is over.
         */
        readonly delete: operations["revokeGatewayToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/frontend/auth/{account_id}/{token_link}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a token of an account
         * @description Answers a token of an account, active or revoked, as lists show it. Send the account and the link in the path. A link that is
         *     unknown or belongs to another account is answered with 404.
         */
        readonly get: operations["getGatewayToken"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/frontend/auth/{account_id}/revoke-all": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke all tokens of an account
         * @description Revokes every active token of an account for good. An account without one, known or not, is answered alike.
         */
        readonly delete: operations["revokeAllGatewayTokens"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the tokens of a service
         * @description Answers the active tokens of a service in a mode, or the revoked ones, newest first, like `GET /v1/frontend/auth/{account_id}`.
         */
        readonly get: operations["listServiceTokens"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke a token of a service
         * @description Revokes a token of a service in a mode for good, like `DELETE /v1/frontend/auth/{account_id}`. Send the `token_link` or the
         *     `token` in the body.
         */
        readonly delete: operations["revokeServiceToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/{token_link}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a token of a service
         * @description Answers a token of a service in a mode, active or revoked, like `GET /v1/frontend/auth/{account_id}/{token_link}`.
         */
        readonly get: operations["getServiceToken"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/frontend/auth/service/{service_external_id}/mode/{service_mode}/revoke-all": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke all tokens of a service
         * @description Revokes every active token of a service in a mode for good. A service without one, known or not, is answered alike.
         */
        readonly delete: operations["revokeAllServiceTokens"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthcheck": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Check whether the service can answer
         * @description Answers 200 where the database answers, and 503 where it does not, for what watched the service before. `/readyz` says the same
         *     of the whole server.
         */
        readonly get: operations["checkHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The account that a token belongs to. */
        readonly TokenAccount: {
            /**
             * @description The account ID for the bearer token.
             * @example GATEWAY_ACCOUNT_1
             */
            readonly account_id: string;
            /**
             * @description The reference of the token.
             * @example b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01
             */
            readonly token_link: string;
            readonly token_type: components["schemas"]["TokenType"];
            readonly service_mode?: components["schemas"]["ServiceMode"];
            readonly service_external_id?: components["schemas"]["ServiceExternalId"];
        };
        /** @description Why a token is refused. */
        readonly TokenRefusal: {
            /**
             * @description The reason, for people.
             * @example The bearer token has been revoked
             */
            readonly message: string;
            /**
             * @description The reason, for programs.
             * @example AUTH_TOKEN_REVOKED
             * @enum {string}
             */
            readonly error_identifier: "AUTH_TOKEN_INVALID" | "AUTH_TOKEN_REVOKED";
            /**
             * @description The link of the revoked token; absent where the token is not known.
             * @example 550e8400-e29b-41d4-a716-446655445678
             */
            readonly token_link?: string;
        };
        /** @description The account and the description of a new token. */
        readonly NewToken: {
            /**
             * @description Gateway account to associate the new token to. A number means its decimal digits.
             * @example GATEWAY_ACCOUNT_1
             * @example 15
             */
            readonly account_id: string | number;
            /**
             * @description Description of the new token. May be empty.
             * @example Token description
             */
            readonly description: string;
            /**
             * @description Who asked for the token. Shown in lists.
             * @default null
             * @example somebody@example.gov.uk
             */
            readonly created_by?: string | null;
            /**
             * @description Which payments the token is for.
             * @default CARD
             * @example CARD
             * @enum {string}
             */
            readonly token_type?: "CARD" | "DIRECT_DEBIT";
            /**
             * @description Whether the token is for the gateway's API or for its product pages. Lists show one or the other.
             * @default API
             * @example API
             * @enum {string}
             */
            readonly type?: "API" | "PRODUCTS";
            /**
             * @description Chooses the prefix `api_live_` or `api_test_` of a token of the gateway's own form, and is not stored.
             * @example LIVE
             * @enum {string}
             */
            readonly token_account_type?: "LIVE" | "TEST" | "live" | "test";
            /**
             * @description The mode of the service that the token belongs to.
             * @example LIVE
             * @enum {string}
             */
            readonly service_mode?: "LIVE" | "TEST" | "live" | "test";
            /**
             * @description The service that the token belongs to.
             * @default null
             * @example cd1b871207a94a7fa157dee678146acd
             */
            readonly service_external_id?: string | null;
        };
        /**
         * @description Which payments the token is for.
         * @example CARD
         * @enum {string}
         */
        readonly TokenType: "CARD" | "DIRECT_DEBIT";
        /**
         * @description The mode of the service that the token belongs to. The key is absent where the token has none.
         * @example LIVE
         * @enum {string}
         */
        readonly ServiceMode: "LIVE" | "TEST";
        /**
         * @description The service that the token belongs to. The key is absent where the token has none.
         * @example cd1b871207a94a7fa157dee678146acd
         */
        readonly ServiceExternalId: string;
        /** @description A token that was generated. */
        readonly GeneratedToken: {
            /**
             * @description The newly generated token.
             * @example twg_GENERATEDTOKENxxxxxxxxxxxxxxxxxx1bBP0B
             */
            readonly token: string;
        };
        /** @description A new description for a token. */
        readonly TokenDescription: {
            /**
             * @description Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            readonly token_link: string;
            /**
             * @description New description of the existing token. May be empty.
             * @example New token description
             */
            readonly description: string;
        };
        /** @description The tokens of an account in one state, newest first. */
        readonly TokenList: {
            /**
             * @description The tokens, newest first.
             * @example []
             */
            readonly tokens: readonly components["schemas"]["ListedToken"][];
        };
        /** @description A token as lists show it. The token itself is never shown again. */
        readonly ListedToken: {
            /**
             * @description The reference of the token in other calls. Opaque, compared exactly.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            readonly token_link: string;
            /**
             * @description The description of the token.
             * @example token 1 description
             */
            readonly description: string;
            readonly token_type: components["schemas"]["TokenType"];
            /**
             * @description Whether the token is for the gateway's API or for its product pages.
             * @example API
             * @enum {string}
             */
            readonly type: "API" | "PRODUCTS";
            /**
             * @description The day on which the token was revoked, in UTC, as `dd Mmm yyyy`. The key is absent on active tokens.
             * @example 10 Oct 2015
             */
            readonly revoked?: string;
            /**
             * @description When the token was generated, in UTC, as `dd Mmm yyyy - hh:mm`.
             * @example 09 Oct 2015 - 09:30
             */
            readonly issued_date: string;
            /**
             * @description When the token was last looked up, in UTC, or `null` where it never was. May lag by some seconds.
             * @example 10 Oct 2015 - 12:12
             */
            readonly last_used: string | null;
            /**
             * @description Who asked for the token; `null` where that was not given.
             * @example somebody@example.gov.uk
             */
            readonly created_by: string | null;
            readonly service_mode?: components["schemas"]["ServiceMode"];
            readonly service_external_id?: components["schemas"]["ServiceExternalId"];
        };
        /** @description The link of a token, or the token itself. */
        readonly TokenReference: components["schemas"]["TokenByLink"] | components["schemas"]["TokenByItself"];
        /** @description The link of a token. */
        readonly TokenByLink: {
            /**
             * @description Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            readonly token_link: string | null;
            /**
             * @description The token itself. Where it is given, no link is read.
             * @example twg_GENERATEDTOKENxxxxxxxxxxxxxxxxxx1bBP0B
             */
            readonly token?: string | null;
        };
        /** @description The token itself. */
        readonly TokenByItself: {
            /**
             * @description The token itself. Where it is given, no link is read.
             * @example twg_GENERATEDTOKENxxxxxxxxxxxxxxxxxx1bBP0B
             */
            readonly token: string | null;
            /**
             * @description Token link as returned by `GET /v1/frontend/auth/{account_id}`. Opaque, compared exactly.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            readonly token_link?: string | null;
        };
        /** @description What the service needs to answer. */
        readonly Health: {
            readonly postgres: components["schemas"]["HealthOf"];
            readonly deadlocks: components["schemas"]["HealthOf"];
        };
        /** @description Whether one of them is as it should be. */
        readonly HealthOf: {
            /**
             * @description True, since an unhealthy service answers 503.
             * @constant
             */
            readonly healthy: true;
        };
        /** @description When a token was revoked. */
        readonly Revocation: {
            /**
             * @description When the token was revoked, in UTC, as `dd Mmm yyyy - hh:mm`.
             * @example 10 Oct 2015 - 12:12
             */
            readonly revoked: string;
        };
        /** @description Why a request failed. */
        readonly Message: {
            /**
             * @description The error message.
             * @example Missing fields: [account_id]
             */
            readonly message: string;
        };
    };
    responses: {
        /** @description The account of the token. */
        readonly TokenAccount: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["TokenAccount"];
            };
        };
        /** @description The token is missing, malformed, unknown or revoked. */
        readonly TokenRefused: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["TokenRefusal"];
            };
        };
        /** @description The request cannot be read, or a value in it is not acceptable. */
        readonly MalformedRequest: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The path does not have this method. The header `Allow` lists those that it has. */
        readonly MethodNotAllowed: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly Allow: components["headers"]["Allow"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The body is larger than 16 KiB. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The body is of another type than JSON. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The address has failed too often. `Retry-After` says when it may try again. */
        readonly TooManyRequests: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The server failed. The fault is not in the request. */
        readonly InternalFailure: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The server cannot answer at the moment. */
        readonly ServiceUnavailable: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Message"];
            };
        };
    };
    parameters: {
        /**
         * @description The gateway account, percent-encoded where it has characters such as `/`.
         * @example 15
         */
        readonly AccountId: string;
        /**
         * @description `ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty and every other value mean
         *     active. Where the parameter is repeated, the last one counts.
         */
        readonly State: "ACTIVE" | "REVOKED" | "active" | "revoked";
        /**
         * @description `PRODUCTS` for the tokens of product pages, in any case. Absent, empty and every other value mean those of the API. Where the
         *     parameter is repeated, the last one counts.
         */
        readonly Type: "API" | "PRODUCTS" | "api" | "products";
        /** @description The link of the token. Opaque, compared exactly. */
        readonly TokenLink: string;
        /**
         * @description The service.
         * @example cd1b871207a94a7fa157dee678146acd
         */
        readonly ServiceExternalId: string;
        /**
         * @description The mode of the service.
         * @example TEST
         */
        readonly ServiceMode: "LIVE" | "TEST" | "live" | "test";
    };
    requestBodies: never;
    headers: {
        /** @description The id of this call in the server's log, the caller's own where it sent a printable one of at most 128 characters. Quote it when you ask for help. */
        readonly RequestId: string;
        /** @description Replies depend on a credential, and caches must not keep them. */
        readonly NoStore: "no-store";
        /** @description When this path was deprecated (RFC 9745). */
        readonly Deprecation: "@1795305600";
        /** @description The challenge of RFC 6750. Names `invalid_token` where a token was sent. */
        readonly WWWAuthenticate: "Bearer realm=\"gateway-tokens\"" | "Bearer realm=\"gateway-tokens\", error=\"invalid_token\"";
        /** @description The methods that the path has. */
        readonly Allow: string;
        /** @description How many seconds to wait before the next try. */
        readonly RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getTokenAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["TokenAccount"];
            readonly 401: components["responses"]["TokenRefused"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getTokenAccountAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account of the token. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenAccount"];
                };
            };
            /** @description The token is missing, malformed, unknown or revoked. */
            readonly 401: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenRefusal"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly describeGatewayToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The link of the token, and its new description. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TokenDescription"];
            };
        };
        readonly responses: {
            /** @description The token has the new description. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListedToken"];
                };
            };
            /** @description Fields are missing, of the wrong type or too long, or the body is malformed. */
            readonly 400: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description The token is unknown or revoked. */
            readonly 404: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly issueGatewayToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The account, a description of the token and, optionally, who asked for it. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewToken"];
            };
        };
        readonly responses: {
            /** @description The new token, which is shown only here. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GeneratedToken"];
                };
            };
            /** @description Fields are missing, of the wrong type or too long, or the body is malformed. */
            readonly 400: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listGatewayTokens: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty and every other value mean
                 *     active. Where the parameter is repeated, the last one counts.
                 */
                readonly state?: components["parameters"]["State"];
                /**
                 * @description `PRODUCTS` for the tokens of product pages, in any case. Absent, empty and every other value mean those of the API. Where the
                 *     parameter is repeated, the last one counts.
                 */
                readonly type?: components["parameters"]["Type"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The gateway account, percent-encoded where it has characters such as `/`.
                 * @example 15
                 */
                readonly account_id: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tokens of the account in this state. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenList"];
                };
            };
            readonly 400: components["responses"]["MalformedRequest"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeGatewayToken: {
        readonly parameters: {
            readonly query?: {
                /** @description The link of the token, for callers whose proxy drops the body. */
                readonly token_link?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The gateway account, percent-encoded where it has characters such as `/`. */
                readonly account_id: string;
            };
            readonly cookie?: never;
        };
        /** @description The link of the token, or the token itself. No body, or an empty object, where the link is in the query. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TokenReference"];
            };
        };
        readonly responses: {
            /** @description The token is revoked. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Revocation"];
                };
            };
            /** @description The link is missing, of the wrong type or too long, the body and the query differ, or the body is malformed. */
            readonly 400: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description No active token of this account has that link. */
            readonly 404: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getGatewayToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The gateway account, percent-encoded where it has characters such as `/`.
                 * @example 15
                 */
                readonly account_id: components["parameters"]["AccountId"];
                /** @description The link of the token. Opaque, compared exactly. */
                readonly token_link: components["parameters"]["TokenLink"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token, active or revoked. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListedToken"];
                };
            };
            readonly 400: components["responses"]["MalformedRequest"];
            /** @description There is no such token. */
            readonly 404: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeAllGatewayTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The gateway account, percent-encoded where it has characters such as `/`. */
                readonly account_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description None of them is active any more. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["MalformedRequest"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listServiceTokens: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description `ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty and every other value mean
                 *     active. Where the parameter is repeated, the last one counts.
                 */
                readonly state?: components["parameters"]["State"];
                /**
                 * @description `PRODUCTS` for the tokens of product pages, in any case. Absent, empty and every other value mean those of the API. Where the
                 *     parameter is repeated, the last one counts.
                 */
                readonly type?: components["parameters"]["Type"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The service.
                 * @example cd1b871207a94a7fa157dee678146acd
                 */
                readonly service_external_id: components["parameters"]["ServiceExternalId"];
                /**
                 * @description The mode of the service.
                 * @example TEST
                 */
                readonly service_mode: components["parameters"]["ServiceMode"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tokens of the service in this state. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenList"];
                };
            };
            readonly 400: components["responses"]["MalformedRequest"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeServiceToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The service.
                 * @example cd1b871207a94a7fa157dee678146acd
                 */
                readonly service_external_id: components["parameters"]["ServiceExternalId"];
                /**
                 * @description The mode of the service.
                 * @example TEST
                 */
                readonly service_mode: components["parameters"]["ServiceMode"];
            };
            readonly cookie?: never;
        };
        /** @description The link of the token, or the token itself. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TokenReference"];
            };
        };
        readonly responses: {
            /** @description The token is revoked. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Revocation"];
                };
            };
            /** @description The link is missing, of the wrong type or too long, or the body is malformed. */
            readonly 400: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description No active token of this service has that link. */
            readonly 404: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getServiceToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The service.
                 * @example cd1b871207a94a7fa157dee678146acd
                 */
                readonly service_external_id: components["parameters"]["ServiceExternalId"];
                /**
                 * @description The mode of the service.
                 * @example TEST
                 */
                readonly service_mode: components["parameters"]["ServiceMode"];
                /** @description The link of the token. Opaque, compared exactly. */
                readonly token_link: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token, active or revoked. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListedToken"];
                };
            };
            readonly 400: components["responses"]["MalformedRequest"];
            /** @description There is no such token. */
            readonly 404: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeAllServiceTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The service. */
                readonly service_external_id: string;
                /**
                 * @description The mode of the service.
                 * @example TEST
                 */
                readonly service_mode: components["parameters"]["ServiceMode"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description None of them is active any more. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["MalformedRequest"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly checkHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The service can answer. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
