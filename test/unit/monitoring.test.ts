import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { parse, stringify } from 'yaml'
import { root } from '../support/process.js'
import { noPromtool } from '../support/promtool.js'

interface Rule {
  readonly alert: string
  readonly expr: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string; readonly runbook: string }
}

const folder = join(root, 'deploy/monitoring')

function promtool(args: readonly string[], input?: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8', cwd: folder, input })
  return { status, output: stdout + stderr }
}

async function rules(): Promise<Rule[]> {
  const { groups } = parse(await readFile(join(folder, 'alerts.yaml'), 'utf8')) as { groups: { rules: Rule[] }[] }
  return groups.flatMap(({ rules }) => rules)
}

/** The expressions of the dashboard, with values in place of the variables of Grafana. */
async function dashboardExpressions(): Promise<string[]> {
  const { panels } = JSON.parse(await readFile(join(folder, 'dashboard.json'), 'utf8')) as {
    panels: { targets?: { expr: string }[] }[]
  }
  return panels.flatMap(({ targets = [] }) =>
    targets.map(({ expr }) => expr.replaceAll('$__rate_interval', '5m').replaceAll('$instance', '.*')),
  )
}

test('the alerts fire when they should, and not before', { skip: noPromtool }, (t) => {
  t.match(promtool(['check', 'rules', 'alerts.yaml']), { status: 0 })
  const { status, output } = promtool(['test', 'rules', 'alerts.test.yaml'])
  t.equal(status, 0, output)
  t.end()
})

test('every alert has a test and a paragraph of the runbook, and no paragraph is left over', async (t) => {
  const tests = await readFile(join(folder, 'alerts.test.yaml'), 'utf8')
  const runbook = await readFile(join(root, 'docs/runbook.md'), 'utf8')
  const paragraphs = [...runbook.matchAll(/^## (\w+)$/gm)].map(([, name = '']) => name)
  const alerts = await rules()
  t.strictSame(
    alerts.map(({ alert }) => alert),
    paragraphs,
  )
  for (const { alert, annotations } of alerts) {
    t.equal(annotations.runbook, `docs/runbook.md#${alert.toLowerCase()}`)
    const fires = parse(tests).tests.some(
      ({ alert_rule_test }: { alert_rule_test: { alertname: string; exp_alerts?: unknown[] }[] }) =>
        alert_rule_test.some(({ alertname, exp_alerts = [] }) => alertname === alert && exp_alerts.length > 0),
    )
    t.ok(fires, `${alert} fires in a test`)
  }
})

test('Prometheus understands every expression of the dashboard', { skip: noPromtool }, async (t) => {
  const expressions = await dashboardExpressions()
  t.ok(expressions.length > 15)
  const recorded = {
    groups: [{ name: 'dashboard', rules: expressions.map((expr, index) => ({ record: `r${index}`, expr })) }],
  }
  const file = join(t.testdir({ 'rules.yaml': stringify(recorded) }), 'rules.yaml')
  const { status, output } = promtool(['check', 'rules', file])
  t.equal(status, 0, output)
})

test('alerts and dashboard use metrics that are documented', async (t) => {
  const documented = new Set(
    [...(await readFile(join(root, 'docs/metrics-and-logs.md'), 'utf8')).matchAll(/`(tokenwright_\w+)/g)].map(
      ([, name]) => name,
    ),
  )
  for (const expression of [...(await rules()).map(({ expr }) => expr), ...(await dashboardExpressions())]) {
    for (const [name] of expression.matchAll(/\btokenwright_\w+/g)) {
      t.ok(documented.has(name.replace(/_(bucket|sum|count)$/, '')), name)
    }
  }
})
