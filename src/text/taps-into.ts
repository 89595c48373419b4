import { type RenderedChoice, says } from "./rendered.ts";

/** From a list into what it is made of: the page of each deputy it names, once each. */
export const deputyTaps = (names: readonly string[]): readonly RenderedChoice[] =>
  [...new Set(names)].map((name) => says(name, `代表 ${name}`));

/** From a list into each record, opinion or suggestion that it shows by its number. */
export const numberTaps = (lines: readonly { readonly number: string }[]): readonly RenderedChoice[] =>
  lines.map(({ number }) => says(number));
