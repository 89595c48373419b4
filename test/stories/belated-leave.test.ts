import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// Absent on 7 December by a final register, called to the 10th; another activity of the 3rd is not final yet.
let city: City;
let third: string;
let seventh: string;
let tenth: string;
const clerk = () => city.person("刘敏");
const luo = () => city.person("罗文军");

async function publish(when: string): Promise<string> {
  await clerk().says(`发布活动 ${when} 羊昌镇代表小组 小组活动`);
  return (await clerk().says("对"))[0]?.number ?? "";
}

beforeAll(async () => {
  city = await openCity("2026-12-01T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  third = await publish("12月3日上午9点");
  seventh = await publish("12月7日上午9点");
  await luo().says(`参加 ${seventh}`);
  city.now = new Date("2026-12-07T18:00:00+08:00");
  tenth = await publish("12月10日上午9点");
  for (const said of [`到会 ${seventh} 除罗文军外全到`, "对", `定稿 ${seventh}`, "对"])
    await clerk().says(said);
  city.now = new Date("2026-12-08T09:00:00+08:00");
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from leaves`);
  await city.database.db.execute(sql`delete from dialogs`);
});

const kept = async () => {
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select a.number || ' ' || l.reason || ' ' || l.late said from leaves l join people p on p.id = l.person_id
      join activities a on a.id = l.activity_id where p.name = '罗文军' order by 1`);
  return rows.map(({ said }) => said);
};
const others = async () => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select (select count(*) from opinions)::int + (select count(*) from duty_records)::int n`,
  );
  return row?.n;
};

describe("leave asked for belatedly", () => {
  test.each([
    ["补假 7号那天我母亲住院", "family"],
    ["补假 12月7日那次单位值班", "work_shift"],
    ["补假 12月7日 生病输液", "illness"],
    ["我想补个假,7号我母亲住院了", "family"],
    ["7号的活动没去成,补请个假,在医院输液", "illness"],
    ["昨天的活动没来成,请个假,单位值班", "work_shift"],
    ["把昨天的假补上,孩子发烧", "family"],
  ])("%s is of the past activity that was named", async (words, reason) => {
    const before = await others();
    expect(await answerTo(luo(), words)).toContain("补假");
    expect(await kept()).toEqual([`${seventh} ${reason} true`]);
    expect(await others()).toBe(before);
  });

  test("with the number", async () => {
    await luo().says(`补假 ${seventh} 生病输液`);
    await luo().says(`${third} 补个假,家里老人过世`);
    expect(await kept()).toEqual([`${third} family true`, `${seventh} illness true`]);
    // Whoever decides sees that it was asked for late.
    expect(await answerTo(clerk(), `准假 罗文军 ${third}`)).toContain("罗文军代表补假：家事");
    await clerk().says("不用了");
    await luo().says(`请假 ${tenth} 出差`);
    expect(await answerTo(clerk(), `准假 罗文军 ${tenth}`)).toContain("罗文军代表请假：出差");
    await clerk().says("不用了");
  });

  test("where no day is named, which one is asked; where no ground is, that", async () => {
    const [which] = await luo().says("补假 生病输液");
    expect(which?.text).toContain("给哪一场补假");
    expect(which?.text).not.toContain(tenth);
    await luo().says("7号那场");
    expect(await kept()).toEqual([`${seventh} illness true`]);
    const [why] = await luo().says("补假 12月3日");
    expect(why?.text).toContain("什么原因");
    await luo().says("孩子发烧");
    expect(await kept()).toEqual([`${third} family true`, `${seventh} illness true`]);
  });

  test.each(["补假 10号 生病", "补假 12月5日生病输液", "补假 活-2026-001 生病", "补假 8号我有事"])(
    "%s names nothing that was missed: nothing is asked for, nothing is written down",
    async (words) => {
      const before = await others();
      expect(await answerTo(luo(), words)).toContain("没有找到您能补假的活动");
      expect(await kept()).toEqual([]);
      expect(await others()).toBe(before);
    },
  );
});
