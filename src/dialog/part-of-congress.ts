import type { PartOfCongress } from "#src/domain/requests/leave.ts";

const MORNING = /上午|早上/u;
const AFTERNOON = /下午/u;
const WHOLE = /整个会|全程|整场会|全会期|会期(?:内|间)?(?:都|全)/u;
/** A day or a meeting: a half that is told beside neither is part of the reason. */
const WHEN = /[号日天会月]|周|星期|礼拜/u;
const NTH = /第(?<nth>[一二三四五六])天|(?<last>最后一天|末尾那天)/u;
const OF_CONGRESS = /人代会|人大会|代表大会|大会|两会/u;

/** Which part of a day or of a congress a line names: 20号下午, 人代会第二天, 全程. Undefined where it names none. */
export function partIn(words: string): PartOfCongress | undefined {
  const clauses = words.split(/[,，。;；]/u);
  const half = clauses
    .filter((one) => WHEN.test(one))
    .map(halfIn)
    .find((one) => one !== undefined);
  const nth = OF_CONGRESS.test(words) ? nthIn(words) : undefined;
  const whole = WHOLE.test(words);
  if (half === undefined && nth === undefined && !whole) return undefined;
  return {
    ...(half === undefined ? {} : { half }),
    ...(nth === undefined ? {} : { nth }),
    ...(whole ? { whole } : {}),
  };
}

function halfIn(clause: string): PartOfCongress["half"] {
  const morning = MORNING.test(clause);
  return morning === AFTERNOON.test(clause) ? undefined : morning ? "morning" : "afternoon";
}

function nthIn(words: string): number | undefined {
  const { nth, last } = NTH.exec(words)?.groups ?? {};
  if (last !== undefined) return -1;
  return nth === undefined ? undefined : "一二三四五六".indexOf(nth) + 1;
}
