import { addDays } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import { pieces } from "./read-plan.ts";

const INVITES =
  /请(?:各位|全体|大家|所有|有关|本组|小组|辖区|[一-龥]{0,6}代表)[^,\u3002;]{0,10}(?:参加|出席|到会|到场|准时|按时)|(?:准时|按时)(?:参加|出席|到会)|请(?:准时|按时|届时)/u;

// 代表都来, 通知东山镇的代表, 让小组的人后天到镇政府开会: said of what is past or far it is no call.
const WHOM = "(?:[一-龥]{0,12}(?:代表|小组|组员)(?:的人|们)?|大家|各位|所有人)";
const CALLS = new RegExp(
  `(?:代表|组员|小组|大家|的人)(?:们|们?全部)?都?(?:要|得|必须|请)?(?:都来|都去|都到|都参加|来开会|来参加|参加)|通知(?:一?下)?${WHOM}|(?:发|下)(?:一?个)?通知|(?:让|叫|喊|请)${WHOM}[^,\\u3002;]{0,16}(?:来|到|去|参加|开会)`,
  "u",
);
const GATHERS =
  /开会|开个?[一-龥]{0,8}会|座谈|活动|培训|学习|视察|调研|检查|评议|集合|接待(?:日|选民|群众)|会议(?!室)|(?:总结|动员|推进|交流|例|联席|通报|听证|述职|务虚|碰头|茶话|主席团|小组|代表)会(?!议室)|代表们?(?:都|一起|集中|要)*(?:到|去|来)(?!会|场|位)/u;
// 镇政府活动室 is where, and no activity.
const ROOM = /(?:活动|培训|学习|座谈)(?:室|中心|基地)/gu;

/** True for words that name something which gathers people. */
export const gathers = (text: string): boolean => GATHERS.test(text.replace(ROOM, ""));

/** True for words that call deputies together: a day ahead, and an invitation. */
export function isAnnouncement(said: string, facts: Facts): boolean {
  const text = said.normalize("NFKC");
  const invites = INVITES.test(text);
  if (!invites && !(CALLS.test(text) && GATHERS.test(text))) return false;
  const { on, farOff } = pieces(text, facts);
  return on !== undefined && (invites || (on >= facts.today && farOff !== true));
}

const NEAR_DAYS = 90;
// Without an hour it is one where somebody sees to it that it is held.
const HELD =
  /组织|召开|召集|举行|举办|开展|安排|集中|集合|(?:搞|办|有)(?:一?[次场个])|开(?:个|一[次个场])|代表们?(?:都|要|得)*(?:到|去|来|对)/u;
const OVER = /了|过(?!程)|昨|前天|刚|已|上个?[月周]|去年|取消|改到|改成/u;

/**
 * True for words of staff, without a deputy's name, of something that gathers people on a day ahead: 12月9日下午2点半组织代表
 * 视察农贸市场, 下周三组织代表评议派出所. Who reads the day as last year's would ask who of the deputies did it.
 */
export function isPlanned(said: string, facts: Facts): boolean {
  const text = said.normalize("NFKC");
  if (!GATHERS.test(text) || OVER.test(text) || facts.people.some((name) => text.includes(name)))
    return false;
  const { on, time, farOff } = pieces(text, facts);
  return (
    on !== undefined &&
    (time !== undefined || HELD.test(text)) &&
    farOff !== true &&
    on > facts.today &&
    on <= addDays(facts.today, NEAR_DAYS)
  );
}
