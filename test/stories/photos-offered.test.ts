import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy, report } = reportingCity("罗文军");
const says = async (said: string) => (await deputy().says(said))[0];
async function filesOf(number: string): Promise<number> {
  const [row] = await city().database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from attachments a join duty_records r on r.id = a.record_id
    where r.number = ${number}`);
  return row?.n ?? 0;
}

describe("asked whether a photo is of the record that was filed last,", () => {
  test("words of another occasion are a no, and change nothing of the record", async () => {
    const last = await report("昨天走访石头村5户");
    const before = (await says(last))?.text;
    for (const no of [
      "不是,这是另外一次的",
      "不是这次的",
      "这是另一次的",
      "不是这条的照片",
      "另外一次的",
      "不对,是别的活动的",
      "和这次没关系",
      "先别附",
    ]) {
      expect((await deputy().shows(1))[0]?.kind).toBe("sure.attach");
      const answer = await says(no);
      expect([no, answer?.kind]).toEqual([no, "sure.dropped"]);
    }
    expect((await says(last))?.text).toBe(before);
    expect(await filesOf(last)).toBe(0);
  });

  test.for([
    "不是这次的,是9月14日接待那次的",
    "不是,是9月14日接待的",
    "是9月14日接待那次的",
    "不对,这是9月14日接待选民的",
    "应该是9月14日接待那次的",
  ])("%s: it is offered to that one, and no day is changed", async (said) => {
    const first = await report("9月14日在联络站接待选民12人");
    const last = await report("昨天走访石头村5户");
    await deputy().shows(1);
    const asked = await says(said);
    expect(asked?.kind).toBe("sure.attach");
    expect(asked?.text).toContain(first);
    await says("对");
    expect([await filesOf(first), await filesOf(last)]).toEqual([1, 0]);
    expect((await says(last))?.text).toContain("9月15日");
  });

  test("嗯, 是这次的 and 附上吧 are a yes", async () => {
    const last = await report("昨天走访石头村5户");
    for (const yes of ["嗯", "是这次的", "附上吧", "对,就是刚才那条的"]) {
      await deputy().shows(1);
      expect([yes, (await says(yes))?.kind]).toEqual([yes, "file.attached"]);
    }
    expect(await filesOf(last)).toBe(4);
  });

  test("a correction is still one of the record that it is asked of", async () => {
    const last = await report("昨天走访石头村5户");
    await deputy().shows(1);
    expect((await says("改成6户"))?.text).toContain(`已改好 ${last}`);
  });

  test("a report is still a report", async () => {
    await report("昨天走访石头村5户");
    await deputy().shows(1);
    expect((await says("前天接待选民3人"))?.kind).toBe("report.card");
  });
});
