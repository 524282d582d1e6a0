# Build: the lock file decides every version; devDependencies compile and stay behind.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json tsconfig.build.json ./
COPY openapi ./openapi
COPY generated ./generated
COPY src ./src
COPY console ./console
COPY scripts/write-commit.js ./scripts/
# The commit of the sources, for --version and the metrics: --build-arg COMMIT=$(git rev-parse --short=12 HEAD)
ARG COMMIT
RUN npm ci && npm prune --omit=dev --ignore-scripts

# Run: no compiler, no root, no demo, and a database of its own (DATABASE_URL and MASTER_KEY have to be given).
FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    INTERNAL_HOST=0.0.0.0 \
    INTERNAL_PORT=3001 \
    DEMO=0 \
    # No URL: the start is refused with a clear line until one is given.
    DATABASE_URL=missing
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/src/http/docs/page ./src/http/docs/page
COPY --from=build /app/src/http/pages/assets ./src/http/pages/assets
COPY openapi/arazzo ./openapi/arazzo
COPY clients ./clients
RUN ln -s /app/dist/src/cli/tokenwright.js /usr/local/bin/tokenwright && chmod +x dist/src/cli/tokenwright.js
# The user "node", as a number: Kubernetes then knows that it is not root. Nothing is written, so that the root may be read-only.
USER 1000:1000
EXPOSE 3000 3001
# Alive rather than ready: some restart what is "unhealthy", and that does not bring a database back.
HEALTHCHECK --interval=10s --timeout=3s --start-period=40s CMD ["node", "-e", "require(process.env.TLS_CERT_FILE ? 'https' : 'http').get({ port: process.env.PORT, path: '/livez', rejectUnauthorized: false }, (r) => process.exit(r.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
# Not through npm: the server itself is the process that gets the signals.
ENTRYPOINT ["node", "dist/src/cli/tokenwright.js"]
CMD ["serve"]
