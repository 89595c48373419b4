import { rankCategories } from "./categories.ts";
import { isDeed } from "./deeds.ts";
import { guarded } from "./guarded.ts";
import { mainKind } from "./kinds.ts";
import { complains } from "./problems.ts";

// 发现操场塑胶起泡, 看到厕所没有冲水: what a deputy saw for himself where he was.
const SEEN = guarded(
  /(?:我们?|现场|当场|还|也|又)*(?:(?<!没有?|未|检查|排查|共|被)(?<discovers>发现)|(?<!去|来|没|没有)(?:看到|看见|瞧见|瞅见|见到|碰到|遇到|注意到|闻到)|(?<![一-龥])见(?![不效面过识])(?=[一-龥]{3}))了?(?=[^,。;:]{4})/u,
);
// 发现问题三处, 发现隐患2个: how many, and not what.
const HOW_MANY = guarded(
  /^(?:[^,。;]{0,20}(?:[\d]{1,3}|[一二三四五六七八九十]{1,2})[个处条点项起件](?:[,。;]|$)|[^,。;]{0,6}(?:问题|隐患|情况|线索)[^,。;]{0,6}(?:[\d一二两三四五六七八九十几]+[个处条点项起件]|[,。;]|$)|[\d一二两三四五六七八九十]+[个处条点项起件家](?:问题|隐患))/u,
);
const FINE = guarded(
  /(?<!不(?:大|太)?)(?:正常|有序|完好|齐全|到位|达标|规范|稳定|干净|整洁|整齐|顺利|热闹|红火|积极|满意|高兴|踏实|精神|不错|充足|丰收|通畅|畅通|安全(?=[,。;]|$))|[很真挺都长搞办干建得]得?(?:很|真|非常|挺|还)?好(?!几|久|多|远|难|贵|大)|变化|进展|修好|建成|完工|亮了|通了|改观|整改(?:好|完|到)|足得很|很足|挺足/u,
);
const UNDONE = guarded(/没(?:有)?[戴穿装开修盖贴设配清扫灭关锁系挂]/u);
/** From this on it is held to be a matter of some sort. */
const HELD = 0.3;
const LACKS = guarded(
  /[堆乱脏烂裂歪塌漏冒垮坏断破污臭挤淹锈翻掉横]|没|缺|无|不|只[有剩开]|还[靠要得]|就(?:一|剩)|一个人|全是|都是|满是|到处|才/u,
);

/** True for words that tell what somebody saw for himself. */
export const isSeen = (text: string): boolean => SEEN.test(text);

/**
 * Where in a clause a deputy begins to tell what was wrong in a place that he came to; undefined where he does not.
 * `told`: a deed was told before.
 */
export function findSeen(text: string, told: boolean): number | undefined {
  const match = SEEN.exec(text);
  if (match === null) return undefined;
  const before = text.slice(0, match.index);
  if (before.trim() === "" ? !told : !(isDeed(before) || mainKind(before) !== undefined)) return undefined;
  const what = text.slice(match.index + match[0].length);
  if (HOW_MANY.test(what) || FINE.test(what)) return undefined;
  const isWrong =
    complains(what) || UNDONE.test(what) || (LACKS.test(what) && rankCategories(what).confidence > HELD);
  const discovers = match.groups?.["discovers"] !== undefined;
  return isWrong || (discovers && rankCategories(what).confidence > 0) ? match.index : undefined;
}
