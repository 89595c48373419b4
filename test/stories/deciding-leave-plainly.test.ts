import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

let city: City;
let eleventh: string;
let fifteenth: string;
const clerk = () => city.person("刘敏");
const person = (name: string) => city.person(name);

async function publish(when: string): Promise<string> {
  await clerk().says(`发布活动 ${when} 羊昌镇代表小组 小组活动`);
  return (await clerk().says("对"))[0]?.number ?? "";
}

beforeAll(async () => {
  city = await openCity("2026-12-08T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  eleventh = await publish("12月11日上午9点半");
  fifteenth = await publish("12月15日上午9点");
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
});

const states = async () => {
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select p.name || ' ' || l.state said from leaves l join people p on p.id = l.person_id order by 1`);
  return rows.map(({ said }) => said);
};
const filed = async () => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select (select count(*) from opinions)::int + (select count(*) from duty_records)::int n`,
  );
  return row?.n;
};

describe("one wish waits, and staff decide on it in words of their own", () => {
  test.each([
    "李明请假我同意了",
    "李明请假11号的我同意",
    "李明代表的假可以,批了",
    "小李请假我同意了",
    "李代表的假批了",
    "同意李明请假",
    "李明的都批了",
    "准了",
    "批了",
    "准",
    "好,准了",
  ])("%s: it is shown, and granted with one yes", async (words) => {
    await person("李明").says(`请假 ${eleventh} 生病`);
    const before = await filed();
    const [asked] = await clerk().says(words);
    expect(asked?.text).toContain("准假，对吗？李明代表请假：生病");
    expect(await states()).toEqual(["李明 pending"]);
    await clerk().says("准了");
    expect(await states()).toEqual(["李明 approved"]);
    expect(await filed()).toBe(before);
  });

  test.each([
    ["不同意李明的假,没有医院证明", "没有医院证明"],
    ["李明的假不批,当天有表决", "当天有表决"],
    ["李明请假我不同意,因为当天要选举", "当天要选举"],
  ])("%s: the refusal is shown with its reason", async (words, reason) => {
    await person("李明").says(`请假 ${eleventh} 生病`);
    const before = await filed();
    const [asked] = await clerk().says(words);
    expect(asked?.text).toContain(reason);
    expect(await states()).toEqual(["李明 pending"]);
    await clerk().says("对");
    expect(await states()).toEqual(["李明 refused"]);
    expect(await filed()).toBe(before);
  });

  test.each(["李明11号请假准了没有", "李明的假批了吗", "等李明把证明交来再准假", "李明的假还没批"])(
    "%s: nothing is decided before a yes, and nothing filed",
    async (words) => {
      await person("李明").says(`请假 ${eleventh} 生病`);
      const before = await filed();
      expect(await answerTo(clerk(), words)).toContain("李明");
      expect(await states()).toEqual(["李明 pending"]);
      expect(await filed()).toBe(before);
    },
  );

  test("whether it was granted is told where it was", async () => {
    await person("李明").says(`请假 ${eleventh} 生病`);
    await clerk().says("准了");
    await clerk().says("对");
    expect(await answerTo(clerk(), "李明11号请假准了没有")).toContain("刘敏已经准假了");
  });
});

test.each(["准假", "准假了", "批准"])(
  "%s under the card that asks is its yes, and lists nothing",
  async (words) => {
    await person("李明").says(`请假 ${eleventh} 生病`);
    await person("王芳").says(`请假 ${eleventh} 生病`);
    await clerk().says("李明的假准了");
    expect(await answerTo(clerk(), words)).not.toContain("待批的请假");
    expect(await states()).toEqual(["李明 approved", "王芳 pending"]);
  },
);

test("不准假 under the card of a refusal refuses, and under the card of a grant it does not grant", async () => {
  await person("李明").says(`请假 ${eleventh} 生病`);
  await clerk().says("李明的假准了");
  await clerk().says("不准假");
  expect(await states()).toEqual(["李明 pending"]);
  await clerk().says("李明的假不批,当天有表决");
  await clerk().says("不准假");
  expect(await states()).toEqual(["李明 refused"]);
});

describe("several wait", () => {
  beforeEach(async () => {
    for (const name of ["李明", "王芳"]) await person(name).says(`请假 ${eleventh} 生病`);
    await person("李明").says(`请假 ${fifteenth} 出差`);
  });

  test("准了 asks which, and one tap and a yes decide on that one", async () => {
    const [which] = await clerk().says("准了");
    expect(which?.choices).toHaveLength(3);
    await clerk().taps(which?.choices.find(({ label }) => label.startsWith("王芳"))?.label ?? "");
    await clerk().says("对");
    expect(await states()).toEqual(["李明 pending", "李明 pending", "王芳 approved"]);
  });

  test("the day tells which of one deputy's", async () => {
    expect((await clerk().says("李明请假15号的我同意"))[0]?.text).toContain(fifteenth);
  });

  test("李明和王芳的都批了 shows both wishes", async () => {
    const [asked] = await clerk().says("李明和王芳的都批了");
    for (const piece of ["李明", "王芳", "都准吗"]) expect(asked?.text).toContain(piece);
  });
});

test.each(["群众反映厂里不准请假", "今天在黄连村批评了王芳", "李明批发部的路灯坏了", "批准李明辞职"])(
  "%s decides on no leave",
  async (words) => {
    await person("李明").says(`请假 ${eleventh} 生病`);
    expect(await answerTo(clerk(), words)).not.toContain("准假");
    expect(await states()).toEqual(["李明 pending"]);
  },
);

test("a belated wish is refused with words that fit what is over, and till then the absence only rests", async () => {
  city.now = new Date("2026-12-11T18:00:00+08:00");
  for (const said of [`到会 ${eleventh} 除王芳外全到`, "对", `定稿 ${eleventh}`, "对"])
    await clerk().says(said);
  await person("王芳").says("收到");
  await person("王芳").says(`补假 ${eleventh} 生病输液`);
  const told = heardOf(person("王芳"), "absence.withdrawn").at(-1)?.text ?? "";
  expect(told).toContain("暂不算缺席");
  expect(told).not.toContain("不用再做什么");
  await clerk().says("不同意王芳的补假,没有医院证明");
  await clerk().says("对");
  const refused = heardOf(person("王芳"), "activity.leave-decided").at(-1)?.text ?? "";
  expect(refused).toContain("没有医院证明");
  expect(refused).not.toContain("请尽量到会");
});
