import { guarded } from "./guarded.ts";

const ANOTHER = guarded(
  /^(?:不(?:是|对)?的?[,。\s]*)?(?:[这那][个条张次]?)?是?(?:另外?|别的|其他)的?[一那]?[次回趟条件](?:的|呢)?[。!\s]*$/u,
);

/** True for words that say which one is meant, and not how many there were: 不是,这是另外一次的. */
export const isAnother = (text: string): boolean => ANOTHER.test(text);
