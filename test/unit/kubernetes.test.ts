import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { parse, parseAllDocuments } from 'yaml'
import { readConfig, readMigrationConfig } from '../../src/config.js'
import { imageEnvironment, observe } from '../support/deployed-environment.js'
import { root } from '../support/process.js'
import { typeErrors } from '../support/type-errors.js'

interface Resource {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string }
  // biome-ignore lint/suspicious/noExplicitAny: its schema is that of Kubernetes, which is checked
  readonly spec?: any
}

const folder = join(root, 'deploy/kubernetes')

async function resourcesOf(kustomization: string): Promise<Resource[]> {
  const { resources } = parse(await readFile(join(folder, kustomization, 'kustomization.yaml'), 'utf8'))
  const texts = await Promise.all(resources.map((name: string) => readFile(join(folder, kustomization, name), 'utf8')))
  return texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Resource))
}

/** What the schemas of Kubernetes say of a resource: of its values. */
async function problemOf({ apiVersion, kind, ...rest }: Resource): Promise<unknown> {
  const { [kind]: Model } = await import(`kubernetes-models/${apiVersion}/${kind}`)
  try {
    new Model({ apiVersion, kind, ...rest }).validate()
    return undefined
  } catch (error) {
    return error
  }
}

/** What its types say of resources: they know every field, which the schemas do not. */
function unknownFields(resources: readonly Resource[]): string[] {
  const source = resources.map(
    (resource, index) =>
      `export const r${index}: import('kubernetes-models/${resource.apiVersion}/${resource.kind}').I${resource.kind} = ${JSON.stringify(resource)}`,
  )
  return typeErrors(new Map([[join(root, 'manifests.ts'), source.join('\n')]]))
}

const bySelector = (resources: readonly Resource[], kind: string, name: string) =>
  resources.find((resource) => resource.kind === kind && resource.metadata.name === name)?.spec

test('every manifest is valid by the schemas of Kubernetes', async (t) => {
  const resources = [...(await resourcesOf('.')), ...(await resourcesOf('migrate'))]
  t.strictSame(
    resources.map(({ kind }) => kind),
    ['Namespace', 'Deployment', 'Service', 'Service', 'PodDisruptionBudget', 'NetworkPolicy', 'Job'],
  )
  for (const resource of resources) t.equal(await problemOf(resource), undefined, resource.kind)
  const [, deployment] = resources
  const altered = (change: object) => ({ ...deployment, spec: { ...deployment?.spec, ...change } }) as Resource
  t.ok(await problemOf(altered({ replicas: '2' })), 'a wrong value is found')
  const unknown = unknownFields([...resources, altered({ replica: 2 })])
  t.match(unknown, [/'replica'|"replica"/])
  t.equal(unknown.length, 1, 'the misspelt field alone')
})

test('the instances start with what the image, the settings and the secret give', async (t) => {
  const { configMapGenerator } = parse(await readFile(join(folder, 'kustomization.yaml'), 'utf8'))
  const settings = Object.fromEntries(configMapGenerator[0].literals.map((line: string) => line.split(/=(.*)/s)))
  const { NODE_ENV: _, ...image } = await imageEnvironment()
  const secret = {
    DATABASE_URL: 'postgres://app:x@db/tokenwright',
    MASTER_KEY: 'ab'.repeat(32),
    OPERATOR_KEY: 'a'.repeat(32),
  }
  const environment = { ...image, ...settings, ...secret }
  const { asked, config } = observe(environment, readConfig)
  for (const variable of Object.keys(environment)) t.ok(asked.has(variable), variable)
  const deployment = bySelector(await resourcesOf('.'), 'Deployment', 'tokenwright')
  const [container] = deployment.template.spec.containers
  t.strictSame(
    container.ports.map(({ containerPort }: { containerPort: number }) => containerPort),
    [config.listener.port, config.internalListener?.port],
  )
  t.ok(deployment.template.spec.terminationGracePeriodSeconds > 10, 'an instance may take ten seconds to stop')
})

test('the migration has what it needs, and no master key', async (t) => {
  const [job] = await resourcesOf('migrate')
  const [container] = job?.spec.template.spec.containers ?? []
  t.strictSame(container.envFrom, [{ secretRef: { name: 'tokenwright-owner' } }])
  const { asked } = observe({ DATABASE_URL: 'postgres://owner:x@db/tokenwright' }, readMigrationConfig)
  t.strictSame([...asked], ['DATABASE_URL'])
})

interface Component {
  readonly configMapGenerator?: readonly { readonly name: string; readonly literals: readonly string[] }[]
  readonly patches: readonly {
    readonly target: { readonly kind: string; readonly name: string }
    readonly patch: string
  }[]
}

/** The components that the kustomization offers in comments. */
async function offeredComponents(): Promise<Component[]> {
  const text = await readFile(join(folder, 'kustomization.yaml'), 'utf8')
  const offered = parse(text.slice(text.indexOf('# components:')).replaceAll(/^# /gm, '')).components as string[]
  return Promise.all(
    offered.map(async (path) => parse(await readFile(join(folder, path, 'kustomization.yaml'), 'utf8')) as Component),
  )
}

test('each component lets the instances reach one thing more, by a policy and settings that are valid', async (t) => {
  const resources = await resourcesOf('.')
  const policy = resources.find(({ kind }) => kind === 'NetworkPolicy') as Resource
  t.strictSame(openPorts(policy), [53, 53, 5432])
  const ways: number[][] = []
  for (const { patches, configMapGenerator = [] } of await offeredComponents()) {
    const [{ target, patch }] = patches as [Component['patches'][number]]
    t.match(policy, { kind: target.kind, metadata: { name: target.name } })
    const added = parse(patch).map((change: object) => {
      t.match(change, { op: 'add', path: '/spec/egress/-' })
      return (change as { value: unknown }).value
    })
    const patched = { ...policy, spec: { ...policy.spec, egress: [...policy.spec.egress, ...added] } }
    t.equal(await problemOf(patched), undefined)
    t.strictSame(unknownFields([patched]), [])
    ways.push(openPorts(patched).slice(3))
    for (const { name, literals } of configMapGenerator) {
      t.equal(name, 'tokenwright')
      const settings = Object.fromEntries(literals.map((line) => line.split(/=(.*)/s)))
      const { tracing, oidc } = readConfig(settings)
      const target = new URL(tracing?.url.reveal() ?? oidc?.issuer ?? '')
      t.equal(Number(target.port || 443), ways.at(-1)?.[0], 'the port of what is named there')
      const [{ to }] = added
      if (to) t.equal(target.hostname.split('.')[1], to[0].namespaceSelector.matchLabels['kubernetes.io/metadata.name'])
    }
  }
  t.strictSame(ways, [[443], [4318], [443]])
})

function openPorts({ spec }: Resource): number[] {
  return spec.egress.flatMap(({ ports }: { ports: { port: number }[] }) => ports.map(({ port }) => port))
}

test('services, the budget and the policy choose the pods of the deployment', async (t) => {
  const resources = await resourcesOf('.')
  const { template, selector } = bySelector(resources, 'Deployment', 'tokenwright')
  const ports = template.spec.containers[0].ports.map(({ name }: { name: string }) => name)
  t.match(template.metadata.labels, selector.matchLabels)
  for (const { kind, spec } of resources) {
    const chosen = {
      Service: spec?.selector,
      PodDisruptionBudget: spec?.selector?.matchLabels,
      NetworkPolicy: spec?.podSelector?.matchLabels,
    }[kind]
    if (chosen) t.strictSame(chosen, selector.matchLabels, kind)
    if (kind === 'Service') t.ok(ports.includes(spec.ports[0].targetPort))
    if (kind === 'NetworkPolicy') {
      t.strictSame(
        spec.ingress.map((rule: { ports: { port: string }[] }) => rule.ports[0]?.port),
        ports,
      )
    }
  }
})
