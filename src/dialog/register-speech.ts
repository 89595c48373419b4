// What is said of a register in other words than those it is read in.
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/(?<![昨今当傍])(?:晚|迟)(?:一?点)?(?:来|到)(?!会)了?|(?<!没)(?:来|到)得?(?:晚|迟)了?/gu, "迟到"],
  [
    /(?:(?:半路|半道|中途|中间|途中)(?:上|就)?|(?:提前|提早|会没完|没开完|没散会|先|早(?:一?点)?)就?)(?:离开|离场|离会|退场|走(?!访)|溜|撤|回去|回家)了?/gu,
    "早退",
  ],
  [/(?:说|讲)?(?:他|她)?(?:来|到|参加)不(?:了|成)了?|没能?得?来(?!晚|迟)|没赶[来到]/gu, "没来"],
  [
    /全勤|一个(?:人|也|都)*(?:不|没)(?:少|缺|落)(?:下)?|无(?:一人|一)?缺席|没有?(?:一个|哪个)?人?缺席/gu,
    "全到",
  ],
  [/(?<![没不未有])(?:正常|准时|按时|如期)(?:到会|到场|参加|参会|出席|到|来)?了?/gu, "到会"],
  [/(?<=都|全)(?:在(?:会|现)?场?|齐)了?(?=[,\u3002;\s]|$)/gu, "到"],
  [/(?:来|到)齐了?/gu, "到"],
  [/别人|旁人|另外(?:的|几[个位名])/gu, "其他人"],
];
// 王芳没来其他都来了: what is said of the others begins anew.
const ANEW = /(?<=(?:[来到席会退]|请假|病假|事假)了?)(?=其余|其他|其它|剩下|余下|别的)/gu;

/** The words of a register in those that are read: 晚来了 is 迟到, 半路走了 is 早退, 一个不少 is 全到. */
export const inPlainWords = (said: string): string =>
  SPOKEN.reduce((text, [spoken, plain]) => text.replace(spoken, plain), said).replace(ANEW, ",");

const COUNT = "(?:\\d+|[一二两三四五六七八九十]+)(?:个|位|名)(?:人|代表)?";
const HOW_MANY_CAME =
  "(?:今天|昨天|上午|下午|一共|总共|共|只|就|应到|该到|(?:\\d+|[一二三四五六七八九十]+)(?:个|位|名)?(?:人|代表))*(?:来|到)了?" +
  COUNT;

/** 缺罗文军 and 来了李明、王芳 with the status behind the names; `name` is a pattern for any of them. */
export function statusBehind(text: string, name: string): string {
  const names = `(?<names>${name}(?:[、和与及\\s]+${name})*)(?:[一两二三四五\\d](?:个|位|名)?人?)?(?=$|[,\u3002;\\s])`;
  const start = "(?<=^|[,\\u3002;\\s])";
  const only = `${start}(?:只有?|就|仅|还)`;
  const away = `(?:缺|少|差)了?${names}`;
  const came = `(?:来|到)了?(?:的(?:只)?有)?${names}`;
  const named = new RegExp(`(?<came>来|到)了?${COUNT}[\\s,:]*(?:是|有)?[\\s,:]*(?=${name})`, "gu");
  const counted = new RegExp(`${HOW_MANY_CAME}(?!\\s*[,:是有]*${name})`, "gu");
  const told = text.replace(named, "$<came>了");
  // 来了4个,差罗文军: how many came names nobody, and who is missing is all who are.
  const missing = counted.test(told) ? "[缺少差]" : "差";
  return told
    .replace(counted, " ")
    .replace(new RegExp(`${start}${missing}了?${names}`, "gu"), "只有$<names>缺席,")
    .replace(new RegExp(`${only}${away}`, "gu"), "只有$<names>缺席,")
    .replace(new RegExp(`${only}${came}`, "gu"), "只有$<names>到了,")
    .replace(new RegExp(`${start}${away}`, "gu"), "$<names>缺席,")
    .replace(new RegExp(`${start}${came}`, "gu"), "$<names>到了,");
}
