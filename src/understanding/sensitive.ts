import { normalise } from "./normalise.ts";

import type { Sensitive, SensitiveKind } from "./understanding.ts";
import { guarded } from "./guarded.ts";
import { listMatches } from "./list-matches.ts";

const SURNAMES =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马苗方任袁柳鲍史唐费薛雷贺倪汤罗毕郝安常于傅康伍余顾孟黄萧尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房丁邓洪包左石崔龚程邢裴陆翁段侯宁仇刘景龙叶白蒙";
const CHILD = new RegExp(
  `(?:孩子|小孩|娃儿?|儿子|女儿|孙子|孙女|男孩|女孩|儿童|幼儿|学生)(?:,|名字)?(?:名叫|叫做?|姓名是?|是|:)?(?<name>[${SURNAMES}][一-龥]{1,2})(?=[,。、(]|今年|才|\\d|同学|在|读|上|被|$)`,
  "gu",
);
// GB 11643: six digits of the place, the day of birth, three digits and a check sign that may be mistyped.
const ID_NUMBER =
  /(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/gu;
const CARD = /(?<!\d)\d(?:[ -]?\d){14,18}(?!\d)/gu;
const PHONE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu;
const MEDICAL =
  /艾滋病?|乙肝|丙肝|梅毒|性病|癌症?|白血病|尿毒症|精神分裂症?|精神病|抑郁症|癫痫|肺结核|肝硬化|肿瘤|流产|堕胎|吸毒史|残疾证号/gu;
const SECRET = /绝密|机密|涉密|秘密(?:文件|件|级)|内部(?:文件|资料)不得外传|不得外传|保密文件/gu;

// Luhn: the check digit of a bank card.
function isCard(words: string): boolean {
  const digits = Array.from(words.replace(/\D/gu, ""), Number).reverse();
  const sum = digits.reduce((total, digit, at) => {
    const twice = at % 2 === 1 ? digit * 2 : digit;
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return digits.length >= 16 && sum % 10 === 0;
}

const MAY_HOLD = guarded(
  /[\d\uff10-\uff19][\d\uff10-\uff19 -]{9}|艾滋|[乙丙]肝|梅毒|性病|癌|白血|尿毒|精神|抑郁|癫痫|结核|硬化|肿瘤|流产|堕胎|吸毒|残疾证|密|外传|孩|娃|儿|孙|男|女|学生|幼/u,
);

/** Finds identity, card and phone numbers, illnesses, names of children and words of secrecy. Linear, offline. */
export function findSensitive(said: string): Sensitive[] {
  if (!MAY_HOLD.test(said)) return [];
  const origins: number[] = [];
  const text = normalise(said, origins);
  const found: Sensitive[] = [];
  const note = (what: SensitiveKind, from: number, length: number): void => {
    const index = origins[from] ?? 0;
    const inside = found.some((one) => index >= one.index && index < one.index + one.length);
    if (!inside) found.push({ what, index, length: (origins[from + length - 1] ?? index) + 1 - index });
  };
  const all = (what: SensitiveKind, pattern: RegExp, is: (words: string) => boolean = () => true): void => {
    for (const match of listMatches(pattern, text))
      if (is(match[0])) note(what, match.index, match[0].length);
  };
  all("id_number", ID_NUMBER);
  all("bank_card", CARD, isCard);
  all("phone", PHONE);
  all("medical", MEDICAL);
  all("secret", SECRET);
  for (const match of listMatches(CHILD, text)) {
    const name = match.groups?.["name"] ?? "";
    note("child_name", match.index + match[0].length - name.length, name.length);
  }
  return found.sort((a, b) => a.index - b.index);
}
