import { isCountUnit } from "#src/domain/count-unit.ts";
import type { Day } from "#src/domain/day.ts";
import { fieldNamed } from "./correction-fields.ts";
import { findCounts } from "./counts.ts";
import { asField, byValue, namedCategory, toCategory } from "./correction-values.ts";
import { findNames } from "./names.ts";
import { everywhere, guarded } from "./guarded.ts";
import type { Correction, ReadingContext } from "./understanding.ts";

// What was wrong, and is not meant: 不是Y, 误报为Y, 写成Y了, 刚才报的Y, 原报Y有误.
const WRONG_PARTS = [
  everywhere(/^哪(?:里|儿)?(?:有|是)[^,。;]{1,10}(?=[,。])/gu),
  everywhere(
    /[,。;\s]*(?:[而并就](?:不是|非)|不是|不叫|不属于|不算|不在|(?<=[,。;\s])非)[^,。;是]{1,14}?(?:的事|那[天次])?(?=$|[,。;]|是|应|在|算|而|改)/gu,
  ),
  everywhere(
    /[,。;\s]*(?<![应该要得可])(?:误(?:[报写记填选登录打算]|认)?[为成作了]?|(?<!应该|应|改|要|得|请)(?:刚才|刚刚|之前|当时)?我?(?:[写报记填打说讲登录选算看听]|误)[成为作]了?)[^,。;应]{1,14}?(?:有误|了|的)?(?=$|[,。;]|应)/gu,
  ),
  everywhere(
    /[,。;\s]*(?:原(?:来|先|本)?|刚才|刚刚|之前)我?(?:报送?|填写?|写|登记?|录|记|说|打)的?(?:是|成)?[^,。;应错是不]{0,8}[\d一二两三四五六七八九十百千][^,。;应改]{0,4}(?:有误|错了|不对)?(?=$|[,。;现应])/gu,
  ),
];

// 应为, 实际是, 改成, 其实只有: what follows the last of them is meant.
const MARKS =
  /(?:应(?:该|当)?请?|实际上?|其实|改|换|更正|修改|修正|调整|变更|更改|算|归(?![一-龥]{1,3}(?:村|镇|乡|社区|街|寨|组))|填|写|记|报|选|是|叫|总共|一共|拢共|只)(?:更正|修改|改|归(?![一-龥]{1,3}(?:村|镇|乡|社区|街|寨|组))|算|填|写|记)?(?:[为是成到回入作在有系]|一[下哈](?:为|成|是)?)?|去的|来了|(?:^|[就才也])(?:[为在系有是]|来|才)/u;

// Said before or after what is meant: whose record it is, and that it be changed.
const ABOUT =
  /^(?:(?:请|麻烦|帮我|你|把|将|给我|哎[呀哟]?|[啊嗯呃哦]|不好意思|经核[对实查]|(?:我)?重新?[数点核]了?(?:一遍|一下|哈)?|更正(?:一下)?|[上前这那](?:面|头)?(?:那|一)?[条个次件份]|刚[才刚]?(?:发|报|记|说|填|录)?的?|的)[:,\s]*)+|(?:(?:请|烦请|劳烦|劳驾|麻烦|拜托|望)(?:您|你|予以?|帮忙?|给)*(?:更正|更改|修改|改正?)(?:一?下|过来)?|改(?:一?下|过来)?|谢谢)$/gu;

/**
 * What a message that owns to a mistake means instead, whichever way round it says so; undefined where that cannot be
 * told. The field is the one it names, or the one that the value can only be of.
 */
export function findRestated(text: string, today: Day, context: ReadingContext): Correction | undefined {
  const field = fieldNamed(text);
  const isSorted = field === "category" || (field === undefined && MATTER.test(text));
  for (const clause of right(text)
    .split(/[,。;!\s]+/u)
    .reverse()) {
    const said = clause.replace(ABOUT, "").replace(ABOUT, "");
    const value = (said.split(MARKS).at(-1) ?? "").replace(LAST, "");
    if (value === "" || NOTHING.test(value) || BY_HOW_MUCH.test(said)) continue;
    const read =
      isSorted || (field === undefined && OF_MATTER.test(text) && namedCategory(value) !== undefined)
        ? toCategory(value)
        : readValue(field, value, clause, text, today, context);
    if (read !== undefined && read !== "unclear") return read;
  }
  return undefined;
}

function readValue(
  field: Correction["field"] | undefined,
  value: string,
  clause: string,
  wholly: string,
  today: Day,
  context: ReadingContext,
): Correction | "unclear" | undefined {
  if (field === "text") return undefined;
  if (field === "place") {
    const known = context.places.find((one) => clause.includes(one));
    if (known === undefined && (value.length < 2 || VERBS.test(value))) return undefined;
    return asField(
      field,
      clause.endsWith(value) && known !== undefined && !value.includes(known) ? known : value,
      today,
      context,
    );
  }
  if (
    field === "with" &&
    findNames(value, context.people).length === 0 &&
    (VERBS.test(value) || value.length > 4)
  )
    return undefined;
  if (field === undefined && MONEY.test(clause) && BARE.test(value))
    return asField("yuan", value, today, context);
  if (field !== undefined) return asField(field, value, today, context);
  return BARE_COUNT.test(value)
    ? asField(unitBeside(wholly), value, today, context)
    : byValue(value, today, context);
}

// 前面报的8个人,改10个: of what was counted before; 不是二十个是十六个: people, where nothing is named.
const BARE_COUNT = /^[\d一二两三四五六七八九十百千]{1,6}个$/u;
function unitBeside(text: string): Correction["field"] {
  const [unit] = Object.keys(findCounts(text).counts);
  return unit !== undefined && isCountUnit(unit) && unit !== "places" ? unit : "persons";
}

// 捐款是两千不是两百: of money.
const MONEY = /捐|款|慰问金|助学金|钱/u;
const BARE = /^[\d零一二两三四五六七八九十百千万.]+$/u;
const VERBS = /[改错误请写报记填漏少多对准补加]|地[点方]|同[行去]|代表/u;

// 误将平寨村写成三江村: the first of the two is right.
const MISWROTE =
  /(?:误(?:将|把)|^(?:刚[才刚])?把)(?<right>[^,。;]{1,12}?)(?:误|错)?[写报填记录打登说][成为]了?[^,。;]{1,12}(?=$|[,。;])/u;

const right = (said: string): string => {
  const text = said.replace(MISWROTE, "应为$<right>");
  const plain = WRONG_PARTS.reduce((rest, wrong) => wrong.replace(rest, ""), text);
  return /[一-龥\d]/u.test(plain) ? plain : text;
};

// 那条意见应该归到环境类: of an opinion its sort.
const MATTER = guarded(/(?:意见|反映|诉求|问题)[^,。]{0,12}[归分算划]|^应?该归/u);
const OF_MATTER = guarded(/意见|反映|诉求/u);
const LAST = /(?:才对|才是|的|了|哈|嘛|吧|哦|呢|啊|开的|去的)+$/u;
// 少算了一家: how much it was wrong by.
const BY_HOW_MUCH = /^我?[多少][算报写记打数]了?[^,。]{0,5}$/u;
const NOTHING = /^(?:[写搞弄填记报打说讲数算看]?[错混反岔误](?:了|咯|啦|嘞|喽|类)*|不对|有误|错误|要改|改)$/u;
