// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    "/api/ipn/account/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the account token of the user
         * @description Answers the first account of the user that the security token belongs to, as **one object**. The first one is the one that was created first.
         *     This is the call of the new page; prefer it. It needs the header `Authorization: Bearer <token>`.
         *
         *     **One object or a list?** The page has both: its table of attributes says "JSON array of objects containing" `name` and `aToken`, and its
         *     example is one object, `{"aToken": "<some hashed string>"}`. The example has no `name`, though the table says that `name` is required.
         *     Here the answer has the form of the example, with the `name` that the table requires. All accounts of the user as a list:
         *     `GET /api/account/get/tokens/{token}`.
         *
         *     A user without an account gets the `error` `The API user has no account.`
         */
        get: operations["getAccountToken"];
        put?: never;
        /**
         * Get the account token of the user (as POST)
         * @deprecated
         * @description The request example of the page still says `# HTTP POST`, as the old page did, while its text says GET. Both are answered alike; use
         *     `GET /api/ipn/account/tokens`.
         *
         *     There is no request body. One that comes is ignored, whatever its type.
         */
        post: operations["postAccountToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ipn/account/get/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The security token, the same as in the header `Authorization`. */
                token: components["parameters"]["RepeatedToken"];
            };
            cookie?: never;
        };
        /**
         * List the account tokens of the user (merged path)
         * @description Answers all accounts of the user that the security token belongs to, as a **list**, as the table of attributes says ("JSON array of
         *     objects containing"), in the order in which they were created. A user without an account gets an empty list.
         *
         *     The page prints the path `/api/ipn/account/get/tokens/{:token}`. That is the old path `/api/account/get/tokens/{:token}` and the new path
         *     `/api/ipn/account/tokens` run together. It is answered as it is printed: the header `Authorization: Bearer <token>` is required, as the new
         *     page says, and the path has to hold the same token. If the two differ, that is the `error`, whether or not one of them is valid.
         */
        get: operations["listAccountTokensMerged"];
        put?: never;
        /**
         * List the account tokens of the user (merged path, as POST)
         * @deprecated
         * @description The request example of the page shows this path under `# HTTP POST`, while its text says GET. Both are answered alike; use
         *     `GET /api/ipn/account/tokens`, or `GET /api/account/get/tokens/{token}` for all accounts.
         *
         *     There is no request body. One that comes is ignored, whatever its type.
         */
        post: operations["postAccountTokensMerged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/get/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        /**
         * List the account tokens of the user
         * @description Answers all accounts of the user that the security token belongs to, as a **list**, as the table of attributes says ("JSON array of
         *     objects containing"), in the order in which they were created. A user without an account gets an empty list.
         *
         *     This is the path that the introduction of the page names, with the method of the new page. **The header is optional here:** the path
         *     carries the token. Where the header `Authorization: Bearer <token>` is sent too, it has to hold the same token. If the two differ, that
         *     is the `error`, whether or not one of them is valid.
         */
        get: operations["listAccountTokens"];
        put?: never;
        /**
         * List the account tokens of the user (the old page)
         * @deprecated
         * @description The call of the old page: POST, with the token in the path. It is answered like `GET /api/account/get/tokens/{token}`, and here too the
         *     header `Authorization` is optional. Use `GET /api/ipn/account/tokens`, or the GET of this path for all accounts.
         *
         *     There is no request body. The introduction speaks of "a comprehensive payload" with "the requisite broker data", and the text of "a JSON
         *     payload of the request body", but the page lists no field for it. A body that comes is ignored, whatever its type.
         */
        post: operations["postAccountTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The first account of the user, or the reason why there is none. */
        AccountTokenAnswer: components["schemas"]["AccountToken"] | components["schemas"]["Failure"];
        /** @description All accounts of the user, or the reason why there is no list. */
        AccountTokenListAnswer: components["schemas"]["AccountTokenList"] | components["schemas"]["Failure"];
        /** @description The accounts of the user, in the order in which they were created. May be empty. */
        AccountTokenList: components["schemas"]["AccountToken"][];
        /** @description An account. */
        AccountToken: {
            /**
             * @description A name for the requested account.
             * @example Musterfirma GmbH
             */
            name: string;
            /**
             * @description An identifier for the requested account. It does not change from call to call, and cannot be guessed.
             * @example act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp
             */
            aToken: string;
        };
        /** @description Why a request failed. */
        Failure: {
            /**
             * @description It contains a reason for the failed request.
             * @example API User is not existing or deactivated.
             */
            error: string;
        };
    };
    responses: {
        /** @description The request cannot be read. The status is 200, as for every failure in the document. */
        MalformedRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
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
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The body is larger than 16 KiB. Up to that size it is ignored. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The body is of another type than JSON. Not to be expected, since a body is ignored whatever its type. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
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
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The server failed. The fault is not in the request. */
        InternalFailure: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
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
                "application/json": components["schemas"]["Failure"];
            };
        };
    };
    parameters: {
        /** @description The security token, the same as in the header `Authorization`. */
        RepeatedToken: string;
        /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
        Token: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this answer in the server's log. Quote it when you ask for help. */
        RequestId: string;
        /** @description The answer may carry a secret and must not be kept by a cache. */
        NoStore: "no-store";
        /** @description Since when this spelling is deprecated (RFC 9745). */
        Deprecation: "@1795305600";
        /** @description The methods that the path has. */
        Allow: string;
        /** @description After how many seconds a further try makes sense. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccountToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first account of the user, or the reason why there is none. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountTokenAnswer"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postAccountToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first account of the user, or the reason why there is none. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Deprecation: components["headers"]["Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountTokenAnswer"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAccountTokensMerged: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The security token, the same as in the header `Authorization`. */
                token: components["parameters"]["RepeatedToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountTokenListAnswer"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postAccountTokensMerged: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The security token, the same as in the header `Authorization`. */
                token: components["parameters"]["RepeatedToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Deprecation: components["headers"]["Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountTokenListAnswer"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAccountTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountTokenListAnswer"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postAccountTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Deprecation: components["headers"]["Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountTokenListAnswer"];
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
