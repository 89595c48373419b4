import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { ask } from "./turns.ts";

const REMEMBERED_MS = 600_000;

const NUMBER = /^(?:动态口令|口令|验证码|数字)?[是为]?[\s:]{0,4}(\d{3}) ?(\d{3})[\s\u3002.!]{0,4}$/u;

/** Keeps a code in mind for the number of an authenticator that is wanted besides. */
export const awaitingNumber = (dialog: Dialog, code: string, { now }: Pick<Facts, "now">): Dialog => ({
  ...dialog,
  binding: { code, at: now.toISOString() },
});

/** Six digits within ten minutes of a code that wanted them; undefined for anything else. */
export function hearNumber(dialog: Dialog, text: string, { now }: Pick<Facts, "now">): Turn | undefined {
  const { binding } = dialog;
  if (binding === undefined || now.getTime() - Date.parse(binding.at) > REMEMBERED_MS) return undefined;
  const [, first, second] = NUMBER.exec(text.normalize("NFKC").trim()) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return ask(dialog, { do: "account.bind", code: binding.code, number: first + second });
}
