import { guarded } from "./guarded.ts";
import { nameAt } from "./known-names.ts";

const DAY =
  "(?:大?前天|昨[天日晚]|今[天早]|上午|下午|早上|晚上|刚才|上(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]?|前几天|这几天|,)*";
// 听村头的人摆, 群里有人说, 村里都在传: who tells, and that it is only told.
const OTHERS = guarded(
  new RegExp(
    `^我?${DAY}(?:(?:在|看)?(?:微信|工作|村|业主|网格|家长|大)?群(?:里头?|里面|聊)?(?:有人|有个[^,。;]{1,4}|他们|大家|看到|都|在|,){0,3}|听(?![取了课审证从])[^,。;]{1,8}?|[村寨院街场镇](?:子)?[里上头](?:的?人|的?老人)?(?:都|有人)?在?|有(?:个|些)?人|大家|邻居|街坊邻居|他们)(?:都|在|也)*(?:摆|说|讲|传|吹牛说?|议论|聊)(?:起|到)?[,:]?${DAY}(?:[是有]个?|我们?)?`,
    "u",
  ),
);
// 代表来走访过: a deputy, whoever that is, and what he did.
const DEPUTY = guarded(
  /^(?:哪个|那个|一?[个位]|我们?)?(?:村|镇|乡|区|组|街道)?(?:里|上)?的?(?:人大)?代表(?!团|会|站|联络|之家|建议|议案|证|法|票)们?/u,
);
const DID = guarded(
  /^(?:代表|同志|主任)?(?!家|楼|屋|门口|的)(?:大?前天|昨[天日晚]|今[天早]|上午|下午|上周[一二三四五六日天末]?|刚才|前几天|又|还|都|也|已经?)*(?![没不要应能怎该])(?![^,。;]{0,12}的[^,。;]{1,10}(?:坏|垮|塌|漏|不|没|又|脏|丢|断|堵|裂))(?:[^,。;没不]{0,10}(?:了|过)|[^,。;没不]{0,6}(?:去|来|到|在|给|帮|捐|走访|接待|慰问|看望|调解|视察))/u,
);
// 我去查看了: what the speaker did himself.
const OWN = /我(?!们?(?:[村组家镇寨屋妈爸]|没在|不在|不晓得|不知道))/u;

/** True where somebody only passes on what a deputy is said to have done: it is no record of the speaker's. */
export function isPassedOn(text: string, people: readonly string[]): boolean {
  const told = OTHERS.exec(text)?.[0];
  if (told === undefined) return false;
  const rest = text.slice(told.length);
  if (OWN.test(rest)) return false;
  const who = nameAt(rest, 0, people) ?? DEPUTY.exec(rest)?.[0];
  return who !== undefined && DID.test(rest.slice(who.length));
}
