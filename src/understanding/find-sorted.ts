import { toCategory } from "./correction-values.ts";
import { guarded } from "./guarded.ts";
import type { Correction } from "./understanding.ts";

// 那条意见归到交通类: of an opinion its sort, though nobody owns to a mistake.
const CLASSED = guarded(
  /^(?:请?[把将])?(?:[上前那这]一?|刚[才刚]那?)[条个件]的?(?:意见|反映|诉求|问题)(?:应该?|该|要|请)?[归分划放改算列](?:[到为入进成在]|去)?(?<value>[^,。]{2,8}?)(?:里[头面]?)?[。!]*$/u,
);

/** Of an opinion that was filed, the sort that it is to be of; undefined where the words are about anything else. */
export function findSorted(text: string): Correction | undefined {
  const value = CLASSED.exec(text)?.groups?.["value"];
  const category = value === undefined ? "unclear" : toCategory(value);
  return category === "unclear" ? undefined : category;
}
