// XML 1.0 knows no control characters but tab and line ends, not even written as entities.
const UNKNOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const SUSPECT = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/u;

/** Words without what XML 1.0 cannot hold in any way: what a reader of the file gets to see. */
export const heldByXml = (text: string): string =>
  SUSPECT.test(text) ? text.toWellFormed().replace(UNKNOWN, "") : text;
