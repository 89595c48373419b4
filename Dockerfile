# The service in a container: Node from npm's lock file is not needed here, the base image brings it.
FROM node:24-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

COPY src ./src
COPY bot ./bot
COPY jobs ./jobs
COPY db ./db
COPY policy ./policy

RUN mkdir -p /data node_modules/.cache/lvzhi && chown node:node /data node_modules/.cache/lvzhi
USER node

# Compiled into the folder where src/main.ts keeps compiled modules, by the user and with the flags that it runs with:
# the first start of every container is a warm one.
RUN node --max-semi-space-size=4 --input-type=module --eval "import { enableCompileCache } from 'node:module'; \
  enableCompileCache('node_modules/.cache/lvzhi'); \
  for (const part of ['config', 'log', 'run']) await import('./src/compose/' + part + '.ts')"

ENV DATA_DIR=/data HOST=0.0.0.0 PORT=3000
VOLUME ["/data"]
EXPOSE 3000

HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# node itself is the first process, so that the stop signal reaches the service and it drains.
CMD ["node", "--max-semi-space-size=4", "src/main.ts"]
