import type { Dialog, Turn } from "./dialog.ts";
import type { Said } from "./topics/report.ts";
import { ask } from "./turns.ts";

const REMEMBERED_MS = 600_000;

const NUMBER = /^\+?\d[\d\s-]{5,18}\d$/u;
const NAME = /^(?:应该?[为是]|应当[为是]|改成|改为|是|叫)\s*[一-龥·]{2,8}$/u;

/**
 * The telephone or the name alone, after 更正我的电话 was said without it: that is what it is to be. Undefined for
 * anything else, and ten minutes later.
 */
export function hearCorrection(dialog: Dialog, { text, messageId, at }: Said): Turn | undefined {
  const { correcting, ...next } = dialog;
  if (correcting === undefined || at.getTime() - Date.parse(correcting.at) > REMEMBERED_MS) return undefined;
  const value = text
    .normalize("NFKC")
    .trim()
    .replace(/[。.!]$/u, "");
  const fits = (/电话|手机|联系方式/u.test(correcting.wish) ? NUMBER : NAME).test(value);
  return fits ? ask(next, { do: "data.correct", messageId, wish: `${correcting.wish} ${value}` }) : undefined;
}
