// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    "/operator/v1/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a token of any API is worth
         * @description For resource servers: what RFC 7662 asks for, in JSON. An inactive token says nothing but `active: false`, whatever the reason. A token of `partner-login` is inactive once its access
         *     key is revoked or expired, one of `broker-token` once its user is deactivated, one of `security-management` once its session has ended: that is what a JWT cannot tell.
         */
        post: operations["introspectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/broker-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List broker users
         * @description Newest first. Secrets are shown by their last characters.
         */
        get: operations["listBrokerUsers"];
        put?: never;
        /**
         * Create a broker user
         * @description Creates the credentials of a user of `POST /api/token` and, with them, the accounts that the user sees. `secret` is shown here and at a
         *     rotation, never again. A partner who already has credentials keeps them: give `hash` and `secret`, and `aToken` for each account.
         */
        post: operations["createBrokerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/broker-users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a broker user
         * @description Secrets are shown by their last characters.
         */
        get: operations["getBrokerUser"];
        put?: never;
        post?: never;
        /**
         * Remove a broker user
         * @description The user, its secrets and its accounts are gone for good; tokens that it has are refused at once.
         */
        delete: operations["deleteBrokerUser"];
        options?: never;
        head?: never;
        /**
         * Rename, deactivate or activate a broker user
         * @description A deactivated user gets no token, and the tokens that it has are refused at once.
         */
        patch: operations["updateBrokerUser"];
        trace?: never;
    };
    "/operator/v1/broker-users/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret of a broker user
         * @description Makes a new secret and shows it. The one before stays valid for `overlapSeconds` (a day where nothing is said), so that a partner can change over without
         *     a refused call; `0` ends every earlier secret at once, as after a leak. While two secrets are valid, a further rotation is refused unless it ends the others at once.
         */
        post: operations["rotateBrokerSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/broker-users/{id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an account to a broker user
         * @description The account comes last in the order of creation.
         */
        post: operations["addBrokerAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/broker-users/{id}/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an account of a broker user
         * @description The account is gone for good.
         */
        delete: operations["deleteBrokerAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/access-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List access keys
         * @description Newest first. Secrets are shown by their last characters.
         */
        get: operations["listAccessKeys"];
        put?: never;
        /**
         * Create an access key
         * @description Creates the credentials of a partner for `POST /login`. The key is `pending` until it is activated. `account` and `company` become the claims `ca` and `cid`,
         *     `userId` becomes `uid` (a new one where none is given) and `roles` become `ar`. `secret` is shown here and at a rotation, never again. A partner who already has
         *     credentials keeps them: give `accessKey` and `secret`.
         */
        post: operations["createAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/access-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an access key
         * @description Secrets are shown by their last characters.
         */
        get: operations["getAccessKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, roles or expiry of an access key
         * @description Tokens that were signed before keep the roles that they have.
         */
        patch: operations["updateAccessKey"];
        trace?: never;
    };
    "/operator/v1/access-keys/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a pending access key
         * @description Only a pending key can be activated.
         */
        post: operations["activateAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/access-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an access key
         * @description The key can never log in again, and tokens that it got introspect as inactive. A pending, an active and an expired key can be revoked.
         */
        post: operations["revokeAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/access-keys/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret of an access key
         * @description Makes a new secret and shows it. The one before stays valid for `overlapSeconds` (a day where nothing is said), so that a partner can change over without
         *     a refused call; `0` ends every earlier secret at once, as after a leak. While two secrets are valid, a further rotation is refused unless it ends the others at once.
         */
        post: operations["rotateAccessKeySecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/security-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List security users
         * @description Newest first.
         */
        get: operations["listSecurityUsers"];
        put?: never;
        /**
         * Create a security user
         * @description Creates a user of `POST /api/v2/auth/token`. Where no password is given, one is made and shown, here and never again. A user who already has a password keeps it: give
         *     `password`, or its hash as `passwordHash` (Argon2id or scrypt in the PHC string format, or bcrypt). A hash other than Argon2id at this server's own costs is replaced at the
         *     next sign-in. One that takes more than a sign-in may cost is refused: with Argon2id more than 1 GiB of memory, or 4 GiB in all iterations together; with scrypt more than 128 MiB
         *     (128 · N · r · p bytes). A user without a `customerId` gets a new one.
         */
        post: operations["createSecurityUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/security-users/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a security user
         * @description The user, without anything of the password.
         */
        get: operations["getSecurityUser"];
        put?: never;
        post?: never;
        /**
         * Remove a security user
         * @description The user and its tokens are gone for good.
         */
        delete: operations["deleteSecurityUser"];
        options?: never;
        head?: never;
        /**
         * Deactivate, activate or give a new password
         * @description A new password and a deactivation end every session of the user at once.
         */
        patch: operations["updateSecurityUser"];
        trace?: never;
    };
    "/operator/v1/security-users/{uid}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End every session of a security user
         * @description Every refresh token of the user is dead at once, and its access tokens introspect as inactive.
         */
        post: operations["endSecurityUserSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/security-users/{uid}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget the failed sign-ins of a security user
         * @description The user can sign in at once, from every address. Only an address that fails for many users waits on, for 20 seconds at most.
         */
        post: operations["unlockSecurityUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/gateway-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List gateway tokens
         * @description Newest first, of all accounts or of one, in every state or in one.
         */
        get: operations["searchGatewayTokens"];
        put?: never;
        /**
         * Issue a gateway token, or bring an existing one
         * @description Issues a token as `POST /v1/frontend/auth` does, and shows it here, never again. A bearer token that exists elsewhere keeps working: give it as `token`,
         *     with its `tokenLink` and `issuedAt` where they are known. Tokens brought along need not have the checksum of ours; but one that begins with `twg_`, as ours do, without the
         *     right checksum is refused: the look-up would take it for mistyped.
         */
        post: operations["createGatewayToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/gateway-tokens/{tokenLink}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a gateway token
         * @description Holds on the next look-up.
         */
        post: operations["revokeGatewayTokenByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/gateway-tokens/revoke-by-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a gateway token that leaked
         * @description For a token that was found where it does not belong: the token itself says which one it is.
         */
        post: operations["revokeLeakedGatewayToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/gateway-tokens/revoke-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke many gateway tokens
         * @description Revokes the active tokens of an account, those issued before a moment, or those of which both is true. One call revokes 10,000 at most: `more` says that there are
         *     others; call again until it is `false`. After a restore, revoke what was issued before the backup was taken: what was revoked since is alive again.
         */
        post: operations["revokeGatewayTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List signing keys
         * @description Newest first, with their states and never their material: `published` (known, signs soon), `signing`, `verifying` (replaced; what it signed is valid until it expires) and `expired`.
         */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/signing-keys/{api}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the signing key of an API
         * @description Publishes a new key, which every instance knows before it begins to sign some seconds later; no restart is needed. Tokens that were signed before stay valid until they expire. An explicit `overlapSeconds` says
         *     for how long the earlier keys verify; with `0`, as after a leak, the new key signs at once and every earlier token is refused within seconds. While a rotation is under way, another one is refused unless it is of that kind.
         */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operators
         * @description Newest first. Keys are shown by their prefix and last characters.
         */
        get: operations["listOperators"];
        put?: never;
        /**
         * Create an operator
         * @description The key is shown here, never again. An `admin` may do everything, a `viewer` may look.
         */
        post: operations["createOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an operator
         * @description Its key is refused at once. The last admin cannot be removed, nor the operator `environment`, whose key stands in the configuration.
         */
        delete: operations["deleteOperator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened
         * @description Who did what to what, when, from where and with which result, newest first. Events are only ever added; they go when they are older than the retention.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring credentials that exist elsewhere
         * @description Takes up to 1,000 credentials of any kind, each row on its own: one that cannot be taken does not hold up the others, and the answer says what became of each. Taking the same rows again changes nothing, so that an
         *     import that was interrupted is simply repeated. A row whose credential exists with other values is refused and never overwritten. With `dryRun` everything is judged and nothing is kept. Only a row without the form of its
         *     kind (a missing or unknown key, a date that does not exist) refuses the whole request with 400.
         *
         *     Access keys come `active` and users come active where a row does not say otherwise. A password is hashed, which takes time: bring hashes where there are many.
         *
         *     A row is `existing` by what makes the credential work, and by what cannot be changed here: names, descriptions, roles, states and dates may have been changed since.
         *     - broker user: the `hash` exists, `secret` is one of its current secrets, and each given `aToken` is one of its accounts
         *     - access key: the `accessKey` exists, `secret` is one of its current secrets, and `account`, `company` and a given `userId` are the same
         *     - security user: the `username` exists with a given `customerId`, and a given `passwordHash` is the one that is stored. A given `password` is **not** compared with the stored one
         *     - gateway token: the `token` exists with the same `accountId`, and a given `tokenLink`
         *
         *     A row that is switched off (`active: false`, `state: revoked`, `revokedAt`) while the credential is active here is refused, so that nobody takes it to be off. Also refused: an `aToken` or `tokenLink` that
         *     another one has, a `twg_` token whose checksum is wrong, a security user without `password` and `passwordHash`, a `passwordHash` whose costs are invalid or too high (1 GiB, or 4 GiB in all iterations, with Argon2id; 128 MiB in all lanes with scrypt), and times in the future.
         *     A row that stands twice is judged as if it had come in a later request.
         */
        post: operations["importCredentials"];
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
        /** @description Why a request failed, as RFC 9457 has it. */
        Problem: {
            /**
             * @description The kind of problem, for programs. Stable.
             * @example urn:tokenwright:problem:wrong-state
             * @enum {string}
             */
            type: "urn:tokenwright:problem:invalid-request" | "urn:tokenwright:problem:malformed-request" | "urn:tokenwright:problem:unauthorized" | "urn:tokenwright:problem:forbidden" | "urn:tokenwright:problem:not-found" | "urn:tokenwright:problem:method-not-allowed" | "urn:tokenwright:problem:already-exists" | "urn:tokenwright:problem:wrong-state" | "urn:tokenwright:problem:too-large" | "urn:tokenwright:problem:unsupported-media-type" | "urn:tokenwright:problem:too-many-requests" | "urn:tokenwright:problem:internal-failure" | "urn:tokenwright:problem:unavailable";
            /**
             * @description The name of the status.
             * @example Conflict
             */
            title: string;
            /**
             * @description The status of the answer.
             * @example 409
             */
            status: number;
            /**
             * @description What is wrong, for people.
             * @example The access key is revoked.
             */
            detail: string;
            /**
             * @description With `wrong-state`: the state that stands in the way.
             * @example revoked
             */
            state?: string;
            /**
             * @description With `invalid-request`: what is wrong with which field.
             * @example [
             *       {
             *         "pointer": "#/name",
             *         "detail": "must be a string"
             *       }
             *     ]
             */
            errors?: components["schemas"]["InvalidField"][];
        };
        /** @description A field that is not acceptable. */
        InvalidField: {
            /**
             * @description Where it stands, as a JSON pointer; for a parameter, its name.
             * @example #/name
             */
            pointer: string;
            /**
             * @description What is wrong with it.
             * @example must be a string
             */
            detail: string;
        };
        /**
         * Format: date-time
         * @description A time with its offset (RFC 3339).
         * @example 2026-01-01T00:00:00Z
         */
        Instant: string;
        /** @description For how long the earlier secret stays valid beside the new one. */
        SecretRotation: {
            /**
             * @description For how many seconds the earlier secret stays valid. A day by default, 30 days at most; `0` ends it at once.
             * @default 86400
             * @example 86400
             */
            overlapSeconds?: number;
        };
        /** @description For how long the earlier signing keys verify. */
        SigningKeyRotation: {
            /**
             * @description For how many seconds the earlier keys verify, 30 days at most; `0` ends them at once. Without it they verify until the last token that they signed
             *     has expired.
             * @example 86400
             */
            overlapSeconds?: number;
        };
        /** @description A token. */
        PresentedToken: {
            /**
             * @description The token itself.
             * @example twg_GatewayAccount1DemoTokenIsActive2qte6G
             */
            token: string;
        };
        /** @description A secret as lists show it. */
        SecretHint: {
            /**
             * @description The last characters of the secret; empty where it is too short to show any.
             * @example 7Xk2
             */
            hint: string;
            /**
             * Format: date-time
             * @description Since when it is valid.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when it is valid; `null` where that is open.
             * @example 2026-01-15T10:00:00.000Z
             */
            expiresAt: string | null;
        };
        /** @description A new account. */
        BrokerAccountCreation: {
            /**
             * @description The name of the account.
             * @example Hauptstelle
             */
            name: string;
            /**
             * @description The token that names the account in further calls. Never changes.
             * @example act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx
             */
            aToken?: string;
        };
        /** @description An account, as it is shown at its creation. */
        BrokerAccount: {
            /**
             * Format: uuid
             * @description The id of the account.
             * @example 8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01
             */
            id: string;
            /**
             * @description The name of the account.
             * @example Hauptstelle
             */
            name: string;
            /**
             * @description The token that names the account in further calls. Never changes.
             * @example act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx
             */
            aToken: string;
        };
        /** @description An account, as lists show it. */
        ListedBrokerAccount: {
            /**
             * Format: uuid
             * @description The id of the account.
             * @example 8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01
             */
            id: string;
            /**
             * @description The name of the account.
             * @example Hauptstelle
             */
            name: string;
            /**
             * @description The last characters of the aToken; empty where it is too short to show any.
             * @example Mn4B
             */
            aTokenHint: string;
        };
        /** @description A new broker user. */
        BrokerUserCreation: {
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            name: string;
            /**
             * @description The accounts, oldest first.
             * @example [
             *       {
             *         "name": "Hauptstelle"
             *       }
             *     ]
             */
            accounts?: components["schemas"]["BrokerAccountCreation"][];
            /**
             * @description With what the user signs in.
             * @example 2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f
             */
            hash?: string;
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            secret?: string;
        };
        /** @description What changes of a broker user. */
        BrokerUserChange: {
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            name?: string;
            /**
             * @description Whether the user may sign in.
             * @example false
             */
            active?: boolean;
        };
        /** @description A broker user with its credentials. */
        NewBrokerUser: {
            /**
             * Format: uuid
             * @description The id of the user.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            id: string;
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            name: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            active: boolean;
            /**
             * @description With what the user signs in.
             * @example 2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f
             */
            hash: string;
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            secret: string;
            /**
             * @description The accounts, oldest first.
             * @example []
             */
            accounts: components["schemas"]["BrokerAccount"][];
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
        };
        /** @description A broker user. */
        BrokerUser: {
            /**
             * Format: uuid
             * @description The id of the user.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            id: string;
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            name: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            active: boolean;
            /**
             * @description The last characters of the hash; empty where it is too short to show any.
             * @example 4f71
             */
            hashHint: string;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            secrets: components["schemas"]["SecretHint"][];
            /**
             * @description The accounts, oldest first.
             * @example []
             */
            accounts: components["schemas"]["ListedBrokerAccount"][];
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
        };
        /** @description A broker user with its new secret. */
        RotatedBrokerUser: {
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            secret: string;
            /**
             * Format: uuid
             * @description The id of the user.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            id: string;
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            name: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            active: boolean;
            /**
             * @description The last characters of the hash; empty where it is too short to show any.
             * @example 4f71
             */
            hashHint: string;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            secrets: components["schemas"]["SecretHint"][];
            /**
             * @description The accounts, oldest first.
             * @example []
             */
            accounts: components["schemas"]["ListedBrokerAccount"][];
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
        };
        /** @description A page of broker users. */
        BrokerUserPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            items: components["schemas"]["BrokerUser"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            nextCursor: string | null;
        };
        /**
         * @description `pending` as created, `expired` once its date has passed.
         * @example active
         * @enum {string}
         */
        AccessKeyState: "pending" | "active" | "expired" | "revoked";
        /** @description A new access key. */
        AccessKeyCreation: {
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            name: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            company: string;
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            userId?: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            roles?: string[];
            /**
             * Format: date-time
             * @description When the key expires; absent or `null`: never.
             * @example 2027-01-01T00:00:00Z
             */
            expiresAt?: string | null;
            /**
             * @description The access key, with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            accessKey?: string;
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            secret?: string;
        };
        /** @description What changes of an access key. */
        AccessKeyChange: {
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            name?: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            roles?: string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2027-01-01T00:00:00Z
             */
            expiresAt?: string | null;
        };
        /** @description An access key. */
        AccessKey: {
            /**
             * Format: uuid
             * @description The id of the access key, claim `ak`.
             * @example 45771ea1-b012-4b80-8ba4-49891c5d8e01
             */
            id: string;
            /**
             * @description The access key, with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            accessKey: string;
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            name: string;
            state: components["schemas"]["AccessKeyState"];
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            userId: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            company: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            roles: string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2026-01-15T10:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            secrets: components["schemas"]["SecretHint"][];
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
        };
        /** @description An access key with its secret. */
        NewAccessKey: {
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            secret: string;
            /**
             * Format: uuid
             * @description The id of the access key, claim `ak`.
             * @example 45771ea1-b012-4b80-8ba4-49891c5d8e01
             */
            id: string;
            /**
             * @description The access key, with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            accessKey: string;
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            name: string;
            state: components["schemas"]["AccessKeyState"];
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            userId: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            company: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            roles: string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2026-01-15T10:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            secrets: components["schemas"]["SecretHint"][];
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
        };
        /** @description An access key with its new secret. */
        RotatedAccessKey: {
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            secret: string;
            /**
             * Format: uuid
             * @description The id of the access key, claim `ak`.
             * @example 45771ea1-b012-4b80-8ba4-49891c5d8e01
             */
            id: string;
            /**
             * @description The access key, with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            accessKey: string;
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            name: string;
            state: components["schemas"]["AccessKeyState"];
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            userId: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            company: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            roles: string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2026-01-15T10:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            secrets: components["schemas"]["SecretHint"][];
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
        };
        /** @description A page of access keys. */
        AccessKeyPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            items: components["schemas"]["AccessKey"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            nextCursor: string | null;
        };
        /** @description A new security user. */
        SecurityUserCreation: {
            /**
             * @description The name of the user; names that differ only in case are one.
             * @example grace.hopper@example.org
             */
            username: string;
            /**
             * @description The password.
             * @example correct horse battery staple
             */
            password?: string;
            /**
             * @description The hash of the password: Argon2id or scrypt in the PHC string format, or bcrypt.
             * @example $2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy
             */
            passwordHash?: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            customerId?: string;
        };
        /** @description What changes of a security user. */
        SecurityUserChange: {
            /**
             * @description Whether the user may sign in.
             * @example false
             */
            active?: boolean;
            /**
             * @description The password.
             * @example correct horse battery staple
             */
            password?: string;
        };
        /** @description A security user. */
        SecurityUser: {
            /**
             * @description The number of the user.
             * @example 157
             */
            uid: number;
            /**
             * @description The name of the user; names that differ only in case are one.
             * @example grace.hopper@example.org
             */
            username: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            customerId: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
        };
        /** @description A security user, with the password where one was made. */
        NewSecurityUser: {
            /**
             * @description The number of the user.
             * @example 157
             */
            uid: number;
            /**
             * @description The name of the user; names that differ only in case are one.
             * @example grace.hopper@example.org
             */
            username: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            customerId: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The password that was made; absent where one was given.
             * @example PasswordThatWasMadexx
             */
            password?: string;
        };
        /** @description A page of security users. */
        SecurityUserPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            items: components["schemas"]["SecurityUser"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            nextCursor: string | null;
        };
        /**
         * @description A revoked token stays so.
         * @example active
         * @enum {string}
         */
        GatewayTokenState: "active" | "revoked";
        /** @description A new gateway token, or one that exists elsewhere. */
        GatewayTokenCreation: {
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            description: string;
            /**
             * @description Who asked for the token.
             * @example somebody@example.gov.uk
             */
            createdBy?: string | null;
            /**
             * @description The bearer token.
             * @example api_live_imported0000000000000000
             */
            token?: string;
            /**
             * Format: uuid
             * @description The link under which the token is known already.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            tokenLink?: string;
            /**
             * Format: date-time
             * @description When the token was issued; absent: now.
             * @example 2024-05-01T00:00:00Z
             */
            issuedAt?: string;
        };
        /** @description A gateway token. */
        GatewayToken: {
            /**
             * Format: uuid
             * @description The reference of the token.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            tokenLink: string;
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            description: string;
            /**
             * @description Who asked for the token.
             * @example somebody@example.gov.uk
             */
            createdBy: string | null;
            state: components["schemas"]["GatewayTokenState"];
            /**
             * @description Prefix and last four characters of the token.
             * @example twg_…1ITY
             */
            hint: string;
            /**
             * Format: date-time
             * @description When the token was issued.
             * @example 2026-01-15T10:00:00.000Z
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description When the token was last looked up; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When the token was revoked.
             * @example 2026-01-15T10:00:00.000Z
             */
            revokedAt: string | null;
        };
        /** @description A gateway token, shown once. */
        NewGatewayToken: {
            /**
             * @description The bearer token.
             * @example api_live_imported0000000000000000
             */
            token: string;
            /**
             * Format: uuid
             * @description The reference of the token.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            tokenLink: string;
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            description: string;
            /**
             * @description Who asked for the token.
             * @example somebody@example.gov.uk
             */
            createdBy: string | null;
            state: components["schemas"]["GatewayTokenState"];
            /**
             * @description Prefix and last four characters of the token.
             * @example twg_…1ITY
             */
            hint: string;
            /**
             * Format: date-time
             * @description When the token was issued.
             * @example 2026-01-15T10:00:00.000Z
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description When the token was last looked up; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When the token was revoked.
             * @example 2026-01-15T10:00:00.000Z
             */
            revokedAt: string | null;
        };
        /** @description A page of gateway tokens. */
        GatewayTokenPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            items: components["schemas"]["GatewayToken"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            nextCursor: string | null;
        };
        /** @description Which tokens. */
        GatewayTokenSelection: {
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            accountId?: string;
            /**
             * Format: date-time
             * @description Only tokens issued before this time.
             * @example 2026-01-01T00:00:00Z
             */
            issuedBefore?: string;
        };
        /** @description What was revoked. */
        BulkRevocation: {
            /**
             * @description How many tokens this call revoked, 10,000 at most.
             * @example 2
             */
            revoked: number;
            /**
             * @description Whether there are others; call again.
             * @example false
             */
            more: boolean;
        };
        /** @description What a token is worth. An inactive one says nothing else. */
        Introspection: {
            /**
             * @description Whether the token is valid now.
             * @example true
             */
            active: boolean;
            /**
             * @description The API that issued the token, by the name of its contract.
             * @example gateway-tokens
             * @enum {string}
             */
            api?: "broker-token" | "gateway-tokens" | "partner-login" | "security-management";
            /**
             * @description With `security-management`: which of the two tokens it is.
             * @example access
             * @enum {string}
             */
            tokenUse?: "access" | "refresh";
            /**
             * @description Whom the token speaks for: the broker user, the gateway account, the user of an access key, or the security user.
             * @example GATEWAY_ACCOUNT_1
             */
            sub?: string;
            /**
             * @description The credential behind the token: the token link or the access key record.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            clientId?: string;
            /**
             * @description With `security-management`: the name of the user.
             * @example ethan.buckley@datastoreltd.biz
             */
            username?: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            customerId?: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            roles?: string[];
            /**
             * @description When the token was issued, in seconds since 1970.
             * @example 1444383000
             */
            iat?: number;
            /**
             * @description When the token expires, in seconds since 1970.
             * @example 1444386600
             */
            exp?: number;
            /**
             * @description The id of the token.
             * @example c2f1
             */
            jti?: string;
        };
        /** @description A signing key, without its material. */
        SigningKey: {
            /**
             * Format: uuid
             * @description The id of the key: the `kid` in the header of its tokens.
             * @example 00000000-0000-4000-8000-000000000000
             */
            id: string;
            /**
             * @description The API whose tokens it signs.
             * @example partner-login
             * @enum {string}
             */
            api: "broker-token" | "partner-login" | "security-management";
            /**
             * @description The algorithm (RFC 7518).
             * @example HS384
             * @enum {string}
             */
            algorithm: "HS256" | "HS384" | "HS512";
            /**
             * @description What the key does now.
             * @example signing
             * @enum {string}
             */
            state: "published" | "signing" | "verifying" | "expired";
            /**
             * Format: date-time
             * @description When the key was made.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description From when on it signs.
             * @example 2026-01-15T10:00:00.000Z
             */
            signsFrom: string;
            /**
             * Format: date-time
             * @description Until when it verifies; `null` while it signs.
             * @example 2026-01-15T10:00:00.000Z
             */
            expiresAt: string | null;
        };
        /** @description A page of signing keys. */
        SigningKeyPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            items: components["schemas"]["SigningKey"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            nextCursor: string | null;
        };
        /** @description A new operator. */
        OperatorCreation: {
            /**
             * @description The name of the operator. Unique.
             * @example Monitoring
             */
            name: string;
            /**
             * @description An `admin` may do everything, a `viewer` may look.
             * @example viewer
             * @enum {string}
             */
            role: "admin" | "viewer";
        };
        /** @description An operator. */
        Operator: {
            /**
             * Format: uuid
             * @description The id of the operator.
             * @example 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01
             */
            id: string;
            /**
             * @description The name of the operator. Unique.
             * @example Monitoring
             */
            name: string;
            /**
             * @description An `admin` may do everything, a `viewer` may look.
             * @example viewer
             * @enum {string}
             */
            role: "admin" | "viewer";
            /**
             * @description Prefix and last four characters of the key.
             * @example two_…6fN1
             */
            hint: string;
            /**
             * Format: date-time
             * @description When the operator was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the key was last used; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            lastUsedAt: string | null;
        };
        /** @description An operator with its key, shown once. */
        NewOperator: {
            /**
             * @description The key.
             * @example two_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000
             */
            key: string;
            /**
             * Format: uuid
             * @description The id of the operator.
             * @example 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01
             */
            id: string;
            /**
             * @description The name of the operator. Unique.
             * @example Monitoring
             */
            name: string;
            /**
             * @description An `admin` may do everything, a `viewer` may look.
             * @example viewer
             * @enum {string}
             */
            role: "admin" | "viewer";
            /**
             * @description Prefix and last four characters of the key.
             * @example two_…6fN1
             */
            hint: string;
            /**
             * Format: date-time
             * @description When the operator was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the key was last used; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            lastUsedAt: string | null;
        };
        /** @description A page of operators. */
        OperatorPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            items: components["schemas"]["Operator"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            nextCursor: string | null;
        };
        /**
         * @description What was done: resource and verb.
         * @example access-key.activate
         * @enum {string}
         */
        AuditAction: "broker-user.create" | "broker-user.update" | "broker-user.delete" | "broker-user.rotate-secret" | "broker-user.add-account" | "broker-user.delete-account" | "broker-user.sign-in" | "access-key.create" | "access-key.update" | "access-key.activate" | "access-key.revoke" | "access-key.rotate-secret" | "access-key.sign-in" | "security-user.create" | "security-user.update" | "security-user.delete" | "security-user.end-sessions" | "security-user.unlock" | "security-user.sign-in" | "gateway-token.create" | "gateway-token.describe" | "gateway-token.revoke" | "gateway-token.revoke-all" | "signing-key.rotate" | "operator.create" | "operator.delete" | "credential.import";
        /** @description Who did it. */
        AuditActor: {
            /**
             * @description An operator, a frontend on the internal listener, or somebody who tried to sign in.
             * @example operator
             * @enum {string}
             */
            kind: "operator" | "frontend" | "anonymous";
            /**
             * @description The id of the operator.
             * @example 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01
             */
            id: string | null;
            /**
             * @description The name of the operator at that time.
             * @example Support desk
             */
            name: string | null;
        };
        /** @description Something that happened: what operators changed or were refused, what a frontend changed on the internal listener (`gateway-token.describe`, `gateway-token.revoke`), and failed sign-ins. Tokens that a frontend issues are not here: the token's own row is the record. */
        AuditEvent: {
            /**
             * Format: uuid
             * @description The id of the event.
             * @example 00000000-0000-4000-8000-000000000000
             */
            id: string;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-01-15T10:00:00.000Z
             */
            at: string;
            actor: components["schemas"]["AuditActor"];
            action: components["schemas"]["AuditAction"];
            /**
             * @description To what: an id, a token link, the number of a user, the name of an API; `null` where it concerns none or one that does not exist.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            subject: string | null;
            /**
             * @description What changed, or how much of it. Never a secret.
             * @example active: false
             */
            detail: string | null;
            /**
             * @description The address that it came from.
             * @example 10.0.0.7
             */
            source: string | null;
            /**
             * @description The `X-Request-Id` of the call; `null` for failed sign-ins, which are one event per subject, source and minute.
             * @example 00000000-0000-4000-8000-000000000000
             */
            requestId: string | null;
            /**
             * @description Whether it was done.
             * @example succeeded
             * @enum {string}
             */
            result: "succeeded" | "refused";
        };
        /** @description A page of audit events. */
        AuditEventPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            items: components["schemas"]["AuditEvent"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            nextCursor: string | null;
        };
        /** @description A broker user from elsewhere. */
        ImportedBrokerUser: {
            /**
             * @description The kind of the row.
             * @constant
             */
            type: "broker-user";
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            name: string;
            /**
             * @description With what the user signs in.
             * @example 2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f
             */
            hash: string;
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            secret: string;
            /**
             * @description Whether the user may sign in; absent: yes.
             * @example true
             */
            active?: boolean;
            /**
             * @description The accounts, oldest first.
             * @example [
             *       {
             *         "name": "Hauptstelle"
             *       }
             *     ]
             */
            accounts?: components["schemas"]["BrokerAccountCreation"][];
        };
        /** @description An access key from elsewhere. */
        ImportedAccessKey: {
            /**
             * @description The kind of the row.
             * @constant
             */
            type: "access-key";
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            name: string;
            /**
             * @description The access key, with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            accessKey: string;
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            secret: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            company: string;
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            userId?: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            roles?: string[];
            /**
             * Format: date-time
             * @description When the key expires; absent or `null`: never.
             * @example 2027-01-01T00:00:00Z
             */
            expiresAt?: string | null;
            /**
             * @description The state of the key; absent: active.
             * @example active
             * @enum {string}
             */
            state?: "pending" | "active" | "revoked";
        };
        /** @description A security user from elsewhere, with a password or its hash. */
        ImportedSecurityUser: {
            /**
             * @description The kind of the row.
             * @constant
             */
            type: "security-user";
            /**
             * @description The name of the user; names that differ only in case are one.
             * @example grace.hopper@example.org
             */
            username: string;
            /**
             * @description The password.
             * @example correct horse battery staple
             */
            password?: string;
            /**
             * @description The hash of the password: Argon2id or scrypt in the PHC string format, or bcrypt.
             * @example $2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy
             */
            passwordHash?: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            customerId?: string;
            /**
             * @description Whether the user may sign in; absent: yes.
             * @example true
             */
            active?: boolean;
        };
        /** @description A bearer token from elsewhere. */
        ImportedGatewayToken: {
            /**
             * @description The kind of the row.
             * @constant
             */
            type: "gateway-token";
            /**
             * @description The bearer token.
             * @example api_live_imported0000000000000000
             */
            token: string;
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            description: string;
            /**
             * @description Who asked for the token.
             * @example somebody@example.gov.uk
             */
            createdBy?: string | null;
            /**
             * Format: uuid
             * @description The link under which the token is known already.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            tokenLink?: string;
            /**
             * Format: date-time
             * @description When the token was issued; absent: at `revokedAt`, or now.
             * @example 2024-05-01T00:00:00Z
             */
            issuedAt?: string;
            /**
             * Format: date-time
             * @description When the token was revoked; absent or `null`: it is active.
             * @example 2024-06-01T00:00:00Z
             */
            revokedAt?: string | null;
        };
        /** @description A row of an import; `type` says which kind. */
        ImportedCredential: components["schemas"]["ImportedBrokerUser"] | components["schemas"]["ImportedAccessKey"] | components["schemas"]["ImportedSecurityUser"] | components["schemas"]["ImportedGatewayToken"];
        /** @description Rows to import. */
        ImportBatch: {
            /**
             * @description Judge the rows and keep nothing.
             * @example false
             */
            dryRun?: boolean;
            /**
             * @description The rows.
             * @example [
             *       {
             *         "type": "gateway-token",
             *         "token": "api_live_imported0000000000000000",
             *         "accountId": "IMPORTED_ACCOUNT",
             *         "description": "Token from before"
             *       }
             *     ]
             */
            rows: components["schemas"]["ImportedCredential"][];
        };
        /** @description What became of a row. */
        ImportResult: {
            /**
             * @description The place of the row in the request, from 0.
             * @example 0
             */
            row: number;
            /**
             * @description `existing`: it was there already, with the same values.
             * @example created
             * @enum {string}
             */
            outcome: "created" | "existing" | "refused";
            /**
             * @description Why it was refused.
             * @example another broker user has this hash
             */
            reason: string | null;
        };
        /** @description What became of the rows. */
        ImportReport: {
            /**
             * @description How many are new.
             * @example 4
             */
            created: number;
            /**
             * @description How many were there already.
             * @example 0
             */
            existing: number;
            /**
             * @description How many were refused.
             * @example 0
             */
            refused: number;
            /**
             * @description Each row, in the order of the request.
             * @example []
             */
            results: components["schemas"]["ImportResult"][];
        };
    };
    responses: {
        /** @description The request cannot be read, or a value in it is not acceptable. */
        InvalidRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no operator key, or one that is not known. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operator may look but not change anything. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing with this id. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another type than JSON. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server failed. The fault is not in the request. */
        InternalFailure: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description How many items a page has at most. */
        Limit: number;
        /** @description Where the page begins: the `nextCursor` of the page before. */
        Cursor: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this answer in the server's log. Quote it when you ask for help. */
        RequestId: string;
        /** @description The answer carries a secret and must not be kept by a cache. */
        NoStore: "no-store";
        /** @description The challenge of RFC 6750. Names `invalid_token` where a key was sent. */
        WWWAuthenticate: "Bearer realm=\"operator\"" | "Bearer realm=\"operator\", error=\"invalid_token\"";
        /** @description The methods that the path has. */
        Allow: string;
        /** @description After how many seconds a further try makes sense. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    introspectToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresentedToken"];
            };
        };
        responses: {
            /** @description What the token is worth. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBrokerUsers: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins: the `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of broker users, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerUserPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBrokerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Name and accounts, and existing credentials where there are any. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrokerUserCreation"];
            };
        };
        responses: {
            /** @description The new broker user, with its credentials. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewBrokerUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The hash or an aToken belongs to another user. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBrokerUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the broker user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The broker user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteBrokerUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the broker user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The broker user is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateBrokerUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the broker user. */
                id: string;
            };
            cookie?: never;
        };
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrokerUserChange"];
            };
        };
        responses: {
            /** @description The broker user as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateBrokerSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the broker user. */
                id: string;
            };
            cookie?: never;
        };
        /** @description For how long the earlier secret stays valid. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SecretRotation"];
            };
        };
        responses: {
            /** @description The broker user with its new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedBrokerUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description A rotation is under way. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addBrokerAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the broker user. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The account. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrokerAccountCreation"];
            };
        };
        responses: {
            /** @description The new account. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerAccount"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Another account has this aToken. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteBrokerAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the broker user. */
                id: string;
                /** @description The id of the account. */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAccessKeys: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins: the `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only keys in this state. */
                state?: components["schemas"]["AccessKeyState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of access keys, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKeyPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description For whom the key is, and existing credentials where there are any. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessKeyCreation"];
            };
        };
        responses: {
            /** @description The new access key, with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccessKey"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The access key exists. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the access key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access key. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKey"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the access key. */
                id: string;
            };
            cookie?: never;
        };
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessKeyChange"];
            };
        };
        responses: {
            /** @description The access key as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKey"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The key is revoked. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    activateAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the access key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access key as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKey"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The key is not pending. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the access key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access key as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessKey"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The key is revoked already. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateAccessKeySecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the access key. */
                id: string;
            };
            cookie?: never;
        };
        /** @description For how long the earlier secret stays valid. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SecretRotation"];
            };
        };
        responses: {
            /** @description The access key with its new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedAccessKey"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description A rotation is under way, or the key is revoked. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSecurityUsers: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins: the `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only the user of this name, whatever its case. */
                username?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of security users, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityUserPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSecurityUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The user, and an existing password or its hash where there is one. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityUserCreation"];
            };
        };
        responses: {
            /** @description The new user, with the password where one was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecurityUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Another user has this name, whatever its case. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSecurityUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the user. */
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSecurityUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the user. */
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateSecurityUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the user. */
                uid: string;
            };
            cookie?: never;
        };
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityUserChange"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endSecurityUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the user. */
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unlockSecurityUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the user. */
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityUser"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchGatewayTokens: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins: the `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only tokens of this account. */
                accountId?: string;
                /** @description Only tokens in this state. */
                state?: components["schemas"]["GatewayTokenState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of gateway tokens, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayTokenPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createGatewayToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the token is for, and the existing token where there is one. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayTokenCreation"];
            };
        };
        responses: {
            /** @description The token, with its record. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewGatewayToken"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The token or its link exists. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeGatewayTokenByLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The link of the token. */
                tokenLink: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayToken"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The token is revoked already. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeLeakedGatewayToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The token that leaked. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresentedToken"];
            };
        };
        responses: {
            /** @description The token as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayToken"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The token is revoked already. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeGatewayTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which tokens. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayTokenSelection"];
            };
        };
        responses: {
            /** @description How many were revoked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRevocation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSigningKeys: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins: the `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of signing keys, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeyPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The API, by the name of its contract. */
                api: string;
            };
            cookie?: never;
        };
        /** @description For how long earlier keys verify. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SigningKeyRotation"];
            };
        };
        responses: {
            /** @description The new key. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description A rotation is under way. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOperators: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins: the `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of operators, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createOperator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Name and role. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorCreation"];
            };
        };
        responses: {
            /** @description The new operator, with its key. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOperator"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Another operator has this name. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the operator. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operator is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The operator is the last admin, or the one of the configuration. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins: the `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only events about this: an id, a token link, the number of a user, or the name of an API. */
                subject?: string;
                /** @description Only events of this action. */
                action?: components["schemas"]["AuditAction"];
                /** @description Only events at or after this time. */
                since?: components["schemas"]["Instant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    importCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The rows. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBatch"];
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalFailure"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
