import type { Facts } from "#src/domain/facts.ts";
import { isStaff } from "./audience.ts";

const OURS =
  /(?:我们|咱们|咱)(?:这里|这儿|这边|这头|那边|单位)?的?(?!俩|两|一起)|(?<!我)我(?:这里|这儿|这边)的?/gu;
const ASKS =
  /[?\uff1f]|(?<![十好])几(?!个月|号)|多少|好多|谁|哪|什么|啥|怎么样|咋样|如何|[吗呢][。.!]*$|没有[。.!]*$/u;
// 我们走访了3户 is a deed, and 我们镇, 咱区 are known by these words.
const TELLS = /[\d一二两三四五六七八九十](?:户|人|家|件|起|条)|代报|登记|录入/u;
const KNOWN = /(?:我们|咱们|咱|我)(?:这个?)?(?:镇|区|乡|街道|县|村|市|组|站|小组|办)/u;

/**
 * A question of staff who have no duty of their own, without 我们 and 我们这里: what we visited is what those whom they
 * look after did. All else comes back as it is.
 */
export function withoutOurs(text: string, { speaker }: Pick<Facts, "speaker">): string {
  if (speaker.kind !== "member" || speaker.mandates.length > 0 || !isStaff(speaker)) return text;
  return !ASKS.test(text) || TELLS.test(text) || KNOWN.test(text) ? text : text.replace(OURS, "");
}
