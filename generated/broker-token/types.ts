// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    readonly "/api/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
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
         *
         *     ### About the published document
         *
         *     The page calls the format of `expired` "MySQL format for datetime". It shows no text for a request that cannot be used.
         */
        readonly post: operations["createSecurityToken"];
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
        /** @description The credentials of an API user. */
        readonly Credentials: {
            /**
             * @description A security-sensitive value that names the API user, provided by the support team.
             * @example bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68
             */
            readonly hash: string;
            /**
             * @description A security-sensitive value that proves who calls, provided by the support team.
             * @example demo-broker-secret-Zm9vYmFy
             */
            readonly secret: string;
        };
        /** @description A security token, or the reason why there is none. */
        readonly SecurityTokenAnswer: components["schemas"]["SecurityToken"] | components["schemas"]["SecurityTokenFailure"];
        /** @description A security token. It never comes with an `error`. */
        readonly SecurityToken: {
            /**
             * @description A security token required for future API usage.
             * @example some-long-string-value
             */
            readonly token: string;
            /**
             * @description Date and time when the security token expires, in UTC, as `YYYY-MM-DD hh:mm:ss` with 24 hours.
             * @example 2024-01-26 14:54:46
             */
            readonly expired: string;
        };
        /** @description Why a request failed. It never comes with a `token`. */
        readonly SecurityTokenFailure: {
            /**
             * @description It contains a reason for the failed request.
             * @example API User is not existing or deactivated.
             */
            readonly error: string;
        };
    };
    responses: {
        /** @description The request cannot be read, or a value in it is not acceptable. The status is 200, as for every failure of this API. */
        readonly MalformedRequest: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["SecurityTokenFailure"];
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
                readonly "application/json": components["schemas"]["SecurityTokenFailure"];
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
                readonly "application/json": components["schemas"]["SecurityTokenFailure"];
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
                readonly "application/json": components["schemas"]["SecurityTokenFailure"];
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
                readonly "application/json": components["schemas"]["SecurityTokenFailure"];
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
                readonly "application/json": components["schemas"]["SecurityTokenFailure"];
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
                readonly "application/json": components["schemas"]["SecurityTokenFailure"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The id of this call in the server's log, the caller's own where it sent a printable one of at most 128 characters. Quote it when you ask for help. */
        readonly RequestId: string;
        /** @description Replies depend on a credential, and caches must not keep them. */
        readonly NoStore: "no-store";
        /** @description The methods that the path has. */
        readonly Allow: string;
        /** @description How many seconds to wait before the next try. */
        readonly RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly createSecurityToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The two values that the support team gave to the API user. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Credentials"];
            };
        };
        readonly responses: {
            /** @description The token, or the reason why there is none. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecurityTokenAnswer"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
