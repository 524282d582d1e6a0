import { wrongState } from './problem.js'

/** As the contract's descriptions say: a day. */
export const defaultOverlapSeconds = 24 * 60 * 60

export const rotationUnderWay = wrongState(
  'rotating',
  'A rotation is under way: an earlier secret is still valid. Wait, or end it at once with overlapSeconds 0.',
)
