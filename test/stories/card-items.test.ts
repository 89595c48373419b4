import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());

const says = async (name: string, said: string) => (await city.person(name).says(said))[0];

describe("a card of three things", () => {
  const open = () => says("王芳", "昨天走访黄连村3户。前天在联络站接待选民5人。9月13日在平寨村调解1起纠纷");
  afterEach(() => says("王芳", "不记了"));

  test.each(["第二条不要", "②不要了", "去掉第二条", "把第2条删掉", "第二条,不算", "删掉②", "接待那条不要"])(
    "%s takes the second off, and the others stay",
    async (said) => {
      await says("王芳", "昨天走访寨上村2户");
      await says("王芳", "对");
      expect((await open())?.text).toContain("③");
      const card = await says("王芳", said);
      expect(card?.kind).toBe("report.card");
      expect(card?.text).toContain("走访群众");
      expect(card?.text).toContain("调解纠纷");
      expect(card?.text).not.toContain("接待选民");
    },
  );

  test.each(["第五条不要", "第二条是6人"])("%s takes none off", async (said) => {
    await open();
    const card = await says("王芳", said);
    expect(card?.text.includes("接待选民") || card?.kind !== "report.card").toBe(true);
  });
});

describe("一条意见 is an opinion, and no number", () => {
  test.each([
    "再加一条意见:他家门口路灯也不亮",
    "还有一个问题,他家门口路灯不亮",
    "另外补一条意见:门口路灯坏了",
  ])("while the number is asked, %s comes onto the card", async (said) => {
    const asked = await says("罗文军", "昨天到杨大爷家坐了一下");
    const card = await says("罗文军", said);
    expect(card?.text).toContain("路灯");
    expect(card?.text).not.toContain("1条");
    expect(card?.kind).toBe(asked?.kind);
    await says("罗文军", "不记了");
  });

  test("with a card in view it is filed with the record", async () => {
    await says("罗文军", "昨天走访黄连村3户");
    const card = await says("罗文军", "另外还有一条意见,村口路灯不亮");
    expect(card?.text).toContain("黄连村");
    expect(card?.text).toContain("村口路灯不亮");
    expect(card?.text).not.toContain("一条意见");
    const filed = await says("罗文军", "对");
    expect(filed?.text).toMatch(/履-.*意-/s);
  });
});

describe("asked whether a record that stands is the one", () => {
  const again = async () => {
    const answer = await says("陈建国", "昨天走访平寨村4户");
    const asked = answer?.kind === "report.card" ? await says("陈建国", "对") : answer;
    return asked;
  };
  beforeAll(async () => {
    await again();
    await says("陈建国", "我的履职");
  });

  test.each(["是同一次", "同一次", "就是那次", "一样的", "重复了", "已经记过了", "是一回事,不用记了"])(
    "%s files nothing more",
    async (said) => {
      expect((await again())?.text).toContain("好像已经记过了");
      expect((await says("陈建国", said))?.kind).toBe("sure.dropped");
    },
  );

  test.each(["是另一次", "不是一回事", "另外一次", "不是同一次,再记一条", "那是两回事"])(
    "%s files one more",
    async (said) => {
      expect((await again())?.text).toContain("好像已经记过了");
      expect((await says("陈建国", said))?.kind).toBe("report.filed");
    },
  );
});
