// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    "/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
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
        post: operations["loginWithAccessKey"];
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
        /** @description The credentials of a partner. */
        AccessKeyCredentials: {
            /**
             * @description The access key created in the admin portal.
             * @example 986d8167a9b9a15e37db4ab4ad50877b01347a94
             */
            accessKey: string;
            /**
             * @description The secret associated to the key.
             * @example 79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq
             */
            secret: string;
        };
        /** @description The access token, a JWT in its compact form. */
        AccessToken: string;
        /** @description The faults of a request. */
        InvalidRequest: {
            /**
             * @description Always the text `Error`.
             * @example Error
             * @constant
             */
            statusCode: "Error";
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
            error: {
                /**
                 * @description The kind of failure, for programs.
                 * @example InvalidRequestFormatError
                 * @constant
                 */
                name: "InvalidRequestFormatError";
                /**
                 * @description The failure, for people.
                 * @example The request body is invalid. See error object `details` property for more info
                 * @constant
                 */
                message: "The request body is invalid. See error object `details` property for more info";
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
                details: components["schemas"]["RequestFault"][];
            };
        };
        /** @description One fault of a request. */
        RequestFault: {
            /**
             * @description Where the fault is, as a JSON pointer into the body. Empty for the body itself and for a missing field.
             * @example
             * @example /secret
             */
            path: string;
            /**
             * @description The rule that the request breaks, for programs.
             * @example required
             * @example minLength
             * @example maxLength
             * @example type
             * @example parse
             */
            code: string;
            /**
             * @description The fault, for people.
             * @example must have required property 'secret'
             */
            message: string;
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
            info: {
                [key: string]: unknown;
            };
        };
        /** @description The access key cannot log in, for any cause. */
        AccessKeyRefusal: {
            /**
             * @description Always the text `Error`.
             * @example Error
             * @constant
             */
            statusCode: "Error";
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
            error: {
                /**
                 * @description The failure, for people.
                 * @example Service was unable to complete your request.
                 * @constant
                 */
                message: "Service was unable to complete your request.";
                /**
                 * @description The kind of failure, for programs.
                 * @example AuthenticationError
                 * @constant
                 */
                name: "AuthenticationError";
                /**
                 * @description The same as `name`.
                 * @example AuthenticationError
                 * @constant
                 */
                code: "AuthenticationError";
                /**
                 * @description The reason.
                 * @example {
                 *       "reason": "AccessKeyUnauthorized"
                 *     }
                 */
                details: {
                    /**
                     * @description The same reason for every cause.
                     * @example AccessKeyUnauthorized
                     * @constant
                     */
                    reason: "AccessKeyUnauthorized";
                };
            };
        };
        /** @description A failure other than 400 and 401. */
        Failure: {
            /**
             * @description Always the text `Error`.
             * @example Error
             * @constant
             */
            statusCode: "Error";
            /**
             * @description The failure.
             * @example {
             *       "name": "TooManyRequestsError",
             *       "message": "Too many requests. Please try again later.",
             *       "code": "TooManyRequestsError"
             *     }
             */
            error: {
                /**
                 * @description The kind of failure, for programs.
                 * @example TooManyRequestsError
                 * @enum {string}
                 */
                name: "MethodNotAllowedError" | "PayloadTooLargeError" | "UnsupportedMediaTypeError" | "TooManyRequestsError" | "InternalServerError" | "ServiceUnavailableError";
                /**
                 * @description The failure, for people.
                 * @example Too many requests. Please try again later.
                 */
                message: string;
                /**
                 * @description The same as `name`.
                 * @example TooManyRequestsError
                 * @enum {string}
                 */
                code: "MethodNotAllowedError" | "PayloadTooLargeError" | "UnsupportedMediaTypeError" | "TooManyRequestsError" | "InternalServerError" | "ServiceUnavailableError";
            };
        };
    };
    responses: {
        /** @description The body cannot be read, or a field is missing, empty, of the wrong type or too long. */
        MalformedRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InvalidRequest"];
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
        /** @description The answer carries a secret and must not be kept by a cache. */
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
    loginWithAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The access key and its secret. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessKeyCredentials"];
            };
        };
        responses: {
            /** @description The bare token. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["AccessToken"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            /** @description The access key is unknown, pending, expired or revoked, or the secret is wrong. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKeyRefusal"];
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
