/** A whole year's holidays as an office would list them in its rules. */
export const holidaysOf = (year: number): Readonly<Record<string, "holiday">> =>
  Object.fromEntries(
    "01-01 02-12 02-13 02-14 02-15 04-04 05-01 05-02 06-14 09-20 10-01 10-02 10-03"
      .split(" ")
      .map((one) => [`${year}-${one}`, "holiday"] as const),
  );
