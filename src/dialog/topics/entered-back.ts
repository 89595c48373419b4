import type { Facts } from "#src/domain/facts.ts";
import { findNames } from "#src/understanding/names.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { recordLike } from "../record-like.ts";
import { ask } from "../turns.ts";

const NAME = "(?<name>[\\u4e00-\\u9fff\\u00b7]{2,4}?)(?:代表)?";
// 替罗文君报的那条: what was told for somebody, filed or not.
const TOLD_FOR = new RegExp(`(?:代报|[替帮给代])${NAME}(?:代?报|记|登记?|录|填)[了过]?的`, "u");
const BACK = "(?:撤(?:掉|销|回|了)?|删(?:掉|除|了)?|不要|作废|取消|去掉|收回)(?:掉|了|吧)*";
const BEHIND = new RegExp(
  `^(?:代表)?(?<which>[^,。]{0,14}?(?:[那这]一?[条个份次]|记录|履职|(?:报|记|录|填|登)的)[^,。]{0,10}?)[,\\s]*(?:不对|不是|(?:弄|搞|记|报|填)?错[了人]*|重复了?|不属实)?[,。\\s]*(?:就|给我|帮我|先|要)*${BACK}[。!]*$`,
  "u",
);
const LEAD = /^(?:请|麻烦|帮我|把|将|刚才|刚刚|上面|我|代报|[替给代]|[\s,])*$/u;

/** The open card that words call what was told for a deputy, by the name: 刚才替罗文君报的那条. Undefined where none is. */
export function cardToldFor({ pending }: Dialog, words: string): ReportCard | undefined {
  const line = words.normalize("NFKC");
  const name = TOLD_FOR.exec(line)?.groups?.["name"];
  if (name === undefined) return undefined;
  const cards = pending.filter((one): one is ReportCard => one.at === "report");
  const named = cards.filter((one) => one.onBehalf === name || one.said.includes(name));
  // Whose it is was asked, and the name that was said is on no roster.
  const meant = named.length > 0 ? named : cards.filter(({ whose }) => whose !== undefined);
  return meant.length === 1 ? meant[0] : undefined;
}

/**
 * Staff take back what they wrote down for a deputy whom they name: 杨秀英那条不对,撤掉. What still waits for the deputy's word
 * is shown first. Undefined for all else.
 */
export function hearEnteredBack(dialog: Dialog, words: string, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker)) return undefined;
  const line = words.normalize("NFKC").trim();
  const [name, another] = findNames(line, facts.people);
  if (name === undefined || another !== undefined) return undefined;
  const at = line.indexOf(name);
  const which = BEHIND.exec(line.slice(at + name.length))?.groups?.["which"];
  if (which === undefined || !LEAD.test(line.slice(0, at))) return undefined;
  const { from, to, kind } = recordLike(which, facts) ?? {};
  const like = {
    of: "record" as const,
    person: name,
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
  };
  return ask(dialog, { do: "report.which", like, only: true });
}
