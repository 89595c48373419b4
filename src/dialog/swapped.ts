import type { Facts } from "#src/domain/facts.ts";
import type { NamedChange } from "./named-change.ts";
import { readCorrection } from "./read-correction.ts";
import { recordLike } from "./record-like.ts";

const BECOMES = "(?:要|应该?|得)?(?:改成|改为|改到|换成|应为|应是|应该是|应当是|其实是)";
const SPOT = "[\\u4e00-\\u9fff\\d]{1,11}(?:村|组|社区|小区|寨|站|室)";
const PLACES = new RegExp(`^(?<was>${SPOT})${BECOMES}(?<now>${SPOT})(?:了|吧|的)*[。.!]*$`, "u");
const DAY = "(?:今天|昨天|前天|大前天|上?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[号日])";
const DUTY = "(?:走访|接待|调解|慰问|调研|视察|座谈|宣讲|学习|培训|检查)(?:选民|群众)?";
const DAYS = new RegExp(`^(?<was>${DAY}的?${DUTY})${BECOMES}(?<now>${DAY})(?:了|吧|的)*[。.!]*$`, "u");

/**
 * 黄连村一组改成黄连村二组, 今天视察改到昨天: what a record says, and what it is to say instead. Undefined for all else.
 */
export function swapped(line: string, facts: Facts, at: Date): NamedChange | undefined {
  const places = PLACES.exec(line)?.groups;
  if (places !== undefined) {
    const { was: place = "", now: value = "" } = places;
    return { like: { of: "record", place }, amendment: { field: "place", value } };
  }
  const { was = "", now = "" } = DAYS.exec(line)?.groups ?? {};
  const like = was === "" ? undefined : recordLike(was, facts);
  const amendment = like === undefined ? undefined : readCorrection(`改时间 ${now}`, facts, at);
  const isDay = amendment?.field === "date" && amendment.value <= facts.today;
  return like === undefined || !isDay ? undefined : { like, amendment };
}
