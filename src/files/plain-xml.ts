import { heldByXml } from "./held-by-xml.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const SPECIAL = /[&<>"]/gu;
const SUSPECT = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/u;

/** Words as they stand in XML 1.0: what it cannot hold is left out, and nothing of it is taken for markup. */
export const toPlainXml = (text: string): string =>
  SUSPECT.test(text) ? heldByXml(text).replace(SPECIAL, (letter) => ENTITIES[letter] ?? "") : text;
