const NOT =
  "(?:从来?|都|一次)*(?:(?<!(?<!没)有)没有?|未曾?|不曾|无|零|(?<!\\d)0次?)(?:有过|过|曾)?(?:任何|一次)?";
const MISSED = "缺(?:过?[席勤会]|过?(?=的|代表|[?。!]|$))(?:过|记录)?|旷[会过]?";
const EVER = "次次|每[次场回]|回回|场场";
const NEVER = new RegExp(
  `${NOT}(?:${MISSED})|缺席(?:为|是)?[0零]次|(?<!没有?|未|非|不是|没出)[全满]勤(?!率)|(?:${EVER})[^,。没不缺未]{0,6}?[都全](?:[来到去]|参加|出席)|一次[也都]?[不没](?:[落漏]|缺(?!席))|(?:出勤|到会)率(?:为|是|有|达到?)*(?:100%|百分之百)`,
  "u",
);
const WHO = /谁|哪|名单|名字|几[个位名人]|多少[人个位名]|(?:的|的?代表)(?:有|是|人|都|代表|[?。!]|$)|列/u;

/** Who has missed nothing, in the words that ask for them: 没有缺席的有哪些. The list of those absent is the opposite. */
export function findNeverAbsent(said: string): string | undefined {
  const text = said.normalize("NFKC").trim();
  const found = NEVER.exec(text)?.[0];
  return found !== undefined && WHO.test(text.replace(found, "")) ? found : undefined;
}
