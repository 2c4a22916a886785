/** The server as Fastify runs it: limits, headers and errors around the routes. */
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import fastify, { type FastifyInstance } from "fastify";
import { LONGEST_BODY, WIRE_VERSION } from "../../protocol/vault/wire.ts";
import type { Log } from "../event-log.ts";
import { causeOf } from "../heartbeat.ts";
import type { Vault } from "../vault-parts.ts";
import { asker } from "./asker.ts";
import { addRoutes } from "./endpoints.ts";
import { forwardedAddress } from "./forwarded.ts";
import { isExtension } from "./origin.ts";
import { PROBLEM_TYPE, problemOf, problemOfError, RateLimitedError } from "./problems.ts";
import { addRoutes1 } from "./version-1.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whom the limits count it for. */
    asker: string;
  }
}

export type AppOptions = {
  vault: Vault;
  log: Log;
  /** Is the vault fit to answer? */
  isReady: () => Promise<boolean>;
  /** False: nothing may be evaluated any more. */
  isTrusted: () => boolean;
  /** How many proxies of the operator's own stand in front; each adds an address to `X-Forwarded-For`. */
  proxies: number;
  tls: { cert: Buffer; key: Buffer } | null;
  requestsPerMinute: number;
  /** Called for each finished request. */
  measure: (path: string, status: number, ms: number) => void;
};

/** A request that is not whole by then is over; so is a connection that says nothing. */
const REQUEST_MS = 10_000;
const IDLE_MS = 30_000;
const TIMES = {
  requestTimeout: REQUEST_MS,
  headersTimeout: REQUEST_MS,
  keepAliveTimeout: IDLE_MS,
  connectionsCheckingInterval: REQUEST_MS / 4,
};
/** What speaks of accounts, in either version. */
const API = /^\/v[12]\//;
const HEALTH: readonly string[] = ["/healthz", "/readyz"];
/** How long a browser may remember that our origin may ask. */
const PREFLIGHT_SECONDS = 600;

export async function makeApp(options: AppOptions): Promise<FastifyInstance> {
  const { vault, proxies, tls } = options;
  const app = fastify({
    logger: false,
    bodyLimit: LONGEST_BODY,
    serverFactory: (handler) =>
      tls ? createTlsServer({ ...TIMES, ...tls }, handler) : createServer(TIMES, handler),
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
  });

  app.decorateRequest("bodyBytes");
  app.decorateRequest("asker", "");
  app.decorateRequest("row", undefined);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    request.bodyBytes = body;
    try {
      done(null, JSON.parse(body.toString("utf8")));
    } catch (error) {
      done(error as SyntaxError);
    }
  });

  addAsker(app, proxies);
  await addLimits(app, options.requestsPerMinute);
  await addOpenApi(app);
  addErrors(app, options.log);
  addRequestLog(app, options);
  app.addHook("preHandler", async ({ routeOptions }, reply) => {
    if (options.isTrusted() || !API.test(routeOptions.url ?? "")) return;
    return reply
      .code(503)
      .type(PROBLEM_TYPE)
      .send(problemOf("busy", undefined, "undone"));
  });
  addRoutes(app, vault);
  addRoutes1(app, vault);
  addHealth(app, options);
  await app.ready();
  return app;
}

/** Before the limits. A health check comes from the operator's own machines, and not through the proxies. */
function addAsker(app: FastifyInstance, proxies: number): void {
  app.addHook("onRequest", async (request, reply) => {
    const isHealth = HEALTH.includes(request.routeOptions.url ?? "");
    const forwarded = request.headers["x-forwarded-for"];
    const address = proxies === 0 || isHealth ? request.ip : forwardedAddress(forwarded, proxies);
    if (address === null) return reply.code(400).type(PROBLEM_TYPE).send(problemOf("bad-request"));
    request.asker = asker(address);
  });
}

async function addLimits(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: "cross-origin" },
    referrerPolicy: { policy: "no-referrer" },
  });
  await app.register(cors, {
    origin: (origin, done) => done(null, isExtension(origin)),
    methods: ["GET", "POST"],
    allowedHeaders: ["authorization", "content-type"],
    exposedHeaders: ["retry-after"],
    maxAge: PREFLIGHT_SECONDS,
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: "1 minute",
    keyGenerator: (request) => request.asker,
    errorResponseBuilder: (_, { ttl }) => new RateLimitedError(Math.ceil(ttl / 1000)),
  });
  app.addHook("onSend", async (_, reply) => {
    reply.header("cache-control", "no-store");
  });
}

async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Sixtyfour key vault", version: String(WIRE_VERSION) },
      components: {
        securitySchemes: {
          device: { type: "http", scheme: "Sixtyfour-Device" },
          ticket: { type: "http", scheme: "Sixtyfour-Ticket" },
        },
      },
    },
  });
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}

function addErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, _, reply) => {
    const document = problemOfError(error);
    if (document.code === "internal") log.event("bug");
    if (document.code === "busy") log.event("store-failed", causeOf(error));
    if (document.retryAfterSeconds !== undefined) reply.header("retry-after", document.retryAfterSeconds);
    return reply.code(document.status).type(PROBLEM_TYPE).send(document);
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).type(PROBLEM_TYPE).send(problemOf("not-found")));
}

function addRequestLog(app: FastifyInstance, { log, measure }: AppOptions): void {
  app.addHook("onResponse", async (request, reply) => {
    const path = request.routeOptions.url ?? "-";
    const ms = Math.round(reply.elapsedTime);
    log.request({ method: request.method, path, status: reply.statusCode, ms, row: request.row });
    measure(path, reply.statusCode, ms);
  });
}

/** Alive: it answers. Ready: it would also store. */
function addHealth(app: FastifyInstance, { isReady }: AppOptions): void {
  const config = { rateLimit: false };
  app.get("/healthz", { config, schema: { hide: true } }, async () => ({ status: "ok" }));
  app.get("/readyz", { config, schema: { hide: true } }, async (_, reply) => {
    const ready = await isReady();
    return ready ? { status: "ok" } : reply.code(503).type(PROBLEM_TYPE).send(problemOf("busy"));
  });
}
