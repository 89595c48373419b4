const RANKS =
  /^[^,。]{0,12}(?:排名|排行|排个名|排个序|从[高多]到[低少])|(?:谁|哪个|哪位|哪些)(?:代表|人)?[^,。]{0,6}(?:最(?:差|好|懒|少|多|积极)|倒数|第一)|前[一二两三四五六七八九十\d]{1,3}[名位]|倒数|最(?:差|好|懒|少|多|积极)的(?:[一二两三四五六七八九十\d几]{0,3}[个位名])?(?:代表|人)(?!员|大)|最(?:差|好|懒|少|多|积极)的?(?:代表|人)?是(?:谁|哪)|(?:谁|哪个|哪位)(?:代表|人)?[^,。]{0,8}(?:[得更](?:多|少|好|勤)|比较(?:多|少|好|勤))/u;

/** True for words that ask who does most or least, or hold people against each other: nobody is ranked here. */
export const isRanking = (text: string): boolean => RANKS.test(text.normalize("NFKC"));
