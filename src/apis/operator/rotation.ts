import type { OperatorReplies } from '../../../generated/operator/operations.js'
import type { RotationConflict } from '../../domain/secrets/secret-rotation.js'
import { wrongState } from './problem.js'

const conflictDetails: Readonly<Record<RotationConflict, string>> = {
  'already-rotated':
    'Another operator has rotated this secret at the same time. Their new secret is valid and was shown to them; rotate again to replace it.',
  overlapping:
    'A rotation is under way: an earlier secret is still valid. Wait, or end it at once with overlapSeconds 0.',
}

/** 409 for a rotation that conflicts with another one. */
export function rotationRefused(
  conflict: RotationConflict,
): Extract<OperatorReplies['rotateBrokerSecret'], { status: 409 }> {
  return wrongState('rotating', conflictDetails[conflict])
}
