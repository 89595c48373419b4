import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy: luo, report } = reportingCity("罗文军");
async function filesOf(number: string): Promise<number> {
  const [row] = await city().database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from attachments a join duty_records r on r.id = a.record_id
    where r.number = ${number}`);
  return row?.n ?? 0;
}

describe("photos of something that was filed", () => {
  test.each([
    (number: string) => `${number}的照片`,
    (number: string) => `附到${number}上`,
    (number: string) => `这是${number}的`,
    (number: string) => number,
  ])("go there by its number, whatever was filed since (%#)", async (words) => {
    const first = await report("9月14日在联络站接待选民12人");
    const last = await report("昨天走访黄连村5户");
    const [done] = await luo().shows(2, words(first));
    expect(done?.kind).toBe("file.attached");
    expect([await filesOf(first), await filesOf(last)]).toEqual([2, 0]);
  });

  test.each(["附到%上", "把照片附到%", "这几张照片是%的", "照片补到%里"])(
    "that wait go there by %s",
    async (words) => {
      const first = await report("9月14日在联络站接待选民12人");
      await report("昨天走访黄连村5户");
      await luo().shows(1);
      const [done] = await luo().says(words.replace("%", first));
      expect(done?.kind).toBe("file.attached");
      expect(await filesOf(first)).toBe(1);
      expect((await luo().says("我的履职"))[0]?.text).not.toContain("附件");
    },
  );

  test.each(["这张是9月14日接待选民的", "这张是9月14号接待那次的", "接待那次的照片", "照片附到接待那条"])(
    "are asked about where %s says what they are of",
    async (words) => {
      const first = await report("9月14日在联络站接待选民12人");
      const last = await report("昨天走访黄连村5户");
      const [asked] = await luo().shows(1, words);
      expect(asked?.kind).toBe("sure.attach");
      expect(asked?.text).toContain(first);
      expect(asked?.text).toContain("接待选民");
      await luo().taps("对,附上");
      expect([await filesOf(first), await filesOf(last)]).toEqual([1, 0]);
    },
  );

  test("are moved there by words that come after them, from what was asked first and from a card", async () => {
    const first = await report("9月14日在联络站接待选民12人");
    await report("昨天走访黄连村5户");
    await luo().shows(3);
    expect((await luo().says("这张是9月14日接待选民的"))[0]?.text).toContain(first);
    await luo().says("对");
    expect(await filesOf(first)).toBe(3);
    await luo().says("今天上午走访平寨村3户");
    await luo().shows(1);
    const [asked] = await luo().says("刚才的照片是9月14日接待那次的");
    expect(asked?.text).toContain(first);
    await luo().taps("对,附上");
    expect(await filesOf(first)).toBe(4);
    const [card] = await luo().says("看卡片");
    expect(card?.text).not.toContain("附件");
  });

  test("do not lie on a card about something else, and that which they lie on is named", async () => {
    const first = await report("9月14日在联络站接待选民12人");
    await luo().says("今天上午走访平寨村3户");
    const [asked] = await luo().shows(1, "这张是9月14号接待那次的");
    expect(asked?.text).toContain(first);
    await luo().taps("对,附上");
    expect(await filesOf(first)).toBe(1);
    const [told] = await luo().shows(1, "今天走访的照片");
    expect(told?.kind).toBe("file.on-card");
    expect(told?.text).toContain("走访群众");
    expect(told?.text).toContain("平寨村");
  });

  test("that fit two are put where a tap says", async () => {
    const [one, other] = [await report("9月14日走访黄连村5户"), await report("9月13日走访平寨村4户")];
    const [asked] = await luo().shows(1, "走访那次的照片");
    expect(asked?.kind).toBe("file.which");
    await luo().taps(`附到 ${one}`);
    expect([await filesOf(one), await filesOf(other)]).toEqual([1, 0]);
  });

  test("of what nobody filed wait, or are on the report that their words make", async () => {
    await report("9月14日走访黄连村5户");
    expect((await luo().shows(1, "这张是9月10号接待那次的"))[0]?.kind).toBe("file.unlike");
    const [card] = await luo().says("9月10日在联络站接待选民2人");
    expect(card?.text).toContain("附件1个");
    await luo().says("算了");
    await luo().says("不要附件");
    const [fresh] = await luo().shows(1, "今天走访平寨村3户的照片");
    expect(fresh?.kind).toBe("report.card");
    expect(fresh?.text).toContain("附件1个");
  });

  test("that come after a receipt, behind which an older card came back, are asked about", async () => {
    await luo().says("前天走访平寨村3户");
    await luo().says("我的履职");
    const number = await report("昨天在联络站接待选民2人");
    const [asked] = await luo().shows(1);
    expect(asked?.kind).toBe("file.whose");
    expect(asked?.text).toContain(number);
    expect(asked?.text).toContain("平寨村");
    await luo().taps("附到没确认的那张");
    expect((await luo().says("看卡片"))[0]?.text).toContain("附件1个");
    expect(await filesOf(number)).toBe(0);
  });
});

describe("photos that are not wanted", () => {
  test.each(["照片发错了", "刚才那张照片不要", "把照片删了", "发错图了"])(
    "are shown at %s before they are taken off the record, which stays",
    async (words) => {
      const number = await report("昨天走访黄连村5户");
      await luo().shows(1, `${number}的照片`);
      const [asked] = await luo().says(words);
      expect(asked?.kind).toBe("sure.take-off");
      expect(asked?.text).toContain(number);
      expect(await filesOf(number)).toBe(1);
      expect((await luo().taps("对,拿掉"))[0]?.kind).toBe("file.taken-off");
      expect(await filesOf(number)).toBe(0);
      expect((await luo().says(number))[0]?.text).toContain("待核实");
    },
  );

  test("are one, one of several, or all", async () => {
    const number = await report("昨天走访黄连村5户");
    await luo().shows(4, `${number}的照片`);
    await luo().says("把最后一张照片删了");
    await luo().taps("对,拿掉");
    expect(await filesOf(number)).toBe(3);
    await luo().says(`把${number}的第2张照片去掉`);
    await luo().taps("对,拿掉");
    expect(await filesOf(number)).toBe(2);
    await luo().says("昨天走访那次的照片发错了");
    await luo().taps("全部拿掉");
    await luo().taps("对,拿掉");
    expect(await filesOf(number)).toBe(0);
    const changes = await city().database.db.execute(sql`
      select before, after from record_changes where field = 'files' order by id`);
    expect([...changes]).toHaveLength(4);
  });

  test("on a card are taken off the card", async () => {
    await luo().shows(2, "昨天走访黄连村5户");
    expect((await luo().says("照片发错了"))[0]?.kind).toBe("file.which-off");
    expect((await luo().says("第5张照片不要"))[0]?.kind).toBe("file.which-off");
    const [card] = await luo().taps("只去掉最后一张");
    expect(card?.text).toContain("附件1个");
    const [bare] = await luo().says("照片不要了");
    expect(bare?.kind).toBe("report.card");
    expect(bare?.text).not.toContain("附件");
  });

  test("of a verified record stay, and nobody takes another's off", async () => {
    const number = await report("昨天走访黄连村5户");
    await luo().shows(1, `${number}的照片`);
    expect((await city().person("王芳").says(`把${number}的照片拿掉`))[0]?.text).toContain("没有找到");
    await city().person("刘敏").says(`核实 ${number}`);
    expect((await luo().says("照片发错了"))[0]?.text).toContain("已经核实");
    expect(await filesOf(number)).toBe(1);
  });

  test.each(["不要照片", "照片怎么删", "村里的图书室删了", "撤销昨天学习文件那条", "撤销昨天图书馆的走访"])(
    "are not what %s is about",
    async (words) => {
      const number = await report("昨天走访黄连村5户");
      await luo().shows(1, `${number}的照片`);
      const [answer] = await luo().says(words);
      expect(answer?.kind).not.toBe("sure.take-off");
      expect(await filesOf(number)).toBe(1);
    },
  );
});
