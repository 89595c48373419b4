// A word of a place is none of these: 到黄连村视察路灯 is at 黄连村.
const WORD =
  "(?:(?!视察|调研|检查(?!站|院)|评议|参加|学习|组织|开展|召开|举行|举办|集合|集中|一起|看看|走访|慰问|座谈|进行|通知|大家|代表(?!联络|之家|工作|活动室)|[到在去来看从])[一-龥\\d·])";
const ENDS =
  "会议室|政府|村委会?|居委会?|办公室|活动室|活动中心|服务中心|会议中心|党群中心|联络站|联络室|代表之家|广场|学校|小学|中学|中心校|幼儿园|礼堂|大厅|食堂|门口|大院|院坝|社区|小区|市场|派出所|公安局|分局|法院|检察院|司法所|卫生院|医院|敬老院|养老院|工地|项目部|园区|基地|公司|水库|党校|图书馆|文化站|车站|公园|景区|合作社|[一二三四五六七八九十\\d]楼";
const SHORT_ENDS = "村|寨|(?<!小)组|厂|街|楼";
const PLACE = `(?:${WORD}{0,14}?(?:${ENDS})|${WORD}{1,10}?(?:${SHORT_ENDS}))(?:${WORD}{0,8}?(?:${ENDS})){0,3}(?:[里内前]|旁边|对面)?`;
const AFTER =
  "(?=开|召开|举行|举办|集合|集中|参加|进行|开展|搞|组织|座谈|学习|培训|视察|调研|检查|评议|看|走访|慰问|接待|旁听|列席|谈|商量|讨论|协商|听|参观|讲|汇报|植树|报到|上车|乘车|坐车|出发|办|见|[\\s,;:、)\\u3002]|$)";

/** Where people come together stands before where they go then. */
const GATHERING = new RegExp(
  `(?:在|到|去|来|于)?(?<value>${PLACE})(?:集合|集中(?!视察|学习|调研|培训|开展)|上车|乘车|坐车|报到|出发)`,
  "u",
);
const AT = new RegExp(`(?:在|于)(?<value>${PLACE})${AFTER}`, "u");
const TO = new RegExp(`(?:到|去|来|赴|前往|进)(?<value>${PLACE})${AFTER}`, "u");
const ALONE = new RegExp(`(?:^|[\\s,;\\u3002])(?<value>${PLACE})(?=[\\s,;\\u3002]|$)`, "u");

const LOOKS = /^看/u;

/** Where something is to be, wherever in the words it stands, and what is said besides. */
export function readPlace(text: string): { readonly place?: string; readonly rest: string } {
  for (const pattern of [GATHERING, AT, TO, ALONE]) {
    const found = pattern.exec(text);
    const place = found?.groups?.["value"];
    // 到黄连村看水渠 says as a whole what is done.
    if (pattern === TO && place !== undefined && LOOKS.test(text.slice(text.indexOf(place) + place.length)))
      return { place, rest: text };
    if (found !== null && place !== undefined)
      return { place, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` };
  }
  return { rest: text };
}
