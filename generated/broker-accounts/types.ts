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
         * @description Answers the first account of the user to whom the security token belongs, as one object. The first account is the one that was
         *     created first.
         *
         *     Send the security token in the header `Authorization: Bearer <token>`. For all accounts of the user, call
         *     `GET /api/account/get/tokens/{token}`.
         *
         *     A failure has the status 200 and an `error`. A user without an account gets `The API user has no account.`
         *
         *     ### About the published document
         *
         *     This is the call of the page's new version. The answer has the form of the page's example, with the `name` that its table of attributes
         *     requires.
         */
        get: operations["getAccountToken"];
        put?: never;
        /**
         * Get the account token of the user (POST)
         * @deprecated
         * @description Answers like `GET /api/ipn/account/tokens`. Use that call instead. A request body is ignored.
         *
         *     ### About the published document
         *
         *     The request example of the page says `# HTTP POST`, as its old version did, while its text says GET.
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
         * @description Answers all accounts of the user to whom the security token belongs, as a list in the order of their creation. A user without an
         *     account gets an empty list.
         *
         *     Send the security token in the header `Authorization: Bearer <token>`, and the same token in the path. If the two differ, the answer is
         *     an `error`, even where one of them is valid. A failure has the status 200 and an `error`.
         *
         *     ### About the published document
         *
         *     The page prints the path `/api/ipn/account/get/tokens/{:token}`: the path of its old version, `/api/account/get/tokens/{:token}`, and
         *     that of its new version, `/api/ipn/account/tokens`, merged. The header is required, as in the new version. The answer is a list, as
         *     its table of attributes says ("JSON array of objects containing").
         */
        get: operations["listAccountTokensMerged"];
        put?: never;
        /**
         * List the account tokens of the user (merged path, POST)
         * @deprecated
         * @description Answers like `GET /api/ipn/account/get/tokens/{token}`. Use `GET /api/ipn/account/tokens` instead, or
         *     `GET /api/account/get/tokens/{token}` for all accounts. A request body is ignored.
         *
         *     ### About the published document
         *
         *     The request example of the page shows this path under `# HTTP POST`, while its text says GET.
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
         * @description Answers all accounts of the user to whom the security token belongs, as a list in the order of their creation. A user without an
         *     account gets an empty list.
         *
         *     Send the security token in the path. The header `Authorization: Bearer <token>` is optional. Where it is sent, it has to have the same
         *     token: if the two differ, the answer is an `error`, even where one of them is valid. A failure has the status 200 and an `error`.
         *
         *     ### About the published document
         *
         *     This is the path that the introduction of the page names, with the method of its new version. The answer is a list, as its table of
         *     attributes says ("JSON array of objects containing").
         */
        get: operations["listAccountTokens"];
        put?: never;
        /**
         * List the account tokens of the user (old version)
         * @deprecated
         * @description Answers like `GET /api/account/get/tokens/{token}`; here too the header `Authorization` is optional. Use
         *     `GET /api/ipn/account/tokens` instead, or the GET of this path for all accounts. A request body is ignored.
         *
         *     ### About the published document
         *
         *     This is the call of the page's old version. Its introduction speaks of "a comprehensive payload" with "the requisite broker data", and
         *     its text of "a JSON payload of the request body", but the page lists no field for it.
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
        /** @description The request cannot be read. The status is 200, as for every failure of this API. */
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
        /** @description The path does not have this method. The header `Allow` lists those that it has. */
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
        /** @description The body is larger than 16 KiB. A smaller one is ignored. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The body is of another type than JSON. Does not occur, since a body is ignored whatever its type. */
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
        /** @description The id of this call in the server's log. Quote it when you ask for help. */
        RequestId: string;
        /** @description The answer may carry a secret and must not be kept by a cache. */
        NoStore: "no-store";
        /** @description When this path was deprecated (RFC 9745). */
        Deprecation: "@1795305600";
        /** @description The methods that the path has. */
        Allow: string;
        /** @description How many seconds to wait before the next try. */
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
