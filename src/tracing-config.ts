import type { Reader } from './config-reader.js'
import type { VariableValue } from './config-variables.js'
import { Secret } from './crypto/secret.js'
import { list } from './variable-types.js'

/** Where traces are sent, and of which requests. */
export interface TracingConfig {
  /** The whole URL, such as `http://collector:4318/v1/traces`. */
  readonly url: Secret
  /** `key=value,…` */
  readonly headers: Secret | undefined
  readonly serviceName: string | undefined
  /** `key=value,…` */
  readonly resourceAttributes: string
  readonly sampler: VariableValue<'OTEL_TRACES_SAMPLER'>
  readonly samplerRatio: number
}

/** Reads the variables of OpenTelemetry; `undefined` where no traces are wanted. */
export function readTracing(reader: Reader): TracingConfig | undefined {
  const base = reader.read('OTEL_EXPORTER_OTLP_ENDPOINT')
  const url = reader.read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? (base && tracesBelow(base))
  const isDisabled = reader.read('OTEL_SDK_DISABLED') || reader.read('OTEL_TRACES_EXPORTER') === 'none'
  // Whoever injects variables into every pod may have written them for another program.
  if (!url || isDisabled) return undefined
  // There is one protocol: another one is refused.
  reader.read('OTEL_EXPORTER_OTLP_PROTOCOL')
  return {
    url,
    headers: reader.read('OTEL_EXPORTER_OTLP_HEADERS'),
    serviceName: reader.read('OTEL_SERVICE_NAME'),
    resourceAttributes: reader.read('OTEL_RESOURCE_ATTRIBUTES') ?? '',
    sampler: reader.read('OTEL_TRACES_SAMPLER'),
    samplerRatio: reader.read('OTEL_TRACES_SAMPLER_ARG'),
  }
}

/** Reads `key=value,…`, whose form was checked with the configuration. Values are percent-encoded. */
export function readPairs(text: string): Readonly<Record<string, string>> {
  const pairs = list.parse(text).map((item) => {
    const [, key = '', value = ''] = /^([^=]*)=(.*)$/s.exec(item) ?? []
    return [key.trim(), decodeURIComponent(value.trim())] as const
  })
  return Object.fromEntries(pairs)
}

function tracesBelow(base: Secret): Secret {
  return new Secret(`${base.reveal().replace(/\/$/, '')}/v1/traces`)
}
