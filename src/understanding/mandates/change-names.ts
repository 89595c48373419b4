import { guarded } from "../guarded.ts";
import type { AskedChange, Reelected } from "#src/domain/requests/mandate.ts";
import { findNames } from "../names.ts";

/** Stands where the name of an organisation was. */
export const ORG_MARK = "\u25cb";

const NAME = "[一-龥·]{2,4}?";
const END = "(?=\\s|[,、。:()]|$)";

// Words that are never a name, however they are placed.
const NO_NAME = guarded(
  /^(?:代表|区人大|镇人大|人大|职务|资格|执行|该同志|同志|本人|一名|一位|全部|原因|理由|因|自|从|为|担任)/u,
);

/** Names that the words of a by-election give to somebody who may be new. */
const ELECTED: readonly RegExp[] = [
  new RegExp(
    `(?:补选|增补|新增代表|当选代表)(?:了|出)?(?:代表)?[\\s:,]*(?<name>[一-龥·]{2,6})(?:同志)?${END}`,
    "u",
  ),
  new RegExp(`(?:补选|增补)(?:了)?(?<name>${NAME})(?:同志)?(?=为(?!为)|担任|当|任|自|从|到|$)`, "u"),
  new RegExp(`(?<name>${NAME})(?:同志|女士|先生)?(?:已|经|被|于|在|依法|[\\s,]){0,6}(?:补选|当选|增补)`, "u"),
  new RegExp(`(?:补选|增补)(?:了)?(?<name>${NAME})(?=${ORG_MARK})`, "u"),
];

/** Names beside the words of other changes, for somebody who is not on the roster. */
const BESIDE: readonly RegExp[] = [
  new RegExp(
    `(?:暂停|停止|恢复|终止|罢免|调动|接受辞职|辞职)(?:执行|行使)?[\\s:,]+(?<name>[一-龥·]{2,4})(?:代表|同志)?${END}`,
    "u",
  ),
  new RegExp(
    `(?:暂停|恢复|终止|接受|同意|罢免|解除|把|将|撤销)(?:执行)?(?<name>${NAME})(?:同志|代表)?(?:的|辞|提出|代表职务|代表资格|职务|资格|调|转|从|暂停)`,
    "u",
  ),
  new RegExp(`^[\\s,]*(?<name>${NAME})(?:同志|代表)?(?:的)?(?:代表职务|代表资格|辞职|辞去|从|调|转)`, "u"),
];

/** Who a change is about: names on the roster, or in a by-election whoever is named there. */
export function findChangeNames(text: string, change: AskedChange, people: readonly string[]): string[] {
  const known = findNames(text, people);
  if (change === "by_election") {
    const named = firstName(text, ELECTED);
    return named === undefined ? known.slice(0, 1) : [known.find((one) => one === named) ?? named];
  }
  const named = known.length > 0 ? undefined : firstName(text, BESIDE);
  return named === undefined ? known : [named];
}

function firstName(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const name = pattern.exec(text)?.groups?.["name"]?.replace(/(?:代表|同志)$/u, "");
    if (name !== undefined && name.length >= 2 && !NO_NAME.test(name)) return name;
  }
  return undefined;
}

const EXCEPT = guarded(
  /除了?(?<names>[^外]+?)(?:以外|之外|外)?[,、\s]*(?:其余|其他|其它)?(?:的?(?:人|代表))?(?:全部?|都|均)(?:部)?连任/u,
);
const ALL = guarded(/(?:全部?|都|均|全体)(?:部)?(?:代表)?连任|连任[:\s]*(?:全部|全体|所有)/u);

/** Who of the old term goes on: 全部连任, 除李明、王芳外全部连任, 连任 李明、王芳. */
export function findReelected(text: string, people: readonly string[]): Reelected | undefined {
  const except = EXCEPT.exec(text)?.groups?.["names"];
  if (except !== undefined) return { all: true, names: split(except, people) };
  if (ALL.test(text)) return { all: true, names: [] };
  const after = /连任(?:的?(?:有|是|代表))?[:\s]*(?<names>[^。;]+)/u.exec(text)?.groups?.["names"];
  return after === undefined ? undefined : { all: false, names: split(after, people) };
}

const split = (text: string, people: readonly string[]): string[] =>
  text
    .split(/[、,和与及\s]+/u)
    .map((part) => part.replace(/代表$|同志$/u, ""))
    .filter((part) => part !== "")
    .flatMap((part) => {
      const known = findNames(part, people);
      return known.length > 0 ? known : [part];
    });
