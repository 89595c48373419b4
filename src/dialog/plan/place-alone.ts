const PLACE =
  /^(?:会议|集合|活动)?(?:地点|地址|地方)?(?:改成|改为|改到|改在|换到|换成|定在|就?在|是|到)?[\s:]*(?<place>[一-龥\d]{1,20}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|联络站|联络室|之家|广场|学校|礼堂|大厅|[一二三四五六七八九十\d]楼|大楼)(?:[一二三四五六七八九十\d]{1,2}楼)?(?:大?会议室)?)[吧嘛哈]?$/u;
// 视察黄连村学校 is what is done there.
const DOES =
  /视察|调研|检查|评议|走访|组织|参加|学习(?!室)|开会|通知|请|代表(?!活动室|之家|联络)|培训(?!室|中心)|座谈(?!室)|[了吗]|[上下]午|早上|晚上|[今明后]天|周[一二三四五六日天]|[\d一二两三四五六七八九十][月日号点]/u;

/** The first clause of a text that is a place and nothing else, and the text without it. */
export function takePlaceAlone(text: string): readonly [string | undefined, string] {
  for (const clause of text.split(/[\s,;\u3002]+/u)) {
    const place = DOES.test(clause) ? undefined : PLACE.exec(clause)?.groups?.["place"];
    if (place !== undefined) return [place, text.replace(clause, " ")];
  }
  return [undefined, text];
}
