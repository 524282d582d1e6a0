// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    readonly "/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get an access token for an access key
         * @description Answers a new access token for an access key and its secret. The status is **201**, and the body is the bare token as `text/plain`,
         *     without quotes and without a line break, also for `Accept: application/json`.
         *
         *     Send `accessKey` and `secret`. Other keys in the body are ignored. No body is read as `{}`.
         *
         *     **400: the request cannot be used.** `error.details` has one entry for each fault:
         *
         *     | `code` | when |
         *     |---|---|
         *     | `required` | a field is missing; two missing fields are two entries |
         *     | `minLength` | a field is empty |
         *     | `maxLength` | a field has more than 1,024 characters |
         *     | `type` | a field is not a text (`null` included), or the body is not an object; then `path` is empty |
         *     | `parse` | the body is not valid JSON, or has something that is never accepted, such as a NUL character; this is the only entry then |
         *
         *     **401: the access key cannot log in.** An unknown access key, a wrong secret, and an access key that is pending, expired or revoked have
         *     the same answer, so that nobody can find out which keys exist.
         *
         *     ### About the published document
         *
         *     The page names its first failure "Empty required field" and shows a request without `secret`. Here a missing field has the code
         *     `required` and an empty one `minLength`. For the 401 the page names an invalid key and a key in pending or expired state.
         */
        readonly post: operations["loginWithAccessKey"];
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
        /** @description The credentials of a partner. */
        readonly AccessKeyCredentials: {
            /**
             * @description The access key created in the admin portal.
             * @example 986d8167a9b9a15e37db4ab4ad50877b01347a94
             */
            readonly accessKey: string;
            /**
             * @description The secret associated to the key.
             * @example 79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq
             */
            readonly secret: string;
        };
        /** @description The access token, a JWT in its compact form. */
        readonly AccessToken: string;
        /** @description The faults of a request. */
        readonly InvalidRequest: {
            /**
             * @description Always the text `Error`.
             * @example Error
             * @constant
             */
            readonly statusCode: "Error";
            readonly error: components["schemas"]["InvalidRequestError"];
        };
        /**
         * @description The failure.
         * @example {
         *       "name": "InvalidRequestFormatError",
         *       "message": "The request body is invalid. See error object `details` property for more info",
         *       "details": [
         *         {
         *           "path": "",
         *           "code": "required",
         *           "message": "must have required property 'secret'",
         *           "info": {
         *             "missingProperty": "secret"
         *           }
         *         }
         *       ]
         *     }
         */
        readonly InvalidRequestError: {
            /**
             * @description The kind of failure, for programs.
             * @example InvalidRequestFormatError
             * @constant
             */
            readonly name: "InvalidRequestFormatError";
            /**
             * @description The failure, for people.
             * @example The request body is invalid. See error object `details` property for more info
             * @constant
             */
            readonly message: "The request body is invalid. See error object `details` property for more info";
            /**
             * @description Every fault that was found, one entry each.
             * @example [
             *       {
             *         "path": "",
             *         "code": "required",
             *         "message": "must have required property 'secret'",
             *         "info": {
             *           "missingProperty": "secret"
             *         }
             *       }
             *     ]
             */
            readonly details: readonly components["schemas"]["RequestFault"][];
        };
        /** @description One fault of a request. */
        readonly RequestFault: {
            /**
             * @description Where the fault is, as a JSON pointer into the body. Empty for the body itself and for a missing field.
             * @example
             * @example /secret
             */
            readonly path: string;
            /**
             * @description The rule that the request breaks, for programs.
             * @example required
             * @example minLength
             * @example maxLength
             * @example type
             * @example parse
             */
            readonly code: string;
            /**
             * @description The fault, for people.
             * @example must have required property 'secret'
             */
            readonly message: string;
            readonly info: components["schemas"]["RequestFaultInfo"];
        };
        /**
         * @description The parameters of the rule. Its keys depend on the `code`: `missingProperty` for `required`, `limit` for `minLength` and
         *     `maxLength`, `type` for `type`. Values may be texts, numbers or lists.
         * @example {
         *       "missingProperty": "secret"
         *     }
         * @example {
         *       "limit": 1
         *     }
         */
        readonly RequestFaultInfo: {
            readonly [key: string]: unknown;
        };
        /** @description The access key cannot log in, for any cause. */
        readonly AccessKeyRefusal: {
            /**
             * @description Always the text `Error`.
             * @example Error
             * @constant
             */
            readonly statusCode: "Error";
            readonly error: components["schemas"]["AccessKeyRefusalError"];
        };
        /**
         * @description The failure.
         * @example {
         *       "message": "Service was unable to complete your request.",
         *       "name": "AuthenticationError",
         *       "code": "AuthenticationError",
         *       "details": {
         *         "reason": "AccessKeyUnauthorized"
         *       }
         *     }
         */
        readonly AccessKeyRefusalError: {
            /**
             * @description The failure, for people.
             * @example Service was unable to complete your request.
             * @constant
             */
            readonly message: "Service was unable to complete your request.";
            /**
             * @description The kind of failure, for programs.
             * @example AuthenticationError
             * @constant
             */
            readonly name: "AuthenticationError";
            /**
             * @description The same as `name`.
             * @example AuthenticationError
             * @constant
             */
            readonly code: "AuthenticationError";
            readonly details: components["schemas"]["AccessKeyRefusalDetails"];
        };
        /**
         * @description The reason.
         * @example {
         *       "reason": "AccessKeyUnauthorized"
         *     }
         */
        readonly AccessKeyRefusalDetails: {
            /**
             * @description The same reason for every cause.
             * @example AccessKeyUnauthorized
             * @constant
             */
            readonly reason: "AccessKeyUnauthorized";
        };
        /** @description A failure other than 400 and 401. */
        readonly LoginFailure: {
            /**
             * @description Always the text `Error`.
             * @example Error
             * @constant
             */
            readonly statusCode: "Error";
            readonly error: components["schemas"]["LoginFailureError"];
        };
        /**
         * @description The failure.
         * @example {
         *       "name": "TooManyRequestsError",
         *       "message": "Too many requests. Please try again later.",
         *       "code": "TooManyRequestsError"
         *     }
         */
        readonly LoginFailureError: {
            /**
             * @description The kind of failure, for programs.
             * @example TooManyRequestsError
             * @enum {string}
             */
            readonly name: "MethodNotAllowedError" | "PayloadTooLargeError" | "UnsupportedMediaTypeError" | "TooManyRequestsError" | "InternalServerError" | "ServiceUnavailableError";
            /**
             * @description The failure, for people.
             * @example Too many requests. Please try again later.
             */
            readonly message: string;
            /**
             * @description The same as `name`.
             * @example TooManyRequestsError
             * @enum {string}
             */
            readonly code: "MethodNotAllowedError" | "PayloadTooLargeError" | "UnsupportedMediaTypeError" | "TooManyRequestsError" | "InternalServerError" | "ServiceUnavailableError";
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
                readonly "application/json": components["schemas"]["InvalidRequest"];
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
                readonly "application/json": components["schemas"]["LoginFailure"];
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
                readonly "application/json": components["schemas"]["LoginFailure"];
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
                readonly "application/json": components["schemas"]["LoginFailure"];
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
                readonly "application/json": components["schemas"]["LoginFailure"];
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
                readonly "application/json": components["schemas"]["LoginFailure"];
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
                readonly "application/json": components["schemas"]["LoginFailure"];
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
    readonly loginWithAccessKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The access key and its secret. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccessKeyCredentials"];
            };
        };
        readonly responses: {
            /** @description The bare token. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["AccessToken"];
                };
            };
            readonly 400: components["responses"]["MalformedRequest"];
            /** @description The access key is unknown, pending, expired or revoked, or the secret is wrong. */
            readonly 401: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessKeyRefusal"];
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
