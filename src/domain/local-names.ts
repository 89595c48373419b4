import { z } from "zod";

const nameSchema = z.string().min(1).max(20);

/** The names of which the examples are made that people are shown; of a place that nobody has to look up. */
export const localNamesSchema = z.strictObject({
  /** The district, as its deputies write it: 乌当区. */
  district: nameSchema.default("本区"),
  /** The district with what it lies in, as the page's heading says it: 贵阳市乌当区. */
  full: nameSchema.default("本区"),
  township: nameSchema.default("城关镇"),
  other_township: nameSchema.default("河口镇"),
  village: nameSchema.default("新民村"),
});

/** The names of a district that examples are made of. */
export type LocalNames = Readonly<z.infer<typeof localNamesSchema>>;

/** What stands in examples where a district names nothing of its own. */
export const NO_NAMES: LocalNames = localNamesSchema.parse({});

/** The same for a reader who looks after one township: an example of another would be refused where it is tried. */
export const atHome = (names: LocalNames, home: string | undefined): LocalNames =>
  home === undefined || home === names.township
    ? names
    : { ...names, township: home, other_township: names.township };
