const NUMBERS = /\d+(?:\.\d+)?|[一二两三四五六七八九十]+(?=[个人户家名天岁楼])/gu;
/** Whoever cries for help is short. */
const FIRST = 200;

/** A message as it is weighed for danger: every number as 9, beginning and end marked. */
export const toHeard = (plain: string): string =>
  `^${plain.slice(0, FIRST).replace(NUMBERS, "9").replace(/\s/gu, "_")}$`;
