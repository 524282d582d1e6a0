import type { ContractSource, Finding } from '../contract-source.js'
import { checkBodies } from './bodies.js'
import { ContractWalk } from './contract-walk.js'
import { checkDocument } from './document.js'
import { checkOpenApi } from './openapi.js'
import { checkParameters } from './parameters.js'
import { checkPaths } from './paths.js'
import { checkReferences } from './references.js'
import { checkReplies } from './replies.js'
import { checkSchemas } from './schemas.js'
import { checkSecurity } from './security.js'
import { checkUniqueOperations } from './unique-operations.js'

const checks = [checkDocument, checkPaths, checkParameters, checkBodies, checkReplies, checkSecurity, checkSchemas]

/**
 * Finds what the server, the generated code or the pages would silently get wrong: what `npm run generate` accepts works.
 * The rules of `openapi/README.md` that are a matter of style are checked by `npm run lint:contracts`.
 * @returns every finding, with file and line
 */
export async function checkContracts(sources: readonly ContractSource[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const source of sources) findings.push(...(await checkContract(source)))
  return findings.length > 0 ? findings : checkUniqueOperations(sources)
}

/** Later checks rely on earlier ones: on references that lead somewhere, and on a document that is OpenAPI. */
async function checkContract(source: ContractSource): Promise<Finding[]> {
  const walk = new ContractWalk(source)
  checkReferences(walk)
  if (walk.findings.length > 0) return walk.findings
  for (const check of checks) check(walk)
  if (walk.findings.length === 0) await checkOpenApi(walk)
  return walk.findings
}
