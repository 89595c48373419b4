import { everywhere } from "./guarded.ts";

const TITLES = everywhere(
  /《[^》]{0,60}》|(?:考[上取起]|录取[到在]?|毕业于|就读于?)了?[^,。;]{2,10}?(?:大学|学院|中学|高中|[一二三四五]中)/gu,
);

/** The text with blanks for laws and schools that are only named, where nobody was: 《贵州省物业管理条例》, 考上贵州大学. */
export const withoutTitles = (text: string): string =>
  TITLES.replace(text, (words) => "\u0001".repeat(words.length));
