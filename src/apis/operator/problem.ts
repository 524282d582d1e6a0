import { replyExamples } from '../../../generated/operator/reply-examples.js'

/** 404 for every id that nothing has. */
export const notFound = { status: 404, body: replyExamples.NotFound.unknown } as const
