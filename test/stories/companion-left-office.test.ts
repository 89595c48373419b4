import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};
const told = (name: string, number: string): Promise<string> =>
  seen(
    () =>
      city
        .person(name)
        .heard()
        .findLast((one) => one.kind === "report.companion" && one.text.includes(number))?.text,
  );

describe("a companion who left office between the report and his answer", () => {
  const leaveOffice = (name: string, on: string) =>
    city.database.db.execute(sql`update mandates set valid_to = ${on}::date, status = 'resigned'
      where person_id = (select id from people where name = ${name})`);

  test("still says that he was there, and it is a record of the mandate he held then", async () => {
    const number = await report("李明", "9月13日和韦国良走访甘庄村9户");
    await told("韦国良", number);
    await leaveOffice("韦国良", "2026-09-15");
    city.now = new Date(city.now.getTime() + 24 * 3_600_000);
    const [share] = await city.person("韦国良").taps("对,我也在");
    expect(share?.kind).toBe("share.given");
    const [row] = await city.database.db.execute<{ state: string; held: string }>(sql`
      select r.state, m.valid_to::text held from duty_records r join mandates m on m.id = r.mandate_id
        join people p on p.id = r.person_id
      where p.name = '韦国良' and r.shared_from is not null order by r.id desc limit 1`);
    expect(row).toEqual({ state: "confirmed", held: "2026-09-15" });
  });

  test("may as well say that he was not", async () => {
    const number = await report("李明", "9月12日和杨秀英走访石关村4户");
    await told("杨秀英", number);
    await leaveOffice("杨秀英", "2026-09-15");
    const [no] = await city.person("杨秀英").taps("不是我");
    expect(no?.kind).toBe("share.declined");
  });
});
