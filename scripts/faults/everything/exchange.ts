import { Agent, type RequestOptions, request } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { type CallInit, Client, maxAnswerMs, type Received } from '../client.js'
import { Instance } from '../instance.js'

/** Below the time after which servers and proxies close an idle connection. */
const keepAlive = { keepAlive: true, timeout: 4_000 }
const agent = new Agent(keepAlive)
const tlsAgent = new TlsAgent(keepAlive)

/** Sends a request with what `fetch` cannot set: the address that it comes from, and the certificates that it trusts. */
function exchange(
  url: string,
  { method = 'GET', headers = {}, body }: CallInit,
  options: Pick<RequestOptions, 'localAddress'> & { readonly ca?: string },
): Promise<Received> {
  const isTls = url.startsWith('https:')
  const all = { ...options, method, headers, agent: isTls ? tlsAgent : agent, signal: AbortSignal.timeout(maxAnswerMs) }
  return new Promise((resolve, reject) => {
    const asked = (isTls ? tlsRequest : request)(url, all, (response) => {
      const { statusCode: status = 0, headers } = response
      const hasRetryAfter = headers['retry-after'] !== undefined
      text(response).then((received) => resolve({ status, hasRetryAfter, text: received }), reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Each address has a budget of failures, and the revoked credentials of a run fail often. */
const clientAddresses = 50

/** Calls public operations by way of one proxy, and internal ones by way of another, from many addresses. */
export class ProxiedClient extends Client {
  #calls = 0

  constructor(
    publicAddress: string,
    readonly internalAddress: string,
    operatorKey: string,
  ) {
    super(publicAddress, operatorKey)
  }

  protected override fetch(path: string, init: CallInit): Promise<Received> {
    const address = /^\/(operator|v1\/frontend)\//.test(path) ? this.internalAddress : this.address
    return exchange(address + path, init, { localAddress: `127.0.0.${2 + (this.#calls++ % clientAddresses)}` })
  }
}

/** An instance whose listeners speak TLS. */
export class TlsInstance extends Instance {
  /** The certificates that are trusted. */
  ca = ''

  protected override fetch(path: string, init: CallInit): Promise<Received> {
    return exchange(this.address + path, init, { ca: this.ca })
  }
}
