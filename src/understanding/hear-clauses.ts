import { type Clause, splitClauses } from "./clauses.ts";
import { cutText } from "./cut-text.ts";
import { everywhere, guarded } from "./guarded.ts";
import { ONLY_HOME } from "./telling.ts";

// 首先是…其次是…最后就是, 第一拨是讲…第二拨说, 头一个…第二个: items that are counted in words.
const COUNTED = everywhere(
  /(?:^|(?<=[\s,。;:一-龥]))(?:(?:首先|其次|再次|再者|最后|末了)(?:呢|一个)?(?:就)?是[,:]?|第[一二三四五六](?:拨|位|户|家|件|桩|样|批)(?:人|群众|居民|事)?(?:就?是|呢|说|讲|反映|[,:])+(?:讲|说|反映|问(?!题))?|(?<=[一-龥])(?:还有|另外?|再)?一[条件桩](?:就?是说?|说的?是?|讲的?是?|反映的?是?)(?=[一-龥]{2})|头一(?:个|件|条|桩)(?:就?是|[,:])?|第[二三四五](?:个|条|点)(?:就?是|呢|[,:])?)/gu,
);
// …还有个老人家问…: one more who is heard in the same breath.
const ANOTHER =
  /(?<=[一-龥]{4})(?=(?:还有|另有|另外|也有|再有)(?:[一二两三四几]?(?:个|位|户|家|名|拨)|人)[^,。;的了过]{0,6}(?:说|讲|问(?!题)|反映|要求|希望|想|抱怨|诉苦|念叨))/u;
// 走访了六户嘛有三户都在说…: some of those who were just named.
const SOME =
  /(?<=[一-龥\d]{3})(?=有[一二两三四五六七八九十几\d]{1,2}[户家个位](?:人|群众|居民|村民)?(?:都|也)?(?:在|老)?(?:说|讲|反映|抱怨|念叨))/u;
// 走了九家脱贫户有一家老人腿断了没得钱医: one of those who were just named, and what is wrong there.
const ONE_OF_THEM =
  /(?<=[户家人])(?=有[一两][户家个](?:人家?|老人|老者|娃儿?)?[^,。;说讲在我]{2,24}(?:没(?![去来在人])|断|瘫|病|漏|垮|塌|坏|辍学|困难))/u;
// 有人嫌补助少有人怕挖坏水管.
const SOMEBODY = /(?<=[一-龥]{3})(?<!还)(?=还?有(?:的)?人(?:嫌|怕|担心|反对|说|讲|反映|抱怨|念叨|问(?!题)))/u;
// 家家都在摆种子涨价还有五组的山塘漏水: a second wrong, and whose it is.
const AND_THAT =
  /(?<=[一-龥]{6})(?=还有[^,。;的了说讲还\d]{1,8}的[^,。;的说讲还]{1,6}(?:漏|坏了|断了|垮|塌|堵|没人|没得人|不亮|不通|烂))/u;
// 今天宣讲了一场下个星期还要去再讲一场: what is only planned next.
const AHEAD =
  /(?<=[一-龥]{4})(?<![到从等说在])(?=(?:下个?(?:星期|周|月|礼拜)|明天|后天|过[几两]天|改天)[一二三四五六日天]?(?:还|再|又|接着)(?:要|去|会|准备|打算|继续))/u;
// 本来要下雨的又没有下我就跟李明去走了: what was done all the same.
const SO_I = /(?<=[一-龥]{6})(?<=没有?[一-龥]{1,3})(?=我们?就(?:跟|和|与|自己|一个人|去|到|把|带))/u;
// 值班半天七月三十号走访八户八一那天慰问…: the next day, told in the same breath.
const NEXT_DAY =
  /(?<=[\d一二两三四五六七八九十半][天户人名位件家起次场条])(?=(?:\d{1,2}月\d{1,2}[日号]|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]|(?:八一|七一|五一|六一|三八|国庆|中秋|端午|重阳|元旦|元宵|清明|教师节)(?:节)?(?:那|当|前一)天))/u;
const MORE = everywhere(
  new RegExp(
    [ANOTHER, SOME, ONE_OF_THEM, SOMEBODY, AND_THAT, AHEAD, SO_I, NEXT_DAY]
      .map((one) => one.source)
      .join("|"),
    "gu",
  ),
);

/** Cuts a message into clauses as `splitClauses` does, and further where several are heard in one breath. */
export function hearClauses(text: string): Clause[] {
  const clauses = splitClauses(text);
  const isCounted = COUNTED.list(text, 2).length === 2;
  const cut = clauses.flatMap((clause) => (isCounted ? itemsOf(clause) : [clause])).flatMap(breathsOf);
  return cut.length === 1 ? cut : atHome(cut);
}

function itemsOf(clause: Clause): Clause[] {
  const marks = COUNTED.list(clause.text);
  const [first] = marks;
  if (first === undefined) return [clause];
  const before = { ...clause, text: clause.text.slice(0, first.index) };
  const items = marks.map((mark, nth) => {
    const from = mark.index + mark[0].length;
    return { text: clause.text.slice(from, marks[nth + 1]?.index), index: clause.index + from, item: true };
  });
  return [before, ...items].filter((one) => one.text.trim() !== "");
}

function breathsOf(clause: Clause): Clause[] {
  let { index } = clause;
  return cutText(clause.text, MORE.list(clause.text)).map((part, nth) => {
    const one = { text: part, index, item: clause.item && nth === 0 };
    index += part.length;
    return one;
  });
}

// 去看了上次|群众说的那段烂路: which one was looked at.
const WHICH = guarded(/^[^,。;]{2,8}(?:说|讲|反映|提)(?:过|到)?的(?:那|这)/u);
const ENDED = /[,。;:\s]$/u;
// 我们自己也替|居民叫苦: who is spoken for does not speak.
const SPEAKS_FOR = guarded(/[替帮]$/u);

// 锦绣社区|居民希望…: where those live who speak stands with what they say, and what was named before with the deed.
function atHome(clauses: readonly Clause[]): Clause[] {
  const whole: Clause[] = [];
  for (const clause of clauses) {
    const last = whole.at(-1);
    const joins =
      last !== undefined &&
      !clause.item &&
      (ONLY_HOME.test(last.text) ||
        SPEAKS_FOR.test(last.text) ||
        (WHICH.test(clause.text) && !ENDED.test(last.text)));
    if (joins) whole.pop();
    whole.push(joins ? { ...last, text: last.text + clause.text } : clause);
  }
  return whole;
}
