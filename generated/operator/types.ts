// Written by "npm run generate" from openapi/. Do not edit.

export interface paths {
    readonly "/operator/v1/introspect": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Introspect a token of any API
         * @description Answers whether a token of any of the APIs is valid, and what it stands for, as RFC 7662 describes. For resource servers.
         *
         *     Send the token in a JSON body. An active token is answered with its API, its subject and its times. An inactive token is answered with
         *     `active: false` and nothing else, whatever the reason.
         *
         *     Introspection knows what a JWT itself cannot tell: a token of `partner-login` is inactive once its access key is revoked or expired, a
         *     token of `broker-token` once its user is deactivated, and a token of `security-management` once its session has ended.
         */
        readonly post: operations["introspectToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/oauth/introspect": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Introspect a token as RFC 7662 words it
         * @description Answers the same as `POST /operator/v1/introspect`, in the form and the names of RFC 7662, so that the introspection of a standard library works
         *     without a line of code. A resource server is an operator with the role `viewer`.
         *
         *     Send the token in the field `token` of a form. `token_type_hint` is accepted and not needed. Authenticate with HTTP Basic: the user name is the name of the
         *     operator, the password its key, both form-encoded as RFC 6749, section 2.3.1, demands (`client_secret_basic`). The fields `client_id` and
         *     `client_secret` of the form (`client_secret_post`) and the header `Authorization: Bearer <key>` are accepted as well.
         *
         *     An active token is answered with its members. An inactive token is answered with `active: false` and nothing else, whatever the reason.
         *     Other fields of the form are ignored.
         */
        readonly post: operations["introspectOauthToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/partners": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List partners
         * @description Answers a page of partners, newest first unless `sort` says otherwise.
         *
         *     `search` finds a part of the name, of the name or e-mail address of a contact or of the name of an account, and the beginning of the id of
         *     the partner or of an account.
         */
        readonly get: operations["listPartners"];
        readonly put?: never;
        /**
         * Create a partner
         * @description Creates a partner and answers it. Its `id` is the company (claim `cid`) of its access keys and the customer of its security users, unless a
         *     credential is created with another one.
         *
         *     Send a `name`, and optionally `contacts`. The partner gets one account of its own name, unless `accounts` are sent. The server makes the ids.
         *     To keep the company and the accounts of credentials that exist already, send their ids.
         */
        readonly post: operations["createPartner"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/partners/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a partner
         * @description Answers a partner with its contacts and accounts. Its credentials are in the lists of their kinds, by `partnerId`.
         */
        readonly get: operations["getPartner"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a partner
         * @description Deletes a partner with its contacts and accounts. A partner to which credentials belong is refused with 409, also where they are revoked: delete
         *     them, or let them leave the partner (`partnerId: null`).
         */
        readonly delete: operations["deletePartner"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename a partner or replace its contacts
         * @description Renames a partner or replaces its contacts, and answers the partner as it is now. Send `name`, `contacts` or both.
         *
         *     The accounts keep their names.
         */
        readonly patch: operations["updatePartner"];
        readonly trace?: never;
    };
    readonly "/operator/v1/partners/{id}/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add an account to a partner
         * @description Adds an account to a partner and answers it. The account comes last in the partner's list. Its `id` is the claim `ca` of the access keys that are
         *     created for it.
         *
         *     Send a `name`. To keep an account that is in use already, send its `id`.
         */
        readonly post: operations["addPartnerAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/partners/{id}/accounts/{accountId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete an account of a partner
         * @description Deletes an account of a partner. An account that an unrevoked access key of the partner has is refused with 409, and so is the last account.
         */
        readonly delete: operations["deletePartnerAccount"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/broker-users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List broker users
         * @description Answers a page of broker users, newest first unless `sort` says otherwise. Secrets are shown by their last characters.
         *
         *     `search` finds a part of the name or of the name of an account, the beginning of the id, and the last characters of the hash, of a secret or of
         *     an `aToken` as they are shown.
         */
        readonly get: operations["listBrokerUsers"];
        readonly put?: never;
        /**
         * Create a broker user
         * @description Creates a broker user, who signs in at `POST /api/token`, and its accounts. Answers the user with its credentials. The `secret` is shown
         *     here and at a rotation, and never again.
         *
         *     Send a `name`, and optionally the `partnerId` and the `accounts` in their order. To keep existing credentials, send `hash` and `secret`, and
         *     the `aToken` of each account.
         */
        readonly post: operations["createBrokerUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/broker-users/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a broker user
         * @description Answers a broker user with its accounts. Secrets are shown by their last characters.
         */
        readonly get: operations["getBrokerUser"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a broker user
         * @description Deletes a broker user with its secrets and accounts. Tokens of the user are refused at once.
         */
        readonly delete: operations["deleteBrokerUser"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename, deactivate or activate a broker user
         * @description Renames, deactivates or activates a broker user or lets it join or leave a partner, and answers the user as it is now. Send what changes:
         *     `name`, `active`, `partnerId`.
         *
         *     A deactivated user gets no token, and its tokens are refused at once.
         */
        readonly patch: operations["updateBrokerUser"];
        readonly trace?: never;
    };
    readonly "/operator/v1/broker-users/{id}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Rotate the secret of a broker user
         * @description Creates a new secret for a broker user and answers it. The secret is never shown again.
         *
         *     Send `overlapSeconds` to say for how long the earlier secret stays valid, so that a partner can change over without a refused call. The
         *     default is a day. `0` ends every earlier secret at once, as after a leak.
         *
         *     While two secrets are valid, a further rotation is refused with 409, unless its `overlapSeconds` is `0`.
         *     Of two operators who rotate at the same time the second is refused with 409: the secret that the first was shown stays valid.
         */
        readonly post: operations["rotateBrokerSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/broker-users/{id}/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add an account to a broker user
         * @description Adds an account to a broker user and answers it. The account comes last in the user's list.
         *
         *     Send a `name`. To keep an existing account token, send `aToken`.
         */
        readonly post: operations["addBrokerAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/broker-users/{id}/accounts/{accountId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete an account of a broker user
         * @description Deletes an account of a broker user.
         */
        readonly delete: operations["deleteBrokerAccount"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/access-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List access keys
         * @description Answers a page of access keys, newest first unless `sort` says otherwise. Secrets are shown by their last characters.
         *
         *     `search` finds a part of the name, the beginning of the id, of the access key or of the id of its account, company or user, and the last
         *     characters of a secret as they are shown.
         */
        readonly get: operations["listAccessKeys"];
        readonly put?: never;
        /**
         * Create an access key
         * @description Creates an access key, with which a partner logs in at `POST /login`, and answers it with its `secret`. The secret is shown here and at a
         *     rotation, and never again. The key is `pending` until it is activated.
         *
         *     Send a `name` and the `partnerId`: the company (claim `cid`) of the key is then the partner, and its account (claim `ca`) the first one of the
         *     partner. Send `account`, `company` or `userId` (claim `uid`) for other ones. What neither is sent nor comes from a partner is made by the
         *     server. `roles` (claim `ar`) and `expiresAt` are optional. To keep existing credentials, send `accessKey` and `secret`.
         */
        readonly post: operations["createAccessKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/access-keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show an access key
         * @description Answers an access key. Secrets are shown by their last characters.
         */
        readonly get: operations["getAccessKey"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change name, roles or expiry of an access key
         * @description Changes the name, the roles, the expiry or the partner of an access key, and answers the key as it is now. A revoked key is refused with 409,
         *     unless only its `partnerId` is sent.
         *
         *     Tokens that were issued before keep their roles. A key that joins or leaves a partner keeps its company and its account.
         */
        readonly patch: operations["updateAccessKey"];
        readonly trace?: never;
    };
    readonly "/operator/v1/access-keys/{id}/activate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Activate a pending access key
         * @description Activates a pending access key and answers it. A key in another state is refused with 409.
         */
        readonly post: operations["activateAccessKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/access-keys/{id}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke an access key
         * @description Revokes an access key for good and answers it. A pending, an active and an expired key can be revoked; a revoked one is refused with 409.
         *
         *     The key cannot log in again, and its tokens introspect as inactive.
         */
        readonly post: operations["revokeAccessKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/access-keys/{id}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Rotate the secret of an access key
         * @description Creates a new secret for an access key and answers it. The secret is never shown again.
         *
         *     Send `overlapSeconds` to say for how long the earlier secret stays valid, so that a partner can change over without a refused call. The
         *     default is a day. `0` ends every earlier secret at once, as after a leak.
         *
         *     While two secrets are valid, a further rotation is refused with 409, unless its `overlapSeconds` is `0`.
         *     Of two operators who rotate at the same time the second is refused with 409: the secret that the first was shown stays valid.
         *
         *     A revoked key is refused with 409.
         */
        readonly post: operations["rotateAccessKeySecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/security-users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List security users
         * @description Answers a page of security users, newest first unless `sort` says otherwise, or the user with one name.
         *
         *     `search` finds a part of the name, the number of the user, and the beginning of the id of the customer.
         */
        readonly get: operations["listSecurityUsers"];
        readonly put?: never;
        /**
         * Create a security user
         * @description Creates a user, who signs in at `POST /api/v2/auth/token`, and answers it. Where no password is sent, one is generated; it is shown here and
         *     never again.
         *
         *     Send a `username`, and optionally the `partnerId`. The customer is then the partner, unless a `customerId` is sent; without a partner it is a
         *     new one. To keep an existing password, send `password`, or its hash as
         *     `passwordHash`. A hash with other parameters than this server's own Argon2id is replaced at the next sign-in.
         *
         *     | hash | form |
         *     |---|---|
         *     | Argon2id, Argon2i | `$argon2id$v=19$…`, `argon2$argon2id$v=19$…` (Django) |
         *     | scrypt | `$scrypt$ln=…` (passlib), `scrypt:…` (Werkzeug), `scrypt$…` (Django) |
         *     | bcrypt | `$2a$…`, `$2b$…`, `$2y$…`, also behind `{bcrypt}` (Spring), `{CRYPT}` (LDAP) or `bcrypt$` (Django) |
         *     | bcrypt over SHA-256 | `$bcrypt-sha256$…` (passlib), `bcrypt_sha256$$2b$…` (Django) |
         *     | PBKDF2 | `pbkdf2_sha256$…` (Django), `$pbkdf2-sha512$…` (passlib), `pbkdf2:sha256:…` (Werkzeug), `keycloak$ALGORITHM$ITERATIONS$SALT$VALUE` (the fields of Keycloak's export) |
         *     | SHA-256-crypt, SHA-512-crypt | `$5$…`, `$6$…`, also with `rounds=` or behind `{CRYPT}` |
         *     | salted SHA-256, SHA-512 | `{SSHA256}…` (LDAP), `sha256$…` (Werkzeug up to 2.2) |
         *
         *     A hash that is too expensive to verify is refused with 400: Argon2 with more than 64 MiB of memory, more than 192 MiB over all iterations
         *     or more than 4 lanes; scrypt with more than 64 MiB (128 · N · r bytes) or more than 128 MiB over all lanes; bcrypt with a cost above 12;
         *     PBKDF2 with more than 1,200,000 iterations of SHA-256, or 400,000 of SHA-512 or SHA-1, over all blocks of the output; SHA-crypt with more
         *     than 100,000 rounds.
         */
        readonly post: operations["createSecurityUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/security-users/end-all-sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End the sessions of all security users
         * @description Ends every session of the users that come after `afterUid`, in the order of their numbers, and answers how many. For a leak of the database
         *     or of a key: every user has to sign in again.
         *
         *     One call goes through `limit` users. Begin with `afterUid` 0, and call again with `nextAfterUid` until it is `null`.
         *     Their refresh tokens are refused at once, and their access tokens introspect as inactive.
         */
        readonly post: operations["endAllSecurityUserSessions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/security-users/{uid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a security user
         * @description Answers a security user. Nothing of the password is shown.
         */
        readonly get: operations["getSecurityUser"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a security user
         * @description Deletes a security user with its tokens.
         */
        readonly delete: operations["deleteSecurityUser"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Deactivate or activate a security user, or set a new password
         * @description Deactivates or activates a security user, sets a new password or lets the user join or leave a partner, and answers the user as it is now.
         *     Send what changes: `active`, `password`, `partnerId`. A user who joins or leaves a partner keeps the `customerId`.
         *
         *     A new password and a deactivation end every session of the user at once.
         */
        readonly patch: operations["updateSecurityUser"];
        readonly trace?: never;
    };
    readonly "/operator/v1/security-users/{uid}/end-sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End every session of a security user
         * @description Ends every session of a security user and answers the user. Its refresh tokens are refused at once, and its access tokens introspect as
         *     inactive.
         */
        readonly post: operations["endSecurityUserSessions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/security-users/{uid}/unlock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Unlock a security user after failed sign-ins
         * @description Deletes the failed sign-ins of a security user, so that the user can sign in from every address without a wait, and answers the user.
         *
         *     An address with too many failures over all users still has to wait, for 20 seconds at most.
         */
        readonly post: operations["unlockSecurityUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/gateway-tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List gateway tokens
         * @description Answers a page of gateway tokens, newest first unless `sort` says otherwise, of all accounts or of one, in every state or in one.
         *
         *     `search` finds a part of the description, of the account, of the service or of who asked for the token, the beginning of the link, and the
         *     last characters of the token as they are shown. The order by last use has no index, which would make every look-up dearer: without
         *     `accountId` or `partnerId` it reads all tokens.
         */
        readonly get: operations["searchGatewayTokens"];
        readonly put?: never;
        /**
         * Issue a gateway token, or register an existing one
         * @description Issues a bearer token for a gateway account, as `POST /v1/frontend/auth` does, and answers it. The token is shown here and never again.
         *
         *     Send `accountId` and `description`, and optionally the `partnerId`. To keep an existing bearer token, send it as `token`, with its `tokenLink` and `issuedAt` where they are
         *     known. An existing token needs no checksum. One that has the prefix `twg_` and a wrong checksum is refused with 400, since the look-up would
         *     refuse it as mistyped; so is every one without the checksum of the gateway where the server has a `PAY_API_HMAC_SECRET`.
         */
        readonly post: operations["createGatewayToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/gateway-tokens/{tokenLink}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show a gateway token
         * @description Answers a gateway token, active or revoked. The token itself is never shown again.
         */
        readonly get: operations["getGatewayTokenByLink"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Describe a gateway token, or let it join or leave a partner
         * @description Changes the description of a gateway token or the partner that it belongs to, and answers the token as it is now. Send `description`, `partnerId`
         *     or both.
         *
         *     The description of a revoked token stays: it is refused with 409. A revoked token can join and leave partners.
         */
        readonly patch: operations["updateGatewayToken"];
        readonly trace?: never;
    };
    readonly "/operator/v1/gateway-tokens/{tokenLink}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke a gateway token
         * @description Revokes a gateway token by its link and answers it. The token is refused from the next look-up on. A revoked token is refused with 409.
         */
        readonly post: operations["revokeGatewayTokenByLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/gateway-tokens/revoke-by-token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke a gateway token that leaked
         * @description Revokes a gateway token by the token itself, such as one that was found in a log, and answers it. A revoked token is refused with 409.
         */
        readonly post: operations["revokeLeakedGatewayToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/gateway-tokens/revoke-all": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke many gateway tokens
         * @description Revokes the active tokens of an account, those issued before a time, or those to which both apply, and answers how many.
         *
         *     Send `accountId`, `issuedBefore` or both. One call revokes 10,000 tokens at most. Call again while `more` is `true`.
         *
         *     After a restore from a backup, revoke the tokens that were issued before the backup was taken: tokens revoked since then are active again.
         */
        readonly post: operations["revokeGatewayTokens"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/signing-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List signing keys
         * @description Answers a page of signing keys, newest first, without their key material. A key is `published` (known to every instance, signs soon),
         *     `signing`, `verifying` (replaced, its tokens are valid until they expire; or imported to verify only) or `expired`.
         */
        readonly get: operations["listSigningKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/signing-keys/{api}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Rotate the signing key of an API
         * @description Creates a new signing key for an API and answers it. The key is published first and signs some seconds later, when every instance knows it.
         *     No restart is needed. Tokens that were signed before stay valid until they expire. Keys that were imported to verify only stay.
         *
         *     Send `overlapSeconds` to end the earlier keys sooner. With `0`, as after a leak, the new key signs at once and every earlier token is refused
         *     within seconds.
         *
         *     While a rotation is in progress, a further one is refused with 409, unless its `overlapSeconds` is `0`.
         */
        readonly post: operations["rotateSigningKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/signing-keys/{api}/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Import the signing key of another installation
         * @description Stores the key with which another installation signs the tokens of an API, and answers it. Its tokens are accepted then: by `broker-accounts`, and by
         *     `POST /operator/v1/introspect`. The algorithm is that of the API: HS384 with `partner-login`, HS256 with the others.
         *
         *     Send the `key`, and as `kid` what stands in the header of its tokens, or `null` where there is no `kid`; without `kid` it is the id that the key gets here.
         *     The key is published first and signs some seconds later, as after a rotation: tokens that are signed here have its `kid` from then on, or none. With
         *     `verifyOnly: true` nothing is signed with it.
         *
         *     A token of an imported key has at least `iat`, `exp`, the lifetime that the API gives at most, no audience, and these claims:
         *
         *     | API | claims | whom it speaks for |
         *     |---|---|---|
         *     | `broker-token` | `sub` | the broker user with this id, while active |
         *     | `partner-login` | all of `partner-login` | the access key with the id `ak`, while active |
         *     | `security-management` | `uid`, `email`, perhaps `customerId` | the active user who has all of them, unless its sessions were ended since `iat`, or up to a minute before |
         *
         *     A key that signs has at least as many bytes as the digest of the algorithm: 32 with HS256, 48 with HS384. A shorter one, of 16 bytes or more, is taken with
         *     `verifyOnly: true`, and ends after 30 days.
         *
         *     A repeated import answers the key as it is. 409: the key is here for another API, with another `kid` or another use, or is about to end; another key
         *     of the API has the `kid`; the API has five keys without one; or a rotation is under way.
         */
        readonly post: operations["importSigningKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/signing-keys/{api}/retire": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retire signing keys of an API
         * @description Ends keys of an API that verify and do not sign: imported ones, and those that a rotation has replaced. Answers them. Their tokens are refused within
         *     seconds, on every instance.
         *
         *     Send the `id` of one of them; without it all of them end. With `overlapSeconds` they end later. A key never lives longer by this. The key that signs is
         *     replaced by a rotation.
         */
        readonly post: operations["retireSigningKeys"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/signing-keys/{api}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Export the signing keys of an API
         * @description Answers the keys that verify the tokens of an API, the one that signs first, for servers that verify tokens without asking this one. Whoever has such a key
         *     can sign tokens as well.
         *
         *     Export them again after each rotation and import. A server that verifies by itself notices neither a revocation nor a deactivation before the token
         *     expires: `POST /operator/v1/introspect` does.
         */
        readonly post: operations["exportSigningKeys"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/operators": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List operators
         * @description Answers a page of operators, newest first. Keys are shown by their prefix and last characters. An operator whose key has expired stays
         *     in the list until it is deleted, or its expiry is changed.
         */
        readonly get: operations["listOperators"];
        readonly put?: never;
        /**
         * Create an operator
         * @description Creates an operator and answers it with its key. The key is shown here and never again.
         *
         *     Send a unique `name` and a `role`: an `admin` may do everything, a `viewer` may read. With `expiresAt` the key is refused from then on like
         *     one that is not known.
         */
        readonly post: operations["createOperator"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show how operators sign in
         * @description Answers which identity provider operators sign in with, where one is configured, for clients that have no credential yet, such as the
         *     operator console. Anybody may ask.
         *
         *     The client is a public one: it uses the authorization code flow with PKCE (S256), and sends the access token to the other operations. Operator
         *     keys are accepted in any case.
         */
        readonly get: operations["getSignIn"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/operators/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show the operator that calls
         * @description Answers the operator whose key is presented, with its role, so that a program can offer what its user may do, and when the key expires.
         *     Whoever presents an access token of the identity provider is answered with what its claims say.
         */
        readonly get: operations["getOwnOperator"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/operators/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete an operator
         * @description Deletes an operator. Its key is refused at once.
         *
         *     The last admin is refused with 409, and so is the operator `environment`, whose key is in the configuration. The last admin is the last one
         *     whose key never expires; where the key of every admin expires, it is the last one whose key has not expired yet.
         */
        readonly delete: operations["deleteOperator"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change the expiry of an operator
         * @description Changes when the key of an operator expires, and answers the operator as it is now. An operator whose key has expired is renewed by a later
         *     expiry, or by `null` for none; a time that has passed ends the key at once. The key stays the same: for another key, create another operator.
         *
         *     The last admin is refused with 409 where its key would end sooner, and so is the operator `environment`, whose key is in the configuration.
         *     The last admin is the last one whose key never expires; where the key of every admin expires, it is the last one whose key has not expired yet.
         */
        readonly patch: operations["updateOperator"];
        readonly trace?: never;
    };
    readonly "/operator/v1/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show how many credentials there are, and how they are used
         * @description Answers the number of credentials of each kind by state, the sign-ins of the last 24 hours by API, and the signing keys with their age.
         *
         *     Counts are exact for a kind whose rows take up to 8 MB (some 40,000 credentials). Of more rows a sample of that size is read, so that
         *     the answer takes as long for millions; its counts are estimates, and `estimated` is true. Numbers of a few among very many can be 0 then.
         *
         *     `signIns` has an entry for each hour and each API with a sign-in, oldest first; the last hour is the one that goes on. It is counted in the
         *     background and may lag by seconds. `refused` counts sign-ins that were refused for their credentials.
         */
        readonly get: operations["getOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/usage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show how often a credential signed in on each day
         * @description Answers the number of successful sign-ins of a broker user, an access key or a security user for each day of a range, oldest first. A day
         *     is one of UTC. A day without a sign-in has 0.
         *
         *     Without `to` the range ends today, without `from` it is a week. Sign-ins are kept for 400 days, also those of a credential that is
         *     deleted. They are counted in the background and may lag by seconds. Renewals of a session are no sign-ins. Look-ups of gateway tokens are
         *     not counted: a token shows its last use.
         */
        readonly get: operations["getUsage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/diagnosis": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Check the installation from the running server
         * @description Checks what a server needs, as `tokenwright doctor` does, and answers what each check found and what to do: the configuration, the
         *     database, its clock, migrations and privileges, the master key, and rows that need attention. It changes nothing.
         *
         *     A check that fails, or that takes longer than 3 seconds, is a finding itself. Rows are counted up to 8 MB of a kind; of more a sample is
         *     read, and the finding says so. Only `tokenwright doctor` counts all of them.
         */
        readonly get: operations["getDiagnosis"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/revoke-leaked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke whatever secret leaked
         * @description Finds what a secret belongs to, revokes it by what it is, and answers what was done. Send the secret alone, such as one that was found in a
         *     repository or a log; its kind need not be known.
         *
         *     | it is | what is done |
         *     |---|---|
         *     | a gateway token | the token is revoked |
         *     | the secret of a broker user | the secret ends at once. Where the user has no other valid secret, the user is deactivated too, which also ends its tokens |
         *     | the `hash` of a broker user | the user is deactivated, since a `hash` cannot be replaced. A `hash` alone signs nobody in |
         *     | the secret of an access key | the secret ends at once. Where the key has no other valid secret, the key is revoked too, for good |
         *     | an operator key | the operator is deleted, the caller's own included |
         *     | a refresh token or an access token of `security-management` | every session of the user ends |
         *
         *     A secret that several have is revoked for all of them. To go on: create an access key, rotate the secret of a broker user and
         *     activate it, create an operator.
         *
         *     What is refused with 409, and left as it is: the operator key of the configuration (set another `OPERATOR_KEY` and restart every instance),
         *     the key of the last admin (create another one first), a token of `broker-token` or `partner-login`, which cannot be revoked alone and
         *     expires within 15 minutes and an hour (`detail` names what ends it earlier), and what has ended already.
         *
         *     What cannot be found is answered with 404, whatever it is: passwords of security users and secrets that were imported as hashes and not
         *     used since, which are stored as salted hashes, secrets that have expired, and what is no secret (an access key without its secret, an
         *     account token, a token link). Set another password at `PATCH /operator/v1/security-users/{uid}`, and delete an account whose
         *     account token leaked.
         */
        readonly post: operations["revokeLeakedSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/audit-events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List audit events
         * @description Answers a page of audit events, newest first: who did what to what, when, from which address and with which result.
         *
         *     Filter by `subject`, `action`, `actor` and `since`. Events are never changed. They are deleted when they are older than the retention period.
         */
        readonly get: operations["listAuditEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operator/v1/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Import existing credentials
         * @description Imports up to 1,000 existing credentials of any kind, and answers the result of each row.
         *
         *     Send the `rows`. Each row is imported on its own: a row that is refused does not stop the others. The same rows can be sent again without any
         *     change, so that an interrupted import is repeated as a whole. A row whose credential exists with other values is refused and never
         *     overwritten.
         *
         *     With `dryRun` the rows are checked and nothing is kept.
         *
         *     The whole request is refused with 400 only where a row does not have the form of its kind, such as a missing key, an unknown key or a date
         *     that does not exist.
         */
        readonly post: operations["importCredentials"];
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
        /** @description Why a request failed, as a problem of RFC 9457. */
        readonly Problem: {
            /**
             * @description The kind of problem, for programs. Stable.
             * @example urn:tokenwright:problem:wrong-state
             * @enum {string}
             */
            readonly type: "urn:tokenwright:problem:invalid-request" | "urn:tokenwright:problem:malformed-request" | "urn:tokenwright:problem:unauthorized" | "urn:tokenwright:problem:forbidden" | "urn:tokenwright:problem:not-found" | "urn:tokenwright:problem:method-not-allowed" | "urn:tokenwright:problem:already-exists" | "urn:tokenwright:problem:wrong-state" | "urn:tokenwright:problem:too-large" | "urn:tokenwright:problem:unsupported-media-type" | "urn:tokenwright:problem:too-many-requests" | "urn:tokenwright:problem:internal-failure" | "urn:tokenwright:problem:unavailable";
            /**
             * @description The name of the status.
             * @example Conflict
             */
            readonly title: string;
            /**
             * @description The status of the answer.
             * @example 409
             */
            readonly status: number;
            /**
             * @description What is wrong, for people.
             * @example The access key is revoked.
             */
            readonly detail: string;
            /**
             * @description With `wrong-state`: the current state.
             * @example revoked
             */
            readonly state?: string;
            /**
             * @description With `invalid-request`: what is wrong with which field.
             * @example [
             *       {
             *         "pointer": "#/name",
             *         "detail": "must be a string"
             *       }
             *     ]
             */
            readonly errors?: readonly components["schemas"]["InvalidField"][];
        };
        /** @description A field that is not acceptable. */
        readonly InvalidField: {
            /**
             * @description Where the field is: a JSON pointer in a URI fragment (RFC 6901, section 6), `#` for the body as a whole. For a parameter it is `#/` and
             *     its name.
             * @example #/name
             */
            readonly pointer: string;
            /**
             * @description What is wrong with it.
             * @example must be a string
             */
            readonly detail: string;
        };
        /**
         * Format: date-time
         * @description A time with its offset (RFC 3339).
         * @example 2026-01-01T00:00:00Z
         */
        readonly Instant: string;
        /** @description For how long the earlier secret stays valid beside the new one. */
        readonly SecretRotation: {
            /**
             * @description For how many seconds the earlier secret stays valid. A day by default, 30 days at most; `0` ends it at once.
             * @default 86400
             * @example 86400
             */
            readonly overlapSeconds?: number;
        };
        /** @description For how long the earlier signing keys verify. */
        readonly SigningKeyRotation: {
            /**
             * @description For how many seconds the earlier keys verify, 30 days at most; `0` ends them at once. Without it they verify until the last token that they signed
             *     has expired.
             * @example 86400
             */
            readonly overlapSeconds?: number;
        };
        /** @description The key of another installation. */
        readonly SigningKeyImport: {
            /**
             * @description The key in base64url without padding, as `k` of a JSON Web Key (RFC 7518, section 6.4.1).
             * @example AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8
             */
            readonly key: string;
            /**
             * @description The `kid` in the header of its tokens; `null`: they have none; absent: the id that the key gets here.
             * @example 2023-1
             */
            readonly kid?: string | null;
            /**
             * @description Whether nothing is signed with it.
             * @default false
             * @example true
             */
            readonly verifyOnly?: boolean;
        };
        /** @description Which keys end, and when. */
        readonly SigningKeyRetirement: {
            /**
             * Format: uuid
             * @description The id of a key that verifies and does not sign; absent: all of them.
             * @example 00000000-0000-4000-8000-000000000000
             */
            readonly id?: string;
            /**
             * @description For how many seconds they verify from now on, 30 days at most; `0` ends them at once.
             * @default 0
             * @example 3600
             */
            readonly overlapSeconds?: number;
        };
        /** @description The keys that end. */
        readonly RetiredSigningKeys: {
            /**
             * @description The keys.
             * @example []
             */
            readonly items: readonly components["schemas"]["SigningKey"][];
        };
        /** @description A key that signs and verifies (RFC 7518, section 6.4). */
        readonly SymmetricKey: {
            /**
             * @description The kind of the key.
             * @constant
             */
            readonly kty: "oct";
            /**
             * @description What the key is for.
             * @constant
             */
            readonly use: "sig";
            /**
             * @description The algorithm.
             * @example HS384
             * @enum {string}
             */
            readonly alg: "HS256" | "HS384" | "HS512";
            /**
             * @description The `kid` in the header of its tokens; absent where they have none.
             * @example 00000000-0000-4000-8000-000000000000
             */
            readonly kid?: string;
            /**
             * @description The key, in base64url.
             * @example AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8
             */
            readonly k: string;
        };
        /** @description The keys that verify the tokens of an API. */
        readonly SymmetricKeySet: {
            /**
             * @description The keys, the one that signs first.
             * @example []
             */
            readonly keys: readonly components["schemas"]["SymmetricKey"][];
        };
        /** @description A token. */
        readonly PresentedToken: {
            /**
             * @description The token itself.
             * @example twg_GatewayAccount1DemoTokenIsActive2qte6G
             */
            readonly token: string;
        };
        /** @description A token, and the credentials of the caller where no header has them. */
        readonly OauthPresentedToken: {
            /**
             * @description The token itself.
             * @example twg_GatewayAccount1DemoTokenIsActive2qte6G
             */
            readonly token: string;
            /**
             * @description What kind of token it may be. Every kind is looked up, whatever stands here.
             * @example access_token
             */
            readonly token_type_hint?: string;
            /**
             * @description The name of the operator.
             * @example demo viewer
             */
            readonly client_id?: string;
            /**
             * @description The key of the operator.
             * @example two_DemoViewerOperatorKeyTokenwright3zxEYN
             */
            readonly client_secret?: string;
        };
        /** @description The state of a token in the names of RFC 7662, section 2.2. An inactive token has no other key than `active`. */
        readonly OauthIntrospection: {
            /**
             * @description Whether the token is valid now.
             * @example true
             */
            readonly active: boolean;
            /**
             * @description How the token is presented. Absent for a refresh token.
             * @example Bearer
             * @enum {string}
             */
            readonly token_type?: "Bearer";
            /**
             * @description The credential behind the token: the token link, the access key record or the broker user. Absent with `security-management`.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            readonly client_id?: string;
            /**
             * @description With `security-management`: the name of the user.
             * @example ethan.buckley@datastoreltd.biz
             */
            readonly username?: string;
            /**
             * @description The subject of the token: the broker user, the gateway account, the user of an access key, or the security user.
             * @example GATEWAY_ACCOUNT_1
             */
            readonly sub?: string;
            /**
             * Format: int64
             * @description When the token was issued, in seconds since 1970.
             * @example 1444383000
             */
            readonly iat?: number;
            /**
             * Format: int64
             * @description When the token expires, in seconds since 1970.
             * @example 1444386600
             */
            readonly exp?: number;
            /**
             * @description The id of the token.
             * @example c2f1
             */
            readonly jti?: string;
            /**
             * @description The API that issued the token, by the name of its contract.
             * @example gateway-tokens
             * @enum {string}
             */
            readonly api?: "broker-token" | "gateway-tokens" | "partner-login" | "security-management";
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles?: readonly string[];
        };
        /**
         * Format: uuid
         * @description The partner that the credential belongs to; `null` for none.
         * @example 29263739-2cf8-483d-af15-6151dc8448b4
         */
        readonly PartnerReference: string | null;
        /** @description A person at a partner. */
        readonly PartnerContact: {
            /**
             * @description The name of the person.
             * @example Ethan Buckley
             */
            readonly name: string;
            /**
             * @description The e-mail address of the person.
             * @example ethan.buckley@datastoreltd.biz
             */
            readonly email: string;
        };
        /** @description A new account of a partner. */
        readonly PartnerAccountCreation: {
            /**
             * @description The name of the account, for operators.
             * @example Online shop
             */
            readonly name: string;
            /**
             * Format: uuid
             * @description The id of the account, claim `ca` of its access keys; absent: a new one.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            readonly id?: string;
        };
        /** @description An account of a partner. */
        readonly PartnerAccount: {
            /**
             * Format: uuid
             * @description The id of the account, claim `ca` of its access keys.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            readonly id: string;
            /**
             * @description The name of the account, for operators.
             * @example Online shop
             */
            readonly name: string;
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
        };
        /** @description A new partner. */
        readonly PartnerCreation: {
            /**
             * @description The name of the partner, for operators. Any text without control characters.
             * @example Acme Ltd
             */
            readonly name: string;
            /**
             * @description Whom to ask at the partner.
             * @default []
             * @example [
             *       {
             *         "name": "Ethan Buckley",
             *         "email": "ethan.buckley@datastoreltd.biz"
             *       }
             *     ]
             */
            readonly contacts?: readonly components["schemas"]["PartnerContact"][];
            /**
             * @description The accounts, in their order; absent: one of the name of the partner.
             * @example [
             *       {
             *         "name": "Online shop"
             *       }
             *     ]
             */
            readonly accounts?: readonly components["schemas"]["PartnerAccountCreation"][];
            /**
             * Format: uuid
             * @description The id of the partner, claim `cid` of its access keys; absent: a new one.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            readonly id?: string;
        };
        /** @description Changes of a partner. */
        readonly PartnerChange: {
            /**
             * @description The name of the partner, for operators. Any text without control characters.
             * @example Acme Ltd
             */
            readonly name?: string;
            /**
             * @description Whom to ask at the partner, instead of those before.
             * @example [
             *       {
             *         "name": "Ethan Buckley",
             *         "email": "ethan.buckley@datastoreltd.biz"
             *       }
             *     ]
             */
            readonly contacts?: readonly components["schemas"]["PartnerContact"][];
        };
        /** @description To whom credentials are given. */
        readonly Partner: {
            /**
             * Format: uuid
             * @description The id of the partner, claim `cid` of its access keys and customer of its security users.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            readonly id: string;
            /**
             * @description The name of the partner, for operators. Any text without control characters.
             * @example Acme Ltd
             */
            readonly name: string;
            /**
             * @description Whom to ask at the partner.
             * @example []
             */
            readonly contacts: readonly components["schemas"]["PartnerContact"][];
            /**
             * @description The accounts, oldest first. New access keys are for the first one.
             * @example []
             */
            readonly accounts: readonly components["schemas"]["PartnerAccount"][];
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
        };
        /** @description A page of partners. */
        readonly PartnerPage: {
            /**
             * @description The page, in its order.
             * @example []
             */
            readonly items: readonly components["schemas"]["Partner"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /** @description A secret, as lists show it. */
        readonly SecretHint: {
            /**
             * @description The last characters of the secret; empty where it is too short to show any.
             * @example 7Xk2
             */
            readonly hint: string;
            /**
             * Format: date-time
             * @description When the secret was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When the secret expires; `null` for no expiry.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly expiresAt: string | null;
        };
        /** @description A new account. */
        readonly BrokerAccountCreation: {
            /**
             * @description The name of the account.
             * @example Hauptstelle
             */
            readonly name: string;
            /**
             * @description The token that identifies the account in other calls. It does not change.
             * @example act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx
             */
            readonly aToken?: string;
        };
        /** @description An account, as it is shown at its creation. */
        readonly BrokerAccount: {
            /**
             * Format: uuid
             * @description The id of the account.
             * @example 8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01
             */
            readonly id: string;
            /**
             * @description The name of the account.
             * @example Hauptstelle
             */
            readonly name: string;
            /**
             * @description The token that identifies the account in other calls. It does not change.
             * @example act_AccountTokenxxxxxxxxxxxxxxxxxxxxxxxx
             */
            readonly aToken: string;
        };
        /** @description An account, as lists show it. */
        readonly ListedBrokerAccount: {
            /**
             * Format: uuid
             * @description The id of the account.
             * @example 8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01
             */
            readonly id: string;
            /**
             * @description The name of the account.
             * @example Hauptstelle
             */
            readonly name: string;
            /**
             * @description The last characters of the aToken; empty where it is too short to show any.
             * @example Mn4B
             */
            readonly aTokenHint: string;
        };
        /** @description A new broker user. */
        readonly BrokerUserCreation: {
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            readonly name: string;
            readonly partnerId?: components["schemas"]["PartnerReference"];
            /**
             * @description The accounts, oldest first.
             * @default []
             * @example [
             *       {
             *         "name": "Hauptstelle"
             *       }
             *     ]
             */
            readonly accounts?: readonly components["schemas"]["BrokerAccountCreation"][];
            /**
             * @description The hash with which the user signs in.
             * @example 2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f
             */
            readonly hash?: string;
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            readonly secret?: string;
        };
        /** @description Changes of a broker user. */
        readonly BrokerUserChange: {
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            readonly name?: string;
            /**
             * @description Whether the user may sign in.
             * @example false
             */
            readonly active?: boolean;
            readonly partnerId?: components["schemas"]["PartnerReference"];
        };
        /** @description A broker user with its credentials. */
        readonly NewBrokerUser: {
            /**
             * Format: uuid
             * @description The id of the user.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            readonly id: string;
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            readonly name: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            readonly active: boolean;
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * @description The hash with which the user signs in.
             * @example 2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f
             */
            readonly hash: string;
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            readonly secret: string;
            /**
             * @description The accounts, oldest first.
             * @example []
             */
            readonly accounts: readonly components["schemas"]["BrokerAccount"][];
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
        };
        /** @description A broker user. */
        readonly BrokerUser: {
            /**
             * Format: uuid
             * @description The id of the user.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            readonly id: string;
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            readonly name: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            readonly active: boolean;
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * @description The last characters of the hash; empty where it is too short to show any.
             * @example 4f71
             */
            readonly hashHint: string;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            readonly secrets: readonly components["schemas"]["SecretHint"][];
            /**
             * @description The accounts, oldest first.
             * @example []
             */
            readonly accounts: readonly components["schemas"]["ListedBrokerAccount"][];
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description The last time that the user signed in; `null`: never. Written in the background, and may lag by seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description A broker user with its new secret. */
        readonly RotatedBrokerUser: {
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            readonly secret: string;
            /**
             * Format: uuid
             * @description The id of the user.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            readonly id: string;
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            readonly name: string;
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            readonly active: boolean;
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * @description The last characters of the hash; empty where it is too short to show any.
             * @example 4f71
             */
            readonly hashHint: string;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            readonly secrets: readonly components["schemas"]["SecretHint"][];
            /**
             * @description The accounts, oldest first.
             * @example []
             */
            readonly accounts: readonly components["schemas"]["ListedBrokerAccount"][];
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description The last time that the user signed in; `null`: never. Written in the background, and may lag by seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description A page of broker users. */
        readonly BrokerUserPage: {
            /**
             * @description The page, in its order.
             * @example []
             */
            readonly items: readonly components["schemas"]["BrokerUser"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /**
         * @description Whether a user may sign in.
         * @example active
         * @enum {string}
         */
        readonly UserState: "active" | "inactive";
        /**
         * @description The state of an access key: `pending` as created, `expired` after `expiresAt`.
         * @example active
         * @enum {string}
         */
        readonly AccessKeyState: "pending" | "active" | "expired" | "revoked";
        /** @description A new access key. */
        readonly AccessKeyCreation: {
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            readonly name: string;
            readonly partnerId?: components["schemas"]["PartnerReference"];
            /**
             * Format: uuid
             * @description The account, claim `ca`; absent: the first account of the partner, without one a new account.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            readonly account?: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`; absent: the partner, without one a new company.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            readonly company?: string;
            /**
             * Format: uuid
             * @description The user, claim `uid`; absent: a new one.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            readonly userId?: string;
            /**
             * @description The roles, claim `ar`.
             * @default []
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles?: readonly string[];
            /**
             * Format: date-time
             * @description When the key expires; `null` for never.
             * @default null
             * @example 2027-01-01T00:00:00Z
             */
            readonly expiresAt?: string | null;
            /**
             * @description The access key with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            readonly accessKey?: string;
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            readonly secret?: string;
        };
        /** @description Changes of an access key. */
        readonly AccessKeyChange: {
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            readonly name?: string;
            readonly partnerId?: components["schemas"]["PartnerReference"];
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles?: readonly string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2027-01-01T00:00:00Z
             */
            readonly expiresAt?: string | null;
        };
        /** @description An access key. */
        readonly AccessKey: {
            /**
             * Format: uuid
             * @description The id of the access key, claim `ak`.
             * @example 45771ea1-b012-4b80-8ba4-49891c5d8e01
             */
            readonly id: string;
            /**
             * @description The access key with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            readonly accessKey: string;
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            readonly name: string;
            readonly state: components["schemas"]["AccessKeyState"];
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            readonly userId: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            readonly account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            readonly company: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles: readonly string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly expiresAt: string | null;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            readonly secrets: readonly components["schemas"]["SecretHint"][];
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description The last time that the key logged in; `null`: never. Written in the background, and may lag by seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description An access key with its secret. */
        readonly NewAccessKey: {
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            readonly secret: string;
            /**
             * Format: uuid
             * @description The id of the access key, claim `ak`.
             * @example 45771ea1-b012-4b80-8ba4-49891c5d8e01
             */
            readonly id: string;
            /**
             * @description The access key with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            readonly accessKey: string;
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            readonly name: string;
            readonly state: components["schemas"]["AccessKeyState"];
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            readonly userId: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            readonly account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            readonly company: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles: readonly string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly expiresAt: string | null;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            readonly secrets: readonly components["schemas"]["SecretHint"][];
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description The last time that the key logged in; `null`: never. Written in the background, and may lag by seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description An access key with its new secret. */
        readonly RotatedAccessKey: {
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            readonly secret: string;
            /**
             * Format: uuid
             * @description The id of the access key, claim `ak`.
             * @example 45771ea1-b012-4b80-8ba4-49891c5d8e01
             */
            readonly id: string;
            /**
             * @description The access key with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            readonly accessKey: string;
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            readonly name: string;
            readonly state: components["schemas"]["AccessKeyState"];
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            readonly userId: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            readonly account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            readonly company: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles: readonly string[];
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly expiresAt: string | null;
            /**
             * @description The secrets that are valid, newest first.
             * @example []
             */
            readonly secrets: readonly components["schemas"]["SecretHint"][];
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description The last time that the key logged in; `null`: never. Written in the background, and may lag by seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description A page of access keys. */
        readonly AccessKeyPage: {
            /**
             * @description The page, in its order.
             * @example []
             */
            readonly items: readonly components["schemas"]["AccessKey"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /** @description A new security user. */
        readonly SecurityUserCreation: {
            /**
             * @description The name of the user. Names that differ only in case are the same.
             * @example grace.hopper@example.org
             */
            readonly username: string;
            readonly partnerId?: components["schemas"]["PartnerReference"];
            /**
             * @description The password.
             * @example correct horse battery staple
             */
            readonly password?: string;
            /**
             * @description The hash of the password, made by other software: Argon2, scrypt, bcrypt, bcrypt_sha256, PBKDF2, SHA-256-crypt, SHA-512-crypt, or salted SHA-256 or SHA-512, as `createSecurityUser` describes.
             * @example $2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy
             */
            readonly passwordHash?: string;
            /**
             * Format: uuid
             * @description The customer of the user; absent: the partner, without one a new customer.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            readonly customerId?: string;
        };
        /** @description Changes of a security user. */
        readonly SecurityUserChange: {
            /**
             * @description Whether the user may sign in.
             * @example false
             */
            readonly active?: boolean;
            readonly partnerId?: components["schemas"]["PartnerReference"];
            /**
             * @description The password.
             * @example correct horse battery staple
             */
            readonly password?: string;
        };
        /** @description A security user. */
        readonly SecurityUser: {
            /**
             * @description The number of the user.
             * @example 157
             */
            readonly uid: number;
            /**
             * @description The name of the user. Names that differ only in case are the same.
             * @example grace.hopper@example.org
             */
            readonly username: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            readonly customerId: string;
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            readonly active: boolean;
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description The last time that the user signed in or renewed a session; `null`: never. Written in the background, and may lag by seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description A security user, with the password if one was generated. */
        readonly NewSecurityUser: {
            /**
             * @description The number of the user.
             * @example 157
             */
            readonly uid: number;
            /**
             * @description The name of the user. Names that differ only in case are the same.
             * @example grace.hopper@example.org
             */
            readonly username: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            readonly customerId: string;
            readonly partnerId: components["schemas"]["PartnerReference"];
            /**
             * @description Whether the user may sign in.
             * @example true
             */
            readonly active: boolean;
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description The last time that the user signed in or renewed a session; `null`: never. Written in the background, and may lag by seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
            /**
             * @description The generated password; absent where one was sent.
             * @example PasswordThatWasMadexx
             */
            readonly password?: string;
        };
        /** @description A page of security users. */
        readonly SecurityUserPage: {
            /**
             * @description The page, in its order.
             * @example []
             */
            readonly items: readonly components["schemas"]["SecurityUser"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /**
         * @description The state of a gateway token. `revoked` is final.
         * @example active
         * @enum {string}
         */
        readonly GatewayTokenState: "active" | "revoked";
        /**
         * @description Which payments a gateway token is for; `CARD` where nothing else is said.
         * @example CARD
         * @enum {string}
         */
        readonly GatewayTokenType: "CARD" | "DIRECT_DEBIT";
        /**
         * @description Whether a gateway token is for the gateway's API or for its product pages; `API` where nothing else is said.
         * @example API
         * @enum {string}
         */
        readonly GatewayTokenSource: "API" | "PRODUCTS";
        /**
         * @description The mode of the service that a gateway token belongs to.
         * @example LIVE
         * @enum {string}
         */
        readonly ServiceMode: "LIVE" | "TEST";
        /** @description A new gateway token, or an existing one. */
        readonly GatewayTokenCreation: {
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            readonly accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            readonly description: string;
            readonly partnerId?: components["schemas"]["PartnerReference"];
            /**
             * @description Who asked for the token.
             * @default null
             * @example somebody@example.gov.uk
             */
            readonly createdBy?: string | null;
            readonly tokenType?: components["schemas"]["GatewayTokenType"];
            readonly source?: components["schemas"]["GatewayTokenSource"];
            readonly serviceMode?: components["schemas"]["ServiceMode"];
            /**
             * @description The service that the token belongs to.
             * @example cd1b871207a94a7fa157dee678146acd
             */
            readonly serviceExternalId?: string;
            /**
             * @description The bearer token.
             * @example api_live_imported0000000000000000
             */
            readonly token?: string;
            /**
             * Format: uuid
             * @description The link of the existing token.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            readonly tokenLink?: string;
            /**
             * Format: date-time
             * @description When the token was issued; absent: now.
             * @example 2024-05-01T00:00:00Z
             */
            readonly issuedAt?: string;
        };
        /** @description Changes of a gateway token. */
        readonly GatewayTokenChange: {
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            readonly description?: string;
            readonly partnerId?: components["schemas"]["PartnerReference"];
        };
        /** @description A gateway token. */
        readonly GatewayToken: {
            /**
             * Format: uuid
             * @description The reference of the token.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            readonly tokenLink: string;
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            readonly accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            readonly description: string;
            /**
             * @description Who asked for the token.
             * @example somebody@example.gov.uk
             */
            readonly createdBy: string | null;
            readonly tokenType: components["schemas"]["GatewayTokenType"];
            readonly source: components["schemas"]["GatewayTokenSource"];
            /**
             * @description The mode of the service that the token belongs to, `LIVE` or `TEST`; `null` where it has none.
             * @example LIVE
             */
            readonly serviceMode: string | null;
            /**
             * @description The service that the token belongs to; `null` where it has none.
             * @example cd1b871207a94a7fa157dee678146acd
             */
            readonly serviceExternalId: string | null;
            readonly partnerId: components["schemas"]["PartnerReference"];
            readonly state: components["schemas"]["GatewayTokenState"];
            /**
             * @description Prefix and last four characters of the token.
             * @example twg_…1ITY
             */
            readonly hint: string;
            /**
             * Format: date-time
             * @description When the token was issued.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly issuedAt: string;
            /**
             * Format: date-time
             * @description When the token was last looked up; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When the token was revoked.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly revokedAt: string | null;
        };
        /** @description A gateway token, shown once. */
        readonly NewGatewayToken: {
            /**
             * @description The bearer token.
             * @example api_live_imported0000000000000000
             */
            readonly token: string;
            /**
             * Format: uuid
             * @description The reference of the token.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            readonly tokenLink: string;
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            readonly accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            readonly description: string;
            /**
             * @description Who asked for the token.
             * @example somebody@example.gov.uk
             */
            readonly createdBy: string | null;
            readonly tokenType: components["schemas"]["GatewayTokenType"];
            readonly source: components["schemas"]["GatewayTokenSource"];
            /**
             * @description The mode of the service that the token belongs to, `LIVE` or `TEST`; `null` where it has none.
             * @example LIVE
             */
            readonly serviceMode: string | null;
            /**
             * @description The service that the token belongs to; `null` where it has none.
             * @example cd1b871207a94a7fa157dee678146acd
             */
            readonly serviceExternalId: string | null;
            readonly partnerId: components["schemas"]["PartnerReference"];
            readonly state: components["schemas"]["GatewayTokenState"];
            /**
             * @description Prefix and last four characters of the token.
             * @example twg_…1ITY
             */
            readonly hint: string;
            /**
             * Format: date-time
             * @description When the token was issued.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly issuedAt: string;
            /**
             * Format: date-time
             * @description When the token was last looked up; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When the token was revoked.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly revokedAt: string | null;
        };
        /** @description A page of gateway tokens. */
        readonly GatewayTokenPage: {
            /**
             * @description The page, in its order.
             * @example []
             */
            readonly items: readonly components["schemas"]["GatewayToken"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /** @description The tokens to revoke. */
        readonly GatewayTokenSelection: {
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            readonly accountId?: string;
            /**
             * Format: date-time
             * @description Only tokens issued before this time.
             * @example 2026-01-01T00:00:00Z
             */
            readonly issuedBefore?: string;
        };
        /** @description The users whose sessions end. */
        readonly SessionsEndRequest: {
            /**
             * Format: int32
             * @description Only users with a greater number.
             * @example 0
             */
            readonly afterUid: number;
            /**
             * @description How many users at most.
             * @default 200
             * @example 200
             */
            readonly limit?: number;
        };
        /** @description What ended. */
        readonly SessionsEnd: {
            /**
             * @description How many users there were.
             * @example 200
             */
            readonly users: number;
            /**
             * @description How many open sessions they had.
             * @example 412
             */
            readonly sessions: number;
            /**
             * Format: int32
             * @description The number after which to go on; `null` where there are no further users.
             * @example 356
             */
            readonly nextAfterUid: number | null;
        };
        /** @description The result of a revocation of many tokens. */
        readonly BulkRevocation: {
            /**
             * @description How many tokens this call revoked, 10,000 at most.
             * @example 2
             */
            readonly revoked: number;
            /**
             * @description Whether more tokens match. If so, call again.
             * @example false
             */
            readonly more: boolean;
        };
        /** @description The state of a token. An inactive token has no other key than `active`. */
        readonly Introspection: {
            /**
             * @description Whether the token is valid now.
             * @example true
             */
            readonly active: boolean;
            /**
             * @description The API that issued the token, by the name of its contract.
             * @example gateway-tokens
             * @enum {string}
             */
            readonly api?: "broker-token" | "gateway-tokens" | "partner-login" | "security-management";
            /**
             * @description With `security-management`: which of the two tokens it is.
             * @example access
             * @enum {string}
             */
            readonly tokenUse?: "access" | "refresh";
            /**
             * @description The subject of the token: the broker user, the gateway account, the user of an access key, or the security user.
             * @example GATEWAY_ACCOUNT_1
             */
            readonly sub?: string;
            /**
             * @description The credential behind the token: the token link or the access key record.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            readonly clientId?: string;
            /**
             * @description With `security-management`: the name of the user.
             * @example ethan.buckley@datastoreltd.biz
             */
            readonly username?: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            readonly customerId?: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles?: readonly string[];
            /**
             * Format: int64
             * @description When the token was issued, in seconds since 1970.
             * @example 1444383000
             */
            readonly iat?: number;
            /**
             * Format: int64
             * @description When the token expires, in seconds since 1970.
             * @example 1444386600
             */
            readonly exp?: number;
            /**
             * @description The id of the token.
             * @example c2f1
             */
            readonly jti?: string;
        };
        /** @description A signing key, without its key material. */
        readonly SigningKey: {
            /**
             * Format: uuid
             * @description The id of the key.
             * @example 00000000-0000-4000-8000-000000000000
             */
            readonly id: string;
            /**
             * @description The `kid` in the header of its tokens: the id, or what an imported key came with; `null`: they have none.
             * @example 00000000-0000-4000-8000-000000000000
             */
            readonly kid: string | null;
            /**
             * @description Whether the key came from another installation.
             * @example false
             */
            readonly imported: boolean;
            /**
             * @description The API whose tokens it signs.
             * @example partner-login
             * @enum {string}
             */
            readonly api: "broker-token" | "partner-login" | "security-management";
            /**
             * @description The algorithm (RFC 7518).
             * @example HS384
             * @enum {string}
             */
            readonly algorithm: "HS256" | "HS384" | "HS512";
            /**
             * @description The state of the key.
             * @example signing
             * @enum {string}
             */
            readonly state: "published" | "signing" | "verifying" | "expired";
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When the key begins to sign; `null` where it only verifies.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly signsFrom: string | null;
            /**
             * Format: date-time
             * @description When the key stops to verify; `null` while it signs, and for an imported key that verifies until it is retired.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly expiresAt: string | null;
        };
        /** @description A page of signing keys. */
        readonly SigningKeyPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            readonly items: readonly components["schemas"]["SigningKey"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /** @description A new operator. */
        readonly OperatorCreation: {
            /**
             * @description The name of the operator. Unique.
             * @example Monitoring
             */
            readonly name: string;
            /**
             * @description An `admin` may do everything, a `viewer` may read.
             * @example viewer
             * @enum {string}
             */
            readonly role: "admin" | "viewer";
            /**
             * Format: date-time
             * @description When the key expires; absent or `null`: never.
             * @example 2027-01-01T00:00:00Z
             */
            readonly expiresAt?: string | null;
        };
        /** @description A change of an operator. */
        readonly OperatorChange: {
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2027-01-01T00:00:00Z
             */
            readonly expiresAt: string | null;
        };
        /**
         * @description The state of an operator: `expired` after `expiresAt`, when its key is refused.
         * @example active
         * @enum {string}
         */
        readonly OperatorState: "active" | "expired";
        /** @description An operator. */
        readonly Operator: {
            /**
             * Format: uuid
             * @description The id of the operator.
             * @example 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01
             */
            readonly id: string;
            /**
             * @description The name of the operator. Unique.
             * @example Monitoring
             */
            readonly name: string;
            /**
             * @description An `admin` may do everything, a `viewer` may read.
             * @example viewer
             * @enum {string}
             */
            readonly role: "admin" | "viewer";
            readonly state: components["schemas"]["OperatorState"];
            /**
             * @description Prefix and last four characters of the key.
             * @example two_…6fN1
             */
            readonly hint: string;
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2027-01-01T00:00:00.000Z
             */
            readonly expiresAt: string | null;
            /**
             * Format: date-time
             * @description When the operator was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When the key was last used; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description The operator that calls. */
        readonly OwnOperator: {
            /**
             * @description The id of the operator, as the audit has it. Of an account of the identity provider it is the issuer, `#` and the subject.
             * @example 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01
             */
            readonly id: string;
            /**
             * @description The name of the operator, or what the identity provider calls the account.
             * @example Monitoring
             */
            readonly name: string;
            /**
             * @description The e-mail address of the account; `null` where the access token has none, and for a key.
             * @example ada@example.org
             */
            readonly email: string | null;
            /**
             * @description What the caller has presented, an operator key or an access token of the identity provider.
             * @example operator-key
             * @enum {string}
             */
            readonly signedInWith: "operator-key" | "identity-provider";
            /**
             * @description An `admin` may do everything, a `viewer` may read.
             * @example viewer
             * @enum {string}
             */
            readonly role: "admin" | "viewer";
            /**
             * Format: date-time
             * @description When the key expires; `null`: never. From when on the access token is refused.
             * @example 2027-01-01T00:00:00.000Z
             */
            readonly expiresAt: string | null;
        };
        /** @description How operators sign in. */
        readonly SignIn: {
            readonly identityProvider?: components["schemas"]["IdentityProvider"];
        };
        /** @description The identity provider that operators sign in with, and this installation as its client. Absent where none is configured. */
        readonly IdentityProvider: {
            /**
             * @description The issuer of OpenID Connect.
             * @example https://login.example.org
             */
            readonly issuer: string;
            /**
             * @description The public client, which has no secret.
             * @example tokenwright
             */
            readonly clientId: string;
            /**
             * @description What the client asks for, separated by spaces.
             * @example openid profile email
             */
            readonly scopes: string;
            /**
             * @description Whether the server has reached the identity provider. The endpoints are absent where it has not.
             * @example true
             */
            readonly isAvailable: boolean;
            /**
             * @description Where the client sends the browser.
             * @example https://login.example.org/authorize
             */
            readonly authorizationEndpoint?: string;
            /**
             * @description Where the client exchanges the code.
             * @example https://login.example.org/token
             */
            readonly tokenEndpoint?: string;
            /**
             * @description Where the client sends the browser to sign out; absent where the identity provider has none.
             * @example https://login.example.org/logout
             */
            readonly endSessionEndpoint?: string;
            /**
             * @description Whether the answer to an authorization request names its issuer (RFC 9207), which the client then demands.
             * @example true
             */
            readonly isIssuerInResponses?: boolean;
        };
        /** @description An operator with its key, shown once. */
        readonly NewOperator: {
            /**
             * @description The key.
             * @example two_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000
             */
            readonly key: string;
            /**
             * Format: uuid
             * @description The id of the operator.
             * @example 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01
             */
            readonly id: string;
            /**
             * @description The name of the operator. Unique.
             * @example Monitoring
             */
            readonly name: string;
            /**
             * @description An `admin` may do everything, a `viewer` may read.
             * @example viewer
             * @enum {string}
             */
            readonly role: "admin" | "viewer";
            readonly state: components["schemas"]["OperatorState"];
            /**
             * @description Prefix and last four characters of the key.
             * @example two_…6fN1
             */
            readonly hint: string;
            /**
             * Format: date-time
             * @description When the key expires; `null`: never.
             * @example 2027-01-01T00:00:00.000Z
             */
            readonly expiresAt: string | null;
            /**
             * Format: date-time
             * @description When the operator was created.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When the key was last used; may lag by some seconds.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly lastUsedAt: string | null;
        };
        /** @description A page of operators. */
        readonly OperatorPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            readonly items: readonly components["schemas"]["Operator"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /**
         * @description What signs in.
         * @example access-key
         * @enum {string}
         */
        readonly SignInKind: "access-key" | "broker-user" | "security-user";
        /**
         * Format: date
         * @description A day in UTC.
         * @example 2026-01-15
         */
        readonly Day: string;
        /** @description The sign-ins of a day. */
        readonly UsageDay: {
            readonly day: components["schemas"]["Day"];
            /**
             * @description How many sign-ins succeeded.
             * @example 31
             */
            readonly signIns: number;
        };
        /** @description The sign-ins of a credential. */
        readonly Usage: {
            /**
             * @description Every day of the range, oldest first.
             * @example []
             */
            readonly items: readonly components["schemas"]["UsageDay"][];
        };
        /** @description Users by state. */
        readonly UserCounts: {
            /**
             * @description Users who may sign in.
             * @example 12
             */
            readonly active: number;
            /**
             * @description Users who were deactivated.
             * @example 12
             */
            readonly inactive: number;
            /**
             * @description Whether the numbers are estimates from a sample.
             * @example false
             */
            readonly estimated: boolean;
        };
        /** @description Access keys by state. */
        readonly AccessKeyCounts: {
            /**
             * @description Keys that were not activated yet.
             * @example 12
             */
            readonly pending: number;
            /**
             * @description Keys that may log in.
             * @example 12
             */
            readonly active: number;
            /**
             * @description Keys that have expired and were not revoked.
             * @example 12
             */
            readonly expired: number;
            /**
             * @description Keys that were revoked.
             * @example 12
             */
            readonly revoked: number;
            /**
             * @description Whether the numbers are estimates from a sample.
             * @example false
             */
            readonly estimated: boolean;
        };
        /** @description Gateway tokens by state. */
        readonly GatewayTokenCounts: {
            /**
             * @description Tokens that are accepted.
             * @example 12
             */
            readonly active: number;
            /**
             * @description Tokens that were revoked.
             * @example 12
             */
            readonly revoked: number;
            /**
             * @description Whether the numbers are estimates from a sample.
             * @example false
             */
            readonly estimated: boolean;
        };
        /** @description The sign-ins at one API within one hour. */
        readonly SignInHour: {
            /**
             * Format: date-time
             * @description The beginning of the hour.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly hour: string;
            /**
             * @description The API.
             * @example partner-login
             * @enum {string}
             */
            readonly api: "broker-token" | "partner-login" | "security-management";
            /**
             * @description How many sign-ins succeeded.
             * @example 12
             */
            readonly succeeded: number;
            /**
             * @description How many sign-ins were refused for their credentials.
             * @example 1
             */
            readonly refused: number;
        };
        /** @description A signing key and its age. */
        readonly SigningKeyAge: {
            /**
             * Format: uuid
             * @description The id of the key.
             * @example 9d4b1e70-3c2a-4f58-8e61-5a7d0c9b2f01
             */
            readonly id: string;
            /**
             * @description The API whose tokens it signs.
             * @example partner-login
             * @enum {string}
             */
            readonly api: "broker-token" | "partner-login" | "security-management";
            /**
             * @description The algorithm.
             * @example HS384
             * @enum {string}
             */
            readonly algorithm: "HS256" | "HS384" | "HS512";
            /**
             * @description As in `GET /operator/v1/signing-keys`.
             * @example signing
             * @enum {string}
             */
            readonly state: "published" | "signing" | "verifying" | "expired";
            /**
             * @description Whether it came from another installation.
             * @example false
             */
            readonly imported: boolean;
            /**
             * Format: date-time
             * @description The time of creation.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly createdAt: string;
            /**
             * @description How many whole days ago that was.
             * @example 90
             */
            readonly ageDays: number;
        };
        /** @description How many credentials there are, and how they are used. */
        readonly Overview: {
            /**
             * Format: date-time
             * @description The time of the answer.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly at: string;
            readonly brokerUsers: components["schemas"]["UserCounts"];
            readonly accessKeys: components["schemas"]["AccessKeyCounts"];
            readonly securityUsers: components["schemas"]["UserCounts"];
            readonly gatewayTokens: components["schemas"]["GatewayTokenCounts"];
            /**
             * @description The last 24 hours, oldest first, each API in each of them.
             * @example []
             */
            readonly signIns: readonly components["schemas"]["SignInHour"][];
            /**
             * @description The keys that have not expired, newest first.
             * @example []
             */
            readonly signingKeys: readonly components["schemas"]["SigningKeyAge"][];
        };
        /**
         * @description `problem`: the server does not work, or is not safe.
         * @example ok
         * @enum {string}
         */
        readonly FindingLevel: "ok" | "warning" | "problem";
        /** @description What a check found. */
        readonly Finding: {
            /**
             * @description The name of the check.
             * @example database
             */
            readonly check: string;
            readonly level: components["schemas"]["FindingLevel"];
            /**
             * @description What was found.
             * @example PostgreSQL 16
             */
            readonly message: string;
            /**
             * @description What to do; `null`: nothing.
             * @example set OPERATOR_KEY and restart
             */
            readonly action: string | null;
        };
        /** @description What the checks of the installation found. */
        readonly Diagnosis: {
            readonly level: components["schemas"]["FindingLevel"];
            /**
             * @description The findings, in the order of the checks.
             * @example []
             */
            readonly items: readonly components["schemas"]["Finding"][];
        };
        /** @description A secret that leaked. */
        readonly LeakedSecret: {
            /**
             * @description The secret itself, of whatever kind.
             * @example twg_OperatorExampleDemoTokenItLeaked3a0uZL
             */
            readonly secret: string;
        };
        /** @description What a leaked secret belonged to, and what was done. */
        readonly RevokedSecret: {
            /**
             * @description What it is.
             * @example gateway-token
             * @enum {string}
             */
            readonly kind: "gateway-token" | "broker-hash" | "broker-secret" | "access-key-secret" | "operator-key" | "refresh-token" | "access-token";
            /**
             * @description The id of its owner. Of a gateway token its link, of a session the `uid` of the user.
             * @example 550e8400-e29b-41d4-a716-446655448002
             */
            readonly subject: string;
            /**
             * @description The name of its owner, or the description of a gateway token.
             * @example A token of the operator examples that leaked
             */
            readonly name: string;
            /**
             * @description What was done. `secret-ended`: another secret is valid, and works. `user-deactivated` and `access-key-revoked`: of a secret, it was the last
             *     one, and has ended too.
             * @example token-revoked
             * @enum {string}
             */
            readonly done: "token-revoked" | "secret-ended" | "user-deactivated" | "access-key-revoked" | "operator-deleted" | "sessions-ended";
        };
        /** @description What was done about a leaked secret. */
        readonly LeakRevocation: {
            /**
             * @description One entry for each owner.
             * @example []
             */
            readonly items: readonly components["schemas"]["RevokedSecret"][];
        };
        /**
         * @description The action: resource and verb.
         * @example access-key.activate
         * @enum {string}
         */
        readonly AuditAction: "partner.create" | "partner.update" | "partner.delete" | "partner.add-account" | "partner.delete-account" | "broker-user.create" | "broker-user.update" | "broker-user.delete" | "broker-user.rotate-secret" | "broker-user.add-account" | "broker-user.delete-account" | "broker-user.sign-in" | "access-key.create" | "access-key.update" | "access-key.activate" | "access-key.revoke" | "access-key.rotate-secret" | "access-key.sign-in" | "security-user.create" | "security-user.update" | "security-user.delete" | "security-user.end-sessions" | "security-user.end-all-sessions" | "security-user.unlock" | "security-user.sign-in" | "gateway-token.create" | "gateway-token.update" | "gateway-token.describe" | "gateway-token.revoke" | "gateway-token.revoke-all" | "signing-key.rotate" | "signing-key.import" | "signing-key.retire" | "signing-key.export" | "operator.create" | "operator.update" | "operator.delete" | "credential.import" | "credential.revoke-leaked";
        /** @description The actor of an event. */
        readonly AuditActor: {
            /**
             * @description An operator, a frontend on the internal listener, or somebody who tried to sign in.
             * @example operator
             * @enum {string}
             */
            readonly kind: "operator" | "frontend" | "anonymous";
            /**
             * @description The id of the operator; of an account of the identity provider its issuer, `#` and its subject.
             * @example 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01
             */
            readonly id: string | null;
            /**
             * @description The name of the operator at that time.
             * @example Support desk
             */
            readonly name: string | null;
        };
        /**
         * @description A change or a refused change of an operator, a change of a frontend on the internal listener (`gateway-token.describe`,
         *     `gateway-token.revoke`), or a failed sign-in. Tokens that a frontend issues have no event: the token itself is the record.
         */
        readonly AuditEvent: {
            /**
             * Format: uuid
             * @description The id of the event.
             * @example 00000000-0000-4000-8000-000000000000
             */
            readonly id: string;
            /**
             * Format: date-time
             * @description The time of the event.
             * @example 2026-01-15T10:00:00.000Z
             */
            readonly at: string;
            readonly actor: components["schemas"]["AuditActor"];
            readonly action: components["schemas"]["AuditAction"];
            /**
             * @description The subject of the action: an id, a token link, the number of a user or the name of an API; `null` for none or for one that does not exist.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01
             */
            readonly subject: string | null;
            /**
             * @description What changed, or how many items. Never a secret.
             * @example active: false
             */
            readonly detail: string | null;
            /**
             * @description The address of the caller.
             * @example 10.0.0.7
             */
            readonly source: string | null;
            /**
             * @description The `X-Request-Id` of the call; `null` for failed sign-ins, which are one event for each subject, address and minute, with their number as `detail`.
             * @example 00000000-0000-4000-8000-000000000000
             */
            readonly requestId: string | null;
            /**
             * @description Whether the action succeeded or was refused.
             * @example succeeded
             * @enum {string}
             */
            readonly result: "succeeded" | "refused";
        };
        /** @description A page of audit events. */
        readonly AuditEventPage: {
            /**
             * @description The page, newest first.
             * @example []
             */
            readonly items: readonly components["schemas"]["AuditEvent"][];
            /**
             * @description Send it as `cursor` to get the next page; `null` at the end. Opaque.
             * @example n100
             */
            readonly nextCursor: string | null;
        };
        /** @description An existing broker user, with a secret or its hash. */
        readonly ImportedBrokerUser: {
            /**
             * @description The kind of the row.
             * @constant
             */
            readonly type: "broker-user";
            /**
             * @description The name of the user, for operators.
             * @example Broker GmbH
             */
            readonly name: string;
            /**
             * Format: uuid
             * @description The id of the user, claim `sub` of its security tokens; absent: a new one.
             * @example 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b77
             */
            readonly id?: string;
            /**
             * @description The hash with which the user signs in.
             * @example 2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f
             */
            readonly hash: string;
            /**
             * @description The secret of the user.
             * @example secret-of-an-existing-partner
             */
            readonly secret?: string;
            /**
             * @description The hash of the secret of the user, made by other software, in place of `secret`: the forms and costs of `passwordHash` of a security user. At its first use the secret gets a digest of its own.
             * @example $2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy
             */
            readonly secretHash?: string;
            /**
             * @description Whether the user may sign in; absent: yes.
             * @example true
             */
            readonly active?: boolean;
            /**
             * @description The accounts, oldest first.
             * @example [
             *       {
             *         "name": "Hauptstelle"
             *       }
             *     ]
             */
            readonly accounts?: readonly components["schemas"]["BrokerAccountCreation"][];
        };
        /** @description An existing access key, with a secret or its hash. */
        readonly ImportedAccessKey: {
            /**
             * @description The kind of the row.
             * @constant
             */
            readonly type: "access-key";
            /**
             * @description The name of the key, for operators.
             * @example Point of sale
             */
            readonly name: string;
            /**
             * Format: uuid
             * @description The id of the record, claim `ak`; absent: a new one.
             * @example 45771ea1-b012-4b80-8ba4-49891c5d8e77
             */
            readonly id?: string;
            /**
             * @description The access key with which a partner logs in.
             * @example c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0
             */
            readonly accessKey: string;
            /**
             * @description The secret of the access key.
             * @example secret-of-an-existing-partner
             */
            readonly secret?: string;
            /**
             * @description The hash of the secret of the access key, made by other software, in place of `secret`: the forms and costs of `passwordHash` of a security user. At its first use the secret gets a digest of its own.
             * @example $2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy
             */
            readonly secretHash?: string;
            /**
             * Format: uuid
             * @description The account, claim `ca`.
             * @example 0ea70001-0f58-44a2-80ad-953633ff2cc7
             */
            readonly account: string;
            /**
             * Format: uuid
             * @description The company, claim `cid`.
             * @example 29263739-2cf8-483d-af15-6151dc8448b4
             */
            readonly company: string;
            /**
             * Format: uuid
             * @description The user, claim `uid`.
             * @example 65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6
             */
            readonly userId?: string;
            /**
             * @description The roles, claim `ar`.
             * @example [
             *       "Partner"
             *     ]
             */
            readonly roles?: readonly string[];
            /**
             * Format: date-time
             * @description When the key expires; absent or `null`: never.
             * @example 2027-01-01T00:00:00Z
             */
            readonly expiresAt?: string | null;
            /**
             * @description The state of the key; absent: active.
             * @example active
             * @enum {string}
             */
            readonly state?: "pending" | "active" | "revoked";
        };
        /** @description An existing security user, with a password or its hash. */
        readonly ImportedSecurityUser: {
            /**
             * @description The kind of the row.
             * @constant
             */
            readonly type: "security-user";
            /**
             * @description The number of the user, claim `uid`; absent: the next one.
             * @example 4711
             */
            readonly uid?: number;
            /**
             * @description The name of the user. Names that differ only in case are the same.
             * @example grace.hopper@example.org
             */
            readonly username: string;
            /**
             * @description The password.
             * @example correct horse battery staple
             */
            readonly password?: string;
            /**
             * @description The hash of the password, made by other software: Argon2, scrypt, bcrypt, bcrypt_sha256, PBKDF2, SHA-256-crypt, SHA-512-crypt, or salted SHA-256 or SHA-512, as `createSecurityUser` describes.
             * @example $2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy
             */
            readonly passwordHash?: string;
            /**
             * Format: uuid
             * @description The customer of the user.
             * @example e7fcef24-5c03-41dd-9e33-995b7d6f47a7
             */
            readonly customerId?: string;
            /**
             * @description Whether the user may sign in; absent: yes.
             * @example true
             */
            readonly active?: boolean;
        };
        /** @description An existing bearer token. */
        readonly ImportedGatewayToken: {
            /**
             * @description The kind of the row.
             * @constant
             */
            readonly type: "gateway-token";
            /**
             * @description The bearer token. Either it or `tokenHash` is given.
             * @example api_live_imported0000000000000000
             */
            readonly token?: string;
            /**
             * @description The hash of a token as GOV.UK Pay's service stores it: bcrypt of the token without its checksum, with the salt that the server has as
             *     `LEGACY_TOKEN_BCRYPT_SALT`. At its first use the token gets a digest of its own. It needs its `tokenLink`; imported again, it moves
             *     `revokedAt` and `lastUsedAt` forward.
             * @example $2a$10$IhaXo6LIBhKIWOiGpbtPOuNh0mWSfVa0S6V8R/eRFQa/4pTwmqUCu
             */
            readonly tokenHash?: string;
            /**
             * @description The gateway account.
             * @example OPERATED_ACCOUNT
             */
            readonly accountId: string;
            /**
             * @description The description of the token. May be empty.
             * @example Token description
             */
            readonly description: string;
            /**
             * @description Who asked for the token.
             * @example somebody@example.gov.uk
             */
            readonly createdBy?: string | null;
            readonly tokenType?: components["schemas"]["GatewayTokenType"];
            readonly source?: components["schemas"]["GatewayTokenSource"];
            readonly serviceMode?: components["schemas"]["ServiceMode"];
            /**
             * @description The service that the token belongs to.
             * @example cd1b871207a94a7fa157dee678146acd
             */
            readonly serviceExternalId?: string;
            /**
             * Format: uuid
             * @description The link of the existing token.
             * @example 550e8400-e29b-41d4-a716-446655448001
             */
            readonly tokenLink?: string;
            /**
             * Format: date-time
             * @description When the token was issued; absent: at `revokedAt`, or now.
             * @example 2024-05-01T00:00:00Z
             */
            readonly issuedAt?: string;
            /**
             * Format: date-time
             * @description When the token was last used; absent or `null`: never.
             * @example 2024-05-20T00:00:00Z
             */
            readonly lastUsedAt?: string | null;
            /**
             * Format: date-time
             * @description When the token was revoked; absent or `null`: it is active.
             * @example 2024-06-01T00:00:00Z
             */
            readonly revokedAt?: string | null;
        };
        /** @description A row of an import. `type` is its kind. */
        readonly ImportedCredential: components["schemas"]["ImportedBrokerUser"] | components["schemas"]["ImportedAccessKey"] | components["schemas"]["ImportedSecurityUser"] | components["schemas"]["ImportedGatewayToken"];
        /** @description Rows to import. */
        readonly ImportBatch: {
            /**
             * @description Check the rows and keep nothing.
             * @default false
             * @example false
             */
            readonly dryRun?: boolean;
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
            readonly rows: readonly components["schemas"]["ImportedCredential"][];
        };
        /** @description The result of a row. */
        readonly ImportResult: {
            /**
             * Format: int32
             * @description The index of the row in the request, from 0.
             * @example 0
             */
            readonly row: number;
            /**
             * @description The result. `existing`: the credential exists with the same values.
             * @example created
             * @enum {string}
             */
            readonly outcome: "created" | "existing" | "refused";
            /**
             * @description Why the row was refused.
             * @example another broker user has this hash
             */
            readonly reason: string | null;
        };
        /** @description The results of an import. */
        readonly ImportReport: {
            /**
             * Format: int32
             * @description How many rows were created.
             * @example 4
             */
            readonly created: number;
            /**
             * Format: int32
             * @description How many rows existed with the same values.
             * @example 0
             */
            readonly existing: number;
            /**
             * Format: int32
             * @description How many rows were refused.
             * @example 0
             */
            readonly refused: number;
            /**
             * @description The result of each row, in the order of the request.
             * @example []
             */
            readonly results: readonly components["schemas"]["ImportResult"][];
        };
    };
    responses: {
        /** @description The request cannot be read, or a value in it is not acceptable. */
        readonly InvalidRequest: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operator key is missing or unknown. */
        readonly Unauthorized: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller has signed in with the identity provider, and none of the values of the configured claim has a role here. */
        readonly NoRole: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operator may read but not make changes. */
        readonly Forbidden: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no partner with this id. */
        readonly PartnerNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no partner with this id, or it has no account with this id. */
        readonly PartnerAccountNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no broker user with this id. */
        readonly BrokerUserNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no broker user with this id, or it has no account with this id. */
        readonly BrokerAccountNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no access key with this id. */
        readonly AccessKeyNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no security user with this uid. */
        readonly SecurityUserNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no gateway token with this link. */
        readonly GatewayTokenNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This is no gateway token of this server. */
        readonly LeakedGatewayTokenNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nothing of this kind with this id has signed in, or exists. */
        readonly UsageNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nothing here has this secret, or it cannot be found by it. */
        readonly LeakedSecretNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no API of this name that has signing keys. */
        readonly SigningKeyNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no API of this name that has signing keys, or no key of it with this id. */
        readonly RetiringSigningKeyNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no operator with this id. */
        readonly OperatorNotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "Cache-Control": components["headers"]["NoStore"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
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
                readonly "application/problem+json": components["schemas"]["Problem"];
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
                readonly "application/problem+json": components["schemas"]["Problem"];
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
                readonly "application/problem+json": components["schemas"]["Problem"];
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
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The maximum number of items of a page. */
        readonly Limit: number;
        /** @description Only items that have this text, in any case. What is searched is said at the operation. */
        readonly Search: string;
        /** @description Only credentials that belong to this partner. */
        readonly PartnerFilter: string;
        /** @description The `nextCursor` of the previous page, in the same order. Without it the first page is answered. */
        readonly SortedCursor: string;
        /** @description The `nextCursor` of the previous page. Without it the first page is answered. */
        readonly Cursor: string;
    };
    requestBodies: never;
    headers: {
        /** @description The id of this call in the server's log, the caller's own where it sent a printable one of at most 128 characters. Quote it when you ask for help. */
        readonly RequestId: string;
        /** @description Replies depend on a credential, and caches must not keep them. */
        readonly NoStore: "no-store";
        /** @description The challenge of RFC 6750, which names `invalid_token` where a key was sent, or that of RFC 7617. */
        readonly WWWAuthenticate: "Bearer realm=\"operator\"" | "Bearer realm=\"operator\", error=\"invalid_token\"" | "Basic realm=\"operator\", charset=\"UTF-8\"";
        /** @description The methods that the path has. */
        readonly Allow: string;
        /** @description How many seconds to wait before the next try. */
        readonly RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly introspectToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The token. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PresentedToken"];
            };
        };
        readonly responses: {
            /** @description Whether the token is active, and what it stands for. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Introspection"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly introspectOauthToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The token. */
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["OauthPresentedToken"];
            };
        };
        readonly responses: {
            /** @description Whether the token is active, and what it stands for. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthIntrospection"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            /** @description The name and key of the operator are missing or wrong. */
            readonly 401: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 403: components["responses"]["NoRole"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listPartners: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page, in the same order. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["SortedCursor"];
                /** @description Only partners that have this text, in any case. */
                readonly search?: string;
                /** @description The order: by creation or by name, `-` for descending. */
                readonly sort?: "createdAt" | "-createdAt" | "name" | "-name";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of partners, newest first unless `sort` says otherwise. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PartnerPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createPartner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The partner. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartnerCreation"];
            };
        };
        readonly responses: {
            /** @description The new partner. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Partner"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description Another partner has the id, or an account has one of those that were sent. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getPartner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the partner. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The partner. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Partner"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 404: components["responses"]["PartnerNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deletePartner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the partner. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The partner is deleted. */
            readonly 204: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PartnerNotFound"];
            /** @description Credentials belong to the partner. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updatePartner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the partner. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartnerChange"];
            };
        };
        readonly responses: {
            /** @description The partner as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Partner"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PartnerNotFound"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly addPartnerAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the partner. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description The account. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartnerAccountCreation"];
            };
        };
        readonly responses: {
            /** @description The new account. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PartnerAccount"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PartnerNotFound"];
            /** @description Another account has this id. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deletePartnerAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the partner. */
                readonly id: string;
                /** @description The id of the account. */
                readonly accountId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account is deleted. */
            readonly 204: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PartnerAccountNotFound"];
            /** @description An access key has the account, or it is the last one. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listBrokerUsers: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page, in the same order. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["SortedCursor"];
                /** @description Only items that have this text, in any case. What is searched is said at the operation. */
                readonly search?: components["parameters"]["Search"];
                /** @description Only users in this state. */
                readonly state?: components["schemas"]["UserState"];
                /** @description Only credentials that belong to this partner. */
                readonly partnerId?: components["parameters"]["PartnerFilter"];
                /** @description The order: by creation, name or last use, `-` for descending. What was never used comes before what was. */
                readonly sort?: "createdAt" | "-createdAt" | "name" | "-name" | "lastUsedAt" | "-lastUsedAt";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of broker users, newest first unless `sort` says otherwise. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BrokerUserPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createBrokerUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The name and the accounts, and existing credentials if there are any. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BrokerUserCreation"];
            };
        };
        readonly responses: {
            /** @description The new broker user, with its credentials. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewBrokerUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The hash or an aToken belongs to another user. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getBrokerUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the broker user. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The broker user. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BrokerUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 404: components["responses"]["BrokerUserNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteBrokerUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the broker user. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The broker user is deleted. */
            readonly 204: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BrokerUserNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateBrokerUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the broker user. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BrokerUserChange"];
            };
        };
        readonly responses: {
            /** @description The broker user as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BrokerUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BrokerUserNotFound"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly rotateBrokerSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the broker user. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description For how long the earlier secret stays valid. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecretRotation"];
            };
        };
        readonly responses: {
            /** @description The broker user with its new secret. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RotatedBrokerUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BrokerUserNotFound"];
            /** @description A rotation is in progress. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly addBrokerAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the broker user. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description The account. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BrokerAccountCreation"];
            };
        };
        readonly responses: {
            /** @description The new account. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BrokerAccount"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BrokerUserNotFound"];
            /** @description Another account has this aToken. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteBrokerAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the broker user. */
                readonly id: string;
                /** @description The id of the account. */
                readonly accountId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account is deleted. */
            readonly 204: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BrokerAccountNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listAccessKeys: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page, in the same order. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["SortedCursor"];
                /** @description Only items that have this text, in any case. What is searched is said at the operation. */
                readonly search?: components["parameters"]["Search"];
                /** @description Only credentials that belong to this partner. */
                readonly partnerId?: components["parameters"]["PartnerFilter"];
                /** @description The order: by creation, name or last use, `-` for descending. What was never used comes before what was. */
                readonly sort?: "createdAt" | "-createdAt" | "name" | "-name" | "lastUsedAt" | "-lastUsedAt";
                /** @description Only keys in this state. */
                readonly state?: components["schemas"]["AccessKeyState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of access keys, newest first unless `sort` says otherwise. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessKeyPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createAccessKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The name and the claims of the key, and existing credentials if there are any. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccessKeyCreation"];
            };
        };
        readonly responses: {
            /** @description The new access key, with its secret. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewAccessKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The access key exists. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getAccessKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the access key. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The access key. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 404: components["responses"]["AccessKeyNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateAccessKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the access key. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccessKeyChange"];
            };
        };
        readonly responses: {
            /** @description The access key as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["AccessKeyNotFound"];
            /** @description The key is revoked. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly activateAccessKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the access key. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The access key as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["AccessKeyNotFound"];
            /** @description The key is not pending. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeAccessKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the access key. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The access key as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["AccessKeyNotFound"];
            /** @description The key is revoked already. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly rotateAccessKeySecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the access key. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description For how long the earlier secret stays valid. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecretRotation"];
            };
        };
        readonly responses: {
            /** @description The access key with its new secret. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RotatedAccessKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["AccessKeyNotFound"];
            /** @description A rotation is in progress, or the key is revoked. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listSecurityUsers: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page, in the same order. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["SortedCursor"];
                /** @description Only items that have this text, in any case. What is searched is said at the operation. */
                readonly search?: components["parameters"]["Search"];
                /** @description Only users in this state. */
                readonly state?: components["schemas"]["UserState"];
                /** @description Only credentials that belong to this partner. */
                readonly partnerId?: components["parameters"]["PartnerFilter"];
                /** @description The order: by creation, name or last use, `-` for descending. What was never used comes before what was. */
                readonly sort?: "createdAt" | "-createdAt" | "name" | "-name" | "lastUsedAt" | "-lastUsedAt";
                /** @description Only the user of this name, whatever its case. */
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of security users, newest first unless `sort` says otherwise. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecurityUserPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createSecurityUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The user, and an existing password or its hash if there is one. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecurityUserCreation"];
            };
        };
        readonly responses: {
            /** @description The new user, with the password if one was generated. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewSecurityUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description Another user has this name, whatever its case. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly endAllSecurityUserSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Whose sessions end. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SessionsEndRequest"];
            };
        };
        readonly responses: {
            /** @description How many users and sessions there were. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionsEnd"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getSecurityUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The number of the user. */
                readonly uid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecurityUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 404: components["responses"]["SecurityUserNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteSecurityUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The number of the user. */
                readonly uid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user is deleted. */
            readonly 204: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SecurityUserNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateSecurityUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The number of the user. */
                readonly uid: string;
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecurityUserChange"];
            };
        };
        readonly responses: {
            /** @description The user as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecurityUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SecurityUserNotFound"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly endSecurityUserSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The number of the user. */
                readonly uid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecurityUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SecurityUserNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly unlockSecurityUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The number of the user. */
                readonly uid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecurityUser"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SecurityUserNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly searchGatewayTokens: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page, in the same order. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["SortedCursor"];
                /** @description Only items that have this text, in any case. What is searched is said at the operation. */
                readonly search?: components["parameters"]["Search"];
                /** @description Only credentials that belong to this partner. */
                readonly partnerId?: components["parameters"]["PartnerFilter"];
                /** @description The order: by issue, account or last use, `-` for descending. What was never used comes before what was. */
                readonly sort?: "createdAt" | "-createdAt" | "accountId" | "-accountId" | "lastUsedAt" | "-lastUsedAt";
                /** @description Only tokens of this account. */
                readonly accountId?: string;
                /** @description Only tokens in this state. */
                readonly state?: components["schemas"]["GatewayTokenState"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of gateway tokens, newest first unless `sort` says otherwise. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayTokenPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createGatewayToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The account and the description, and the existing token if there is one. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GatewayTokenCreation"];
            };
        };
        readonly responses: {
            /** @description The token, with its record. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewGatewayToken"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The token or its link exists. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getGatewayTokenByLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The link of the token. */
                readonly tokenLink: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayToken"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 404: components["responses"]["GatewayTokenNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateGatewayToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The link of the token. */
                readonly tokenLink: string;
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GatewayTokenChange"];
            };
        };
        readonly responses: {
            /** @description The token as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayToken"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["GatewayTokenNotFound"];
            /** @description The token is revoked, and its description stays. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeGatewayTokenByLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The link of the token. */
                readonly tokenLink: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayToken"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["GatewayTokenNotFound"];
            /** @description The token is revoked already. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeLeakedGatewayToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The token that leaked. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PresentedToken"];
            };
        };
        readonly responses: {
            /** @description The token as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayToken"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["LeakedGatewayTokenNotFound"];
            /** @description The token is revoked already. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeGatewayTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The tokens to revoke. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GatewayTokenSelection"];
            };
        };
        readonly responses: {
            /** @description The number of tokens that were revoked. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkRevocation"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listSigningKeys: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of signing keys, newest first. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKeyPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly rotateSigningKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The API, by the name of its contract. */
                readonly api: string;
            };
            readonly cookie?: never;
        };
        /** @description For how long earlier keys verify. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SigningKeyRotation"];
            };
        };
        readonly responses: {
            /** @description The new key. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SigningKeyNotFound"];
            /** @description A rotation is in progress. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly importSigningKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The API, by the name of its contract. */
                readonly api: string;
            };
            readonly cookie?: never;
        };
        /** @description The key. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SigningKeyImport"];
            };
        };
        readonly responses: {
            /** @description The key. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKey"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SigningKeyNotFound"];
            /** @description The key is here already in another way, its `kid` is taken, or the API can have no further key now. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly retireSigningKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The API, by the name of its contract. */
                readonly api: string;
            };
            readonly cookie?: never;
        };
        /** @description Which keys, and when. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SigningKeyRetirement"];
            };
        };
        readonly responses: {
            /** @description The keys that end. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetiredSigningKeys"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["RetiringSigningKeyNotFound"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly exportSigningKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The API, by the name of its contract. */
                readonly api: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The keys, as a JSON Web Key Set (RFC 7517). */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SymmetricKeySet"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SigningKeyNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listOperators: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of operators, newest first. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OperatorPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createOperator: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Name, role and perhaps an expiry. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OperatorCreation"];
            };
        };
        readonly responses: {
            /** @description The new operator, with its key. */
            readonly 201: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewOperator"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description Another operator has this name. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getSignIn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The identity provider, where one is configured. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignIn"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getOwnOperator: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The operator that calls. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnOperator"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteOperator: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the operator. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The operator is deleted. */
            readonly 204: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OperatorNotFound"];
            /** @description The operator is the last admin, or the operator of the configuration. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateOperator: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the operator. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        /** @description The new expiry. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OperatorChange"];
            };
        };
        readonly responses: {
            /** @description The operator as it is now. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operator"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OperatorNotFound"];
            /** @description The operator is the last admin, or the operator of the configuration. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getOverview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Overview"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getUsage: {
        readonly parameters: {
            readonly query: {
                /** @description What signs in. */
                readonly kind: components["schemas"]["SignInKind"];
                /** @description The id of the broker user or the access key, or the `uid` of the security user. */
                readonly id: string;
                /** @description The first day. At most 400 days may lie between it and `to`. */
                readonly from?: components["schemas"]["Day"];
                /** @description The last day. */
                readonly to?: components["schemas"]["Day"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The days, oldest first. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Usage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 404: components["responses"]["UsageNotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getDiagnosis: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The findings, in the order of the checks. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Diagnosis"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeLeakedSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The secret that leaked. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LeakedSecret"];
            };
        };
        readonly responses: {
            /** @description What was done. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LeakRevocation"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["LeakedSecretNotFound"];
            /** @description It has ended already, or cannot be revoked here; `detail` says what to do. */
            readonly 409: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listAuditEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of items of a page. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the previous page. Without it the first page is answered. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description Only events about this: an id, a token link, the number of a user, or the name of an API. */
                readonly subject?: string;
                /** @description Only events of this action. */
                readonly action?: components["schemas"]["AuditAction"];
                /** @description Only events of the operator with this id, also of one that has been deleted, or of an account of the identity provider. */
                readonly actor?: string;
                /** @description Only events at or after this time. */
                readonly since?: components["schemas"]["Instant"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of audit events, newest first. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditEventPage"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["NoRole"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly importCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The rows. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ImportBatch"];
            };
        };
        readonly responses: {
            /** @description The result of each row. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportReport"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalFailure"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
