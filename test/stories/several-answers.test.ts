import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 王芳 is called to a group activity on the 22nd and to research on the 25th of September.
let city: City;
let a: string;
let b: string;
beforeAll(async () => {
  warmReader();
  city = await openCity();
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  const clerk = city.person("刘敏");
  const published = async (words: string) => {
    await clerk.says(words);
    return (await clerk.says("对"))[0]?.number ?? "";
  };
  a = await published("发布活动 9月22日上午9点 羊昌镇代表小组 视察");
  b = await published("发布活动 9月25日上午9点 羊昌镇代表小组 调研");
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from leaves`);
  await city.database.db.execute(sql`delete from dialogs`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const wang = () => city.person("王芳");
const short = (number: string) => number.replace(/-\d{4}-/u, "-");

async function answers(): Promise<readonly (string | null)[]> {
  const rows = await city.database.db.execute<{ said: string | null }>(sql`
    select coalesce(l.reason, t.answer) said from attendances t join people p on p.id = t.person_id
      join activities a on a.id = t.activity_id
      left join leaves l on l.activity_id = a.id and l.person_id = p.id
    where p.name = '王芳' and a.number in (${a}, ${b}) order by a.starts_at`);
  return rows.map((one) => one.said);
}

describe("one line that answers two calls: both take effect, and are said", () => {
  const lines: readonly (readonly [() => string, readonly string[]])[] = [
    [() => `参加${a}和${b}`, ["coming", "coming"]],
    [() => `参加 ${short(a)} ${short(b)}`, ["coming", "coming"]],
    [() => `${a}、${b}都参加`, ["coming", "coming"]],
    [() => `参加${a},${b}`, ["coming", "coming"]],
    [() => "22号视察我去,25号的调研去不了,要带孙子看病", ["coming", "family"]],
    [() => "22号视察我去25号的调研去不了要带孙子看病", ["coming", "family"]],
    [() => "两个会都去", ["coming", "coming"]],
    [() => "都参加", ["coming", "coming"]],
    [() => "这两个活动我都能来,谢谢", ["coming", "coming"]],
    [() => "22号25号都去", ["coming", "coming"]],
    [() => "两个活动都去不了,在外地出差", ["business_trip", "business_trip"]],
    [() => "22号去不了,25号也去不了,要带孙子看病", ["family", "family"]],
    [() => `请假 ${a} ${b} 出差`, ["business_trip", "business_trip"]],
    [() => `${a}参加,${b}请假 要去贵阳开会`, ["coming", "official_meeting"]],
    [() => "除了22号都参加,22号请假,要开家长会", ["family", "coming"]],
    [() => "22号那个我参加,别的都请假,要收稻子", ["coming", "farm_season"]],
  ];
  test.each(lines)("%s", async (said, kept) => {
    const answer = await answerTo(wang(), said());
    expect(await answers()).toEqual(kept);
    for (const number of [a, b]) expect(answer).toContain(number);
  });

  test("除了25号那个都去: why not to that one is asked, and any ground answers it", async () => {
    const asked = await answerTo(wang(), "除了25号那个都去");
    expect(asked).toContain(`参加：${a}`);
    expect(asked).toContain("什么原因");
    expect(await answers()).toEqual(["coming", null]);
    await wang().says("家里老人住院");
    expect(await answers()).toEqual(["coming", "family"]);
  });

  test("leave from both without a reason: one reason, by a tap or in words, holds for both", async () => {
    const asked = await answerTo(wang(), "两个都请假");
    for (const piece of [`请假：${a}`, `请假：${b}`, "什么原因"]) expect(asked).toContain(piece);
    expect(await answers()).toEqual([null, null]);
    await wang().taps("出差");
    expect(await answers()).toEqual(["business_trip", "business_trip"]);
  });

  test("the same in words", async () => {
    await wang().says("22号和25号都请假");
    await wang().says("我生病了");
    expect(await answers()).toEqual(["illness", "illness"]);
  });

  test("what meets no call is said, and the rest takes effect", async () => {
    const answer = await answerTo(wang(), "22号我去,28号也去");
    expect(answer).toContain("“28号”没有对上");
    expect(answer).toContain(a);
    expect(await answers()).toEqual(["coming", null]);
    const over = await answerTo(wang(), `参加 ${b} 活-2026-001`);
    expect(over).toContain("没有记：活-2026-001");
    expect(await answers()).toEqual(["coming", "coming"]);
  });

  test("leave that was asked for stays where only 都 is said, and that is told", async () => {
    await wang().says(`请假 ${a} 出差`);
    const answer = await answerTo(wang(), "都参加");
    expect(answer).toContain(`${a} 您请了假，没有动`);
    expect(await answers()).toEqual(["business_trip", "coming"]);
  });

  test("three are said, and there are two: which is asked, and nothing is answered", async () => {
    expect(await answerTo(wang(), "三个会都去")).toContain("没有记");
    expect(await answers()).toEqual([null, null]);
  });

  test("both on one day", async () => {
    await city.database.db.execute(sql`update activities set on_day = '2026-09-22',
      starts_at = '2026-09-22T14:00:00+08:00' where number = ${b}`);
    await wang().says("9月22号那两个活动我都参加");
    expect(await answers()).toEqual(["coming", "coming"]);
    await city.database.db.execute(sql`update activities set on_day = '2026-09-25',
      starts_at = '2026-09-25T09:00:00+08:00' where number = ${b}`);
  });
});

test.each([
  "22号走访了3户,25号去",
  "22号去了,25号也去了",
  "我和李明都去",
  "两个会都开完了",
  "22号到25号我出差",
  "都去过了",
  "路灯都去修了",
])("%s is no answer to two calls", async (words) => {
  await wang().says(words);
  expect(await answers()).not.toEqual(["coming", "coming"]);
  expect((await wang().says("活动")).map((one) => one.text).join()).toContain("还没回");
});

test.each([
  ["参加 活-2026-998", "已经开始、结束或取消"],
  ["9月22号我去", "记下您参加"],
])("%s is an answer to one, as before", async (words, piece) => {
  expect(await answerTo(wang(), words)).toContain(piece);
});
