import { replaceChars, withBlanks } from "../char-set.ts";
import { everywhere } from "../guarded.ts";

const NUMBERS = everywhere(/\d+(?:\.\d+)?|[一二两三四五六七八九十]+(?=[个人户家名天岁楼])/gu);
const BLANKS = withBlanks("");
/** Whoever cries for help is short. */
const FIRST = 200;

/** A message as it is weighed for danger: every number as 9, beginning and end marked. */
export const toHeard = (plain: string): string =>
  `^${replaceChars(NUMBERS.replace(plain.slice(0, FIRST), "9"), BLANKS, "_")}$`;
