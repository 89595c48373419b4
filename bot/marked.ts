import { POSSIBLE_REPEAT } from "#src/text/render.ts";

/** How much longer the mark makes a text, in UTF-16 units. */
export const MARK_LENGTH = POSSIBLE_REPEAT.length + 1;

/** A text that says of itself, where that is so, that the person may have it already. */
export const marked = (text: string, mayRepeat: boolean): string =>
  mayRepeat ? `${POSSIBLE_REPEAT}\n${text}` : text;
