import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDay, toInstant, toLocal, toMinute } from "#src/domain/local-time.ts";

describe("the district's wall clock", () => {
  test("changes the day at midnight in China, eight hours before Greenwich", () => {
    expect(localDay(new Date("2026-11-24T15:59:59.999Z"), "Asia/Shanghai")).toBe("2026-11-24");
    expect(localDay(new Date("2026-11-24T16:00:00.000Z"), "Asia/Shanghai")).toBe("2026-11-25");
  });

  test("follows the summer time that China had until 1991", () => {
    expect(toLocal(new Date("1990-07-01T12:00:00Z"), "Asia/Shanghai").minute).toBe(toMinute("21:00"));
  });

  test.each(["Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"])(
    "in %s shows what the platform shows, and leads back to the instant",
    (zone) => {
      const format = new Intl.DateTimeFormat("sv-SE", {
        timeZone: zone,
        dateStyle: "short",
        timeStyle: "short",
      });
      const minute = fc.integer({ min: Date.UTC(1995, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
      fc.assert(
        fc.property(minute, (minutes) => {
          const at = new Date(minutes * 60_000);
          const local = toLocal(at, zone);
          const [day, time] = format.format(at).split(" ");
          expect(local).toEqual({ day, minute: toMinute(time ?? "") });
          // An hour that summer time repeats has two instants; both show the same wall clock.
          expect(toLocal(toInstant(local.day, local.minute, zone), zone)).toEqual(local);
        }),
        { numRuns: 200 },
      );
    },
  );

  test("an unknown zone is refused", () => {
    expect(() => toLocal(new Date(0), "Mars/Olympus")).toThrow(RangeError);
  });
});
