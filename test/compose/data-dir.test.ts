import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeDataDir } from "#src/compose/data-dir.ts";

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-folder-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A container has process numbers of its own: the first process in each is number 1. */
const CONTAINER = ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child"];
const [program = "", ...options] = CONTAINER;
const hasContainers = spawnSync(program, [...options, "true"]).status === 0;

async function take(inside: readonly string[] = []): Promise<{ said: string; child: ChildProcess }> {
  const [command, ...rest] = [...inside, process.execPath, "test/support/take-folder.ts", folder];
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [said] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { said, child };
}

test.runIf(hasContainers)("two containers, both process 1, do not take one folder", async () => {
  expect(JSON.parse((await take(CONTAINER)).said)).toMatchObject({ pid: 1 });
  expect(JSON.parse((await take(CONTAINER)).said)).toEqual({ refused: "data-dir.locked" });
  expect(JSON.parse((await take()).said)).toEqual({ refused: "data-dir.locked" });
});

test("one that was killed is followed at once, under the same name", async () => {
  const first = await take();
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const began = performance.now();
  const taken = takeDataDir(folder, process.pid);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(JSON.parse(first.said)).toMatchObject({ holder: taken.holder });
  taken.release();
});

test("a folder that was given back can be taken again", () => {
  const taken = takeDataDir(folder, 1);
  expect(() => takeDataDir(folder, 1)).toThrow("Another lvzhi (pid 1) already runs");
  taken.release();
  takeDataDir(folder, 1).release();
});
