import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const says = async (name: string, said: string) => (await city.person(name).says(said))[0];
const told = (name: string, kind: string): Promise<string> =>
  seen(
    () =>
      city
        .person(name)
        .heard()
        .findLast((one) => one.kind === kind)?.text,
  );
const states = async (): Promise<unknown[]> =>
  (await city.database.db.execute<{ state: string }>(sql`select state from duty_records order by id`)).map(
    (one) => one.state,
  );
// So much was said since that its buttons are far up.
const buried = async (name: string): Promise<void> => {
  await city.database.db.execute(sql`delete from choices`);
  await says(name, "我的履职");
};

describe("what the clerk entered, days after it was told", () => {
  beforeEach(async () => {
    await says("刘敏", "代报 王芳 昨天走访黄连村9户");
    await says("刘敏", "对");
    await told("王芳", "report.entered");
    city.now = new Date(city.now.getTime() + 8 * 86_400_000);
    await buried("王芳");
  });

  test.each(["那天我没去,不对的", "那次我没参加", "这个不是我做的", "没有这回事", "我想起来了,我没去"])(
    "%s is asked about, and then it is out",
    async (said) => {
      const asked = await says("王芳", said);
      expect(asked?.kind).toBe("report.entered");
      expect(asked?.text).toContain("刘敏替您记了履职，对吗？");
      expect(asked?.text).toContain("履-2026-00001 走访群众，9月15日(周二)，黄连村，9户");
      expect(await states()).toEqual(["confirmed"]);
      expect((await city.person("王芳").taps("不对"))[0]?.kind).toBe("share.acknowledged");
      expect(await states()).toEqual(["withdrawn"]);
      expect(await told("刘敏", "share.denied")).toContain("履-2026-00001");
    },
  );

  test.each(["哦我想起来了,去了的", "看了一下,是对的", "查过了,确实去了"])(
    "%s is asked about, and a tap confirms it",
    async (said) => {
      expect((await says("王芳", said))?.kind).toBe("report.entered");
      expect((await city.person("王芳").taps("对"))[0]?.text).toContain("已确认");
    },
  );

  test.each(["我没去平寨村,是龙井村", "昨天没去成", "我记错了", "没去,那天生病"])(
    "%s is no word for it",
    async (said) => {
      expect((await says("王芳", said))?.kind).not.toBe("report.entered");
    },
  );
});

test("of a colleague's record it is asked again as well", async () => {
  await says("李明", "昨天和王芳走访黄连村3户");
  await says("李明", "对");
  await told("王芳", "report.companion");
  await buried("王芳");
  const asked = await says("王芳", "想起来了,我也去了");
  expect(asked?.text).toContain("李明代表说，这次履职您也在");
  expect((await city.person("王芳").taps("对,我也在"))[0]?.kind).toBe("share.given");
});

test("where nothing waits, nothing is done", async () => {
  expect((await says("王芳", "那次我没参加"))?.kind).toBe("help.chat");
});
