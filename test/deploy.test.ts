import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { expect, test } from "vitest";
import { Environment } from "#src/compose/config.ts";

const dockerfile = readFileSync("Dockerfile", "utf8").replaceAll("\\\n", " ");
const lines = dockerfile.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
const instructions = lines.map((line) => {
  const [name = "", ...rest] = line.trim().split(/\s+/u);
  return { name, rest: rest.join(" ") };
});
const valuesOf = (name: string): string[] =>
  instructions.filter((one) => one.name === name).map(({ rest }) => rest);

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      build: z.string().optional(),
      environment: z.record(z.string(), z.string()),
      volumes: z.array(z.string()),
      configs: z.array(z.object({ source: z.string(), target: z.string() })).optional(),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    }),
  ),
  configs: z.record(z.string(), z.object({ content: z.string() })),
  volumes: z.record(z.string(), z.null()),
});
const compose = Compose.parse(parse(readFileSync("compose.yaml", "utf8")));

test("every file that the image copies exists and is not kept out of the build", () => {
  const kept = new Set(
    readFileSync(".dockerignore", "utf8")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1)),
  );
  const sources = valuesOf("COPY").flatMap((rest) => rest.split(" ").slice(0, -1));
  expect(sources.filter((source) => !existsSync(source) || !kept.has(source))).toEqual([]);
});

test("the image holds all that the program imports at run time", () => {
  const copied = new Set(valuesOf("COPY").flatMap((rest) => rest.split(" ").slice(0, -1)));
  expect(["src", "bot", "jobs", "db", "policy", "package.json"].filter((one) => !copied.has(one))).toEqual(
    [],
  );
});

test("the program that the image starts exists and gets the stop signal itself", () => {
  const [command = "[]"] = valuesOf("CMD");
  const parts = z.array(z.string()).parse(JSON.parse(command));
  expect(parts[0]).toBe("node");
  expect(existsSync(parts.at(-1) ?? "")).toBe(true);
});

test("the image starts the program just as npm start does", () => {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  const [command = "[]"] = valuesOf("CMD");
  expect(z.array(z.string()).parse(JSON.parse(command)).join(" ")).toBe(
    scripts.start.replace(/^(?:[A-Z_]+=\S+ )+/u, ""),
  );
});

test("the image is built with the program compiled, where a start looks for it", () => {
  const main = readFileSync("src/main.ts", "utf8");
  const [, folder = ""] = /enableCompileCache\(.*"\.\.\/([^"]+)"/u.exec(main) ?? [];
  const parts = [...main.matchAll(/await import\("\.\/compose\/(\w+)\.ts"\)/gu)].map(([, part]) => part);
  const compiles = valuesOf("RUN").find((run) => run.includes("enableCompileCache")) ?? "";
  expect(compiles).toContain(`enableCompileCache('${folder}')`);
  expect(compiles).toContain(`['${parts.join("', '")}']`);
  // Code compiled under other flags, or by another user, is not taken.
  const [command = "[]"] = valuesOf("CMD");
  const flags = z.array(z.string()).parse(JSON.parse(command)).slice(0, -1).join(" ");
  expect(compiles.startsWith(flags)).toBe(true);
  const order = instructions.map(({ name, rest }) => (rest === compiles ? "compiles" : name));
  expect(order.indexOf("compiles")).toBeGreaterThan(order.indexOf("USER"));
});

test("the image does not run as root", () => {
  expect(valuesOf("USER")).toEqual(["node"]);
});

test("the health check asks a route that the service has", () => {
  const route = /127\.0\.0\.1:(\d+)(\/[\w/]+)/u.exec(valuesOf("HEALTHCHECK")[0] ?? "");
  expect(readFileSync("src/http/health.ts", "utf8")).toContain(`"${route?.[2]}"`);
  expect(valuesOf("ENV").join(" ")).toContain(`PORT=${route?.[1]}`);
});

test("settings in the image and in compose are settings of the service", () => {
  const known = new Set(Object.keys(Environment.shape));
  const inImage = valuesOf("ENV").flatMap((rest) => rest.split(" ").map((pair) => pair.split("=")[0] ?? ""));
  const inCompose = Object.keys(compose.services["lvzhi"]?.environment ?? {});
  const unknown = [...inImage, ...inCompose].filter((name) => !known.has(name) && name !== "NODE_ENV");
  expect(unknown).toEqual([]);
});

test("compose builds this folder, keeps every volume it names, and its database reports health", () => {
  const { services, volumes } = compose;
  expect(services["lvzhi"]?.build).toBe(".");
  const named = Object.values(services).flatMap((one) =>
    one.volumes.map((volume) => volume.split(":")[0] ?? ""),
  );
  expect(new Set(named)).toEqual(new Set(Object.keys(volumes)));
  expect(services["database"]?.healthcheck?.test[1]).toBe("pg_isready");
});

test("the service comes to compose's database as a user of its own, which is no superuser", () => {
  const { database, lvzhi } = compose.services;
  expect(lvzhi?.environment["DATABASE_URL"]).toMatch(/^postgres:\/\/lvzhi:/u);
  expect(database?.environment["POSTGRES_USER"]).toBeUndefined();
  const scripts = database?.configs?.filter(({ target }) =>
    target.startsWith("/docker-entrypoint-initdb.d/"),
  );
  const script = compose.configs[scripts?.[0]?.source ?? ""]?.content ?? "";
  expect(script).toMatch(/^create role lvzhi login password :'password';$/mu);
  expect(script).toMatch(/^create database lvzhi owner lvzhi;$/mu);
});

test("no secret has a default", () => {
  const text = readFileSync("compose.yaml", "utf8") + dockerfile;
  expect(text).not.toMatch(/(?:PASSWORD|KEY|TOKEN|SECRET)[^\n]*:-[^}]/u);
});
