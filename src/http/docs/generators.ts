/** How a client in another language is generated from a contract. */
export interface Generator {
  readonly language: string
  /** What to run in a shell, or the files that it needs. */
  readonly text: string
}

/** The common generators, with the address of a contract on this server. `docs/partners.md` says which of them were run. */
export function generatorsOf(name: string, origin: string): readonly Generator[] {
  const current = `${origin}/openapi/${name}.json`
  const older = `${origin}/openapi/${name}.3.0.json`
  return [
    {
      language: 'Java',
      text: [
        "cat > java.yml <<'END'",
        `inputPath: ${older}`,
        `outputPath: ${name}-java`,
        "generator: '@openapi-generator-plus/java-cxf-client-generator'",
        'package: com.example.tokens',
        'END',
        'npm install openapi-generator-plus @openapi-generator-plus/java-cxf-client-generator && npx openapi-generator-plus -c java.yml',
      ].join('\n'),
    },
    {
      language: 'Python',
      text: [
        `npx @openapitools/openapi-generator-cli generate -g python -i ${older} -o ${name}-python`,
        `pipx run openapi-python-client generate --url ${current}`,
      ].join('\n'),
    },
    { language: 'C#', text: `kiota generate -l csharp -d ${older} -o ${name}-csharp` },
    {
      language: 'Go',
      text: `go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@latest -package ${name.replaceAll('-', '')} ${older}`,
    },
  ]
}
