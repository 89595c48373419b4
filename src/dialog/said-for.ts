import { bare } from "./words.ts";

// What people say instead of the words of the two buttons below 这次履职您也在, and of 不对 below 替您记了履职.
const DENIES =
  /^(?:不对|不是|没有|那天|当天|当时|这次|那次|这条|这个|确实|我|其实)*(?:没有?(?:去|在|参加|来|做|走访|接待)(?!.*(?:去了|来了))[^,\u3002\d]{0,8}|没有?我|不在(?:场)?|不是我(?:去|做|记)?|(?:记|搞|弄|认|登|填)错人|(?:没有?这(?:回|个)?事|没有的事|哪有[这那](?:回|个)?事|哪有的事)(?:情|儿)?)(?:过|的|成|了)?[啊呀哈嘛哦呢吧]*$/u;

// 对,没错; 是这么回事; 去了去了: that it was so, said once or several times.
const AGREES =
  /^(?=[^]*(?:[对是有在]|没错|不错|确实|属实|记得|去了|参加))(?:对头?|是|没错|不错|确实|属实|嗯|有|在|就是|记得(?:没错|不错|对)|[是有]这(?:么)?(?:回|个)?事|没记错|那天|当天|当时|我们?|也|都|一起|去了|在场|参加了|的|了|啊|呀|哈|嘛|哦|呢|嘞)+$/u;

const OTHER_WORDS: readonly (readonly [string, RegExp])[] = [
  [
    "对我也在",
    /^(?:对|是的?|嗯|好的?|那天|当天|当时|确实|都|我们?|也|一起)*(?:在(?:的|场|了)?|去了?的?|参加了?的?|是我|有我)[啊呀哈嘛哦呢]*$/u,
  ],
  ["对我也在", AGREES],
  ["对", AGREES],
  ["不是我", DENIES],
  ["不对", DENIES],
];

/** True where a line says in other words what a button says: 我没去 for 不是我. */
export function isSaidFor(label: string, text: string): boolean {
  const said = bare(text);
  const refuses = (): boolean => refusesWithReason(text);
  return OTHER_WORDS.some(
    ([words, other]) =>
      words === bare(label) &&
      (other === DENIES ? refuses() || (DENIES.test(said) && !putsRight(text)) : other.test(said)),
  );
}

// 哦我想起来了,去了的; 看了一下,是对的.
const RECALLS =
  /^(?:哦|噢|啊|嗯|哎呀?|我|又|才|再|(?:想|记)起来?了|(?:看|查|翻|问)(?:了|过)(?:一下)?|[,\s])+/u;

/**
 * What a line says of a thing that somebody else told and that nobody shows just now: that it was so, or was not.
 * Undefined where it says neither; a mistake that it owns to is one's own.
 */
export function saidOfOthers(text: string): "right" | "wrong" | undefined {
  const line = text.normalize("NFKC").trim().replace(RECALLS, "");
  if (line.length > LONGEST_WORD || /[?错\d]|病|假|出差|开会|有事|没空|忙/u.test(line)) return undefined;
  if (isSaidFor("不对", line)) return "wrong";
  return line !== text.trim() && isSaidFor("对,我也在", line) ? "right" : undefined;
}
const LONGEST_WORD = 16;

// 我没去平寨村,是龙井村
const putsRight = (text: string): boolean =>
  text
    .normalize("NFKC")
    .split(/[,\u3002;!\n]/u)
    .slice(1)
    .some((one) => PUTS_RIGHT.test(bare(one)));

// 不是我,我那天在贵阳开会: what follows is why. 没去平寨村,是龙井村 puts right, and 下午我也去了 takes it back.
function refusesWithReason(text: string): boolean {
  const [first = "", ...rest] = text
    .normalize("NFKC")
    .split(/[,\u3002;!\n]/u)
    .map(bare);
  const why = rest.join("");
  if (THERE_AFTER_ALL.test(why)) return false;
  if (isNoAtAll(first)) return DENIES.test(why) || (ELSEWHERE.test(why) && !AMOUNT.test(why));
  return DENIES.test(first) && (first.includes("不是我") || !PUTS_RIGHT.test(why));
}

// 不对,那天我在医院: where else one was, and no other place of the deed.
const isNoAtAll = (first: string): boolean => /^(?:不对|不是|没有)[的啊呀哈嘛哦呢]*$/u.test(first);
const ELSEWHERE =
  /^(?:那天|当天|当时|那会儿?|那几天|我|人|正好?|都|一直|还|根本)*(?:(?:在|去了?|到)(?:[^,\d]{0,4}(?:医院|家里?|屋头|外地|外省|外面|外头|省里|市里|省城|北京|上海|广州|深圳|贵阳|成都|重庆)|出差|开会)|住院|出差|生病|病了|发烧|请假|有事|上班|没空|走不开|不在)/u;

const AMOUNT = /去的是|\d[户人件]/u;

const THERE_AFTER_ALL = /也(?:在|去|来|参加)|在场|(?:去|来|参加)了$/u;
const PUTS_RIGHT = /^(?:是|应该|改|换|其实是|而是)|去了|\d[户人件]/u;
