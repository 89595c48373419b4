import { guarded } from "./guarded.ts";
import type { FoundPlace } from "./places.ts";

// Where deputies are sent to learn: named by itself, in telegrams too.
const CITIES =
  "北京|上海|天津|重庆|成都|昆明|长沙|南宁|广州|深圳|珠海|杭州|宁波|南京|苏州|武汉|西安|郑州|合肥|福州|厦门|南昌|济南|青岛|海口|贵阳|遵义|毕节|安顺|铜仁|凯里|都匀|兴义|六盘水";
const PROVINCES =
  "浙江|江苏|广东|四川|湖南|湖北|云南|广西|福建|山东|河南|河北|江西|安徽|陕西|山西|甘肃|海南|辽宁|吉林|黑龙江";
const WHERE = `(?:(?:${PROVINCES})省?)?(?:${CITIES})|(?:${PROVINCES})`;
const AWAY = guarded(/外出|考察|学习|培训|参观|取经|观摩|交流/u);
const CITY = guarded(
  new RegExp(
    `(?:(?:^|[,。;:\\s]|[在到去赴是上往]了?|看的是|去的)(?<city>${WHERE})[市省]?(?=[,。;\\s的]|$|考察|学习|参观|取经|观摩|交流|培训)|(?:考察|外出(?:考察|学习|培训|参观)|出差)了?(?<seen>${WHERE})[市省]?(?!务工|打工|就业|上班|经商|来|人|客|的?(?:老师|专家|客商|企业来)))`,
    "u",
  ),
);

/** The city that somebody went to, where nothing but its name says so: 外出考察,重庆,1天. */
export function findCity(text: string): FoundPlace | undefined {
  const match = AWAY.test(text) ? CITY.exec(text) : null;
  const place = match?.groups?.["city"] ?? match?.groups?.["seen"];
  return match === null || place === undefined
    ? undefined
    : { place, index: match.index + match[0].lastIndexOf(place) };
}
