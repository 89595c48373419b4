import type { Aside } from "#src/text/aside.ts";
import { say } from "../turns.ts";
import type { Command } from "./command.ts";
import { OFFICE_COMMANDS } from "./office-commands.ts";

// 太难用了字太小, 你们这个小程序老是卡: about this program and nothing else.
const ABOUT_PROGRAM =
  /^(?:哎呀?|唉)?[,\s]*(?:我觉得|我感觉|你们?的?)?(?:这个)?(?:(?:程序|软件|系统|小程序|助手|机器人|页面|界面)[^,。]{0,4}(?:难用|不好用|复杂|麻烦|卡|慢|看不清|看不懂|死机|打不开)|(?:太|真|好|有点|实在)(?:难用|不好用)|(?:页面|界面|屏幕)?(?:上)?(?:的)?字(?:体)?(?:太|有点|实在太)小)[^。]{0,20}$/u;
// 你们把我的话存在哪里, 会不会给别人看.
const ABOUT_KEEPING =
  /我(?:们)?(?:说)?的(?:话|信息|数据|资料|隐私|电话|号码)[^,。]{0,8}(?:存|放|保存|保管|记)(?:在|到)?(?:哪|什么地方|啥子地方)|我(?:们)?(?:说|讲|写|发)的[^,。]{0,10}(?:会不会|会)(?:给|让|被|有)(?:别人|人家|外人|人)(?:看|知道|晓得)|会不会(?:泄露|泄漏|传出去|公开)[^,。]{0,6}[?吗]?$/u;

const PICTURE = "(?:现场|手机)?(?:里的?)?(?:照片|图片|相片|附件|文件|材料|图)";
const HOW = "(?:怎么|怎样|咋个?|如何|哪样|要怎么)(?:才能|能|去|样)?";
const SEND = "(?:发|传|上传|弄|放|附|交|添加?|提交|贴)(?:给你们?|给您|上来|上去|过来|过去|进去|出来|上)?";
// 照片咋个传, 照片在手机里头,咋个发, 能不能发照片.
const PHOTOS = new RegExp(
  `^(?:请问|那|我的?|这个|有)*(?:几张)?(?:${PICTURE}(?:在手机(?:里[头面]?|上))?[,\\s]*(?:要|应该|该|得|是)*${HOW}${SEND}|${HOW}${SEND}(?:我的)?${PICTURE}|${PICTURE}(?:能不能|可不可以|可以|能)${SEND}|(?:能不能|可不可以|可以|能)${SEND}${PICTURE}|${PICTURE}(?:要|该|应该|是|得)*(?:${SEND})?(?:往|到|给|在)(?:哪[里儿]?|谁)(?:${SEND})?)(?:了|的|啊|呢|吗|不|么|呀|嘛|[?。!])*$`,
  "u",
);
// 退回来是啥意思, 为啥子退回.
const SENT_BACK =
  /^(?:请问|这个|那个|那|被|说的?)*(?:退回|打回)(?:来|去)?(?:了|的)*(?:是)?(?:什么|啥子?|哪样|么子)(?:意思)(?:了|的|啊|呢|呀|嘛|[?。!])*$|^(?:什么|啥子?|哪样)(?:叫|是)(?:退回|打回)(?:了|的|啊|呢|呀|嘛|[?。!])*$|^(?:退回|打回)(?:来|去)?(?:了)?(?:怎么办|咋办|咋个办|咋个弄|怎么弄|怎么改|要怎么弄)(?:了|的|啊|呢|呀|嘛|[?。!])*$/u;

// 我不想用了, 帮我写个讲话稿, 找个人跟我说: what else people ask of a program, said as a whole.
const ASKED: readonly (readonly [Aside, RegExp])[] = [
  [
    "again",
    /^(?:请|帮我|把|麻烦)?(?:刚才|刚刚|上面|上次)?(?:那|这)?(?:一?[个条份次])?再(?:给我)?(?:记|报|来|登记)一?(?:遍|次|条|下)[吧嘛啊。!]*$/u,
  ],
  [
    "leaving",
    /^(?:我|俺)?(?:以后|实在|真的?)?(?:不(?:想|愿意)再?用|再也不(?:想)?用)(?:了|这个|它|你)+(?:了|啦)?[。!]*$|^(?:怎么|咋个?)(?:退出|注销|退订)[了啊呢?吗]*$|^(?:不要|别|莫)(?:再)?(?:给我)?发(?:消息|信息|短信|通知)?(?:给我)?了?[。!]*$/u,
  ],
  [
    "writing",
    /^(?:请|麻烦|能不能|可以)?(?:你)?(?:帮|给|替)我(?:写|起草|拟|弄)(?:一|个|篇|份|下|点)*(?:讲话|发言|述职|工作|讲|汇报|总结|心得|演讲)[^,。]{0,8}[吗吧么?。]*$/u,
  ],
  [
    "person",
    /^(?:我(?:要|想)?|请|帮我|能不能|可以)?(?:转人工|人工(?:客服|服务)?|找个?(?:真)?人(?:工)?(?:跟我|和我|来|帮我)?(?:说|讲|聊|问|谈)?|(?:有没有)?(?:联系)?电话(?:给我|告诉我|发我)?(?:一?[个下])?|(?:把)?(?:你们?的?|工作人员的?)(?:联系)?(?:电话|号码)(?:给我|告诉我|发我)(?:一?[个下])?|(?:你们?的?|工作人员的?)(?:联系)?电话(?:是)?(?:多少|好多))[啊呢吗吧么?。!]*$/u,
  ],
  ["photos", PHOTOS],
  ["sent-back", SENT_BACK],
  ["complaint", /^我?(?:要|想)?(?:投诉|举报)(?:你们?|这个?(?:程序|助手|机器人|软件))[了啊。!]*$/u],
];

const privacy: Command = (dialog) => say(dialog, { kind: "help.privacy" });

/** What a line says of the program itself or of what it keeps, in words of its own; undefined for all else. */
export function asideOf(line: string): { readonly run: Command; readonly rest: string } | undefined {
  const feedback = OFFICE_COMMANDS["反馈"];
  if (feedback !== undefined && ABOUT_PROGRAM.test(line)) return { run: feedback, rest: line };
  const of = ASKED.find(([, asked]) => asked.test(line))?.[0];
  if (of !== undefined) return { run: (dialog) => say(dialog, { kind: "help.aside", of }), rest: "" };
  return ABOUT_KEEPING.test(line) ? { run: privacy, rest: "" } : undefined;
}
