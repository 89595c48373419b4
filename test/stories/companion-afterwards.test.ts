import { beforeEach, describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";
import { seen } from "#test/support/seen.ts";

// Who else was there is told after the record stands, in plain words: it is put right there, and the colleague is asked.
const { city, deputy, report } = reportingCity("吴红梅");
const says = async (said: string) => (await deputy().says(said)).at(-1);

describe("with a visit of yesterday and one to old people of Sunday on record,", () => {
  let home = "";
  let visit = "";
  beforeEach(async () => {
    home = await report("9月13日去东风镇敬老院慰问,看了12个老人");
    visit = await report("昨天走访头堡村8户");
  });

  test.for([
    "昨天周志强也一起去的",
    "昨天走访周志强也去了",
    "昨天下午周志强也在",
    "忘了说,昨天头堡村走访周志强也去了",
    "头堡村那次周志强也在",
    "还有周志强",
    "忘了说,周志强也在",
  ])("%s adds him to the visit, and he is asked", async (said) => {
    const answer = await says(said);
    expect(answer?.text).toContain(`已改好 ${visit}`);
    expect(answer?.text).toContain("同行：周志强，已去问本人");
    const asked = await seen(() =>
      city()
        .person("周志强")
        .heard()
        .find((one) => one.kind === "report.companion"),
    );
    expect(asked.text).toContain(visit);
    expect((await says(visit))?.text).toContain("改动");
  });

  test.for(["13号慰问周志强也去了", "9月13号慰问的时候周志强也去了的", "慰问那天周志强也在"])(
    "%s adds him to what was done on Sunday, and files nothing",
    async (said) => {
      expect((await says(said))?.text).toContain(`已改好 ${home}`);
      expect((await says("我的履职"))?.text).toContain("履职2次");
    },
  );

  test("昨天周志强没去 takes him off again", async () => {
    await says("昨天周志强也一起去的");
    expect((await says("昨天周志强没去"))?.text).toContain("不再写：周志强");
  });

  test("a visit that is not on record is told for the first time", async () => {
    const card = await says("前天走访平寨村张伟也去了");
    expect(card?.text).toMatch(/【走访群众】9月14日\(周一\)，平寨村，同行：张伟$/mu);
    await deputy().says("不记了");
  });

  test.for(["昨天走访平寨村3户,周志强也去了", "周志强昨天也去了贵阳", "昨天周志强说路灯坏了"])(
    "%s adds nobody to what stands",
    async (said) => {
      await says(said);
      await says("都不要了");
      expect((await says(visit))?.text).not.toContain("周志强");
    },
  );
});

test("on the card that is in view he comes onto the card", async () => {
  await deputy().says("前天走访了3户");
  expect((await says("前天张伟也一起去的"))?.text).toMatch(/3户，同行：张伟$/mu);
});

describe("a correction that says what was counted before", () => {
  test.for([
    ["刚才那个不是五户,是6户,漏数了一家", "6户"],
    ["那条少数了一户,应该是6户", "6户"],
    ["不是5户,是7户", "7户"],
    ["刚才那条少记了一户,一共6户", "6户"],
  ])("%s puts right the last", async ([said = "", now = ""]) => {
    const number = await report("今早罗吊村走访5户");
    const answer = await says(said);
    expect(answer?.text).toContain(`已改好 ${number}`);
    expect(answer?.text).toContain(`9月16日(周三)，${now}`);
  });

  test("of another record than the last is shown before it is put right", async () => {
    const first = await report("昨天走访罗吊村5户");
    const last = await report("今天走访平寨村8户");
    const asked = await says("不是五户,是6户");
    expect(asked?.kind).toBe("report.which");
    expect(asked?.text).toContain(first);
    expect(asked?.text).not.toContain(last);
    await deputy().taps(`改 ${first}`);
    expect((await says(first))?.text).toContain("6户");
    expect((await says(last))?.text).toContain("8户");
  });
});
