// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    readonly "/api/v2/auth/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Exchange a pair of tokens for the next one
         * @description Answers a new access token and a new refresh token for the last pair. The answer has no `customerId`.
         *
         *     Send both tokens of one pair. The access token may be expired. It has to be genuine and to belong to that refresh token.
         *
         *     - A refresh token is valid for 24 hours and for one use. Afterwards only the new one is valid.
         *     - All pairs that follow from one log-in are a family. A family is valid for 30 days; then log in again.
         *     - **A refresh token that is used twice ends its whole family**, including the newest refresh token, since somebody else may have a
         *       copy of it (RFC 9700). Then log in again.
         *     - One exception, for a client that lost the answer and tries again: the same pair, sent again within 10 seconds, is answered with the
         *       same new refresh token, as long as that one is unused. The access token in the answer is signed anew.
         *
         *     **401.** Every pair of well-formed tokens that is not valid has the same answer: unknown, forged or expired tokens (empty ones included),
         *     tokens of two different pairs, a refresh token that was used, and the tokens of a user who is no longer active or whose sessions were
         *     ended.
         *
         *     **429.** After 600 answers of 401 within a minute, counted from one full minute to the next, every exchange of that address is answered
         *     with 429 until the minute is over.
         *
         *     ### About the published document
         *
         *     The page shows no call that takes the refresh token. This is the vendor's own call for it.
         */
        readonly put: operations["refreshTokenPair"];
        /**
         * Create a pair of tokens for a user
         * @description Answers a new access token and a new refresh token for a user. Earlier pairs stay valid.
         *
         *     Send `username` and `password`. The user name may be written in any case; letters of different alphabets or with different marks stay
         *     different (`İ` is not `i`). The password is compared exactly as it is sent.
         *
         *     **401.** An unknown user, a wrong password and a user who is no longer active have the same answer, so that nobody can find out
         *     which users exist.
         *
         *     **429.** Guessing is slowed. After five failures in a row for one user name from one address, the next try has to wait: 1 second, then
         *     2, then 4, and so on, up to 15 seconds. `Retry-After` says how long. During a wait the right password is answered with 429 too. A
         *     success resets the count. Unknown users are counted like known ones.
         *
         *     In addition one address may fail 50 times in 20 seconds over all users, and one user name 40 times in 60 seconds over all addresses, each
         *     counted from the first of these failures. An attempt that is still in progress counts as a failure. An IPv6 address counts by its first
         *     64 bits. Neither of the two limits holds for a user name at an address from which it signed in within the last 30 days, so that a stranger
         *     cannot lock anybody out of where they usually sign in.
         */
        readonly post: operations["createTokenPair"];
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
        /** @description The credentials of a user. */
        readonly UserCredentials: {
            /**
             * @description Security Management Application username. May be written in any case.
             * @example ethan.buckley@datastoreltd.biz
             */
            readonly username: string;
            /**
             * @description Security Management Application password.
             * @example S0qUx56pW!
             */
            readonly password: string;
        };
        /** @description The pair of tokens to exchange. */
        readonly PresentedTokenPair: {
            /**
             * @description The access token of the pair. May be expired.
             * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRh...
             */
            readonly token: string;
            /**
             * @description The refresh token of the same pair.
             * @example c2Vjb25kUmVmcmVzaFRva2VuT2ZUaGVGYW1pbHk...
             */
            readonly refreshToken: string;
        };
        /** @description A new pair of tokens for a user. */
        readonly CreatedTokenPair: {
            /**
             * @description Failure code. Empty on success.
             * @example
             */
            readonly errorCode: string;
            /**
             * @description Failure message. Empty on success.
             * @example
             */
            readonly errorMessage: string;
            /**
             * @description The pair, as the only element.
             * @example [
             *       {
             *         "customerId": "e7fcef24-5c03-41dd-9e33-995b7d6f47a7",
             *         "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJzaGF1bC5jb2hlbkBmb...",
             *         "refreshToken": "eyJhbGciOiJIUzI1NiIsInR5cCIgOiAiSldUIiwia2lkIiA6ICI4NzlmN2I0Yy1hZjU3LTQ4Y2ItYTc2Mi1kY2Ew...",
             *         "validityTime": 3600
             *       }
             *     ]
             */
            readonly content: readonly components["schemas"]["TokenPairWithCustomer"][];
            readonly pageable: components["schemas"]["Page"];
        };
        /** @description A pair of tokens and the customer to whom the user belongs. */
        readonly TokenPairWithCustomer: {
            /**
             * Format: uuid
             * @description Universally unique customer identifier.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            readonly customerId: string;
            /**
             * @description Access token created by the security management application.
             * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJzaGF1bC5jb2hlbkBmb...
             */
            readonly token: string;
            /**
             * @description Token created by the security management application for token session extension purposes.
             * @example eyJhbGciOiJIUzI1NiIsInR5cCIgOiAiSldUIiwia2lkIiA6ICI4NzlmN2I0Yy1hZjU3LTQ4Y2ItYTc2Mi1kY2Ew...
             */
            readonly refreshToken: string;
            /**
             * Format: int32
             * @description Validity time of the access token in seconds.
             * @example 3600
             */
            readonly validityTime: number;
        };
        /** @description The next pair of tokens. */
        readonly RefreshedTokenPair: {
            /**
             * @description Failure code. Empty on success.
             * @example
             */
            readonly errorCode: string;
            /**
             * @description Failure message. Empty on success.
             * @example
             */
            readonly errorMessage: string;
            /**
             * @description The pair, as the only element.
             * @example [
             *       {
             *         "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRh...",
             *         "refreshToken": "c2Vjb25kUmVmcmVzaFRva2VuT2ZUaGVGYW1pbHk...",
             *         "validityTime": 3600
             *       }
             *     ]
             */
            readonly content: readonly components["schemas"]["TokenPair"][];
            readonly pageable: components["schemas"]["Page"];
        };
        /** @description A pair of tokens. */
        readonly TokenPair: {
            /**
             * @description The new access token.
             * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOjE1NSwiZW1haWwiOiJldGhhbi5idWNrbGV5QGRh...
             */
            readonly token: string;
            /**
             * @description The new refresh token.
             * @example c2Vjb25kUmVmcmVzaFRva2VuT2ZUaGVGYW1pbHk...
             */
            readonly refreshToken: string;
            /**
             * Format: int32
             * @description Validity time of the access token in seconds.
             * @example 3600
             */
            readonly validityTime: number;
        };
        /**
         * @description Paging information. There is always one page with one element.
         * @example {
         *       "page": 0,
         *       "size": 10,
         *       "totalPages": 1,
         *       "totalElements": 1
         *     }
         */
        readonly Page: {
            /**
             * Format: int32
             * @description Page number. The first page is 0.
             * @example 0
             */
            readonly page: number;
            /**
             * Format: int32
             * @description Page size. Number of requested elements per page.
             * @example 10
             */
            readonly size: number;
            /**
             * Format: int32
             * @description Total amount of available pages per requested page size.
             * @example 1
             */
            readonly totalPages: number;
            /**
             * Format: int32
             * @description Total amount of retrieved elements.
             * @example 1
             */
            readonly totalElements: number;
        };
        /** @description The user name and the password are refused, for any cause. */
        readonly CredentialsRefusal: {
            /**
             * @description Failure code.
             * @example AUTH_1001
             * @constant
             */
            readonly errorCode: "AUTH_1001";
            /**
             * @description Failure message.
             * @example Invalid credentials
             * @constant
             */
            readonly errorMessage: "Invalid credentials";
            /**
             * @description Empty on failure.
             * @example
             */
            readonly content: string;
            /**
             * @description Empty on failure.
             * @example
             */
            readonly pageable: string;
        };
        /** @description The pair of tokens is refused, for any cause. */
        readonly TokenPairRefusal: {
            /**
             * @description Failure code.
             * @example AUTH_1002
             * @constant
             */
            readonly errorCode: "AUTH_1002";
            /**
             * @description Failure message.
             * @example Invalid token
             * @constant
             */
            readonly errorMessage: "Invalid token";
            /**
             * @description Empty on failure.
             * @example
             */
            readonly content: string;
            /**
             * @description Empty on failure.
             * @example
             */
            readonly pageable: string;
        };
        /** @description Why a request failed. */
        readonly TokenPairFailure: {
            /**
             * @description Failure code.
             * @example GLOBAL_1002
             * @enum {string}
             */
            readonly errorCode: "GLOBAL_1000" | "GLOBAL_1001" | "GLOBAL_1002" | "GLOBAL_1003" | "GLOBAL_1004" | "GLOBAL_1005" | "GLOBAL_1006";
            /**
             * @description Failure message.
             * @example The field "password" is missing
             */
            readonly errorMessage: string;
            /**
             * @description Empty on failure.
             * @example
             */
            readonly content: string;
            /**
             * @description Empty on failure.
             * @example
             */
            readonly pageable: string;
        };
    };
    responses: {
        /** @description The body cannot be read, or a field is missing, empty, of the wrong type or too long. */
        readonly MalformedRequest: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["TokenPairFailure"];
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
                readonly "application/json": components["schemas"]["TokenPairFailure"];
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
                readonly "application/json": components["schemas"]["TokenPairFailure"];
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
                readonly "application/json": components["schemas"]["TokenPairFailure"];
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
                readonly "application/json": components["schemas"]["TokenPairFailure"];
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
                readonly "application/json": components["schemas"]["TokenPairFailure"];
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
                readonly "application/json": components["schemas"]["TokenPairFailure"];
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
    readonly refreshTokenPair: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The access token and the refresh token of one pair. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PresentedTokenPair"];
            };
        };
        readonly responses: {
            /** @description The next pair of tokens. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RefreshedTokenPair"];
                };
            };
            readonly 400: components["responses"]["MalformedRequest"];
            /** @description The pair of tokens is not valid. */
            readonly 401: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenPairRefusal"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createTokenPair: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The user name and the password. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UserCredentials"];
            };
        };
        readonly responses: {
            /** @description The new pair of tokens. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CreatedTokenPair"];
                };
            };
            readonly 400: components["responses"]["MalformedRequest"];
            /** @description The user name and the password do not belong to an active user. */
            readonly 401: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialsRefusal"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            /** @description Too many failed log-ins for this user name from this address, or from this address at all, or too many requests. */
            readonly 429: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenPairFailure"];
                };
            };
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
