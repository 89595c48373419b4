import { withoutPersonalData } from "./personal-data/redact.ts";

/**
 * What somebody said, as it may be kept in clear: the words and the place without contact and account numbers. It is
 * done once, before anything is compared or written, so that no second copy escapes it.
 */
export const asKept = <T extends { readonly text: string; readonly place?: string }>(draft: T): T => ({
  ...draft,
  text: withoutPersonalData(draft.text),
  ...(draft.place === undefined ? {} : { place: withoutPersonalData(draft.place) }),
});
