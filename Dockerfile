# docker build -t iplan . && docker run --rm -v "$PWD:/plans:ro" iplan check
FROM node:22-slim AS build
WORKDIR /source
COPY . .
RUN npm ci && npm run build && npm pack --ignore-scripts --pack-destination /packed

FROM node:22-slim
COPY --from=build /packed/*.tgz /tmp/
RUN npm install --global /tmp/*.tgz && rm /tmp/*.tgz
USER node
WORKDIR /plans
ENTRYPOINT ["iplan"]
CMD ["check"]
