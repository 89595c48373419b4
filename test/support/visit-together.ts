import { afterEach, beforeEach } from "vitest";
import { type City, openCity } from "./city.ts";
import { seen } from "./seen.ts";

/** The demo district, anew for each test, where 王芳 and 陈建国 may be asked about the visit that 李明 told of. */
export function visitTogether() {
  let city: City;
  beforeEach(async () => {
    city = await openCity();
  });
  afterEach(() => city.close());
  const says = async (name: string, said: string) => (await city.person(name).says(said))[0];
  const later = (): void => {
    city.now = new Date(city.now.getTime() + 60_000);
  };
  const told = (name: string, kind: string, words = ""): Promise<string> =>
    seen(
      () =>
        city
          .person(name)
          .heard()
          .findLast((one) => one.kind === kind && one.text.includes(words))?.text,
    );
  /** 李明's visit of yesterday to nine households, which both have said yes to. */
  const visit = async (): Promise<void> => {
    await says("李明", "昨天和王芳、陈建国走访黄连村9户");
    await says("李明", "对");
    for (const name of ["王芳", "陈建国"]) {
      await told(name, "report.companion");
      await city.person(name).taps("对,我也在");
    }
    later();
  };
  return { city: () => city, says, later, told, visit };
}
