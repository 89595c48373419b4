/** What is asked of something that people are called to: what stands in the notice, what may stand there, or another day. */
export type NoticeQuestion = "notice" | "detail" | "moving";

const LEAD =
  "^(?:请问|问一?下|想|那|这|个|次|场|回|的|上午|下午|早上|代表|小组|会议|活动|会|培训|学习|视察|调研|检查|评议|座谈|接待日?|通知|是|要|我们?|到底|还|究竟){0,12}";
const TAIL = "(?:呢|啊|呀|嘛|吗|么|哦|不)*$";
const PLACE =
  "(?:在|到|去)?(?:哪里|哪儿|哪点|哪个?地方|什么地方|啥子?地方|哪个?会议室|哪层?楼|哪一?层|几楼|几层|几号楼|哪个?房间|哪间)";

const NOTICE = new RegExp(
  `${LEAD}(?:${PLACE}|几点钟?|什么时候|啥子?时候|哪天|开不开|搞不搞|取消了?没有?|取消了?吗|开吗|搞吗|地点在哪里?|怎么去)(?:集合|举行|开|搞|办|活动|参加|去|到|会|的|了|呢|啊|呀|嘛|吗|来)*$`,
  "u",
);
const DETAIL = new RegExp(
  `${LEAD}(?:需|要|用|该|得|让){0,4}(?:(?:带|准备|穿|拿|备)(?:些|点)?(?:什么|啥子?|哪样|哪些)(?:材料|东西|衣服|资料|证件)*|(?:带|准备|穿)不(?:带|准备|穿)(?:材料|东西|正装|资料|本子)*|(?:开|搞|学|参加|持续)?(?:多久|多长时间|几个小时|好久|几天|多少时间)|(?:几点|什么时候|啥子?时候)(?:能)?(?:结束|散会?|完|开完|搞完)|(?:有没有|有不有|有|派)(?:班|专)?(?:车|大巴)(?:来|去|过来)?(?:接|送|坐)*(?:我们?)?|(?:中午|晚上)?(?:管|包|安排|有)(?:不(?:管|包)|没有)?(?:中午|晚上)?(?:午|晚|中|早)?(?:饭|餐)|(?:开|学|讲|搞|说)(?:些|点)?(?:什么|啥子?|哪样)(?:内容|主题)?|(?:什么|啥子?)(?:内容|主题|议程)|(?:有)?(?:哪些|几个)人(?:参加|来|去)|(?:自己|怎么|如何)(?:开车|坐车)?(?:过去|去|走))(?:的|了)*${TAIL}`,
  "u",
);
const MOVING = new RegExp(
  `${LEAD}(?:能不能|可不可以|可以不可以|可否|能否|能|可以|行不行)(?:帮我|给我|再|把时间|时间|往后|往前|晚|早)*(?:改(?:天|期|个?(?:时间|日子)|一?下(?:时间|日子)?|在|到|成)?|换(?:个?(?:时间|日子)|一?天)|推迟|延期|延后|推后|提前|(?:请|找|派|喊|叫)(?:个|别|其他)*人(?:代|替|顶)?|线上|网上|视频)[^,。?]{0,10}$`,
  "u",
);

/** What a line asks of a notice; undefined where it asks nothing of one. Without its day, its marks and blanks. */
export function noticeQuestion(words: string): NoticeQuestion | undefined {
  if (NOTICE.test(words)) return "notice";
  if (DETAIL.test(words)) return "detail";
  return MOVING.test(words) ? "moving" : undefined;
}

/** True for a question, which is no reason to stay away: 25号要开多久, 能不能线上参加. */
export const isQuestion = (words: string): boolean =>
  noticeQuestion(words) !== undefined ||
  /[?]$|(?<!干)吗$|能不能|可不可以|行不行|要不要|是不是|(?:多久|几点|几楼|哪里|哪儿)$/u.test(words);
