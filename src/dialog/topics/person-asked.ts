import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { withoutKinds } from "../asked-kinds.ts";
import { askedPlaces, withWholeNames } from "../asked-places.ts";
import { askedStretch, withoutStretch } from "../asked-stretch.ts";
import { audienceOf, isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { readParts } from "../read-parts.ts";
import { say } from "../turns.ts";
import { hearPlainQuery } from "./figures.ts";
import type { Said } from "./report.ts";

const LONGEST = 30;
const UNIT = "(?:人次|小时|[户家个位名人次件条场起回趟份])?";
const WHOM =
  "(?:困难(?:群众|户|家庭)|群众|选民|居民|村民|老百姓|企业|商户|农户|纠纷|矛盾|人)?(?:了|呢|啊|呀|嘛|的)?";
// 走访了几户人家 tells of some families, and 走访了多少户人家 asks.
const HOW_MANY = new RegExp(
  `[了过]?(?:一共|总共|共)?(?:几${UNIT}${WHOM}|(?:多少|好多)${UNIT}(?:人家)?${WHOM})[?.!\u3002]*$`,
  "u",
);
const ATTENDANCE = /的?(?:出勤|到会|出席|参会|缺席|缺勤|考勤|旷会)(?:率|情况|次数|了?(?:几|多少)[次回场])?/u;
// 李明 走访, 李明的走访: two words and no sentence about what was done.
const APART = /[\s的]|情况|记录|[?]$/u;

/**
 * What is asked of deputies by name in a few words that look like what they did: 杨秀英接待了几个, 罗文军 今年, 李明和陈建国今年走访.
 * Staff read the figure; a deputy reads that those of others are not his or hers to see. So are of all whom they look after 一共接待了几个人. Undefined where something is
 * told: 李明走访了几户人家,反映路灯不亮.
 */
export function hearPersonAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = withWholeNames(said.text, facts).trim();
  if (facts.speaker.kind !== "member" || line.length > LONGEST || isOfOneself(line)) return undefined;
  const [name, ...others] = findNames(line, facts.people);
  const asksHowMany = HOW_MANY.test(line);
  // 一共接待了几个人 of whoever has no duty of his own.
  if (
    name === undefined &&
    !((asksHowMany && audienceOf(facts) === "staff") || audienceOf(facts) === "office")
  )
    return undefined;
  if (!isStaff(facts.speaker))
    return asksHowMany &&
      name !== undefined &&
      line.startsWith(name) &&
      isAllKnown(line, [name, ...others], said, facts)
      ? say(dialog, { kind: "figures.refused", why: "others-duty" })
      : undefined;
  if (!asksHowMany && !isStretch(line, said, facts) && !isNameFirst(line, name)) return undefined;
  const { asked, left, attended } = read(line, others, said, facts);
  const asks = asksHowMany || isStretch(line, said, facts) || asked.kind !== undefined;
  if (left !== "" || !asks || isOfOneDay(line, asksHowMany, facts)) return undefined;
  // 黄连村二组一共几户 is of whatever was done there.
  const isThere = asksHowMany && askedPlaces(line, facts).length > 0;
  if (name === undefined && asked.kind === undefined && !isThere) return undefined;
  const about = attended
    ? "absences"
    : asked.kind === undefined && name !== undefined
      ? "deputy_profile"
      : "stats";
  return hearPlainQuery(dialog, { ...asked, name: about }, { ...said, text: line }, facts);
}

// 张伟接待 is a kind of duty behind a name, and tells of none. 值班 李明 is no question about him: what was done stands behind the name.
const isNameFirst = (line: string, name: string | undefined): boolean =>
  name !== undefined &&
  line.startsWith(name) &&
  (APART.test(line.replace(/代表/gu, "")) ||
    withoutKinds(line.slice(name.length).replace(/^代表/u, "")) === " ");

function read(line: string, others: readonly string[], said: Said, facts: Facts) {
  const attended = ATTENDANCE.test(line);
  const alone = others.reduce((text, one) => text.replace(one, " "), line.replace(HOW_MANY, " "));
  const rest = withoutStretch({ text: alone.replace(ATTENDANCE, " "), at: said.at }, facts);
  return { ...readParts(rest, said, facts), attended };
}

const isAllKnown = (line: string, names: readonly string[], said: Said, facts: Facts): boolean =>
  read(line, names, said, facts).left === "";

const isStretch = (line: string, said: Said, facts: Facts): boolean =>
  askedStretch({ text: line, at: said.at }, facts) !== undefined ||
  findDates(line, { today: facts.today, prefer: "past" }).some(({ start, end }) => start !== end);

// 李明 昨天 走访 is the beginning of what he did.
const isOfOneDay = (line: string, asksHowMany: boolean, { today }: Facts): boolean =>
  !asksHowMany && findDates(line, { today, prefer: "past" }).some(({ start, end }) => start === end);
