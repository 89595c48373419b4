import helmet from "@fastify/helmet";
import {
  type FastifyError,
  fastify,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { type HttpMessage, toErrorBody } from "#src/text/http.ts";
import { drain } from "./drain.ts";
import { isLocal, isOfOwnPage } from "./guard.ts";

/** Where the web server listens, whom it believes, and what it serves. */
export type ServerOptions = {
  readonly host: string;
  readonly port: number;
  readonly trustProxy: boolean;
  /** Demo mode has no log-in: only direct requests to this machine's own name are answered. */
  readonly localOnly: boolean;
  /** The address that people are given, where it is another than the one listened on. */
  readonly publicUrl?: string;
  /** True for an error after which the same request may succeed: the database was away. */
  readonly isTransient: (error: unknown) => boolean;
  readonly log: Log;
  /** Adds the routes of everything that is served. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
};

/** A web server that is built and listens when it is told to. */
export type HttpServer = { readonly listen: () => Promise<string>; readonly close: () => Promise<void> };

/** Builds the web server: strict headers, limits on time and size, errors in words. Listens only when told to. */
export async function createServer(options: ServerOptions): Promise<HttpServer> {
  const app = fastify({
    // One hop: the proxy in front of us is believed, what a client wrote into the header before it is not.
    trustProxy: options.trustProxy && ((_address, hop) => hop === 0),
    requestTimeout: 30_000,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).send(toErrorBody("bad-request"));
    },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "blob:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: !options.localOnly,
  });
  app.removeContentTypeParser("text/plain");
  guardRequests(app, options);
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(options, error, request, reply));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(toErrorBody("not-found")));
  await options.routes(app);
  return { listen: () => listen(app, options), close: () => app.close() };
}

function guardRequests(app: FastifyInstance, { localOnly, publicUrl, log }: ServerOptions): void {
  app.addHook("onRequest", ({ method, headers }, reply, done) => {
    if ((localOnly && !isLocal(headers)) || !isOfOwnPage(method, headers, publicUrl))
      void reply.code(403).send(toErrorBody("forbidden"));
    else done();
  });
  app.addHook("onResponse", (request, { statusCode: status }, done) => {
    if (REFUSED.has(status)) log.info("http.refused", { status, route: request.routeOptions.url });
    done();
  });
}

/** Not known, not allowed, too much: what somebody looks for who asks whether the service is being tried. */
const REFUSED = new Set([401, 403, 429]);

async function listen(app: FastifyInstance, { host, port }: ServerOptions): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "EADDRINUSE")
      throw new Fault(
        "port.taken",
        `Cannot listen on ${host}:${port}: another program has it. Set PORT to a free one.`,
        { cause },
      );
    const cure = CURES[code] ?? "check HOST and PORT";
    throw new Fault("config.invalid", `Cannot listen on ${host}:${port} (${code}): ${cure}.`, { cause });
  }
}

const CURES: Readonly<Record<string, string>> = {
  EACCES: "this user may not use that PORT, set one above 1023",
  EADDRNOTAVAIL: "HOST is no address of this machine",
  ENOTFOUND: "HOST is no name that this machine knows",
  EAI_AGAIN: "HOST is a name that nobody answers for now",
};

const BY_CODE: Readonly<Record<string, HttpMessage>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "json-only",
  FST_REQ_FILE_TOO_LARGE: "file-too-large",
  FST_FILES_LIMIT: "one-file",
};

async function answerError(
  options: ServerOptions,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (options.isTransient(error)) return reply.code(503).header("retry-after", "2").send(toErrorBody("busy"));
  const status = error.statusCode ?? 500;
  if (status === 413) await drain(request.raw);
  if (status < 500) return reply.code(status).send(toErrorBody(BY_CODE[error.code] ?? "bad-request"));
  options.log.error("http.failed", { route: request.routeOptions.url, ...errorFacts(error) });
  return reply.code(500).send(toErrorBody("broken"));
}
