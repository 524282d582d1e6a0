import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

export type AttributeValue = string | number | boolean

export interface ReceivedSpan {
  readonly traceId: string
  readonly spanId: string
  /** Empty at the root of a trace. */
  readonly parentId: string
  readonly traceState: string
  readonly name: string
  readonly kind: 'internal' | 'server' | 'client' | 'other'
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[]
  readonly events: readonly string[]
  readonly isError: boolean
  /** Of the process that sent it. */
  readonly resource: Readonly<Record<string, AttributeValue>>
}

/** A receiver of traces by OTLP over HTTP, in protobuf. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = []
  /** Everything that came: a secret would stand in it as it is, as texts of protobuf do. */
  received = ''
  /** The headers of each export. */
  readonly headers: IncomingMessage['headers'][] = []
  /** Answers an export; in place of a receiver that works. */
  answer: ((response: ServerResponse) => void) | undefined
  readonly #server = createServer((request, response) => void this.#receive(request, response))

  static async start(t: Test): Promise<OtlpReceiver> {
    const receiver = new OtlpReceiver()
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve))
    t.teardown(() => {
      receiver.#server.close()
      receiver.#server.closeAllConnections()
    })
    return receiver
  }

  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The one span with these properties. */
  one(wanted: Partial<Pick<ReceivedSpan, 'name' | 'kind' | 'traceId' | 'parentId'>>): ReceivedSpan {
    const found = this.all(wanted)
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} spans have ${JSON.stringify(wanted)}`)
    return found[0]
  }

  all(wanted: Partial<Pick<ReceivedSpan, 'name' | 'kind' | 'traceId' | 'parentId'>>): ReceivedSpan[] {
    return this.spans.filter((span) =>
      Object.entries(wanted).every(([name, value]) => span[name as keyof typeof wanted] === value),
    )
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    this.headers.push(request.headers)
    this.received += body.toString('latin1')
    if (this.answer) return this.answer(response)
    const isExport = request.method === 'POST' && request.url === '/v1/traces'
    if (isExport && request.headers['content-type'] === 'application/x-protobuf') this.spans.push(...readExport(body))
    else response.statusCode = 400
    response.end()
  }
}

/** The fields of a message of protobuf, by number: bytes, or a number. */
function readMessage(message: Buffer): Map<number, (Buffer | number)[]> {
  const fields = new Map<number, (Buffer | number)[]>()
  let at = 0
  const readVarint = (): number => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  const readBytes = (length: number): Buffer => {
    at += length
    return message.subarray(at - length, at)
  }
  while (at < message.length) {
    const tag = readVarint()
    const [number, wireType] = [Math.floor(tag / 8), tag % 8]
    const value =
      wireType === 0
        ? readVarint()
        : wireType === 1
          ? Number(readBytes(8).readBigUInt64LE())
          : wireType === 5
            ? readBytes(4).readUInt32LE()
            : readBytes(readVarint())
    fields.set(number, [...(fields.get(number) ?? []), value])
  }
  return fields
}

const messages = (fields: ReturnType<typeof readMessage>, number: number) =>
  (fields.get(number) ?? []).map((value) => readMessage(value as Buffer))
const bytes = (fields: ReturnType<typeof readMessage>, number: number) =>
  (fields.get(number)?.[0] as Buffer | undefined) ?? Buffer.alloc(0)

/** The numbers of the fields are those of opentelemetry/proto/trace/v1/trace.proto. */
function readExport(body: Buffer): ReceivedSpan[] {
  return messages(readMessage(body), 1).flatMap((resourceSpans) => {
    const [resource] = messages(resourceSpans, 1)
    const attributes = resource ? readAttributes(resource, 1) : {}
    return messages(resourceSpans, 2).flatMap((scope) => messages(scope, 2).map((span) => readSpan(span, attributes)))
  })
}

function readSpan(span: ReturnType<typeof readMessage>, resource: ReceivedSpan['resource']): ReceivedSpan {
  const kinds = { 1: 'internal', 2: 'server', 3: 'client' } as const
  return {
    traceId: bytes(span, 1).toString('hex'),
    spanId: bytes(span, 2).toString('hex'),
    traceState: bytes(span, 3).toString(),
    parentId: bytes(span, 4).toString('hex'),
    name: bytes(span, 5).toString(),
    kind: kinds[span.get(6)?.[0] as keyof typeof kinds] ?? 'other',
    attributes: readAttributes(span, 9),
    events: messages(span, 11).map((event) => bytes(event, 2).toString()),
    links: messages(span, 13).map((link) => ({
      traceId: bytes(link, 1).toString('hex'),
      spanId: bytes(link, 2).toString('hex'),
    })),
    isError: messages(span, 15)[0]?.get(3)?.[0] === 2,
    resource,
  }
}

function readAttributes(fields: ReturnType<typeof readMessage>, number: number): Record<string, AttributeValue> {
  return Object.fromEntries(
    messages(fields, number).map((attribute) => {
      const [value] = messages(attribute, 2)
      const [type, [content] = []] = [...(value ?? [])][0] ?? []
      const plain = type === 1 ? (content as Buffer).toString() : type === 2 ? content === 1 : (content as number)
      return [bytes(attribute, 1).toString(), plain]
    }),
  )
}
