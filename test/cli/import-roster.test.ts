import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rosterFile, type RosterRows } from "#test/support/roster-file.ts";
import { watchText } from "#test/support/leaks.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-roster-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Takes a roster over as an operator would, in a heap that a small server can spare. */
async function take(rows: RosterRows, ...options: readonly string[]): Promise<Ended> {
  const file = path.join(folder, "roster.xlsx");
  writeFileSync(file, await rosterFile(rows));
  const env = {
    PATH: process.env["PATH"],
    DATA_DIR: path.join(folder, "data"),
    DEMO: "0",
    FIELD_KEY: "a field key for the roster test, long enough",
  };
  const words = ["--max-old-space-size=384", "src/cli/lvzhi.ts", "import-roster", file, ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env }, (error, out, err) => {
      watchText(err, "errors");
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** The go for what was shown. */
const markOf = (said: string): string => /--yes=[\w-]+/u.exec(said)?.[0] ?? "";

const ORGS = [
  { name: "羊昌镇", kind: "镇街" },
  ...Array.from({ length: 40 }, (_, at) => ({ name: `第${at}代表小组`, kind: "代表小组", parent: "羊昌镇" })),
];
const nameAt = (at: number): string =>
  `代${String.fromCodePoint(0x4e00 + (at % 4000))}${String.fromCodePoint(0x5e00 + Math.floor(at / 4000))}`;
const deputies = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: nameAt(at),
    code: `D${at}`,
    phone: 13_800_000_000 + at,
    level: "区",
    term: "十八届",
    constituency: `第${at % 90}选区`,
    group: `第${at % 40}代表小组`,
    township: "羊昌镇",
    from: new Date("2021-12-20T00:00:00Z"),
    status: "在任",
  }));
const MANY = { orgs: ORGS, mandates: deputies(20_000) };

describe("a roster of twenty thousand", () => {
  test("is taken over with progress shown, and once", async () => {
    const first = await take(MANY);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(
      /4000 of 40000 rows filed\n[\s\S]*40000 of 40000 rows filed\nFiled: 41 organisations and 20000 people new/u,
    );
    expect((await take(MANY)).out).toContain("Nothing to change");
  }, 180_000);
});

describe("a roster that is on file", () => {
  const [first] = deputies(1);
  const changed = { mandates: [{ ...first, status: "辞职", to: "2026-10-31" }] };
  const shown = `变动:${nameAt(0)}(编号D0),区 十八届:任职止 空→2026-10-31;状态 在任→辞职`;

  test("is changed only after a look and an explicit go", async () => {
    const asked = await take(changed);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain(shown);
    expect(asked.err).toMatch(
      /^Nothing was changed yet: .* To make these changes, add --yes=[\w-]{16}\.\n$/u,
    );
    const looked = await take(changed, "--dry-run");
    expect(looked).toMatchObject({ code: 0, err: "" });
    expect(looked.out).toContain("Would file");
    expect(markOf(looked.out)).toBe(markOf(asked.err));
    expect((await take(changed, markOf(looked.out))).out).toContain(
      "Filed: 0 organisations and 0 people new",
    );
    expect((await take(changed)).out).toContain("Nothing to change");
  }, 120_000);

  test("is changed only as it was looked at: another file, or a roster changed since, is shown anew", async () => {
    const of = (station: string) => ({ mandates: [{ ...deputies(2)[1], constituency: station }] });
    const mark = markOf((await take(of("第91选区"), "--dry-run")).out);
    const other = await take(of("第92选区"), mark);
    expect(other.code).toBe(1);
    expect(other.out).toContain("第92选区");
    expect(other.err).toMatch(/^Nothing was changed: this is not what the look with .* showed\./u);
    expect((await take(of("第92选区"), markOf(other.err))).out).toContain("1 changed");
    const late = await take(of("第91选区"), mark);
    expect(late.err).toContain("Nothing was changed: this is not what the look");
  }, 180_000);

  test("has every bad cell and every change shown, however many there are", async () => {
    const wrong = await take({ mandates: deputies(450).map((one) => ({ ...one, level: "省" })) });
    expect(wrong.out).toContain("代表 第2-451行「层级」:填法不对,只能填:区、镇(现在是“省”)");
    expect(wrong.err).toContain("450 cells are wrong");
    const moved = deputies(450).map((one) => ({ ...one, constituency: "第99选区" }));
    const looked = await take({ mandates: moved.slice(2) }, "--dry-run");
    expect(looked.out.match(/^变动:/gmu)).toHaveLength(448);
  }, 120_000);

  test("puts whoever resigned back in office by a second word only, which says how many", async () => {
    const old = { mandates: [{ ...first, constituency: "第93选区" }] };
    const looked = await take(old, "--dry-run");
    expect(looked.out).toMatch(/--yes=[\w-]+ --back-in-office=1\b/u);
    expect(looked.out).toContain(
      `注意!下面1位已登记辞职或终止,照这个文件会恢复为代表。文件要是旧的,请先改对:\n变动:${nameAt(0)}(编号D0)`,
    );
    const refused = await take(old, markOf(looked.out));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("1 of these changes put somebody back in office");
    expect((await take(old, markOf(looked.out), "--back-in-office=2")).code).toBe(1);
    expect((await take(old, markOf(looked.out), "--back-in-office=1")).out).toContain("1 changed");
    const harmless = await take({ mandates: [{ ...first, constituency: "第94选区" }] }, "--dry-run");
    expect(harmless.out).not.toContain("注意");
  }, 120_000);

  test("names the group that loses its leader, from which day, and nothing of one that is given another", async () => {
    const [, second, third] = deputies(3);
    const group = "第1代表小组";
    const leads = (name: string) => ({ name, role: "代表小组组长", org: group, from: "2026-01-01" });
    const staff = [leads(nameAt(1))];
    const begun = await take({ staff }, "--dry-run");
    expect(begun.out).not.toContain("没有组长");
    expect((await take({ staff }, markOf(begun.out))).code).toBe(0);
    const left = { mandates: [{ ...second, status: "辞职", to: "2026-11-30" }] };
    expect((await take(left, "--dry-run")).out).toContain(
      `注意!${group}从2026-12-01起没有组长了(原来是${nameAt(1)}(编号D1))。新组长写进“工作人员”表:角色填代表小组组长,所在机构填这个小组。`,
    );
    const moved = { mandates: [{ ...second, group: "第2代表小组" }] };
    expect((await take(moved, "--dry-run")).out).toContain(`注意!${group}没有组长了`);
    const followed = {
      mandates: [...left.mandates, { ...third, group }],
      staff: [{ ...leads(nameAt(2)), from: "2026-12-01" }],
    };
    expect((await take(followed, "--dry-run")).out).not.toContain("没有组长");
  }, 180_000);

  test("is left as it is when one cell is wrong", async () => {
    const refused = await take({ mandates: [...changed.mandates, { ...first, name: "张三", code: "D0" }] });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("cells are wrong; nothing was changed.");
    const alone = await take({ mandates: [{ ...first, level: "省" }] });
    expect(alone.err).toContain("1 cell is wrong; nothing was changed.");
    expect(refused.out).toContain("代表 第3行「编号」:这个编号已经是另一个人的");
  }, 60_000);

  test.each([[["--force"]], [["--yes"]], [["--yes=abc", "--dry-run"]]])(
    "a go is said plainly: %j is none",
    async (options) => {
      expect((await take(changed, ...options)).err).toContain("--dry-run to look only or --yes=MARK");
    },
  );
});
