import { findNames } from "./names.ts";
import type { Understanding } from "./understanding.ts";

type Suggestion = NonNullable<Understanding["suggestion"]>;

const MAKING =
  /^(?:我(?:想|要|来)?|拟|现)?(?:再)?(?:提(?:出|交)?(?:一?个|一?件|一?条|份)?|写(?:一?个|一?份)|交(?:一?个|一?件|一?份)|建一?个)(?:代表|人大)?(?:建议|议案|意见建议)[::,,\s]*(?<title>.*)$/su;
const LABELLED = /^(?:代表)?(?<what>建议|议案)[::]\s*(?<title>.+)$/su;
const ABOUT = /^关于(?<title>.{4,60}?)的(?<what>建议|议案)[::,,。]?/su;
const SECOND = /附议|联名(?!提)|(?:加|签)(?:上|个)?(?:我的?)?名/u;

/** A suggestion that is being made or seconded now; having made one is a report, not this. */
export function findSuggestion(text: string, people: readonly string[]): Suggestion | undefined {
  if (/(?:提交|提出|提|交|递交|上交)了|已(?:提交|经提)|附议了|联名了|办得|办理|答复|查|多少/u.test(text))
    return undefined;
  if (SECOND.test(text)) return seconding(text, people);
  const match = MAKING.exec(text) ?? LABELLED.exec(text) ?? ABOUT.exec(text);
  const title = match?.groups?.["title"]?.trim();
  if (match === null || title === undefined || title.length < 4) return undefined;
  const motion =
    /议案/u.test(text.slice(0, match[0].length - title.length)) || match.groups?.["what"] === "议案";
  return {
    title: title.replace(/^关于/u, "关于"),
    role: "lead",
    ...(motion ? { motion: true as const } : {}),
  };
}

function seconding(text: string, people: readonly string[]): Suggestion | undefined {
  const person = findNames(text, people)[0];
  const about = /关于(?<title>.+?)(?:的?(?:那|这)[件个条份].*|的(?:建议|议案).*|[。,,]|$)/u.exec(text)
    ?.groups?.["title"];
  const rest = text
    .replace(/.*(?:附议|联名)/u, "")
    .replace(person ?? "", "")
    .replace(/代表|的?(?:那|这)[件个条份]|的?建议|的?议案|[。,,::\s]/gu, "");
  const title = about ?? rest;
  if (title === "" && person === undefined) return undefined;
  return {
    title,
    role: "cosign",
    ...(person === undefined ? {} : { person }),
    ...(/议案/u.test(text) ? { motion: true as const } : {}),
  };
}
