const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "\uff0c",
  "?": "\uff1f",
  "!": "\uff01",
  ":": "\uff1a",
  ";": "\uff1b",
};

// After a Chinese character, a closing mark or a closing bracket that follows one, or between a digit and a Chinese
// character; never inside times and numbers.
const MARK =
  /(?<=[\u4e00-\u9fff\u3010-\u301f\u201c\u201d\u3001\u3002)\u300b\u300d])[,?!:;](?!\/\/)|(?<=\d)[,;](?=[\u4e00-\u9fff])/gu;

/**
 * Chinese as it is printed: after Chinese words the marks are full-width. Dates keep the brackets they are known by,
 * 5\u670812\u65e5(\u5468\u4e8c).
 */
export const typeset = (text: string): string => text.replaceAll(MARK, (mark) => FULL_WIDTH[mark] ?? mark);
