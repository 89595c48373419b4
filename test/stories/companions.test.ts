import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());

const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};
const heard = (name: string, kind: string, number: string): string[] =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind && one.text.includes(number))
    .map((one) => one.text);
const told = (name: string, kind: string, number: string) => seen(() => heard(name, kind, number).at(-1));
const later = (): void => {
  city.now = new Date(city.now.getTime() + 60_000);
};

const trace = async (number: string) => {
  const [row] = await city.database.db.execute<{ field: string; before: string; after: string }>(sql`
    select c.field, c.before, c.after from record_changes c join duty_records r on r.id = c.record_id
    where r.number = ${number} order by c.id desc limit 1`);
  return row;
};

describe("a deputy who names other companions after filing", () => {
  let number: string;
  beforeAll(async () => {
    number = await report("李明", "昨天和王芳走访黄连村12户");
    await told("王芳", "report.companion", number);
    later();
  });

  test("has the new one asked, and the old one is out", async () => {
    const [answer] = await city.person("李明").says("同行代表改成陈建国");
    expect(answer?.text).toContain("同行：陈建国，已去问本人");
    expect(answer?.text).toContain("不再写：王芳");
    expect(await told("陈建国", "report.companion", number)).toContain("李明代表说");
    expect(await trace(number)).toEqual({ field: "with", before: "王芳", after: "陈建国" });
    const [gone] = await city.person("王芳").taps("对,我也在");
    expect(gone?.kind).toBe("report.refused");
  });

  test("adds one with 还有, and keeps who was there", async () => {
    const [answer] = await city.person("李明").says("还有杨秀英");
    expect(answer?.text).toContain("同行：杨秀英");
    expect(answer?.text).not.toContain("不再写");
    expect(await trace(number)).toEqual({ field: "with", before: "陈建国", after: "陈建国、杨秀英" });
  });

  test("hears that a name is nobody's, and nothing is changed", async () => {
    const [answer] = await city.person("李明").says("同行代表改成马冬梅");
    expect(answer?.kind).toBe("report.refused");
    expect((await trace(number))?.after).toBe("陈建国、杨秀英");
  });

  test("cannot take back what a companion has said for himself", async () => {
    await city.person("陈建国").taps("对,我也在");
    later();
    const [answer] = await city.person("李明").says("同行代表改成没有");
    expect(answer?.text).toContain("陈建国本人已确认在场");
    expect(answer?.text).toContain("不再写：杨秀英");
  });

  test("whose companion has a share tells him when the day is changed", async () => {
    await city.person("李明").says("改时间 9月14日");
    const words = await told("陈建国", "share.origin-changed", number);
    expect(words).toMatch(/原来：.*现在：走访群众，9月14日/s);
    expect(words).toContain("您那份履-2026-00002跟着改了");
  });
});

describe("还有 before filing", () => {
  test("adds a companion on the card", async () => {
    await city.person("王芳").says("昨天和陈建国走访平寨村3户");
    const [card] = await city.person("王芳").says("还有李明");
    expect(card?.text).toContain("陈建国、李明");
    await city.person("王芳").says("算了");
  });
});

describe("a record that was sent back", () => {
  let number: string;
  beforeAll(async () => {
    number = await report("李明", "今天和王芳、陈建国走访甘庄村4户");
    await told("王芳", "report.companion", number);
    await told("陈建国", "report.companion", number);
    await city.person("陈建国").taps("对,我也在");
    later();
    await city.person("刘敏").says(`退回 ${number} 没有去`);
    await city.person("刘敏").says("对");
  });

  test("cannot be shared while it is away, and the companion hears why", async () => {
    const [answer] = await city.person("王芳").taps("对,我也在");
    expect(answer?.text).toContain("退回");
    expect((await city.person("王芳").says("我的履职"))[0]?.text).toContain("还没有计入");
  });

  test("leaves no share to itself: its owner and the clerk hear of it", async () => {
    expect(await told("陈建国", "share.origin-moved", number)).toContain("还算您的");
    expect(await told("刘敏", "share.left-over", number)).toContain("陈建国代表那份");
  });

  test("asks whoever has not spoken once more when it is put right", async () => {
    await city.person("李明").says("不对,是3户");
    await seen(() => (heard("王芳", "report.companion", number).length === 2 ? true : undefined));
    const [answer] = await city.person("王芳").taps("对,我也在");
    expect(answer?.kind).toBe("share.given");
  });

  test("and its shares are told of again when it is withdrawn", async () => {
    later();
    await city.person("李明").says(`撤销 ${number}`);
    await seen(() => heard("王芳", "share.origin-moved", number).find((one) => one.includes("撤销了")));
    await seen(() => heard("刘敏", "share.left-over", number).find((one) => one.includes("王芳代表那份")));
  });
});

test("a record that was taken back asks nobody any more", async () => {
  const number = await report("李明", "今天和王芳走访新场村4户");
  await told("王芳", "report.companion", number);
  await city.person("李明").says(`撤销 ${number}`);
  expect((await city.person("王芳").taps("对,我也在"))[0]?.text).toContain("已经由同行的代表撤销");
});

describe("a companion who answers in words of his own", () => {
  const VILLAGES = ["平寨村", "马场村", "龙井村", "石头村"];
  let n = 0;
  const named = async (): Promise<string> => {
    n += 1;
    const number = await report(
      "李明",
      `9月${n}日和罗文军走访${VILLAGES[n % VILLAGES.length] ?? ""}${n + 3}户`,
    );
    await told("罗文军", "report.companion", number);
    return number;
  };

  test.for(["我也在", "我在的", "是我", "我去了", "对,我也去了", "我也参加了", "那天我在"])(
    "%s is a yes",
    async (said) => {
      await named();
      expect((await city.person("罗文军").says(said))[0]?.kind).toBe("share.given");
      later();
    },
  );

  test.for(["不是我", "我没去", "没去", "我没有参加", "我不在", "那天我没去", "不是,我没去"])(
    "%s is a no",
    async (said) => {
      await named();
      expect((await city.person("罗文军").says(said))[0]?.kind).toBe("share.declined");
      later();
    },
  );

  test("is heard after he has looked at something else, and not a second time", async () => {
    await named();
    await city.person("罗文军").says("我的履职");
    expect((await city.person("罗文军").says("我没去"))[0]?.kind).toBe("share.declined");
    const [again] = await city.person("罗文军").says("我没去");
    expect(again?.kind).not.toMatch(/^share/u);
  });

  test("is not heard while a card of his own waits", async () => {
    await named();
    await city.person("罗文军").says("昨天走访陇脚村3户");
    const [answer] = await city.person("罗文军").says("我没去");
    expect(answer?.kind).not.toMatch(/^share/u);
    await city.person("罗文军").says("不记了");
  });
});

test("对 after another word is for the colleague who waits, who has said what and where", async () => {
  const number = await report("李明", "9月14日和王芳走访谷金村6户");
  const asked = await told("王芳", "report.companion", number);
  for (const piece of ["走访群众", "谷金村", "6户"]) expect(asked).toContain(piece);
  await city.person("王芳").says("你好");
  expect((await city.person("王芳").says("对"))[0]?.kind).toBe("share.given");
  const [again] = await city.person("王芳").says("对");
  expect(again?.kind).not.toBe("share.given");
});

test("对 said twice to a report of one's own is no yes to the colleague who waits", async () => {
  const number = await report("李明", "9月11日和王芳走访谷金村4户");
  await told("王芳", "report.companion", number);
  await report("王芳", "9月10日走访甘庄村9户");
  expect((await city.person("王芳").says("对"))[0]?.kind).toBe("help.stale");
});
