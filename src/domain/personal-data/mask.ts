import { type Contact, surnameOf } from "./redact.ts";

/** Contact data as it stands on a screen that others may see: 张某, 138****0000. */
export function maskContact({ kind, value }: Contact): Contact {
  switch (kind) {
    case "name":
      return { kind, value: `${surnameOf(value)}某` };
    case "phone":
      return { kind, value: maskMiddle(value, 3, 4) };
    case "email":
      return { kind, value: value.replace(/^(.)[^@]*/u, "$1***") };
    case "wechat":
    case "qq":
    case "handle":
      return { kind, value: maskMiddle(value, 2, 0) };
    case "room":
      return { kind, value: "***" };
  }
}

function maskMiddle(value: string, head: number, tail: number): string {
  const letters = Array.from(value.replace(/^\+?86(?=1\d{10}$)/u, ""));
  if (letters.length <= head + tail) return "*".repeat(letters.length);
  const end = tail === 0 ? "" : letters.slice(-tail).join("");
  return `${letters.slice(0, head).join("")}****${end}`;
}
