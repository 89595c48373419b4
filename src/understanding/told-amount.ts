import type { Draft } from "./drafts.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { guarded } from "./guarded.ts";
import { NUMBER } from "./numbers.ts";
import { AFRESH, AFRESH_AT } from "./telling.ts";

const UNIT = "(?:人次|户|家|个|起|件|处|人|名|位|场|对|条)";
// 走了二十多家, 今天一共入了8户: a verb and an amount, and nothing of what or whom it was.
const ONLY_AMOUNT = guarded(
  new RegExp(
    `^[\\s,。;]*(?:[今昨前]天|[上下]午|晚上|我们?|一共|总共|前后|先后|拢共|这次|就|都)*(?<verb>[走跑转串入进访看接慰调化劝视查讲])(?:访|望|待|问|解|和|察|门|户|讲|到)?[了成好]{1,2}${NUMBER}[余多来]?${UNIT}(?:人家?|群众|企业|商户|店|地方|点位?|纠纷|矛盾|老人|工地)?(?:左右)?[,。;\\s]*$`,
    "u",
  ),
);
const AMOUNT = guarded(new RegExp(`${NUMBER}[余多来]?${UNIT}`, "u"));
// 一家一家走: how, and not how many.
const ONE_BY_ONE = guarded(/一(?<each>[户家个件条处])一?\k<each>/u);
/** Who goes from door to door goes on with any of these. */
const GOES = guarded(/[走跑转串入进访]/u);

// 防火宣传,发了60张单子,走了二十来户: at how many doors it was done.
const SPREAD: readonly DutyKind[] = ["publicity", "volunteer", "thematic_research", "legislative_comment"];
const WENT_ROUND = guarded(
  new RegExp(
    `^[\\s,。;]*(?:一共|总共|前后|还|就)*[走跑转串入进访][访户门]?了${NUMBER}[余多来]?(?:户|家|个?院子)(?:人家?)?[,。;\\s]*$`,
    "u",
  ),
);
const HOMES = guarded(/[\d一二三四五六七八九十][多来余]?[户家]/u);

/** True for the amount of what was told before, and nothing else: 走访沿街商户,走了二十多家. */
export function isAmountOf(own: string, last: Draft | undefined): boolean {
  if (last === undefined) return false;
  if (SPREAD.includes(last.kind) && WENT_ROUND.test(own) && !HOMES.test(last.text) && !AFRESH.test(own))
    return true;
  const verb = ONLY_AMOUNT.exec(own)?.groups?.["verb"];
  if (verb === undefined || AMOUNT.test(ONE_BY_ONE.replace(last.text, ""))) return false;
  if (AFRESH.test(own) && AFRESH_AT.test(last.text)) return false;
  return last.text.includes(verb) || (GOES.test(verb) && GOES.test(last.text));
}
