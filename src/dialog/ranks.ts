const N = "[一二两三四五六七八九十\\d]{1,3}";
const WHO = "(?:谁|哪个|哪位|哪些|哪几[个位])(?:代表|人)?";
// How somebody is: 积极, 认真.
const LIKE = "(?:积极|活跃|认真|优秀|勤快|懒|拖拉|负责|突出|先进)";
const MOST = "最(?:差|好|懒|少|多|高|低|积极)";
const RANKS = new RegExp(
  [
    "^[^,。]{0,12}(?:排名|排行|排个名|排个序|从[高多]到[低少])",
    `${WHO}[^,。]{0,6}(?:${MOST}|最(?:不|没)?(?:太)?(?:${LIKE}|努力|勤|忙|厉害|棒|像样|称职)|倒数|第一)`,
    `${WHO}(?:今年|去年|本月|这个月|的|履职|平时)*(?:表现|做|干)得?(?:不|比较|更|很|挺|特别|最)?(?:太)?(?:好|差|优秀|突出|不错|积极)`,
    `^${WHO}(?:今年|去年|本月|这个月|平时|都|还)*(?:不太?|比较|更|很|挺|特别)?${LIKE}(?:些|一点|一些)?[?呢啊呀]*$`,
    `前${N}[名位]`,
    "倒数",
    `${MOST}的(?:[一二两三四五六七八九十\\d几]{0,3}[个位名])?(?:代表|人)(?!员|大)`,
    `${MOST}的?(?:代表|人)?是(?:谁|哪)`,
    "(?:谁|哪个|哪位)(?:代表|人)?[^,。]{0,8}(?:[得更](?:多|少|好|勤)|比较(?:多|少|好|勤))",
  ].join("|"),
  "u",
);
// 哪个镇走访最多 compares no persons: the townships are told in the order of the register.
const OF_TOWNSHIPS = /哪(?:一?个|些)(?:镇街|乡镇|镇|乡|街道)(?!的?代表)/u;
// 走访前三名是谁: a question, whatever else its words sound like.
const ASKS = new RegExp(
  `^(?:今年|去年|本月|这个月|上个月)?的?[^,。了获得进入拿]{0,6}前${N}[名位](?:代表|人)?(?:都?是(?:谁|哪些人?|哪几[个位]人?)|有谁|有哪些)?[?呢。]*$|^${WHO}`,
  "u",
);

/** True for words that ask who does most or least, or hold people against each other: nobody is ranked here. */
export function isRanking(text: string): boolean {
  const line = text.normalize("NFKC");
  return RANKS.test(line) && !OF_TOWNSHIPS.test(line);
}

/** True where such words can be nothing but that question. */
export const asksForRanking = (text: string): boolean =>
  isRanking(text) && ASKS.test(text.normalize("NFKC").trim());

/** True for a question that holds townships against each other. */
export const comparesTownships = (text: string): boolean => OF_TOWNSHIPS.test(text.normalize("NFKC"));
