import { parseNumber } from "#src/understanding/numbers.ts";

const N = "[\\d一二两三四五六七八九十]{1,3}";
const AWAY = "(?:缺(?:席|勤|会)|旷会|没有?(?:[来去]|到会|参加)|未到会)";
// 谁缺席了两次: whoever missed one more did so as well, and the answer says 2次及以上.
const SO_MANY = `(?<=${AWAY}[过了]{0,2}(?:已经?)?[够满]?)(?<so>${N})次的?|(?<![第这那上前头近每\\d])(?<times>${N})次(?=(?:无故)?${AWAY})`;
const AT_LEAST = new RegExp(
  `(?:达到?了?|至少|不少于|不低于)?(?<n>${N})次(?:及|或)?以上的?|(?:至少|不少于|不低于|满)(?<from>${N})次的?|(?:超过|多于|大于)(?<beyond>${N})次的?|${SO_MANY}`,
  "u",
);

/**
 * From how many absences on somebody is asked about, and the words without that: 2次以上 begins at two (Civil Code
 * art. 1259), 超过2次 at three, 缺席了两次 at two. Without `least` where nothing of the kind is said.
 */
export function readLeast(words: string): { readonly least?: number; readonly about: string } {
  const found = AT_LEAST.exec(words.normalize("NFKC"));
  const { n, from, beyond, so, times } = found?.groups ?? {};
  const said = n ?? from ?? beyond ?? so ?? times;
  const number = said === undefined ? undefined : parseNumber(said)?.value;
  if (found === null || number === undefined) return { about: words };
  const about = words.normalize("NFKC").replace(found[0], " ").trim();
  return { least: beyond === undefined ? number : number + 1, about };
}
