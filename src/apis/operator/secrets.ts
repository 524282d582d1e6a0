import type { OperatorReplies } from '../../../generated/operator/operations.js'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'
import type { RotationConflict, SecretRecord } from '../../domain/secrets/secret-rotation.js'

/** A stored secret as operators see it: by its last characters. */
export function showSecretHint({ hint, createdAt, expiresAt }: SecretRecord): components['schemas']['SecretHint'] {
  return { hint, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null }
}

const { alreadyRotated, underWay } = replyExamples.rotateBrokerSecret
const problems = { 'already-rotated': alreadyRotated, overlapping: underWay }

/** 409 for a rotation that conflicts with another one. */
export function rotationRefused(
  conflict: RotationConflict,
): Extract<OperatorReplies['rotateBrokerSecret'], { status: 409 }> {
  return { status: 409, body: problems[conflict] }
}
