# One image for the three roles of a container: setup, web and worker (see compose.yaml).
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY tsconfig.json ./
COPY scripts ./scripts
COPY src ./src
COPY jobs ./jobs
RUN node_modules/.bin/tsc -p scripts/tsconfig.build.json
RUN npm prune --omit=dev

FROM node:20-bookworm-slim
# Certificates take the rare characters of names from HanaMin; pictures are drawn with Noto.
RUN apt-get update \
  && apt-get install -y --no-install-recommends fonts-hanazono fonts-noto-cjk \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY views ./views
COPY public ./public
# Secrets and uploads that rest until they are read; a volume put here keeps this owner.
RUN mkdir var && chown node:node var
USER node
EXPOSE 3000
ENTRYPOINT ["node", "--enable-source-maps", "dist/scripts/container.js"]
CMD ["web"]
