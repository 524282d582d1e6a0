import { test } from 'tap'
import { looksLikeSecret } from '../../../console/src/list/looks-like-secret.js'
import { formatContacts, parseContacts } from '../../../console/src/partners/contacts.js'
import { layOut } from '../../../console/src/secrets/time-line-layout.js'

test('what looks like a secret is known before it is searched for', async (t) => {
  for (const secret of [
    'twg_GatewayAccount1DemoTokenIsActive2qte6G',
    'two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN',
    'act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp',
    ' 79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq ',
    'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
    'eyJhbGciOiJIUzI1NiJ9.e30.x',
  ]) {
    t.ok(looksLikeSecret(secret), secret)
  }
  for (const text of [
    '',
    'Acme Ltd',
    '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01',
    'qte6G',
    'ethan.buckley@datastoreltd.biz',
  ]) {
    t.notOk(looksLikeSecret(text), text)
  }
})

test('contacts are read as they are written', async (t) => {
  const contacts = [
    { name: 'Jane Doe', email: 'jane@example.org' },
    { name: 'ops@example.org', email: 'ops@example.org' },
  ]
  t.strictSame(parseContacts(formatContacts(contacts)), { contacts })
  t.strictSame(parseContacts('\nops@example.org\n'), { contacts: contacts.slice(1) })
  t.strictSame(parseContacts('Jane Doe'), { unreadable: 'Jane Doe' })
})

test('a time line has the end of the overlap in it, and now in its middle', async (t) => {
  const now = Date.parse('2026-01-15T10:00:00Z')
  const {
    bars,
    now: nowAt,
    end,
  } = layOut(
    [
      { hint: 'old', createdAt: '2025-01-01T00:00:00Z', expiresAt: '2026-01-16T10:00:00Z' },
      { hint: 'new', createdAt: '2026-01-15T10:00:00Z', expiresAt: null },
    ],
    now,
  )
  t.equal(nowAt, 0.5)
  t.ok(end !== undefined && end > 0.5 && end < 1)
  t.match(bars, [
    { hint: 'old', from: 0, to: end, isNewest: false, isCut: true },
    { hint: 'new', from: 0.5, to: 1, isNewest: true, isCut: false },
  ])
})
