import { describe, expect, test } from "vitest";
import { seen } from "#test/support/seen.ts";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy, report: files } = reportingCity("李明");
const aMinuteLater = (): void => {
  city().now = new Date(city().now.getTime() + 60_000);
};
const saysAs = async (name: string, said: string) => {
  aMinuteLater();
  return (await city().person(name).says(said))[0];
};
const says = (said: string) => saysAs("李明", said);
const report = (said: string): Promise<string> => {
  aMinuteLater();
  return files(said);
};
const sentBack = async (...numbers: readonly string[]): Promise<void> => {
  await saysAs("刘敏", `退回 ${numbers.join(" ")} 户数不对`);
  await saysAs("刘敏", "对");
};
const hearsOf = (number: string) =>
  seen(() =>
    deputy()
      .heard()
      .find((one) => one.kind === "verify.came-back" && one.text.includes(number)),
  );
const told = async (number: string): Promise<string> => (await deputy().says(number))[0]?.text ?? "";

describe("of an older record and one that was filed last, a correction without a name is", () => {
  const both = async (): Promise<readonly [string, string]> => [
    await report("9月12日走访平寨村7户"),
    await report("9月14日走访新场村8户"),
  ];

  test.for(["改成5户", "又数了一遍,改成5户", "不对,是5户", "应该是5户", "那改成5户吧", "户数改为5户"])(
    "%s: of the one that was put right just before",
    async (said) => {
      const [older, last] = await both();
      await says("9月12号那条改成4户");
      expect((await says(said))?.text).toContain(`已改好 ${older}`);
      expect(await told(last)).toContain("8户");
    },
  );

  test("of the one that staff sent back meanwhile", async () => {
    const [older, last] = await both();
    await sentBack(older);
    await hearsOf(older);
    expect((await says("那改成6户吧"))?.text).toContain(`已改好 ${older}`);
    expect(await told(last)).toContain("8户");
  });

  test("not of the one that was sent back by night, before he hears of it in the morning", async () => {
    const [older, last] = await both();
    city().now = new Date("2026-09-16T22:10:00+08:00");
    await sentBack(older);
    expect((await says("改成6户"))?.text).toContain(`已改好 ${last}`);
    await report("9月13日走访甘庄村9户");
    city().now = new Date("2026-09-17T08:01:00+08:00");
    await hearsOf(older);
    expect((await says("改成5户"))?.text).toContain(`已改好 ${older}`);
  });

  test("asked, where two were sent back together", async () => {
    const [older, last] = await both();
    await sentBack(older, last);
    await hearsOf(older);
    await hearsOf(last);
    expect((await says("改成6户"))?.kind).toBe("report.which");
  });

  test("of what was filed last, once something was filed after the change", async () => {
    const [older] = await both();
    await says("9月12号那条改成4户");
    const third = await report("9月13日走访甘庄村9户");
    expect((await says("改成3户"))?.text).toContain(`已改好 ${third}`);
    expect(await told(older)).toContain("4户");
  });

  test("asked, where only the other one counts such a thing", async () => {
    const first = await report("9月12日接待选民7人");
    const last = await report("9月14日走访新场村8户");
    await says("9月12号那条改成4人");
    const answer = await says("改成6户");
    expect(answer?.kind).toBe("report.which");
    expect(answer?.text).toContain(first);
    expect(answer?.text).toContain(last);
  });

  test("and what is put right after a bare 撤销 is asked", async () => {
    const [older, last] = await both();
    await says("9月12号那条改成4户");
    const answer = await says("撤销");
    expect(answer?.kind).not.toBe("report.withdrawn");
    expect([await told(older), await told(last)].join()).not.toContain("已撤销");
  });
});
