import { rankCategories } from "#src/understanding/categories.ts";
import { senseIntent } from "#src/understanding/sense/sense.ts";

/** Reads the reader's tables, so that nobody waits for them with the first message. */
export function warmReader(): void {
  rankCategories("路灯不亮");
  senseIntent("昨天走访3户");
}
