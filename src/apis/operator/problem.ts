import { replyExamples } from '../../../generated/operator/reply-examples.js'

/** 404 for an id that none of these things has. It names the thing. */
export const partnerNotFound = { status: 404, body: replyExamples.PartnerNotFound.unknown } as const
export const partnerAccountNotFound = { status: 404, body: replyExamples.PartnerAccountNotFound.unknown } as const
export const brokerUserNotFound = { status: 404, body: replyExamples.BrokerUserNotFound.unknown } as const
export const brokerAccountNotFound = { status: 404, body: replyExamples.BrokerAccountNotFound.unknown } as const
export const accessKeyNotFound = { status: 404, body: replyExamples.AccessKeyNotFound.unknown } as const
export const securityUserNotFound = { status: 404, body: replyExamples.SecurityUserNotFound.unknown } as const
export const gatewayTokenNotFound = { status: 404, body: replyExamples.GatewayTokenNotFound.unknown } as const
export const leakedGatewayTokenNotFound = {
  status: 404,
  body: replyExamples.LeakedGatewayTokenNotFound.unknown,
} as const
export const signingKeyNotFound = { status: 404, body: replyExamples.SigningKeyNotFound.unknown } as const
export const retiringSigningKeyNotFound = {
  status: 404,
  body: replyExamples.RetiringSigningKeyNotFound.unknown,
} as const
export const operatorNotFound = { status: 404, body: replyExamples.OperatorNotFound.unknown } as const
