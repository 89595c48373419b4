import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { escapeHtml } from "#src/text/escape-html.ts";

const FOLDER = new URL("./page/", import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** The district by its full name, and one of its townships and villages. */
export type PageNames = { readonly full: string; readonly township: string; readonly village: string };

/**
 * The chat page, from memory: a handful of small files, read once. The page is told by attributes whether it offers the
 * people of the demo or the entrance of the real service, and the names that its examples are made of.
 */
export function pageRoutes(app: FastifyInstance, demo: boolean, names: PageNames): void {
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[name.split(".").at(-1) ?? ""];
    if (type === undefined) continue;
    const bytes = readPage(name, demo, names);
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 16)}"`;
    app.get(name === "index.html" ? "/" : `/${name}`, (request, reply) => {
      reply.header("etag", etag).header("cache-control", "no-cache").type(type);
      return request.headers["if-none-match"] === etag ? reply.code(304).send() : reply.send(bytes);
    });
  }
}

function readPage(name: string, demo: boolean, names: PageNames): Buffer {
  const bytes = readFileSync(new URL(name, FOLDER));
  if (name !== "index.html") return bytes;
  const told = Object.entries({ mode: demo ? "demo" : "service", ...names });
  const attributes = told.map(([key, value]) => `data-${key}="${escapeHtml(value)}"`).join(" ");
  return Buffer.from(bytes.toString("utf8").replace('data-mode="service"', () => attributes));
}
