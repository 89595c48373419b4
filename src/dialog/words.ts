const YES = new Set(
  "对 对的 对头 对嘛 是 是的 是嘞 确认 确定 好 好的 好嘞 没错 没问题 可以 要得 行 ok yes y 记 记吧 记下来 提交 1 ✓ √ 👌 👍".split(
    " ",
  ),
);
const NO = new Set(
  "不 不要 不用 不用了 不登记 不登记了 不发 不发了 不记 不记了 不要了 算了 取消 不提了 没事了 没啥事 没啥事了 没得事 没得事了 没什么事了 不说了 不问了 否 no n".split(
    " ",
  ),
);

const FIRM_YES = new Set("对 对的 是 是的 没错 确认 确定".split(" "));
const FIRM_NO = new Set("不对 不是 没有 否".split(" "));

/** A line as it is looked at for patterns: half-width, without blanks around it and the stop at its end. */
export const withoutStop = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/[.!\u3002]+$/u, "");

/** Words alone, without marks, spaces and capitals: how what people type is held against what buttons say. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s。.!,,、~!?:;()\u201c\u201d"']+/gu, "");

/** True for a bare yes: 对, 确认, 要得, 1. */
export const isYes = (text: string): boolean =>
  YES.has(bare(text)) || /^(?:可以|记)(?:了|啦)$/u.test(bare(text));

/** True for a hum: it says that somebody is listening, and files nothing. */
export const isHum = (text: string): boolean => /^[嗯恩哦噢唔]+$/u.test(bare(text));

/** True for a bare no: 不要, 算了, 取消. */
export const isNo = (text: string): boolean => NO.has(bare(text)) || SIGHED.test(bare(text));

// 唉,算了不要了: said with a sigh, and twice.
const SIGHED =
  /^[唉哎呀哟哦那就]*(?:(?:还是|先)?(?:算了|不要了|不用了|[不别莫]记了|不登记了))+(?:吧|嘛|哈)?$/u;

// 都不是, 一个都不是, 不请了: of what was offered none is meant.
const NONE =
  /^(?:这|那|上面|这些|那些|里面)?(?:几|两|三)?(?:[个场次条])?(?:我)?(?:都不是|都不对|一[个场次条]都不是|哪[个场次条]?都不是|没有一[个场次条]是?|不请|没有我?要?的)(?:的|了|假|假了)?(?:吧|嘛|哈)?$/u;

/** True for whoever wants none of what was offered: 都不是, 不请了. */
export const isNoneOfThem = (text: string): boolean => NONE.test(bare(text));

/** True for a yes that is more than politeness: 对, 是的. */
export const isFirmYes = (text: string): boolean => FIRM_YES.has(bare(text));

/** True for a no to a question: 不对, 不是. */
export const isFirmNo = (text: string): boolean => FIRM_NO.has(bare(text));

/** The number of a menu entry that a bare 2, 2。 or 二 names; undefined for anything else. */
export function menuNumber(text: string): number | undefined {
  const plain = bare(text);
  if (/^\d{1,2}$/u.test(plain)) return Number(plain);
  const chinese = "一二三四五六七八九".indexOf(plain);
  return plain.length === 1 && chinese >= 0 ? chinese + 1 : undefined;
}

/** True where a text names an activity, a record, an opinion or a suggestion by its number. */
export const namesNumber = (text: string): boolean => /[活履意建]-\d{4}-\d/u.test(text);

const LOST =
  /^(?:我|你|您|这个?|那|都|还是|真的?|有点|哎呀?|啊)*(?:[看听弄搞整]不(?:懂|来|明白|清楚?)|不太?(?:懂|明白|清楚|会(?:弄|用|选|点|填|搞|整)?|(?:晓得|知道)(?:怎么|咋)?[^,。]{0,2})|没(?:看懂|听懂|懂|明白)|[说讲]?得?慢一?点|[说讲]慢一?点|[说讲]?太快了?|是?(?:什么|啥子?|哪样)意思|(?:怎么|咋个?)(?:回|答|弄|选|点|填|整|搞)|啥子?|什么)[了啊呀嘛呢哦吧说讲]*$/u;

// 我来看看, 先试试: somebody looks around.
const BROWSES =
  /^(?:我|先|就|来|随便|只是|想|进来|上来|打开)*(?:看一?看|看一?下|瞧瞧|瞧一?下|试一?试|试一?下|逛逛|了解一?下)(?:啊|哈|嘛|吧|的|了|咯)*$/u;

/** True for whoever only looks around: 我来看看. */
export const isBrowsing = (text: string): boolean => BROWSES.test(bare(text));

/** True for whoever does not know what to do, and says no more: 我看不懂, 慢点说. */
export const isLost = (text: string): boolean => {
  const words = bare(text);
  return words.length <= 16 && LOST.test(words);
};
