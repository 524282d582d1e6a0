import type { components } from '../../../generated/security-management/types.js'

type Page = components['schemas']['Page']

/** The envelope of a success: the table of seed 004 says "object", its example and its clients have an array of one. */
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
