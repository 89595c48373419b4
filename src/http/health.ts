import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { toErrorBody } from "#src/text/http.ts";
import { isDirect, isLoopback } from "./guard.ts";

/** What health and figures are read from. */
export type HealthOptions = {
  /** Resolves true when a message could be stored and answered now. */
  readonly isReady: () => Promise<boolean>;
  /** The figures in Prometheus text. */
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | undefined;
};

/** Health for whoever restarts the service, figures for whoever watches it. */
export function healthRoutes(app: FastifyInstance, options: HealthOptions): void {
  app.get("/api/health/live", () => ({ live: true }));
  app.get("/api/health/ready", async (_request, reply) => {
    const ready = await options.isReady();
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.get("/metrics", async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken))
      return reply.code(401).send(toErrorBody("unauthorised"));
    return reply.type("text/plain; version=0.0.4; charset=utf-8").send(await options.metrics());
  });
}

/**
 * True for whoever may see how the service does. With a token set, it is asked of everybody; without one only this
 * machine itself may look, and nobody through a proxy on it: what a proxy says about where a request comes from is not
 * believed here.
 */
export function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return isLoopback(request.socket.remoteAddress) && isDirect(request.headers);
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
