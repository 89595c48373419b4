import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
let number: string;
let notice: OutboundMessage;
const clerk = () => city.person("刘敏");
const wang = () => city.person("王芳");

beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-20T10:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  await city.database.db.execute(sql`delete from dialogs`);
  await clerk().says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  number = (await clerk().says("对"))[0]?.number ?? "";
  await eventually(() => {
    const found = heardOf(wang(), "activity.invited").at(-1);
    if (found?.number !== number) throw new Error("no notice yet");
    notice = found;
  });
});

/** Presses a button of the notice, whatever came after it; what is answered, as one text. */
async function presses(label: "参加" | "请假"): Promise<string> {
  const choice = notice.choices.find((one) => one.label === label)?.id ?? "";
  return (await wang().tapsId(choice)).map((one) => one.text).join("\n");
}

const standing = async () => {
  const [row] = await city.database.db.execute<{ said: string }>(sql`
    select coalesce(t.answer, '') || ' ' || coalesce(l.state, '') said from attendances t
      join people p on p.id = t.person_id join activities a on a.id = t.activity_id
      left join leaves l on l.activity_id = a.id and l.mandate_id = t.mandate_id
    where p.name = '王芳' and a.number = ${number}`);
  return row?.said;
};

describe("a deputy presses the other button of a notice that she has answered", () => {
  test("请假 after 参加 asks why, and the reason is leave", async () => {
    expect(await presses("参加")).toContain("记下您参加");
    expect(await presses("请假")).toContain("什么原因");
    await wang().taps("生病");
    expect(await standing()).toBe("leave pending");
  });

  test("参加 after 请假 takes the leave back, and the clerk hears it", async () => {
    await presses("请假");
    await wang().taps("出差");
    expect(await presses("参加")).toContain("假撤回了");
    expect(await standing()).toBe("coming withdrawn");
    await eventually(() => expect(heardOf(clerk(), "activity.leave-withdrawn")).toHaveLength(1));
  });

  test("参加 before a reason was given is coming, and no leave", async () => {
    await presses("请假");
    expect(await presses("参加")).toContain("记下您参加");
    expect(await standing()).toBe("coming ");
  });

  test("there and back again: what was pressed last stands", async () => {
    await presses("参加");
    await presses("请假");
    await wang().taps("生病");
    await presses("参加");
    expect(await presses("请假")).toContain("什么原因");
    await wang().taps("生病");
    expect(await standing()).toBe("leave pending");
  });
});

describe("a deputy presses the same button twice", () => {
  test("参加: nothing is done twice, and she hears that it stands", async () => {
    await presses("参加");
    const again = await presses("参加");
    expect(again).toContain("您已经回过参加");
    expect(again).toContain("来不了，说：请假");
    expect(await standing()).toBe("coming ");
  });

  test("请假: the leave that waits is said to wait, and nobody is asked for it twice", async () => {
    await presses("请假");
    await wang().taps("生病");
    const asked = heardOf(clerk(), "activity.leave-asked").length;
    expect(await presses("请假")).toContain("还在等批准");
    expect(heardOf(clerk(), "activity.leave-asked")).toHaveLength(asked);
  });

  test("a reason: it was given", async () => {
    await presses("请假");
    await wang().taps("生病");
    expect((await wang().taps("出差"))[0]?.text).toContain("已经办过了");
    expect(await standing()).toBe("leave pending");
  });
});

test("a notice of what was called off asks for no answer and no leave, whichever is pressed", async () => {
  await clerk().says(`取消活动 ${number} 场地维修`);
  await clerk().says("对");
  expect(await presses("参加")).toContain("已经取消了，没有改动。\n不用来，也不用请假");
  expect(await presses("请假")).toContain("不用来，也不用请假");
});

test("what was called off is said of a number as well, and nothing is known of what others were called to", async () => {
  await clerk().says(`取消活动 ${number} 场地维修`);
  await clerk().says("对");
  expect(await answerTo(wang(), `参加 ${number}`)).toContain("不用来，也不用请假");
  expect(await answerTo(city.person("吴红梅"), `参加 ${number}`)).not.toContain("取消了，没有改动。\n不用来");
});
