import {
  addressRanges,
  auditDays,
  auditSink,
  basePaths,
  bcryptSalt,
  flag,
  hmacSecret,
  hosts,
  issuerUrl,
  keyValuePairs,
  logLevel,
  longSecret,
  masterKey,
  oidcRoles,
  otlpEndpoint,
  otlpProtocol,
  poolSize,
  port,
  postgresUrl,
  ratio,
  scopes,
  secretKeyValuePairs,
  serverUrl,
  shortText,
  standbyUrl,
  text,
  timeoutMs,
  tracesExporter,
  tracesSampler,
  type VariableType,
  workerCount,
} from './variable-types.js'

export interface Variable<Value> {
  readonly type: VariableType<Value>
  readonly default?: Value
  /** For the documentation, in Markdown, where the default is not one value. */
  readonly defaultLabel?: string
  /** For the documentation, in Markdown. */
  readonly description: string
}
/** Every environment variable. `npm run generate` writes it into docs/configuration.md. */
export const variables = {
  HOST: {
    type: text,
    default: '127.0.0.1',
    description: 'Address of the listener. One that others can reach requires `INTERNAL_PORT`.',
  },
  PORT: { type: port, default: 3000, description: 'Port of the listener.' },
  INTERNAL_HOST: {
    type: text,
    default: '127.0.0.1',
    description: 'Address of the listener for internal operations.',
  },
  INTERNAL_PORT: {
    type: port,
    description:
      'Port of a second listener, for internal operations. The first one then serves public operations only.',
  },
  WORKERS: {
    type: workerCount,
    default: 1,
    description:
      'How many processes serve the listeners; with more than one, another process starts and watches them. `auto`: as many as there are cores. The embedded database allows one.',
  },
  INTERNAL_HOSTS: {
    type: hosts,
    default: [],
    description:
      'By which names or addresses internal operations may be called, besides the loopback ones. Calls by others are answered 421.',
  },
  DATABASE_URL: {
    type: postgresUrl,
    defaultLabel: 'none: the embedded database',
    description:
      'PostgreSQL 15 or newer, as `postgres://…`. Several hosts, of which the primary is found, as `postgres://user:password@a:5432,b:5432/database?target_session_attrs=read-write`; with `primary` instead, one that is read-only by its configuration still serves look-ups.',
  },
  DATABASE_POOL_SIZE: {
    type: poolSize,
    default: 10,
    description:
      'How many connections to PostgreSQL a process has at most, to each of several hosts, and each of the `WORKERS` for itself.',
  },
  DATABASE_CONNECT_TIMEOUT_MS: {
    type: timeoutMs,
    default: 1_500,
    description:
      'How long a request waits for a connection, whether all are in use or PostgreSQL does not answer. Each of several hosts has its share.',
  },
  DATABASE_STATEMENT_TIMEOUT_MS: {
    type: timeoutMs,
    default: 10_000,
    description: 'How long a statement may take.',
  },
  DATABASE_LOCK_TIMEOUT_MS: {
    type: timeoutMs,
    default: 1_000,
    description: 'How long a statement waits for a lock.',
  },
  DATABASE_PREPARE: {
    type: flag,
    default: true,
    defaultLabel: '`1`',
    description:
      'Whether statements that recur are prepared. `0` behind a pooler that does not keep them, such as PgBouncer before 1.21 in transaction mode.',
  },
  DATABASE_READ_URL: {
    type: standbyUrl,
    defaultLabel: 'none: everything is asked of the primary',
    description:
      'A standby of PostgreSQL near this server, which answers look-ups and introspection while every commit waits for it (see [OPERATIONS.md](../OPERATIONS.md#reads-near-the-gateway)). Of several hosts the first one that can be used is read from.',
  },
  DATABASE_READ_MAX_LAG_MS: {
    type: timeoutMs,
    defaultLabel: 'none: only a standby that every commit waits for',
    description:
      'With it, a standby that commits do not wait for is read from too: for as long as this, what was revoked may still be answered as valid.',
  },
  DATA_DIR: {
    type: text,
    default: './data',
    description: 'Directory of the embedded database and its master key.',
  },
  MASTER_KEY: {
    type: masterKey,
    defaultLabel: 'embedded database: created once, in `DATA_DIR`',
    description:
      'The key from which all others are derived, the same for every instance (`openssl rand -hex 32`). Required with PostgreSQL.',
  },
  MASTER_KEY_PREVIOUS: {
    type: masterKey,
    description: 'While the master key rotates: another one that is accepted as well (see [secrets.md](secrets.md)).',
  },
  OPERATOR_KEY: {
    type: longSecret,
    description:
      'Server: the key of the operator `environment`. Without one, the first start on a terminal creates a first admin and shows its key. Command line: the key, or an access token of the identity provider, that it sends; without one it asks.',
  },
  OIDC_ISSUER: {
    type: issuerUrl,
    defaultLabel: 'none: operator keys only',
    description:
      'The identity provider that operators may sign in with (see [OPERATIONS.md](../OPERATIONS.md#sign-in-by-your-identity-provider)): its issuer, as its tokens name it. It needs the next three.',
  },
  OIDC_CLIENT_ID: {
    type: shortText,
    description:
      'The public client of this installation at the identity provider. Access tokens of other clients are refused.',
  },
  OIDC_AUDIENCE: {
    type: shortText,
    description:
      'The audience that access tokens for this installation have. It is not the client, whose tokens are those of the sign-in itself.',
  },
  OIDC_ROLES: {
    type: oidcRoles,
    description:
      'Which values of the claim give which role: `admin=token-admins,viewer=staff`. A role may be listed several times; the highest one counts.',
  },
  OIDC_ROLES_CLAIM: {
    type: shortText,
    default: 'groups',
    description: 'The claim of the access token that `OIDC_ROLES` reads: a text, or a list of them.',
  },
  OIDC_SCOPES: {
    type: scopes,
    default: 'openid profile email',
    description:
      'What the console asks the identity provider for. `offline_access` gives a refresh token at some of them.',
  },
  PAY_API_HMAC_SECRET: {
    type: hmacSecret,
    defaultLabel: "none: this server's own form",
    description:
      "The secret that GOV.UK Pay's gateway verifies tokens with. New gateway tokens are made in its form; presented ones need its checksum, or the form of this server.",
  },
  LEGACY_TOKEN_BCRYPT_SALT: {
    type: bcryptSalt,
    description:
      'The one salt with which an installation of GOV.UK Pay hashed its tokens, such as `$2a$10$` and 22 characters. With it, tokens that were imported as hashes are known, and take their own digest at the first use. Needs `PAY_API_HMAC_SECRET`.',
  },
  AUDIT_RETENTION_DAYS: {
    type: auditDays,
    default: 400,
    description: 'How long audit events are kept: by months, so up to a month longer.',
  },
  AUDIT_SINK: {
    type: auditSink,
    defaultLabel: 'none',
    description:
      'Where every audit event is sent as a line of JSON, too: to the standard output of one instance, or by POST to `https://…` (see [OPERATIONS.md](../OPERATIONS.md#the-audit-outside-the-database)).',
  },
  AUDIT_SINK_SECRET: {
    type: longSecret,
    description: 'Signs what is sent to the URL in `AUDIT_SINK`, which needs it.',
  },
  DEMO: {
    type: flag,
    defaultLabel: '`1` with the embedded database on loopback, else `0`',
    description:
      'Whether the demo data, whose secrets are public, is wanted. A PostgreSQL database with demo rows and without `DEMO=1` is refused.',
  },
  TRUSTED_PROXIES: { type: addressRanges, default: [], description: 'Proxies whose `X-Forwarded-For` is believed.' },
  BASE_PATHS: {
    type: basePaths,
    default: new Map<string, string>(),
    defaultLabel: 'none',
    description:
      'Below which path an API is served, for clients of a vendor who publishes it so: with `partner-login=/partners-int`, `POST /login` is `POST /partners-int/login`.',
  },
  TLS_CERT_FILE: { type: text, description: 'Certificate in PEM. Set with `TLS_KEY_FILE`, it makes listeners HTTPS.' },
  TLS_KEY_FILE: { type: text, description: 'Private key of the certificate in PEM, not encrypted.' },
  LOG_LEVEL: {
    type: logLevel,
    default: 'info',
    description:
      'The least severe messages that are logged; on a terminal `warn`, where it is not set. No URL, header, body or error message is ever logged.',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    type: otlpEndpoint,
    defaultLabel: 'none: no traces',
    description:
      'Where traces are sent by OTLP over HTTP: the base address of a collector, such as `http://collector:4318`, to which `/v1/traces` is added (see [OPERATIONS.md](../OPERATIONS.md#traces), also for the other `OTEL_…` variables).',
  },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {
    type: otlpEndpoint,
    description: 'The same as a whole URL, to which nothing is added. It comes before the base address.',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    type: secretKeyValuePairs,
    description: 'Headers of what is sent there, such as a key of the receiver.',
  },
  OTEL_EXPORTER_OTLP_PROTOCOL: {
    type: otlpProtocol,
    default: 'http/protobuf',
    description: 'How traces are sent.',
  },
  OTEL_SERVICE_NAME: {
    type: text,
    defaultLabel: '`tokenwright`',
    description: 'The name of the service in traces.',
  },
  OTEL_RESOURCE_ATTRIBUTES: {
    type: keyValuePairs,
    description: 'Further attributes of the service in traces, such as `deployment.environment.name=production`.',
  },
  OTEL_TRACES_SAMPLER: {
    type: tracesSampler,
    default: 'parentbased_always_on',
    description:
      'Which requests are traced. `parentbased_…` does as the caller says in its `traceparent`, and decides where there is none.',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    type: ratio,
    default: 1,
    description: 'The share of requests that `…traceidratio` traces, such as `0.01`.',
  },
  OTEL_TRACES_EXPORTER: {
    type: tracesExporter,
    default: 'otlp',
    description: '`none` switches traces off, whatever the other variables say.',
  },
  OTEL_SDK_DISABLED: { type: flag, default: false, defaultLabel: '`0`', description: '`1` does so, too.' },
  TOKENWRIGHT_URL: {
    type: serverUrl,
    defaultLabel: 'the listener that this environment describes',
    description: 'Command line: where the operator API is.',
  },
} as const satisfies Readonly<Record<string, Variable<unknown>>>

export type VariableName = keyof typeof variables

type Parsed<Name extends VariableName> = ReturnType<(typeof variables)[Name]['type']['parse']>

/** The value of a variable: `undefined` where it is not set and has no default. */
export type VariableValue<Name extends VariableName> = (typeof variables)[Name] extends { readonly default: unknown }
  ? Parsed<Name>
  : Parsed<Name> | undefined
