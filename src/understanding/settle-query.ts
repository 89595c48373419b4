import type { QueryName } from "./understanding.ts";

/** What a text most likely asks, by all that was ever labelled. */
export type SensedQuery = {
  readonly best: QueryName;
  readonly chance: number;
  readonly of: (name: QueryName) => number;
};

/** From this on the sense of all labelled questions is believed against a rule that it holds to be unlikely. */
const BELIEVED = 0.65;
const UNLIKELY = 0.2;

/** What is asked: what a rule says, or what it is surely held to be by all that was ever labelled. */
export const settleName = (text: string, name: QueryName, { best, chance, of }: SensedQuery): QueryName =>
  !PLAINLY[name]?.test(text) && chance >= BELIEVED && of(name) < UNLIKELY ? best : name;

// Words that mean one question only, whatever resembles it.
const PLAINLY: Readonly<Partial<Record<QueryName, RegExp>>> = {
  absences: /出[勤席](?:率|情况)|没(?:有)?(?:去|来|到|参加)|请假|缺/u,
  rules: /怎么算|咋个?算|算不算|给不给分|分是怎么|能请假/u,
  my_reports:
    /我[^,。]{0,4}(?:提|交|领衔|附议|联名)[了过]?(?:多少|几|好多)[件份个条](?:代表)?(?:建议|议案)|我[^,。]{0,6}(?:接待|走访|值班|调解|视察|捐|宣讲|旁听|看望|慰问)[了过]?(?:多少|几|好多)/u,
  upcoming_activities:
    /(?:计划|安排)表?(?:出来?|定|下来|发)|有[^,。]{0,4}(?:培训|活动|视察|会)[^,。]{0,4}(?:吗|没有?|没得)/u,
  opinion_backlog: /(?:逾期|超期|没办|未办)|手[上里头]|[压剩欠][着起]?[几多好]/u,
  assessment: /考核[^,。]{0,4}(?:进度|结果|等次)/u,
  my_score: /履职分|考核[^,。]{0,6}(?:等次|评)/u,
  missing_reports: /没(?:有)?(?:走访|接待|值班|履职)过?[^,。]{0,4}的/u,
  stats:
    /^(?![^]*(?:意见|诉求|反映|问题|考核))[^,。]{1,10}统计[。!]*$|(?:走访|接待|值班|视察|调解|慰问)了?[^,。]{0,4}(?:多少|几|好多)(?:次|户|人|件|起)|(?:多少|几|好多)[次场回][^,。]{0,6}(?:视察|调研|走访|值班|培训|接待)|^(?!我)[^,。缺假迟到席扣算]{2,6}(?:几|多少|好多)[次场][?。]*$|被?退回了?(?:几|多少|好多)/u,
  my_attendance: /出勤|考勤|缺席|缺勤|到会|出席|到齐|少(?:去|来|参加|到)|到[了过]?(?:几|多少|好多)[次回场]/u,
  my_archive: /档案|全记录/u,
  deputy_profile: /(?:一个|一位|某个?)代表的/u,
  export: /导出|下载|打印|(?<!代)表[。!]*$/u,
  deadlines:
    /还(?:得|要)[^,。]{0,8}[次户场件回人]才|(?:还|欠)[差缺剩欠]?(?:着)?(?:什么|啥|哪[些样])|欠[几多]|达标|任务[^,。]{0,4}[剩差欠]|(?:多久|多少[天日]|几[天日]|几个?月|好久|多长时间|(?<!超过?|过了?)期限|时限)[^,。没未]{0,8}(?:答复|回复|回话|办[完结好理])|(?:答复|回复|办[完结理])[^,。]{0,6}(?:多久|多少[天日]|几[天日]|几个?月|好久|多长时间|期限|时限)/u,
  help: /怎么[改删撤]|咋个?[改删撤]|(?:在哪里?|找谁|找哪个)[^,。]{0,4}[改删撤]/u,
};
