import { bare } from "./words.ts";

// What people say instead of the words of the two buttons below 这次履职您也在, and of 不对 below 替您记了履职.
const DENIES =
  /^(?:不对|不是|没有|那天|当天|当时|这次|那次|这条|这个|确实|我|其实)*(?:没有?(?:去|在|参加|来|做|走访|接待)(?!.*(?:去了|来了))[^,\u3002\d]{0,8}|没有?我|不在(?:场)?|不是我(?:去|做|记)?|(?:没有?这(?:回|个)?事|没有的事)(?:情|儿)?)(?:过|的|成|了)?[啊呀哈嘛哦呢]*$/u;

const OTHER_WORDS: readonly (readonly [string, RegExp])[] = [
  [
    "对我也在",
    /^(?:对|对的|是|是的|没错)$|^(?:对|是的?|嗯|好的?|那天|当天|当时|确实|都|我们?|也|一起)*(?:在(?:的|场|了)?|去了?的?|参加了?的?|是我|有我)[啊呀哈嘛哦呢]*$/u,
  ],
  ["不是我", DENIES],
  ["不对", DENIES],
];

/** True where a line says in other words what a button says: 我没去 for 不是我. */
export function isSaidFor(label: string, text: string): boolean {
  const said = bare(text);
  const refuses = (): boolean => refusesWithReason(text);
  return OTHER_WORDS.some(
    ([words, other]) => words === bare(label) && (other.test(said) || (other === DENIES && refuses())),
  );
}

// 不是我,我那天在贵阳开会: what follows is why. 没去平寨村,是龙井村 puts right, and 下午我也去了 takes it back.
function refusesWithReason(text: string): boolean {
  const [first = "", ...rest] = text
    .normalize("NFKC")
    .split(/[,\u3002;!\n]/u)
    .map(bare);
  const why = rest.join("");
  if (!DENIES.test(first) || THERE_AFTER_ALL.test(why)) return false;
  return first.includes("不是我") || !PUTS_RIGHT.test(why);
}

const THERE_AFTER_ALL = /也(?:在|去|来|参加)|在场|(?:去|来|参加)了$/u;
const PUTS_RIGHT = /^(?:是|应该|改|换|其实是|而是)|去了|\d[户人件]/u;
