import { listNames } from "./known-names.ts";

// 和羊昌镇的李明, 跟东风镇代表李明: where he is from who came along.
const HOME =
  /(?<!(?:[到去在从]|走访|看望|慰问)了?)(?:[和跟与同陪约邀带喊叫及、]|还有)(?<home>[一-龥]{1,6}(?:镇|乡|街道|村|社区|寨|[一二三四五六七八九十\d]组)(?:那边|这边|那里)?(?:选出|过?来)?的?(?:人大|代表|同事|同志){0,2}的?)$/u;
// 到和平村的李明家: his house, and not where he is from.
const AT_HIS = /^(?:代表)?(?:他|她)?(?:家|屋头|那里|那边)/u;
const LONGEST = 18;

/** The text without the place that somebody who came along is from: it says who he is, and not where it was. */
export function withoutHomes(text: string, people: readonly string[]): string {
  let left = text;
  for (const { name, index } of listNames(text, people).toReversed()) {
    if (AT_HIS.test(text.slice(index + name.length))) continue;
    const home = HOME.exec(text.slice(Math.max(0, index - LONGEST), index))?.groups?.["home"];
    if (home !== undefined) left = left.slice(0, index - home.length) + left.slice(index);
  }
  return left;
}
