import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { readAskedWithoutNames } from "./read-asked.ts";
import type { Said } from "./topics/report.ts";
import { ask } from "./turns.ts";

const ONLY = /^(?:那|看看?)?(?<when>[^,。?]{2,8}?)(?:的|呢|的呢)[?。!]*$/u;

// 今年还有什么要做的 is a question of its own.
const ASKS_MORE = /什么|啥|哪|谁|多少|怎|还|要|没|做|交|欠|办/u;

/** The last figure in another stretch of time: 今年的, 上个月呢. Undefined where the words say anything else. */
export function hearOtherPeriod(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { figure } = dialog;
  const when = ONLY.exec(said.text.normalize("NFKC").trim())?.groups?.["when"];
  if (figure === undefined || when === undefined || ASKS_MORE.test(when)) return undefined;
  const { asked, unread } = readAskedWithoutNames(when, said, facts);
  const { from, to, ...more } = asked;
  if (unread !== undefined || from === undefined || Object.keys(more).length > 0) return undefined;
  return ask(dialog, { do: "figures.count", basis: { ...figure, from, to: to ?? from } });
}
