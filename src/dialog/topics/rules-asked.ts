import { rulesInForce } from "#src/domain/attendance/rules-in-force.ts";
import type { Facts } from "#src/domain/facts.ts";
import { audienceOf } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { say } from "../turns.ts";

const ABOUT_RULES =
  /缺席|缺勤|假|出席|出勤|会|活动|签到|劝辞|辞职|罢免|终止|资格|迟到|早退|规[定则]|制度|标准|考核|办法|要求|算|分|达标|合格|[够少]几|至少|几个?人|能不能|可以/u;

/** What the rules say of absence, where a question may be about them; to any other they are no answer. */
export function rulesAsked(dialog: Dialog, text: string, facts: Facts): Turn {
  if (!ABOUT_RULES.test(text))
    return say(dialog, { kind: "help.not-understood", audience: audienceOf(facts) });
  return say(dialog, {
    kind: "help.rules",
    rules: rulesInForce(facts.policy.attendance, { from: facts.today, to: facts.today }).map(
      ({ cite }) => cite,
    ),
  });
}
