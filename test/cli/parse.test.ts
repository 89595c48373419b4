import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const parse = (args: readonly string[], input: string) =>
  spawnSync(process.execPath, ["src/cli/parse.ts", ...args], { input, encoding: "utf8" });

test("a line without its time is answered with the field that it lacks", () => {
  const { stdout } = parse([], '{"id":"1","text":"昨天走访黄连村3户"}');
  expect(JSON.parse(stdout)).toMatchObject({ id: "1", error: expect.stringMatching(/^at: /u) });
});

test("what parse does not know is answered with what a line looks like", () => {
  const { status, stderr } = parse(["--nope"], "");
  expect([status, stderr]).toEqual([1, expect.stringContaining('"at"')]);
});
