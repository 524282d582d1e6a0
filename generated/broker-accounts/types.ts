// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    readonly "/api/ipn/account/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
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
        readonly get: operations["getAccountToken"];
        readonly put?: never;
        /**
         * Get the account token of the user (POST)
         * @deprecated
         * @description Answers like `GET /api/ipn/account/tokens`. Use that call instead. A request body is ignored.
         *
         *     ### About the published document
         *
         *     The request example of the page says `# HTTP POST`, as its old version did, while its text says GET.
         */
        readonly post: operations["postAccountToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ipn/account/get/tokens/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The security token, the same as in the header `Authorization`. */
                readonly token: components["parameters"]["RepeatedToken"];
            };
            readonly cookie?: never;
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
        readonly get: operations["listAccountTokensMerged"];
        readonly put?: never;
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
        readonly post: operations["postAccountTokensMerged"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/account/get/tokens/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
                readonly token: components["parameters"]["Token"];
            };
            readonly cookie?: never;
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
        readonly get: operations["listAccountTokens"];
        readonly put?: never;
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
        readonly post: operations["postAccountTokens"];
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
        /** @description The first account of the user, or the reason why there is none. */
        readonly AccountTokenAnswer: components["schemas"]["AccountToken"] | components["schemas"]["AccountTokenFailure"];
        /** @description All accounts of the user, or the reason why there is no list. */
        readonly AccountTokenListAnswer: components["schemas"]["AccountTokenList"] | components["schemas"]["AccountTokenFailure"];
        /** @description The accounts of the user, in the order in which they were created. May be empty. */
        readonly AccountTokenList: readonly components["schemas"]["AccountToken"][];
        /** @description An account. */
        readonly AccountToken: {
            /**
             * @description A name for the requested account.
             * @example Musterfirma GmbH
             */
            readonly name: string;
            /**
             * @description An identifier for the requested account. It does not change from call to call, and cannot be guessed.
             * @example act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp
             */
            readonly aToken: string;
        };
        /** @description Why a request failed. */
        readonly AccountTokenFailure: {
            /**
             * @description It contains a reason for the failed request.
             * @example API User is not existing or deactivated.
             */
            readonly error: string;
        };
    };
    responses: {
        /** @description The request cannot be read. The status is 200, as for every failure of this API. */
        readonly MalformedRequest: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["AccountTokenFailure"];
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
                readonly "application/json": components["schemas"]["AccountTokenFailure"];
            };
        };
        /** @description The body is larger than 16 KiB. A smaller one is ignored. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["AccountTokenFailure"];
            };
        };
        /** @description The body is of another type than JSON. Does not occur, since a body is ignored whatever its type. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["AccountTokenFailure"];
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
                readonly "application/json": components["schemas"]["AccountTokenFailure"];
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
                readonly "application/json": components["schemas"]["AccountTokenFailure"];
            };
        };
    };
    parameters: {
        /** @description The security token, the same as in the header `Authorization`. */
        readonly RepeatedToken: string;
        /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
        readonly Token: string;
    };
    requestBodies: never;
    headers: {
        /** @description The id of this call in the server's log, the caller's own where it sent a printable one of at most 128 characters. Quote it when you ask for help. */
        readonly RequestId: string;
        /** @description Replies depend on a credential, and caches must not keep them. */
        readonly NoStore: "no-store";
        /** @description When this path was deprecated (RFC 9745). */
        readonly Deprecation: "@1795305600";
        /** @description The methods that the path has. */
        readonly Allow: string;
        /** @description How many seconds to wait before the next try. */
        readonly RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getAccountToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The first account of the user, or the reason why there is none. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountTokenAnswer"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly postAccountToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The first account of the user, or the reason why there is none. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountTokenAnswer"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listAccountTokensMerged: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The security token, the same as in the header `Authorization`. */
                readonly token: components["parameters"]["RepeatedToken"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly postAccountTokensMerged: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The security token, the same as in the header `Authorization`. */
                readonly token: components["parameters"]["RepeatedToken"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listAccountTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
                readonly token: components["parameters"]["Token"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly postAccountTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The security token. Where the header `Authorization` is sent too, both have to be equal. */
                readonly token: components["parameters"]["Token"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All accounts of the user, or the reason why there is no list. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountTokenListAnswer"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
