import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { RotationConflict } from '../../domain/secrets/secret-rotation.js'

const { alreadyRotated, underWay } = replyExamples.rotateBrokerSecret
const problems = { 'already-rotated': alreadyRotated, overlapping: underWay }

/** 409 for a rotation that conflicts with another one. */
export function rotationRefused(
  conflict: RotationConflict,
): Extract<OperatorReplies['rotateBrokerSecret'], { status: 409 }> {
  return { status: 409, body: problems[conflict] }
}
