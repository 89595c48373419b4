import { isDeed } from "./deeds.ts";
import { isMatter, isProblem } from "./problems.ts";
import { CLEARLY_DONE, DAY_LEAD, GATHERS, INTRODUCES, ITEM_DEED, MYSELF, SEVERAL } from "./telling.ts";
import { isShort } from "./tells-more.ts";

/** True where a clause tells of a deed in plain words; `lead` stands before it, `listed` where it is an item beside records. */
export function isPlainDeed(own: string, lead: string, listed: boolean): boolean {
  if (isShort(own) || SEVERAL.test(own)) return false;
  const told = DAY_LEAD.test(lead) ? lead + own : own;
  if (own.trim().length < 4 || !(isDeed(told) || (listed && ITEM_DEED.test(own)))) return false;
  if (isProblem(own) && !CLEARLY_DONE.test(own) && !MYSELF.test(told)) return false;
  if (lead.length > 12 && (isProblem(lead) || isMatter(lead))) return false;
  return !(GATHERS.test(own.replace(/[,。;]$/u, "")) || INTRODUCES.test(own));
}
