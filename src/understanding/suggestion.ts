import { findNames } from "./names.ts";
import type { Understanding } from "./understanding.ts";
import { guarded } from "./guarded.ts";

type Suggestion = NonNullable<Understanding["suggestion"]>;

const MAKING =
  /^(?:(?:这次|本次|今年|明年)?(?:的)?(?:人代会|两会|大会|会议?)(?:上|期间)?,?)?(?:我|本人|我们[几两三]?个?(?:代表)?|现|兹)?(?:今天|现在|这次|这里|正式)?(?:想|要|来|拟|准备|打算)?(?:再|新)?(?:一起|联名|共同)?(?:提(?:出|交)?(?:一?个|一?件|一?条|一?份)?|写(?:一?个|一?份)|交(?:一?个|一?件|一?份)|(?:领衔|牵头)提(?:出)?(?:一?个|一?件)?|建一?个|报(?:一?个|一?件|一?条))(?:代表|人大|正式)?(?:建议|议案|意见建议)(?:如下|一件|一个|一条|\d件)?[:,\s。]*(?<title>.*)$/su;
const LABELLED =
  /^(?:我的|一[件条个])?(?:代表)?(?<what>建议|议案)(?:标题|名称|题目|内容|如下|立项|[一1](?:件|条|个))*[:]\s*(?<title>.+)$/su;
const ABOUT = /^(?:提交?|报)?(?<title>关于.{4,60}?)的(?:代表)?(?<what>建议|议案)[:,。]?/su;
const ON =
  /^(?:现|我|今天|本人|拟|想|要|打算|准备)*就(?<title>.{4,40}?)(?:工作|问题|事宜)?(?:提出|提交|提)(?:代表|人大|一?[个件份条]|如下)*(?<what>建议|议案)[:,。]?/su;
const SECOND = guarded(
  /附议|(?<![\d一二两三四五六七八九十][名个位]?(?:代表|人))联名(?!提)|联署|(?:加|签|算|带)(?:上|个)?我(?:一?个名?|的名)?(?:吧|哈|嘛)*(?:$|[,。])|(?:加|签)(?:上|个|我)?(?:我的?|个)?名|我[^,。]{0,4}(?:也)?签一?个|[联签]个名|把我(?:的)?(?:名字?|也)?(?:加|签|写|算)上/u,
);
const DONE = guarded(
  /(?:提交|提出|提|交|递交|上交|报|写|联名|附议)(?:了|[^,。]{0,4}(?:建议|议案)[^,。]{0,4}(?:\d+|[一二两三四五六七八九十])[件份])|联名\d+件|已(?:经)?(?:提交|提|交)|附议了|联名了|联署了|附署了|签了名|办得|办理|答复|查(?:一?下|询)|多少|\d月\d{1,2}[日号][,,]?(?:附议|联名|领衔|提出)|昨天|上周|前天|会议期间|算不算|([扣加要用得能给记计会去来])不\1|有没有|吗|[?]|几[件条]|几个(?:建议|议案|人)|多少人|怎么/u,
);

const NOT_YET = guarded(
  /(?:想|打算|准备|考虑|琢磨)[^,。]{0,8}(?:建议|议案|附议|联名)[^,。]{0,8}[,\s](?:还没|过(?:几|两)天|等[^。]{1,10}再|改天|回头|先不|正在|没(?:想|写)好|到时候|再说)|^我?(?:那个|的)?(?:建议|议案)还(?:在写|在想|没写|没想|没凑|没提|没交)/u,
);

/** True where a suggestion is only thought of: 想写个建议,还没想好; 打算提个议案,正在找人联名. */
export const isNotYet = (text: string): boolean => text.length <= 40 && NOT_YET.test(text);

// 提交代表建议一件,题目《…》: made in so many words, though a record would be told much alike.
const PROPOSES = guarded(
  /^(?:本人|我|现|兹)?(?:现|拟|想|要|来|牵头|领衔|带头)*(?:提交?|提出|报|登记|交)?(?:一?[个件份条])?(?:代表|人大)?(?:建议|议案)(?:[一1][件份个条])?(?:哈|,|:|\s)*(?:题目|标题|名称|题为|内容|关于|《)|^(?:本人|我)?(?:拟|想|要|来)?(?:牵头|领衔|带头)(?:提|提出|提交)?(?:一?[件个])?(?:关于[^,。]{2,30}的)?(?:建议|议案)(?:[,:《]|$)|^(?:这次|本次|今年|明年)[^,。]{0,8}我们?(?:想|要|打算|准备)提(?:交|出)?(?:一?[个件份条])(?:代表)?(?:建议|议案)|^我提议,|^建议立项:|^建议:[^。]{4,60}[。,](?:本人|我)(?:来)?(?:领衔|牵头)|^(?:我的|一件)?(?:代表|人大)(?:建议|议案)(?:一[件条])?:|^(?:我|我们|我来)?(?:想|要|再)?提(?:出|交)?(?:一?[个件份条])?(?:代表)?(?:建议|议案)(?:一[件条])?:/u,
);

/** True for words that make a suggestion and tell of none that was made. */
export const isProposing = (text: string): boolean =>
  PROPOSES.test(text) && !BEFORE.test(text.slice(0, HEADED.test(text) ? text.indexOf(":") : 40));
// 代表建议:请…: only its head tells whether it is made now.
const HEADED = guarded(/^[^,。:]{0,12}(?:建议|议案)(?:一[件条])?:/u);
const BEFORE = guarded(/了|已|昨|前天|上周|期间|\d[日号]|[?]|吗|怎么|几个/u);

// 提交议案一件:加快…,十一名代表联名: others second what is made.
const isMade = (text: string): boolean => {
  const title = MAKING.exec(text)?.groups?.["title"] ?? LABELLED.exec(text)?.groups?.["title"] ?? "";
  return title.length > 3 && !ME.test(text) && !SECOND.test(text.slice(0, text.length - title.length));
};
const ME = guarded(/附议|[加签算带把写][上个]?我/u);

/** A suggestion that is being made or seconded now; having made one is a report, not this. */
export function findSuggestion(text: string, people: readonly string[]): Suggestion | undefined {
  if (
    !/建议|议案|附议|联名|联署|签名|加个名|加名|加上我|算我/u.test(text) ||
    (DONE.test(text.slice(0, 40)) && !isProposing(text))
  )
    return undefined;
  const led = leading(text);
  if (led !== undefined) return led;
  if (SECOND.test(text) && !isMade(text)) return seconding(text, people);
  const match = MAKING.exec(text) ?? LABELLED.exec(text) ?? ABOUT.exec(text) ?? ON.exec(text);
  const title = match?.groups?.["title"]
    ?.replace(HEAD, "")
    .replace(/[\s,。]+$/u, "")
    .trim();
  if (match === null || title === undefined || title.length < 4) return undefined;
  const motion = /议案/u.test(match.groups?.["what"] ?? match[0].slice(0, match[0].length - title.length));
  return { title, role: "lead", ...(motion ? { motion: true as const } : {}) };
}

// 内容是给村医增加补贴: what it is, and not that it is.
const HEAD = /^(?:(?:主要)?(?:内容|题目|标题|名称)(?:就?是|为|:)|就是[,:]?)\s*/u;

/** The suggestion in a text that surely makes or seconds one. */
export function toSuggestion(text: string, people: readonly string[]): Suggestion {
  const led = leading(text);
  if (led !== undefined) return led;
  if (SECOND.test(text) && !isMade(text)) return seconding(text, people) ?? { title: "", role: "cosign" };
  const title = text.replace(
    /^[^,。:]{0,14}(?:建议|议案|提案)(?:一件|一个|一条|如下)?[:,。\s]*(?:就是|是|主要是)?/u,
    "",
  );
  return {
    title: title.length >= 4 ? title : isBare(text) ? "" : text,
    role: "lead",
    ...(/议案/u.test(text) ? { motion: true as const } : {}),
  };
}

// 我想提个建议: that there is one, and not what of.
const isBare = (text: string): boolean =>
  text.length <= 16 && /^[^,。:]{0,10}(?:建议|议案|意见)[\s,。:!哈吧了啊嘛]*$/u.test(text);

// 我领衔一个议案,关于…的,请帮忙找人联名: hands are looked for, and none is given.
const SEEKS = guarded(/[找请求邀约差缺征][^,。]{0,12}(?:联名|附议|联署)/u);
const LED = guarded(
  /(?:领衔|牵头|我?[想要]?提)[^,。]{0,4}(?:建议|议案),?(?:是|就是|内容是)?关于(?<title>[^,。]{3,40}?)的?[,。]/u,
);

function leading(text: string): Suggestion | undefined {
  const title = SEEKS.test(text) ? LED.exec(text)?.groups?.["title"] : undefined;
  return title === undefined
    ? undefined
    : { title, role: "lead", ...(/议案/u.test(text) ? { motion: true as const } : {}) };
}

// 李明代表那个校车安全的议案,我也要附议: what stands between whose it is and what it is called.
const OF_IT = guarded(
  /^(?:代表)?(?=[所提领牵写那的关])(?:所?提出?|领衔|牵头|写)?(?:的|那[个件份条])?(?:那[个件份条])?(?:关于)?(?<title>[^,。:我]{2,30}?)[的之]?(?:[那这][件个份条])?(?:代表)?(?:议案|建议)/u,
);

// 那个议案, 提的建议: called by nothing of its own.
const NOTHING_OWN = /^(?:[那这][件个份条]|所?提出?的?|写的?|领衔的?|牵头的?)$/u;
const calledBy = (after: string): string | undefined => {
  const title = OF_IT.exec(after)?.groups?.["title"];
  return title === undefined || NOTHING_OWN.test(title) ? undefined : title;
};

function seconding(text: string, people: readonly string[]): Suggestion | undefined {
  const person = findNames(text, people)[0];
  const about = /关于(?<title>.+?)(?:的?(?:那|这)[件个条份].*|的(?:代表)?(?:建议|议案).*|[。,]|$)/u.exec(text)
    ?.groups?.["title"];
  const after = person === undefined ? "" : text.slice(text.indexOf(person) + person.length);
  const rest = text
    .replace(person ?? "", "")
    .replace(
      /我(?:也|要|想|来)?|(?:附议|联名|联署)(?:一?下)?|(?:加|签|算|带)(?:上|个)?(?:我(?:一个|的名|个名)?|名)|代表|愿意|签一?个|签[上个]?名?字?|提的|领衔的|(?:那|这)[件个条份]的?|的?建议|的?议案|也|吧|同意|支持|想|[。,:!\s]/gu,
      "",
    );
  const title = (about ?? calledBy(after) ?? rest).replace(/^的|的$|^[那这][件个份条]$/gu, "");
  if (title === "" && person === undefined) return undefined;
  return {
    title,
    role: "cosign",
    ...(person === undefined ? {} : { person }),
    ...(/议案/u.test(text) ? { motion: true as const } : {}),
  };
}
