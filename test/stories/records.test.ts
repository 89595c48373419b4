import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
const numbers: string[] = [];
beforeAll(async () => {
  city = await openCity();
  for (const said of ["9月14日和王芳走访黄连村12户", "今天走访平寨村3户"]) {
    await city.person("李明").shows(2, said);
    numbers.push((await city.person("李明").says("对"))[0]?.number ?? "");
  }
});
afterAll(() => city.close());

const show = async (name: string, said: string) => (await city.person(name).says(said))[0];

describe("a record by its number", () => {
  test("is shown to its deputy with everything that is kept of it", async () => {
    for (const said of [numbers[0] ?? "", `记录 ${numbers[0]}`, "查看履2026-1"]) {
      const shown = await show("李明", said);
      expect(shown?.kind).toBe("record.shown");
      for (const piece of ["走访群众(待核实)", "9月14日(周一)", "黄连村", "12户", "王芳(还没回)", "附件2个"])
        expect(shown?.text).toContain(piece);
      // Sent in one moment: nobody knows which came first.
      const files = new Set(shown?.attachments.map((one) => one.name));
      expect(files).toEqual(new Set(["现场1.png", "现场2.png"]));
    }
  });

  test("is shown to the clerk who verifies it, who then taps once", async () => {
    const shown = await show("刘敏", numbers[1] ?? "");
    expect(shown?.text).toContain("李明 走访群众");
    expect(shown?.attachments).toHaveLength(2);
    const [done] = await city.person("刘敏").taps("核实");
    expect(done?.text).toContain(`已核实 ${numbers[1]}`);
    expect((await show("李明", numbers[1] ?? ""))?.text).toContain("已核实");
  });

  test("reads like nothing to a colleague, and to the clerk of another town", async () => {
    for (const name of ["陈建国", "赵勇"])
      expect((await show(name, numbers[0] ?? ""))?.text).toBe((await show(name, "履-2026-09999"))?.text);
  });

  test("tells how many files it has where records are listed", async () => {
    await city.person("李明").says("我的履职");
    expect((await show("李明", "为什么"))?.text).toContain("附件2个");
    expect((await show("刘敏", "核实 全部"))?.text).toContain("附件2个");
    await city.person("刘敏").says("不用了");
  });
});

describe("a correction with a number", () => {
  test.each([
    ["改 履-2026-00001 数量 13户", "13户"],
    ["履-2026-00001 改地点 甘庄村", "甘庄村"],
    ["把履-2026-00001的时间改成9月13日", "9月13日"],
  ])("%s changes that record and no other", async (said, piece) => {
    city.now = new Date(city.now.getTime() + 60_000);
    expect((await show("李明", said))?.text).toContain("已改好 履-2026-00001");
    expect((await show("李明", numbers[0] ?? ""))?.text).toContain(piece);
  });

  test("leaves its trace, and what is no correction changes nothing", async () => {
    expect((await show("李明", "改 履-2026-00001 好好"))?.text).toContain("没有改动");
    expect((await show("李明", numbers[0] ?? ""))?.text).toContain("改过3次");
  });

  test("is how a record that came back after a month is put right", async () => {
    await city.person("王芳").says("今天走访新场村4户");
    const number = (await city.person("王芳").says("对"))[0]?.number ?? "";
    city.now = new Date(city.now.getTime() + 30 * 24 * 3_600_000);
    await city.person("王芳").says("今天走访石关村6户");
    await city.person("王芳").says("对");
    await city.person("刘敏").says(`退回 ${number} 户数不对`);
    await city.person("刘敏").says("对");
    const told = city
      .person("王芳")
      .heard()
      .findLast((one) => one.kind === "verify.came-back");
    expect(told?.text).toContain(`改 ${number} 时间`);
    expect((await show("王芳", `改 ${number} 数量 5户`))?.text).toContain(`已改好 ${number}`);
    expect((await show("王芳", number))?.text).toContain("待核实");
  });
});
