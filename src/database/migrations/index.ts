import { initial } from './0001-initial.js'
import { partners } from './0002-partners.js'
import { usage } from './0003-usage.js'
import { expiryIndexes } from './0004-expiry-indexes.js'
import { listOrders } from './0005-list-orders.js'
import { leakedSecrets } from './0006-leaked-secrets.js'
import { auditActors } from './0007-audit-actors.js'
import { operatorExpiry } from './0008-operator-expiry.js'
import { auditSinks } from './0009-audit-sinks.js'
import { auditMonths } from './0010-audit-months.js'
import type { Migration } from './migration.js'

/** Every migration, in order. A released migration never changes: a change of the schema is a new one at the end. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-partners': partners,
  '0003-usage': usage,
  '0004-expiry-indexes': expiryIndexes,
  '0005-list-orders': listOrders,
  '0006-leaked-secrets': leakedSecrets,
  '0007-audit-actors': auditActors,
  '0008-operator-expiry': operatorExpiry,
  '0009-audit-sinks': auditSinks,
  '0010-audit-months': auditMonths,
}
