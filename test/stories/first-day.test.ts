import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { CAST } from "#db/demo/cast.ts";
import { openWebHouse, type Shown, type WebHouse } from "#test/support/web-house.ts";

const Gold = z.object({
  intent: z.string(),
  reports: z
    .array(z.object({ kind: z.union([z.string(), z.array(z.string())]), date: z.string() }))
    .default([]),
  opinions: z.array(z.looseObject({})).default([]),
});
const Message = z.object({ id: z.string(), text: z.string(), at: z.string(), gold: Gold });
const MESSAGES = readFileSync("test/corpus/messages.dev.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => Message.parse(JSON.parse(line)));

let house: WebHouse;
beforeAll(async () => {
  house = await openWebHouse("2026-12-04T09:00:00+08:00");
});
afterAll(() => house.close());

const DEPUTIES = CAST.filter((one) => one.role === "deputy");
const STAFF_ASK = /谁没报|导出|二季度走访|缺席名单|今年怎么样/u;

// Whoever is named in a message did not send it; what only staff may ask is asked by staff.
function speakerOf(text: string, at: number): string {
  if (STAFF_ASK.test(text)) return "officer";
  const others = DEPUTIES.filter(({ name }) => !text.includes(name));
  return others[at % others.length]?.id ?? "liming";
}

const found = (one: Shown | undefined): readonly Shown[] => (one === undefined ? [] : [one]);

const label = (shown: readonly Shown[], wanted: RegExp) =>
  shown.flatMap((one) => one.choices).find((choice) => wanted.test(choice.label))?.id;

describe("the 72 messages of the corpus, sent through the web chat", () => {
  test.each(MESSAGES.map((message, at) => [message.text, message, at] as const))(
    "%s",
    async (_text, { text, at: sentAt, gold }, index) => {
      const speaker = speakerOf(text, index);
      const shown = await house.speak(speaker, { text, sentAt });
      const kinds = shown.map((one) => one.kind);
      expect(kinds.filter((kind) => /not-yet|not-understood|broken/u.test(kind))).toEqual([]);
      expect(shown.every((one) => one.text.length <= 500)).toBe(true);
      const yes = label(shown, /^对/u);
      const wantsCard = ["report", "opinion", "suggestion"].includes(gold.intent) && !text.startsWith("附议");
      expect(yes !== undefined).toBe(wantsCard);
      if (yes === undefined) return;
      const filed = await house.speak(speaker, { choice: yes, sentAt });
      expect(filed[0]?.kind).toMatch(/filed|submitted/u);
    },
  );

  test("left exactly the records and opinions behind that they tell of", async () => {
    const reports = MESSAGES.filter(({ gold }) => gold.intent === "report").flatMap(
      ({ gold }) => gold.reports,
    );
    const rows = await house.sql<{ kind: string; day: string }[]>`
      select kind, coalesce((select c.before from record_changes c where c.record_id = r.id and c.field = 'date'),
        starts_on::text) as day from duty_records r where source = 'chat'`;
    const left = [...rows];
    const missing = reports.filter(({ kind, date }) => {
      const at = left.findIndex((row) => row.day === date && [kind].flat().includes(row.kind));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    expect({ missing, left }).toEqual({ missing: [], left: [] });
    const told = MESSAGES.flatMap(({ gold }) => gold.opinions).length;
    const [kept] = await house.sql<{ n: number }[]>`select count(*)::int as n from opinions`;
    expect(kept?.n).toBe(told);
  });
});

/** What a persona was sent since last looked, waiting up to ten seconds for the first. */
const hears = (persona: string): Promise<readonly Shown[]> => house.hear(persona);

describe("the clerk asks for figures", () => {
  test("a count comes with the period, and 为什么 names the records", async () => {
    const [count] = await house.speak("clerk-yangchang", { text: "统计 羊昌镇 走访 9月" });
    expect(count?.text).toMatch(/户/u);
    const why = await house.speak("clerk-yangchang", { text: "为什么" });
    expect(why.map((one) => one.text).join("\n")).toMatch(/履-2026-\d{5}/u);
  });

  test("who has not reported is listed, and only the clerk's own deputies", async () => {
    const [missing] = await house.speak("clerk-yangchang", { text: "未报 本月" });
    expect(missing?.text).toMatch(/李明|王芳|陈建国|杨秀英|罗文军|都报了/u);
    expect(missing?.text).not.toMatch(/吴红梅|周志强|韦国良|蒙小兰|张伟/u);
  });
});

describe("an activity, from its notice to what follows from staying away", () => {
  let number = "";

  test("the clerk publishes it, and every deputy of the group is told", async () => {
    const [card] = await house.speak("clerk-yangchang", {
      text: "发布活动 12月16日上午9点半 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场",
    });
    expect(card?.text).toMatch(/12月16日.*5人|5人/su);
    const [published] = await house.speak("clerk-yangchang", {
      choice: label([card].flatMap(found), /^(?:对|发布)/u) ?? "",
    });
    number = published?.number ?? "";
    expect(number).toMatch(/^活-2026-\d{3}$/u);
    const notices = await hears("liming");
    expect(notices.some((one) => one.number === number)).toBe(true);
  });

  test("one comes, one asks for leave, the clerk grants it", async () => {
    const [answer] = await house.speak("wangfang", { text: `参加 ${number}` });
    expect(answer?.text).toMatch(/参加|到时候见|好/u);
    const asked = await house.speak("chenjianguo", { text: "12月16日小组活动请假,出差" });
    expect(asked[0]?.text).toMatch(/请假/u);
    const request = (await hears("clerk-yangchang")).find((one) => label([one], /准假/u) !== undefined);
    const granted = await house.speak("clerk-yangchang", {
      choice: label([request].flatMap(found), /^准假/u) ?? "",
    });
    expect(granted[0]?.text).toMatch(/准/u);
    expect((await hears("chenjianguo")).some((one) => /准|同意/u.test(one.text))).toBe(true);
  });

  test("yesterday's register is kept and made final; whoever stayed away is told in private", async () => {
    const [row] = await house.sql<{ number: string }[]>`
      select number from activities where state = 'planned' and starts_at < now() order by starts_at limit 1`;
    const [due] = await house.sql<{ number: string }[]>`
      select number from activities where content = '视察通村公路'`;
    const yesterday = row?.number ?? due?.number ?? "";
    const [card] = await house.speak("clerk-yangchang", { text: `到会 ${yesterday} 除杨秀英、罗文军外全到` });
    expect(card?.text).toContain("杨秀英");
    await house.speak("clerk-yangchang", { choice: label([card].flatMap(found), /^(?:对|是)/u) ?? "" });
    const [asked] = await house.speak("clerk-yangchang", { text: `定稿 ${yesterday}` });
    expect(asked?.text).toContain("要定稿吗");
    const [final] = await house.speak("clerk-yangchang", {
      choice: label([asked].flatMap(found), /^对/u) ?? "",
    });
    expect(final?.text).toMatch(/定稿/u);
    const first = await hears("luowenjun");
    expect(first.map((one) => one.text).join("\n")).toMatch(/未经批准/u);
    const second = await hears("yangxiuying");
    expect(second.map((one) => one.text).join("\n")).toMatch(/第二次|两次|2次/u);
    const office = await hears("officer");
    expect(office.map((one) => one.text).join("\n")).toMatch(/请.*核实/su);
    expect((await house.speak("liming", { text: "我的出勤" }))[0]?.text).not.toMatch(/未经批准缺席/u);
  });
});

describe("the clock does its part", () => {
  const job = (name: string, now: string) => house.operator("job", name, "--now", now);
  const accounted = (tally: Readonly<Record<string, number>>): boolean =>
    tally["due"] ===
    ["sent", "expired", "merged", "suppressed", "failed", "waiting"].reduce(
      (sum, key) => sum + (tally[key] ?? 0),
      0,
    );

  test("whoever has a warning is reminded before the next activity", async () => {
    const tally = await job("upcoming-absence", "2026-12-15T09:00:00+08:00");
    expect(accounted(tally)).toBe(true);
    expect(tally["sent"]).toBeGreaterThan(0);
    expect((await hears("luowenjun")).map((one) => one.text).join("\n")).toMatch(
      /已有1次未经批准缺席.*请先请假|提前说一声/su,
    );
  });

  test("a deadline is reminded of, once however often the job runs", async () => {
    const tally = await job("deadline-reminders", "2026-12-09T09:00:00+08:00");
    expect(accounted(tally)).toBe(true);
    expect((await hears("liming")).map((one) => one.text).join("\n")).toMatch(/12月10日/u);
    await job("deadline-reminders", "2026-12-09T09:00:00+08:00");
    expect(await house.hear("liming", 300)).toEqual([]);
  });
});
