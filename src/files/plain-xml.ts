const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// XML 1.0 knows no control characters but tab and line ends, not even written as entities.
const UNKNOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const SPECIAL = /[&<>"]/gu;
const SUSPECT = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/u;

/** Words as they stand in XML 1.0: what it cannot hold is left out, and nothing of it is taken for markup. */
export const toPlainXml = (text: string): string =>
  SUSPECT.test(text)
    ? text
        .toWellFormed()
        .replace(UNKNOWN, "")
        .replace(SPECIAL, (letter) => ENTITIES[letter] ?? "")
    : text;
