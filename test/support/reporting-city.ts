import { afterEach, beforeAll, beforeEach } from "vitest";
import { type City, openCity } from "./city.ts";
import { warmReader } from "./warm-reader.ts";

/** A city of its own for every test of a file, in which one deputy reports. */
export function reportingCity(name: string) {
  let open: City | undefined;
  const city = (): City => {
    if (open === undefined) throw new TypeError("a city is open within a test only");
    return open;
  };
  beforeAll(() => {
    warmReader();
  });
  beforeEach(async () => {
    open = await openCity();
  });
  afterEach(() => city().close());
  const deputy = () => city().person(name);
  /** Files a report; its number. */
  const report = async (said: string): Promise<string> => {
    await deputy().says(said);
    return (await deputy().says("对"))[0]?.number ?? "";
  };
  return { city, deputy, report };
}
