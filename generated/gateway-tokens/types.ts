// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    "/v1/api/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up the account of a token
         * @description Answers the gateway account that the bearer token belongs to. Only the `Authorization` header counts; the scheme `Bearer`
         *     may be written in any case.
         *
         *     The document names the status 401 and shows no body. Here it says which case it is, so that a client can tell its
         *     user what to do: `AUTH_TOKEN_INVALID` (no header, another scheme, malformed or unknown) or `AUTH_TOKEN_REVOKED`, then with the `token_link`.
         *
         *     A successful look-up sets the token's `last_used`, which may lag by some seconds.
         */
        get: operations["getTokenAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up the account of a token (alias)
         * @deprecated
         * @description The document describes this call as `GET /v1/api/auth` and shows it as `GET /v1/auth` in its example. Both are
         *     answered alike; use `GET /v1/api/auth`.
         */
        get: operations["getTokenAccountAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frontend/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update the description of a token
         * @description Changes the description of an active token. A token that is unknown **or revoked** is answered with the status 404. Missing fields are listed in the order
         *     `token_link, description`; an empty `description` is accepted.
         */
        put: operations["describeGatewayToken"];
        /**
         * Generate a token for a gateway account
         * @description Generates a token for the given account and shows it: this is the only time that it can be read. The account is
         *     any string and needs no registration; a JSON number is accepted and means its decimal digits.
         *
         *     An absent field, `null`, an empty body and no body are the same: missing. An empty `account_id` is
         *     missing too; an empty `description` is accepted. The message lists the missing fields in the order
         *     `account_id, description`.
         */
        post: operations["issueGatewayToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frontend/auth/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens of an account
         * @description Answers the active tokens of the account, or the revoked ones, newest first. An unknown account has an empty list.
         *
         *     The document's example shows an active and a revoked token in one list; a list here holds one state, as its
         *     text says. Beyond the document each item also tells when it was issued, when it was last used and who created it, since every
         *     published client of this API shows these.
         */
        get: operations["listGatewayTokens"];
        put?: never;
        post?: never;
        /**
         * Revoke a token of an account
         * @description Revokes the token for good and answers when that happened. A look-up that starts afterwards is refused.
         *
         *     The link stands in the body, as the document says. Some proxies drop the body of a DELETE: the query parameter
         *     `token_link` is accepted too. Both at once have to be equal.
         *
         *     An unknown link, the link of another account and a token that is already revoked are answered alike.
         */
        delete: operations["revokeGatewayToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The account that a token belongs to. */
        TokenAccount: {
            /**
             * @description The account ID for the bearer token.
             * @example GATEWAY_ACCOUNT_1
             */
            account_id: string;
        };
        /** @description Why a token is refused. */
        TokenRefusal: {
            /**
             * @description The reason, for people.
             * @example The bearer token has been revoked
             */
            message: string;
            /**
             * @description The reason, for programs.
             * @example AUTH_TOKEN_REVOKED
             * @enum {string}
             */
            error_identifier: "AUTH_TOKEN_INVALID" | "AUTH_TOKEN_REVOKED";
            /**
             * @description The link of the revoked token; absent where the token is not known.
             * @example 550e8400-e29b-41d4-a716-446655445678
             */
            token_link?: string;
        };
        /** @description What a token is generated for. */
        NewToken: {
            /**
             * @description Gateway account to associate the new token to. A number means its decimal digits.
             * @example GATEWAY_ACCOUNT_1
             * @example 15
             */
            account_id: string | number;
            /**
             * @description Description of the new token. May be empty.
             * @example Token description
             */
            description: string;
            /**
             * @description Who asked for the token, as it shall be shown in lists.
             * @example somebody@example.gov.uk
             */
            created_by?: string | null;
        };
        /** @description A token that was generated. */
        GeneratedToken: {
            /**
             * @description The newly generated token.
             * @example twg_GENERATEDTOKENxxxxxxxxxxxxxxxxxx1bBP0B
             */
            token: string;
        };
        /** @description A new description for a token. */
        TokenDescription: {
            /**
             * @description Token link as returned by `GET /v1/frontend/auth/{account_id}`.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            token_link: string;
            /**
             * @description New description of the existing token. May be empty.
             * @example New token description
             */
            description: string;
        };
        /** @description A token and its new description. */
        DescribedToken: {
            /**
             * @description Token link of the updated resource.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            token_link: string;
            /**
             * @description New description of the existing token.
             * @example New token description
             */
            description: string;
        };
        /** @description The tokens of an account in one state, newest first. */
        TokenList: {
            /**
             * @description The tokens, newest first.
             * @example []
             */
            tokens: components["schemas"]["ListedToken"][];
        };
        /** @description A token as lists show it. The token itself is never shown again. */
        ListedToken: {
            /**
             * @description The reference of the token in further calls.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            token_link: string;
            /**
             * @description The description of the token.
             * @example token 1 description
             */
            description: string;
            /**
             * @description The day on which the token was revoked, in UTC. The key is absent on active tokens.
             * @example 10 Oct 2015
             */
            revoked?: string;
            /**
             * @description When the token was generated, in UTC.
             * @example 9 Oct 2015 - 09:30
             */
            issued_date: string;
            /**
             * @description When the token was last looked up, in UTC; `null` until then. May lag by some seconds.
             * @example 10 Oct 2015 - 12:12
             */
            last_used: string | null;
            /**
             * @description Who asked for the token; `null` where that was not given.
             * @example somebody@example.gov.uk
             */
            created_by: string | null;
        };
        /** @description The token that is meant. */
        TokenReference: {
            /**
             * @description Token link as returned by `GET /v1/frontend/auth/{account_id}`.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            token_link?: string | null;
        };
        /** @description A revocation. */
        Revocation: {
            /**
             * @description When the token was revoked, in UTC.
             * @example 10 Oct 2015 - 12:12
             */
            revoked: string;
        };
        /** @description Why a request failed. */
        Message: {
            /**
             * @description The error message.
             * @example Missing fields: [account_id]
             */
            message: string;
        };
    };
    responses: {
        /** @description The account of the token. */
        TokenAccount: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenAccount"];
            };
        };
        /** @description The token is missing, malformed, unknown or revoked. */
        TokenRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenRefusal"];
            };
        };
        /** @description The request cannot be read, or a value in it is not acceptable. */
        MalformedRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The path does not have this method. The header `Allow` names those that it has. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The body is larger than 16 KiB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The body is of another type than JSON. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The server failed. The fault is not in the request. */
        InternalFailure: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        /** @description The server cannot answer at the moment. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
    };
    parameters: {
        /**
         * @description The gateway account. Percent-encoded where it holds characters such as `/` or `:`.
         * @example 15
         */
        AccountId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this answer in the server's log. Quote it when you ask for help. */
        RequestId: string;
        /** @description The answer carries a secret and must not be kept by a cache. */
        NoStore: "no-store";
        /** @description Since when this spelling is deprecated (RFC 9745). */
        Deprecation: "@1795305600";
        /** @description The challenge of RFC 6750. Names `invalid_token` where a token was sent. */
        WWWAuthenticate: "Bearer realm=\"gateway-tokens\"" | "Bearer realm=\"gateway-tokens\", error=\"invalid_token\"";
        /** @description The methods that the path has. */
        Allow: string;
        /** @description After how many seconds a further try makes sense. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getTokenAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TokenAccount"];
            401: components["responses"]["TokenRefused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTokenAccountAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account of the token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Deprecation: components["headers"]["Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAccount"];
                };
            };
            /** @description The token is missing, malformed, unknown or revoked. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Deprecation: components["headers"]["Deprecation"];
                    "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenRefusal"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    describeGatewayToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The link of the token, and its new description. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenDescription"];
            };
        };
        responses: {
            /** @description The token has the new description. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DescribedToken"];
                };
            };
            /** @description Fields are missing, of the wrong type or too long, or the body is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description The token is unknown or revoked. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    issueGatewayToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The account, a description for its owners and, optionally, who asked for the token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description The token. It is shown this once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeneratedToken"];
                };
            };
            /** @description Fields are missing, of the wrong type or too long, or the body is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listGatewayTokens: {
        parameters: {
            query?: {
                /**
                 * @description `ACTIVE` for the active tokens, `REVOKED` for the revoked ones, in any case. Absent, empty or
                 *     anything else: active. Of repeated ones the last counts.
                 */
                state?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The gateway account. Percent-encoded where it holds characters such as `/` or `:`.
                 * @example 15
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeGatewayToken: {
        parameters: {
            query?: {
                /** @description The link of the token, for callers whose proxy drops the body. */
                token_link?: string;
            };
            header?: never;
            path: {
                /** @description The gateway account. Percent-encoded where it holds characters such as `/` or `:`. */
                account_id: string;
            };
            cookie?: never;
        };
        /** @description The link of the token. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TokenReference"];
            };
        };
        responses: {
            /** @description The token is revoked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revocation"];
                };
            };
            /** @description The link is missing, of the wrong type or too long, differs from the query's, or the body is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description No active token of this account has that link. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
