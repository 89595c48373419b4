import type { Facts } from "#src/domain/facts.ts";
import { askedPlaces, withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { readParts } from "../read-parts.ts";
import { say } from "../turns.ts";
import { hearPlainQuery } from "./figures.ts";
import type { Said } from "./report.ts";

const LONGEST = 30;
const OFTEN = "(?:(?<!好)几|多少|好多)[次回趟遍户家]";
// 我去了黄连村几次, and 黄连村我去了几次.
const WENT = new RegExp(
  `(?:都|一共|总共)?(?:[去到走来跑]|上门)[了过]?(?:${OFTEN}(?:了|过)?[呢啊呀?。]*$|哪|(?=[^,。]{2,12}${OFTEN}(?:了|过)?[呢啊呀?。]*$))`,
  "u",
);
const HOW_OFTEN = new RegExp(`[了过]?(?:一共|总共)?${OFTEN}(?:了|过)?[呢啊呀?。]*$`, "u");

// Who came along stands in the records one by one.
const WITH_WHOM =
  /(?:跟|和|与|同)(?:谁|哪(?:些|几[个位]|[个位])(?:人大)?(?:代表|人)?)(?:一起|一块|一道|结伴|同)?/u;
const NO_DEED = /反映|说|问|建议|希望|联系|算|才|能|可以|该|必须|要|明天|后天|下周|下个?月/u;

/** 我今年跟谁一起去过: no figure tells of it. Undefined for all else. */
export function hearWithWhom(dialog: Dialog, { text }: Said, { speaker }: Facts): Turn | undefined {
  const line = text.normalize("NFKC").trim();
  const what = WITH_WHOM.exec(line)?.[0];
  if (what === undefined || speaker.kind !== "member" || line.length > LONGEST) return undefined;
  return isOfOneself(line) && !NO_DEED.test(line)
    ? say(dialog, { kind: "figures.not-heeded", of: "own", what })
    : undefined;
}

/**
 * 黄连村五组去过几户, 我去了黄连村几次: whatever was done there, by those whom staff look after, or by the deputy who asks.
 * Undefined where no place is named, and for all else.
 */
export function hearVisitedAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = withWholeNames(said.text, facts).trim();
  if (facts.speaker.kind !== "member" || line.length > LONGEST || !WENT.test(line)) return undefined;
  const own = isOfOneself(line);
  if (!own && !isStaff(facts.speaker)) return undefined;
  const rest = line.replace(WENT, " ").replace(HOW_OFTEN, " ");
  const { asked, left } = readParts(own ? rest.replace("我", " ") : rest, said, facts);
  if (left !== "" || asked.person !== undefined || askedPlaces(line, facts).length === 0) return undefined;
  const name = own ? "my_reports" : "stats";
  return hearPlainQuery(dialog, { ...asked, name }, { ...said, text: line }, facts);
}
