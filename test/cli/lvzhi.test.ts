import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { watchText } from "#test/support/leaks.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command as an operator would, on a data folder of its own. */
const lvzhi = (...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { PATH: process.env["PATH"], DATA_DIR: path.join(folder, "data") };
    execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (error, out, err) => {
      watchText(err, "errors");
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

const lastLine = (out: string): unknown => JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");

describe("the operator", () => {
  test("sees the commands, and which jobs there are", async () => {
    const bare = await lvzhi();
    expect(bare.code).toBe(1);
    expect(bare.err).toContain("usage: npm run -s lvzhi -- COMMAND");
    const list = await lvzhi("job", "--list");
    expect(list).toMatchObject({ code: 0, err: "" });
    expect(list.out).toContain("activity-reminders   every 5 minutes");
  });

  test.each([
    [["job", "naps"], "There is no job naps"],
    [["job", "activity-reminders", "--now", "tomorrow"], "--now takes an instant with its zone"],
    [["job", "activity-reminders", "--at", "noon"], "job takes NAME and --now ISO"],
    [["policy", "check"], "policy takes check FILE"],
    [["policy", "check", "no-such.yaml"], "no-such.yaml cannot be read"],
    [["codes"], "This command does not exist yet"],
  ])("is told in one sentence what is wrong with %j", async (words, sentence) => {
    const { code, out, err } = await lvzhi(...words);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(sentence);
  });

  test("runs a job as of an instant, alone, and everybody is reminded once", async () => {
    // The demo's activities are in seven days from now, at 09:30.
    const day = new Date(Date.now() + 7 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const first = await lvzhi("job", "activity-reminders", "--now", `${day}T09:00:00+08:00`);
    expect(first.err).toBe("");
    expect(lastLine(first.out)).toEqual({
      due: 10,
      sent: 10,
      expired: 0,
      merged: 0,
      suppressed: 0,
      failed: 0,
      waiting: 0,
    });
    const again = await lvzhi("job", "activity-reminders", "--now", `${day}T09:00:00+08:00`);
    expect(lastLine(again.out)).toMatchObject({ due: 0, sent: 0 });
  }, 60_000);

  test("learns what a changed policy would change", async () => {
    const file = path.join(folder, "changed.yaml");
    writeFileSync(
      file,
      readFileSync("policy/wudang.yaml", "utf8").replace("max_per_day: 3", "max_per_day: 2"),
    );
    expect((await lvzhi("policy", "diff", file)).out).toBe("reminders.max_per_day: 3 -> 2\n");
    writeFileSync(file, "id: [");
    expect((await lvzhi("policy", "check", file)).code).toBe(1);
  });

  test("lets the doctor look at what the service stands on", async () => {
    const { out } = await lvzhi("doctor");
    expect(out).toContain("ok    database");
    expect(out).toContain("ok    clock");
  }, 60_000);
});
