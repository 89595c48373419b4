import { guarded } from "./guarded.ts";
import type { Day } from "#src/domain/day.ts";
import { localDay } from "#src/domain/local-time.ts";
import { account } from "./account.ts";
import { findEntered } from "./entered.ts";
import { fromForm } from "./from-form.ts";
import { namesWithout } from "./known-names.ts";
import { isToldFor } from "./is-told-for.ts";
import { findOnBehalf, withoutWish } from "./on-behalf.ts";
import { isIdle } from "./is-idle.ts";
import { isAnnouncing } from "./is-announcing.ts";
import { isAsking } from "./is-asking.ts";
import { isDoerUnsure } from "./is-doer-unsure.ts";
import { isPlain } from "./is-plain.ts";
import { isUndone, orAsked } from "./is-undone.ts";
import { normalise } from "./normalise.ts";
import { isCorrecting, isOrderedChange } from "./owns-to.ts";
import { readAs } from "./read-as.ts";
import { isNotYet, isProposing } from "./suggestion.ts";
import { toCanon } from "./sense/canon.ts";
import { senseIntent } from "./sense/sense.ts";
import { findSensitive } from "./sensitive.ts";
import { isReadable } from "./is-readable.ts";
import { isShown } from "./shown.ts";
import { asking, withDoubts } from "./with-doubts.ts";
import { smooth } from "./smooth.ts";
import { toTold } from "./to-told.ts";
import { withoutUnable } from "./without-unable.ts";
import { ASKABLE, type Intent, type ReadingContext, type Understanding } from "./understanding.ts";
import { findUnsuited } from "./unsuited.ts";
import { readWish } from "./wish.ts";
import { isChatter, isCommand, isLeftStanding, isNeverWas, isWithdrawal } from "./words.ts";

const NOTHING: Understanding = { intent: "chat", reports: [], opinions: [], ask: [] };

/**
 * Reads one message: what it wants, and every record, opinion or wish in it. Pure, offline, never throws. What is
 * not certain is named in `ask`; nothing uncertain is passed off as known.
 */
export function understand(said: string, context: ReadingContext): Understanding {
  const plain = normalise(said).trim();
  const sensitive = findSensitive(said);
  // 我要反映个情况: without its fillers nothing would be left of it.
  if (isAnnouncing(plain)) return { ...NOTHING, intent: "opinion", ask: ["text"] };
  const text = smooth(plain).text.trim();
  const read = readText(toTold(text, context.places), context);
  const wishes = read.intent === "suggestion" || read.intent === "opinion";
  const unsuited = wishes ? findUnsuited(text) : undefined;
  return {
    ...read,
    ...(sensitive.length === 0 ? {} : { sensitive }),
    ...(unsuited === undefined ? {} : { unsuited }),
  };
}

function readText(text: string, context: ReadingContext): Understanding {
  if (text === "") return NOTHING;
  if (isCommand(text)) return { ...NOTHING, intent: "command" };
  if (!isReadable(text) || isLeftStanding(text)) return NOTHING;
  if (isNeverWas(text)) return { ...NOTHING, intent: "withdraw" };
  const today = localDay(context.at, context.zone);
  const entered = findEntered(text, context.people);
  const onBehalf = entered === undefined ? findOnBehalf(text, context.people) : entered.name;
  // 代李明代表报的那条作废: whose it is makes no new record of it.
  if (onBehalf !== undefined && isWithdrawal(text)) return { ...NOTHING, intent: "withdraw" };
  if (entered !== undefined) return readRest(entered.told, entered.name, today, context);
  if (onBehalf !== undefined) return readBehalf(text, onBehalf, today, context);
  if (isChatter(text) || isNotYet(text) || isIdle(text)) return NOTHING;
  const form = readForm(text, today, context);
  if (form !== undefined) return form;
  const read = readBoth(text, today, context);
  const isDoubted =
    (read.intent === "chat" && isToldFor(text, context)) || (read.intent === "report" && isDoerUnsure(text));
  return isDoubted ? asking(read, ASKABLE) : read;
}

// A form with a day still to come tells of no duty that was done.
function readForm(text: string, today: Day, context: ReadingContext): Understanding | undefined {
  const form = fromForm(text);
  const read = form === undefined ? undefined : account(form.told, today, context, form.of);
  return read?.intent === form?.of && read?.reports.every(({ date }) => date <= today) === true
    ? read
    : undefined;
}

/** From this on the sense of all that was ever labelled is believed against the rules. */
const BELIEVED = 0.8;
/** The same, where the rules found nothing that they know. */
const BELIEVED_ALONE = 0.6;
/** From this on it is believed without a question. */
const SURE = 0.9;
/** From this on a record is one though no word of it shows that it was done: 植树节义务植树半天. */
const CERTAIN = 0.98;
/** From this on its doubt makes everything uncertain. */
const DOUBTED = 0.5;
/** Below this what the rules read is held to be unlikely. */
const UNLIKELY = 0.15;

// 前天走访了几户: some were visited, and the card asks how many; 前天我走访了几户 asks it of us.
const SOME = guarded(
  /(?:走访|接待|看望|慰问|调解)了几(?:户|个|位|名|家|起)[^,。;?]{0,3}(?:$|,[^。?]{0,6}(?:记不|不记得|忘|搞忘|说不准|报不准))/u,
);
const ASKING =
  /我|多少|[吗呢?]|统计|查|今年|[本上这]个?[月周年]|季度|半年|去年|全[区镇县乡]|各|月(?!\d|[初底末]|[一二三十]{1,3}[日号])/u;

// 村里收了我两百块钱没开票: what was done to the speaker is a matter, and no deed of his.
const WRONGED = guarded(/(?:收|骗|坑|扣|罚|多要)了我(?!们?的?(?:意见|建议|材料|报告))[^,。;]{0,12}/u);

// Two readers look at each message: rules, and the sense of all messages labelled so far. Where they differ, the
// surer one is followed, and what neither is sure of is asked about.
function readBoth(text: string, today: Day, context: ReadingContext): Understanding {
  if (SOME.test(text) && !ASKING.test(text)) {
    const some = account(text, today, context, "report");
    if (some.intent === "report") return some;
  }
  if (WRONGED.test(text)) {
    const matter = account(text, today, context, "opinion");
    if (matter.intent === "opinion") return matter;
  }
  const canon = toCanon(text, context.people, context.places);
  const sensed = senseIntent(canon);
  // What the sense is sure of needs no look at everything else that it might be.
  const told =
    sensed.chance < SURE ||
    !TELLING.includes(sensed.best) ||
    isCorrecting(text) ||
    isAsking(text) ||
    isProposing(text)
      ? (readWish(text, today, context, canon) ?? account(text, today, context))
      : account(text, today, context);
  if (told.intent === "report" && sensed.best === "report")
    return sensed.chance >= CERTAIN || told.reports.some((one) => isShown(one.text))
      ? withDoubts(told, canon)
      : asking(told, ASKABLE);
  // 有人找我反映情况: that there is a matter is all that is told.
  if (told.intent === "opinion" && told.opinions.length === 0) return told;
  if (isPlain(told, text)) return told;
  if (told.intent === "chat" && sensed.best === "chat" && sensed.chance >= SURE) return { ...told, ask: [] };
  if (sensed.best === told.intent) return told;
  if (isUndone(told, sensed.best, text, context)) return orAsked(told, sensed, text, context);
  if (told.intent === "correction" && (isOrderedChange(text) || isCorrecting(text))) return told;
  if (sensed.chance >= (told.intent === "chat" ? BELIEVED_ALONE : BELIEVED)) {
    const read = readAs(sensed.best, text, today, context, canon);
    if (read !== undefined)
      return isPlain(read, text) || (read.intent === sensed.best && sensed.chance >= SURE)
        ? read
        : asking(read, ASKABLE);
  }
  return sensed.chance >= DOUBTED || sensed.of(told.intent) < UNLIKELY ? asking(told, ASKABLE) : told;
}

const TELLING: readonly Intent[] = ["report", "opinion"];

// 帮李明代表记一下: that somebody's record is entered, before whose it is.
const ORDER =
  /^[^,。]*?(?:代报|代记|替报|代填|代录|代替|代表报|[托让叫请喊]我(?:帮(?:他|她|忙)?|代|替(?:他|她)?|给(?:他|她))?|替|帮|代)\s*/u;

// 请假, 附议, 建议: what somebody may wish for another.
const WISHES = guarded(/假|附议|联名|建议|议案|[来去到加]不[了成起]|不能|没法|满意/u);

const WISHED: readonly Intent[] = ["leave", "suggestion", "satisfaction"];

function readBehalf(text: string, onBehalf: string, today: Day, context: ReadingContext): Understanding {
  const told = withoutWish(text, onBehalf);
  const rest = (
    told !== text || told.startsWith(onBehalf) || told.includes(`,${onBehalf}`)
      ? told
      : told.replace(ORDER, "")
  )
    .replace(onBehalf, "")
    .replace(
      /^(?:代表)?(?:补?报|记|录|登记|填|补)?(?:一?下(?![下个周星礼月次半午])|一?条|个|一笔)?[\s,::。]*/u,
      "",
    )
    .replaceAll(onBehalf, "")
    .replace(/(?<=^|[,。\s]|今天|昨天|前天|上午|下午|[日号])(?:他|她)(?!们)/gu, "")
    .replace(/^[\s,。:;]+/u, "");
  return readRest(rest, onBehalf, today, context);
}

// 李明代表托我报一条,干塘村的班车停了两个月: what he wants to be heard, and no deed of his.
const isMatterOnly = ({ opinions }: Understanding, canon: string): boolean =>
  opinions.length > 0 && senseIntent(canon).best === "opinion";

function readRest(told: string, onBehalf: string, today: Day, context: ReadingContext): Understanding {
  const rest = withoutUnable(told);
  const people = namesWithout(context.people, onBehalf);
  const others = { ...context, people };
  const wish = WISHES.test(rest)
    ? readWish(rest, today, others, toCanon(rest, people, context.places))
    : undefined;
  if (wish !== undefined && WISHED.includes(wish.intent)) return { ...wish, onBehalf };
  const heard = readForm(rest, today, others) ?? account(rest, today, others);
  const canon = toCanon(rest, people, context.places);
  const read =
    heard.reports.length > 0 || isMatterOnly(heard, canon)
      ? heard
      : (readAs("report", rest, today, others, canon) ?? heard);
  return { ...read, onBehalf };
}
