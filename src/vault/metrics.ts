/** Numbers for Prometheus, on a port of their own: they are the operator's, not the world's. */
import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Happening } from "./vault-parts.ts";

export type Metrics = {
  count(happening: Happening, times?: number): void;
  measure(path: string, status: number, ms: number): void;
  /** `/metrics` there. */
  listen(place: { host: string; port: number }): Promise<{ port: number; close(): Promise<void> }>;
};

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const happenings = new Counter({
    name: "vault_happenings_total",
    help: "Attempts spent and refused, logins, registrations, resets, erasures, deletions.",
    labelNames: ["what"],
    registers,
  });
  const requests = new Histogram({
    name: "vault_request_seconds",
    help: "Requests by endpoint and status.",
    labelNames: ["path", "status"],
    buckets: SECONDS,
    registers,
  });
  return {
    count: (what, times = 1) => happenings.inc({ what }, times),
    measure: (path, status, ms) => requests.observe({ path, status }, ms / 1000),
    listen: async ({ host, port }) => {
      collectDefaultMetrics({ register: registry });
      const server = createServer(async (request, response) => {
        if (request.url !== "/metrics") {
          response.writeHead(404).end();
          return;
        }
        response.writeHead(200, { "content-type": registry.contentType }).end(await registry.metrics());
      });
      await new Promise<void>((done, failed) => {
        server.once("error", failed).listen(port, host, done);
      });
      const at = server.address();
      return {
        port: typeof at === "object" && at ? at.port : port,
        close: () => new Promise((done) => server.close(() => done())),
      };
    },
  };
}
