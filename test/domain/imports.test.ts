import { test } from 'tap'
import type { Secret } from '../../src/crypto/secret.js'
import { ImportService } from '../../src/domain/imports/service.js'
import { Unavailable } from '../../src/errors.js'
import { startServer } from '../support/server.js'

const rows = ['one', 'two', 'three'].map((name) => ({
  type: 'security-user' as const,
  username: `${name}@example.org`,
  password: `password of ${name}`,
}))

test('imports of passwords that cannot be hashed', async (t) => {
  const { services } = await startServer(t)

  /** An import in which the password of the second row cannot be hashed. */
  const importing = (error: Error): ImportService =>
    new ImportService({
      ...services,
      passwords: {
        hash: async (password: Secret) => {
          if (password.reveal() === 'password of two') throw error
          return services.passwords.hash(password)
        },
      },
    })

  await t.test('a password that cannot be hashed has its row refused, and fails none of its neighbours', async (t) => {
    const imports = importing(new Error('out of memory'))
    const report = await imports.dryRun(await imports.prepare(rows, { isDryRun: false }))
    t.strictSame(
      report.toSorted((one, other) => one.position - other.position).map(({ value }) => value),
      [{ outcome: 'created' }, { outcome: 'refused', reason: 'the password cannot be hashed' }, { outcome: 'created' }],
    )
  })

  await t.test('where too many passwords wait, the import is unavailable as a whole', async (t) => {
    const imports = importing(new Unavailable('the queue is full'))
    await t.rejects(imports.prepare(rows, { isDryRun: false }), { name: 'Unavailable' })
  })
})
