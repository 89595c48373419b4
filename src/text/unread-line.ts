import { short } from "./format.ts";

/** What of a correction could not be made out, and stands as it was. */
export const unreadLine = (unread: readonly string[]): string =>
  `“${short(unread.join("”“"), 40)}”没有改,请单独说一遍要改成什么。`;
