import type { Facts } from "#src/domain/facts.ts";
import { showOpen } from "./coming-back.ts";
import { findCommand } from "./commands.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { inFocus, recalling, say } from "./turns.ts";
import { bare } from "./words.ts";

/** Longer than that it is told, not called. */
const LONGEST = 16;
const LOST =
  /^(?:我|你|您|这个?|那|都|还是|真的?|有点|哎呀?|啊)*(?:[看听弄搞整]不(?:懂|来|明白|清楚?)|不太?(?:懂|明白|清楚|会(?:弄|用|选|点|填|搞|整)?|(?:晓得|知道)(?:怎么|咋)?[^,。]{0,2})|没(?:看懂|听懂|懂|明白)|[说讲]?得?慢一?点|[说讲]慢一?点|[说讲]?太快了?|是?(?:什么|啥子?|哪样)意思|(?:怎么|咋个?)(?:回|答|弄|选|点|填|整|搞)|啥子?|什么)[了啊呀嘛呢哦吧说讲]*$/u;
const THANKS = /^(?:好的?)?(?:谢谢|多谢|感谢|谢了|谢啦|辛苦|麻烦你?了).{0,8}$/u;

/**
 * A cry for help while something is open: whoever is lost is told calmly what it is about and the way out, and thanks
 * are taken as thanks. Neither answers what was asked. Undefined for all else.
 */
export function hearHelpAsked(dialog: Dialog, text: string, facts: Facts): Turn | undefined {
  const open = inFocus(dialog);
  const words = bare(text);
  if (open === undefined || words.length > LONGEST || findCommand(text) !== undefined) return undefined;
  if (THANKS.test(words)) return say(recalling(dialog, open.card), { kind: "open.thanks" });
  if (!LOST.test(words)) return undefined;
  if (open.at === "leave")
    return say(
      dialog,
      { kind: "open.calm" },
      { kind: "activity.answer", outcome: open.asked, today: facts.today },
    );
  const shown = showOpen(dialog, open, facts);
  return { ...shown, replies: [{ kind: "open.calm" }, ...shown.replies] };
}
