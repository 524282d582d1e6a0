// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    "/api/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a security token
         * @description Answers a new security token and the time at which it expires, 15 minutes from now.
         *
         *     Send `hash` and `secret`. Both are compared as they are sent: nothing is trimmed, and upper and lower case differ. Other fields
         *     are ignored. An empty body is read as an object without fields.
         *
         *     `expired` has the format `YYYY-MM-DD hh:mm:ss`, in UTC with 24 hours. Fractions of a second are cut off. The token is refused
         *     from that second on.
         *
         *     **Every failure has the status 200 and an `error`.** An unknown `hash`, a wrong `secret` and a deactivated API user have the same
         *     answer, `API User is not existing or deactivated.`, so that nobody can find out which hashes exist. A request that cannot be used
         *     is answered with the first fault. `hash` is checked before `secret`.
         *
         *     | `error` | when |
         *     |---|---|
         *     | `The field "secret" is missing.` | the key is absent |
         *     | `The field "hash" must be a string.` | a number, `null`, a list or another type; nothing is converted |
         *     | `The field "hash" must not be empty.` | `""` |
         *     | `The field "hash" must not be longer than 1024 characters.` | the value is too long |
         *     | `The request body must be a JSON object.` | a list, a string or another type |
         *     | `The request body is not valid JSON.` | the body cannot be read as JSON |
         *     | `The request body holds a key that is not allowed.` | a key such as `__proto__` |
         *     | `The request holds a character that is not allowed.` | a NUL character, half of a surrogate pair, or bytes that are not UTF-8 |
         *     | `The request body is incomplete.` | the body is shorter or longer than its `Content-Length` |
         *
         *     ### About the published document
         *
         *     The page calls the format of `expired` "MySQL format for datetime". It shows no text for a request that cannot be used.
         */
        post: operations["createSecurityToken"];
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
        /** @description The credentials of an API user. */
        Credentials: {
            /**
             * @description A security-sensitive value that names the API user, provided by the support team.
             * @example bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68
             */
            hash: string;
            /**
             * @description A security-sensitive value that proves who calls, provided by the support team.
             * @example demo-broker-secret-Zm9vYmFy
             */
            secret: string;
        };
        /** @description A security token, or the reason why there is none. */
        SecurityTokenAnswer: components["schemas"]["SecurityToken"] | components["schemas"]["Failure"];
        /** @description A security token. It never comes with an `error`. */
        SecurityToken: {
            /**
             * @description A security token required for future API usage.
             * @example some-long-string-value
             */
            token: string;
            /**
             * @description Date and time when the security token expires, in UTC, as `YYYY-MM-DD hh:mm:ss` with 24 hours.
             * @example 2024-01-26 14:54:46
             */
            expired: string;
        };
        /** @description Why a request failed. It never comes with a `token`. */
        Failure: {
            /**
             * @description It contains a reason for the failed request.
             * @example API User is not existing or deactivated.
             */
            error: string;
        };
    };
    responses: {
        /** @description The request cannot be read, or a value in it is not acceptable. The status is 200, as for every failure of this API. */
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
        /** @description The body is larger than 16 KiB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The body is of another type than JSON. */
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
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The id of this call in the server's log. Quote it when you ask for help. */
        RequestId: string;
        /** @description The answer may carry a secret and must not be kept by a cache. */
        NoStore: "no-store";
        /** @description The methods that the path has. */
        Allow: string;
        /** @description How many seconds to wait before the next try. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createSecurityToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The two values that the support team gave to the API user. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description The token, or the reason why there is none. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityTokenAnswer"];
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
