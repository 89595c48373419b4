import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy: li, report } = reportingCity("李明");

describe("what was sent back and then taken back by mistake", () => {
  test("waits to be put right where it had been sent back", async () => {
    const number = await report("昨天走访黄连村12户");
    await city().person("刘敏").says(`退回 ${number} 户数不对`);
    await city().person("刘敏").taps("对,退回");
    await li().says(`撤销 ${number}`);
    await li().says(`恢复 ${number}`);
    expect((await li().taps("对,恢复"))[0]?.text).toContain("原来是退回的");
    expect((await li().says(number))[0]?.text).toContain("已退回");
  });

  const sendBack = async (number: string): Promise<void> => {
    await city().person("刘敏").says(`退回 ${number} 户数不对`);
    await city().person("刘敏").taps("对,退回");
  };
  const stateOf = async (number: string): Promise<string | undefined> => {
    const [row] = await city().database.db.execute<{ state: string }>(
      sql`select state from duty_records where number = ${number}`,
    );
    return row?.state;
  };
  const takeBackAndRestore = async (number: string): Promise<void> => {
    await li().says(`撤销 ${number}`);
    await li().says(`恢复 ${number}`);
    await li().taps("对,恢复");
  };

  test("stands where it had been sent back and was put right before it was taken back", async () => {
    const number = await report("昨天走访黄连村12户");
    await sendBack(number);
    await li().says(`改 ${number} 数量 11户`);
    expect(await stateOf(number)).toBe("confirmed");
    await takeBackAndRestore(number);
    expect(await stateOf(number)).toBe("confirmed");
    await sendBack(number);
    await takeBackAndRestore(number);
    expect(await stateOf(number)).toBe("returned");
  });

  test("a share that was sent back is not put right by what the colleague makes of the record it came from", async () => {
    await city().person("王芳").says("昨天和李明走访黄连村12户");
    const [origin] = await city().person("王芳").says("对");
    const [share] = await li().taps("对,我也在");
    await sendBack(share?.number ?? "");
    await city()
      .person("王芳")
      .says(`改 ${origin?.number ?? ""} 数量 11户`);
    await takeBackAndRestore(share?.number ?? "");
    expect(await stateOf(share?.number ?? "")).toBe("returned");
  });

  test("tells nobody that it is back where it comes back as sent back", async () => {
    const number = await report("昨天和王芳走访黄连村12户");
    await city().person("王芳").taps("对,我也在");
    await sendBack(number);
    await takeBackAndRestore(number);
    const told = city().person("王芳").heard();
    expect(told.some((one) => one.text.includes(`${number}撤销了`))).toBe(true);
    expect(told.some((one) => one.text.includes(`${number}恢复了`))).toBe(false);
  });
});
