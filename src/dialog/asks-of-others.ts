import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { isStaff } from "./audience.ts";
import { isOfOneself } from "./is-of-oneself.ts";

// 我组织的, 我站岗 and 我代表群众 are what one did.
const PLACE = "(?:小组|镇|乡|街道|区|县|站(?!岗)|组(?!织))";
const BODY = `(?:人大)?(?:代表小组|代表团|代表|${PLACE})`;
const OTHERS = new RegExp(
  `我这?个?(?:代表小组|${PLACE}|村|社区)|(?:[我咱]们|咱)这?个?(?:${BODY}|村|社区)|[本全](?:${BODY}|村|社区)|(?:其[他它余]|别的?|各|每个?|所有|全体|哪[个些位])的?[个位]?(?:${BODY}|人)|[镇乡区组]里面?|镇上|代表们|大家|大伙儿?|小组|谁|哪[几个]位|(?:多少|几)[个位名]?(?:人大)?代表`,
  "gu",
);
const GONE_TO =
  "小组|(?:人民)?(?:代表|人代)?大?会|两会|培训|活动|学习|(?:开(?!展)|召|组织|安排|举办|通知)[^了,]{0,6},";
const GONE_FOR = "群众|选民|居民|村民|老百姓|困难|企业";
// 全区的培训, 我们小组活动, 镇里开的会: what one goes to, and not who did it.
const SUBJECT = new RegExp(`(?:^|[,。、;?\\s])(?:${OTHERS.source})(?![,的]?(?:${GONE_TO}|${GONE_FOR}))`, "u");
const POLITE =
  /(?:[帮给让替请跟]我|告诉我|发我|我(?=看|瞧|查|问|了解)|我?想(?=问|查|看|知道|了解)|我?要(?=查|看|了解))/gu;
const LEADS =
  /请问|麻烦|帮忙|统计|汇总|想?知道|了解|(?<![慰访调检])(?:问|看|查|数|列)(?:一?[下哈]|看|查|数)?|现在|目前|至今|到现在|以来|一共|总共|共计?|累计|合计|那么?|的/gu;

/**
 * True where a deputy who looks after nobody asks what others did: 全镇今年走访了多少, 我们小组接待几人. The only figure
 * there is for such a deputy is of the own duty, which answers another question.
 */
export function asksOfOthers(said: string, { speaker, today }: Facts): boolean {
  if (speaker.kind !== "member" || speaker.mandates.length === 0 || isStaff(speaker)) return false;
  const asked = said.normalize("NFKC").trim().replace(POLITE, "");
  // 我在我们镇走访了几户 is of the own duty.
  if (isOfOneself(asked.replace(OTHERS, ""))) return false;
  const dates = findDates(asked, { today, prefer: "past" });
  const bare = dates.reduce((rest, one) => rest.replace(one.text, ","), asked).replace(LEADS, ",");
  return SUBJECT.test(bare);
}
