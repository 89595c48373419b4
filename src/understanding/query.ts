import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { FoundDate } from "./dates/found.ts";
import { mainKind } from "./kinds.ts";
import { findNames } from "./names.ts";
import { isQuestion } from "./words.ts";
import type { Query, QueryName, ReadingContext } from "./understanding.ts";

// The first that fits wins: what is asked about oneself before what staff ask.
const NAMES: readonly (readonly [QueryName, RegExp])[] = [
  ["export", /导出|下载|发(?:个|一份)?(?:表|excel|表格)|生成(?:表|台账)/iu],
  [
    "assessment",
    /(?:考核|评分|得分|打分|等次|称职|优秀).{0,8}(?:情况|结果|名单|多少|怎么样|进度|统计)|(?:谁|哪些).{0,6}(?:不称职|优秀|考核)/u,
  ],
  [
    "my_score",
    /(?:我|本人|自己).{0,8}(?:积分|多少分|几分|得分|分数|考核)|(?:积分|分数).{0,4}(?:多少|查)|差哪样|我.{0,4}评.{0,4}(?:优秀|称职)/u,
  ],
  ["my_attendance", /(?:我|本人).{0,10}(?:出勤|缺席|请过?假|到会|缺了|参加率|签到)/u],
  [
    "my_opinions",
    /(?:我|本人).{0,8}(?:意见|建议|反映).{0,10}(?:办|答复|进度|怎么样|咋样|处理|回复|没有|到哪|结果|吗|几)|(?:意见|建议).{0,6}办(?:了没|得|到哪|好没)/u,
  ],
  ["my_archive", /(?:我|本人).{0,6}(?:档案|数据|资料|个人信息)/u],
  [
    "my_reports",
    /(?:我|本人).{0,10}(?:履职|报了|记了|走访了?|接待了?|报过|做了|干了|参加了?).{0,8}(?:多少|几|哪些|什么|情况|记录|怎么样|没|吗|次)|(?:查|看).{0,3}我的?(?:履职|记录)|我.{0,4}(?:报了|履职).{0,4}(?:多少|几)/u,
  ],
  [
    "upcoming_activities",
    /(?:下次|下一次|最近|近期|这周|本周|下周|明天|接下来|本月|这个月|下个?月)?.{0,6}(?:活动|会议|视察|开会|培训|值班).{0,8}(?:哪天|什么时候|几点|几时|安排|在哪|有哪些|通知|好久|有没有|几号|是啥|什么)|(?:有|有没有|有些)(?:什么|哪些)?活动|什么时候.{0,6}(?:活动|开会|值班|视察)/u,
  ],
  [
    "deadlines",
    /(?:截止|到期|期限|什么时候交|几号交|哪天交|还要交|还差|要完成|最晚|还有什么(?:没|要)(?:交|做|报))/u,
  ],
  [
    "rules",
    /(?:规定|制度|办法|要求|标准|规则|怎么(?:算|扣|加|计|评)|几次算|算不算|会怎么样|扣(?:多少|几)分|加(?:多少|几)分|可以请(?:几|多少)|会不会(?:被)?(?:劝|扣|罢|辞)|缺(?:席)?(?:几|两|多少)次|凭什么)/u,
  ],
  [
    "help",
    /怎么(?:用|操作|报|记|弄|搞|填|请假|撤|改)|如何(?:使用|操作|填|报|记)|你(?:能|会)(?:做|干)(?:什么|啥|哪样)|(?:有)?(?:什么|哪些)功能|使用说明|教(?:我|一下)/u,
  ],
  [
    "missing_reports",
    /(?:谁|哪些|哪个|哪位|多少人|还有).{0,6}(?:没|未|不)(?:有)?(?:报|填|交|记|上报|履职)|未报|没报.{0,4}(?:名单|人|的)|(?:没有?|未)(?:报|填|上报)(?:履职)?(?:的|名单|记录)/u,
  ],
  [
    "absences",
    /缺席|缺勤|(?:谁|哪些|哪个|几个).{0,6}(?:没(?:有)?(?:来|到|参加|去)|没到会)|没到会.{0,4}名单|请假名单/u,
  ],
  [
    "opinion_backlog",
    /(?:意见|建议|诉求|问题).{0,10}(?:没|未|还没|超期|逾期|积压)(?:有)?(?:办|答复|处理|办结|回复|办理|转办|完)?|(?:超期|逾期|积压|没办|未办|待办|未办结|没办结).{0,6}(?:意见|建议|诉求)/u,
  ],
  [
    "opinion_stats",
    /(?:意见|建议|诉求|社情民意|反映).{0,14}(?:多少|几条|几件|统计|最多|哪类|哪些方面|分类|集中|占比|情况)|(?:多少|几)(?:条|件)(?:意见|建议|诉求)|统计.{0,8}(?:意见|建议)/u,
  ],
  [
    "stats",
    /多少|几(?:户|次|人|件|家|场|个|条|起)|统计|汇总|合计|总共|一共|情况(?:怎么样|如何|咋样)|数据|总数/u,
  ],
];

const ORG_SUFFIX = /[一-龥]{2,6}?(?:代表小组|联络站|街道|镇|乡)/u;

/** A question in plain or terse words, with its period, place, person and kind; undefined where nothing is asked. */
export function findQuery(
  text: string,
  dates: readonly FoundDate[],
  context: ReadingContext,
): Query | undefined {
  const terse = /^(?:统计|未报|缺席|代表|查|查询|查一下|查查|看看|看下|看一下|导出|意见|待办)[\s::]*/u.test(
    text,
  );
  if (!terse && !isQuestion(text) && !/名单|情况|导出|我的|未报/u.test(text)) return undefined;
  const person = findNames(text, context.people)[0];
  const name = nameOf(text, person);
  if (name === undefined) return undefined;
  const kind = kindOf(name, text);
  const org = orgOf(text, context.places);
  const period = dates[0];
  const min = /(?<![\d])(?<n>\d+|[一二两三四五六七八九十])(?:次|户|件)?(?:以上|及以上)/u.exec(text)?.groups?.[
    "n"
  ];
  return {
    name,
    ...(org === undefined || name.startsWith("my_") ? {} : { org }),
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
    ...(period === undefined ? {} : { from: period.start, to: period.end }),
    ...(min === undefined
      ? {}
      : {
          min: "一二三四五六七八九十".includes(min)
            ? "零一二三四五六七八九十".indexOf(min)
            : min === "两"
              ? 2
              : Number(min),
        }),
    ...(/超期|逾期|过期/u.test(text) ? { overdue: true as const } : {}),
  };
}

function nameOf(text: string, person: string | undefined): QueryName | undefined {
  const own = /我|本人|自己/u.test(text);
  if (person !== undefined && !own) {
    if (text.startsWith("代表") || /怎么样|咋样|如何|情况|表现|履职|多少|几/u.test(text))
      return "deputy_profile";
  }
  const named = NAMES.find(([, pattern]) => pattern.test(text))?.[0];
  return named === "stats" && own && !/我们|我镇|我区/u.test(text) ? "my_reports" : named;
}

function kindOf(name: QueryName, text: string): DutyKind | undefined {
  if (name !== "stats" && name !== "my_reports" && name !== "export") return undefined;
  return mainKind(text.replace(/代表小组(?!活动)|联络站/gu, ""))?.kind;
}

function orgOf(text: string, places: readonly string[]): string | undefined {
  const known = places.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0];
  return known ?? ORG_SUFFIX.exec(text.replace(/^(?:统计|未报|缺席|查一?下?|导出|代表)\s*/u, ""))?.[0];
}
