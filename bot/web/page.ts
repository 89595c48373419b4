import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

const FOLDER = new URL("./page/", import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/**
 * The chat page, from memory: a handful of small files, read once. The page is told by one attribute whether it
 * offers the people of the demo or the entrance of the real service.
 */
export function pageRoutes(app: FastifyInstance, demo: boolean): void {
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[name.split(".").at(-1) ?? ""];
    if (type === undefined) continue;
    const bytes = readPage(name, demo);
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 16)}"`;
    app.get(name === "index.html" ? "/" : `/${name}`, (request, reply) => {
      reply.header("etag", etag).header("cache-control", "no-cache").type(type);
      return request.headers["if-none-match"] === etag ? reply.code(304).send() : reply.send(bytes);
    });
  }
}

function readPage(name: string, demo: boolean): Buffer {
  const bytes = readFileSync(new URL(name, FOLDER));
  if (name !== "index.html" || !demo) return bytes;
  return Buffer.from(bytes.toString("utf8").replace('data-mode="service"', 'data-mode="demo"'));
}
