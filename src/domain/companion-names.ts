const NOBODY = /^(?:没有?(?:别人|人|同行的?)?|无|就我(?:一个人?)?|我一个人)$/u;

/** The names in an answer to who came along; none where it says that nobody did. */
export const companionNames = (said: string): readonly string[] =>
  NOBODY.test(said.trim()) ? [] : said.split(/[、,\s]+/u).filter((name) => name !== "");
