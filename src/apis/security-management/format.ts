import type { components } from '../../../generated/security-management/types.js'
import type { TokenPair } from '../../domain/security-users/session-service.js'

type Page = components['schemas']['Page']

/** The envelope of a success. `content` is an array of one, as in the example of the published document; its table says "object". */
export function formatSuccess<Content>(content: Content): {
  errorCode: ''
  errorMessage: ''
  content: [Content]
  pageable: Page
} {
  return {
    errorCode: '',
    errorMessage: '',
    content: [content],
    pageable: { page: 0, size: 10, totalPages: 1, totalElements: 1 },
  }
}

/** The keys that the answers to a sign-in and to a refresh have in common. */
export function formatTokenPair({ accessToken, accessTokenLifetimeSeconds, refreshToken }: TokenPair): {
  token: string
  refreshToken: string
  validityTime: number
} {
  return { token: accessToken, refreshToken: refreshToken.reveal(), validityTime: accessTokenLifetimeSeconds }
}
