import { type Account, type AccountSettings, readAccount } from './account.js'
import type { IdentityProvider, ProviderMetadata } from './identity-provider.js'

export interface AccountServiceOptions {
  readonly settings: AccountSettings & { readonly scopes: string }
  readonly identityProvider: IdentityProvider
}

/** How a client signs operators in. */
export interface SignInSettings {
  readonly issuer: string
  readonly clientId: string
  readonly scopes: string
  /** Absent where the identity provider has never been reached. */
  readonly metadata: ProviderMetadata | undefined
}

/**
 * Operators who sign in with the identity provider. Nothing of them is stored but what the audit says: a token tells who they are and which role they
 * have, until it expires.
 */
export class AccountService {
  constructor(readonly options: AccountServiceOptions) {}

  /** Whether a credential is meant for the identity provider: it has the form of a JWT, which no key of ours has. */
  accepts(credential: string): boolean {
    return /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(credential)
  }

  /**
   * @returns `undefined` where the access token is refused
   * @throws {Unavailable} where the identity provider cannot be used
   */
  async authenticate(token: string): Promise<Account | undefined> {
    const claims = await this.options.identityProvider.verify(token)
    return claims && readAccount(claims, this.options.settings)
  }

  /** Waits for the identity provider where it has not been reached before. */
  async signIn(): Promise<SignInSettings> {
    const { settings, identityProvider } = this.options
    const { issuer, clientId, scopes } = settings
    const metadata = await identityProvider.metadata().catch(() => undefined)
    return { issuer, clientId, scopes, metadata }
  }

  /** The origin that the page of a client calls: that of the token endpoint or, as long as that is not known, of the issuer. It does not wait. */
  tokenOrigin(): string {
    const { settings, identityProvider } = this.options
    if (!identityProvider.knownMetadata) void this.signIn()
    return new URL(identityProvider.knownMetadata?.tokenEndpoint ?? settings.issuer).origin
  }
}
