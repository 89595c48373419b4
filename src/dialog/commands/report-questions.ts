import { submissionIn } from "#src/domain/submission.ts";
import { isStaff } from "../audience.ts";
import { ask } from "../turns.ts";
import type { Command } from "./command.ts";

const OWN = "(?:请问|我们?的?|本人的?|代表的?|今年的?|本年度?的?|年度|这个|那个|那份|要交的)*";
const CALLED = "履职自评|自我评价|自评|述职报告|述职|履职报告|年度报告|年报|年度总结|年终总结|履职总结";
const REPORT = `(?<report>${CALLED}|报告|总结)(?:材料|表)?`;
const WHEN =
  "(?:要|最晚|最迟|应该|得|该|还)*(?:(?:什么|啥子?|哪样)时候|哪(?:一)?天|几号|几月|多久|好久)(?:之?前)?(?:要|该|得|能|可以)?(?:交|提交|写|截止|到期|弄|述职|述)?|(?:交|截止|到期)(?:的)?(?:时间|日期|期限)(?:是)?(?:什么时候|哪天|几号)?|(?:期限|截止时间)(?:是)?(?:什么时候|哪天|几号)?";
const WHOM =
  "(?:要|该|应该|是)*(?:交|发|送|给|寄)(?:到|给|去|往)*(?:谁|哪个?|哪里|哪儿|哪位|什么地方|哪个部门)(?:啊|收|那里)?|(?:由|是)?(?:谁|哪个|哪位)(?:来)?收|(?:交|送)(?:纸质|打印|手写|书面)(?:的|版|稿|件)*(?:给|到)(?:谁|哪个?|哪里|哪儿|哪位)";
const HOW =
  "(?:要|该|应该|都|到底)*(?:怎么|怎样|如何|咋个?)(?:写|弄|填|做|准备)(?:啊|才好|好)?|(?:要|该|应该|都)*写(?:些|点)?(?:什么|啥子?|哪些|哪样)(?:内容|东西)?|(?:有|是)?(?:没有|什么|啥)?(?:格式|模板|样本|范文|字数)(?:要求)?(?:没有|吗)?|(?:要)?写?(?:多少|几百)字|(?:能|可)不(?:能|可以?)交纸质的?|(?:可以|能|行)交纸质的?(?:吗|不)?|交(?:纸质|打印|手写|书面)(?:的|版|稿|件)*(?:可以(?:吗|不)?|行(?:吗|不行?)|可不可以|好不好|还是电子(?:的|版|档|件)*)|交电子(?:的|版|档|件)*还是(?:纸质|打印|手写|书面)(?:的|版|稿|件)*";
const END = "(?:的)?[了啊呀呢哦哈嘛噻吗?!。]*$";
const ASKS = new RegExp(
  `^(?:${OWN}${REPORT}(?:${WHEN}|${WHOM}|${HOW})|${OWN}(?:什么时候|哪天|几号)(?:要|该|得|之?前)*(?:交|写)${OWN}${REPORT.replace("report", "other")}|(?:能不能|可不可以|可以|能|行不行)交纸质的?${OWN}${REPORT.replace("report", "third")}(?:吗|不|么)?)${END}`,
  "u",
);

const PAPER = "(?:纸质|纸版|纸的|纸张|打印|手写|书面)(?:的|版|件|稿|材料|版的)?(?:材料)?";
const WHILE = "(?:今天|上午|下午|都|也|就|是)*";
const GIVE = "(?:上交|提交|交|送|递)";
const OVER = "(?:上|过?去|给|到|是)*";
// 交纸质的 alone may be an intention, or what is asked: only what was done is told.
const GAVE = `${WHILE}(?:(?:已经?|早就?|昨天|前天|上周|刚才?)+${WHILE}${GIVE}(?:上|去|给|到|是|了|过|的)*|${GIVE}${OVER}(?:了|过|的)(?:上|去|给|到|是|了|过|的)*)`;
// A bare 报告 may be any, unless the line begins with it.
const YEARLY = `(?<other>${CALLED})(?:材料|表)?`;
// 自评我交的纸质的, 年度履职报告已经交了纸质版给刘敏: of one's own, and nothing is asked.
const ON_PAPER = new RegExp(
  `^${OWN}${REPORT}(?:我|本人)?(?:${GAVE}[^,?]{0,8}?${PAPER}[^?吗]{0,12}|(?:的)?${PAPER}(?:我|本人)?${GAVE}[^?吗]{0,8})(?<!没有?)[了啦哈。!]*$|^(?:我|本人)?${GAVE}${PAPER}${OWN}${YEARLY}[^?吗]{0,8}$`,
  "u",
);
const IS_ASKED = /还是|行不|可不可|能不|好不|谁|哪|几|要|怎么|局|(?<!人大|工委)办$/u;

/**
 * What is asked about a report as such (by when, to whom, what to write), and that one's own was handed in on paper;
 * undefined for all else.
 */
export function aboutReport(line: string): { readonly run: Command; readonly rest: string } | undefined {
  const asked = ASKS.exec(line)?.groups;
  if (asked !== undefined)
    return { run: howTo, rest: asked["report"] ?? asked["other"] ?? asked["third"] ?? "" };
  const paper = IS_ASKED.test(line) ? undefined : ON_PAPER.exec(line)?.groups;
  if (paper === undefined) return undefined;
  return { run: onPaper, rest: paper["report"] ?? paper["other"] ?? "" };
}

// A bare 报告 is the yearly one. Staff who owe none themselves are told when it is due, and who is late.
const howTo: Command = (dialog, rest, _said, { speaker }) => {
  const submission = submissionIn(rest) ?? "annual_report";
  const owesNone = speaker.kind === "member" && speaker.mandates.length === 0;
  return owesNone && isStaff(speaker)
    ? ask(dialog, { do: "obligation.late", submission })
    : ask(dialog, { do: "obligation.whether", submission, how: true });
};

const onPaper: Command = (dialog, rest) =>
  ask(dialog, { do: "obligation.on-paper", submission: submissionIn(rest) ?? "annual_report" });
