import { toString as toQr } from "qrcode";
import { escapeHtml } from "#src/text/escape-html.ts";
import { typeset } from "#src/text/typeset.ts";
import { WECHAT_TEXTS } from "#src/text/wechat.ts";

/** Where the account stands: led by another process, waiting for its code, to be scanned, or logged in. */
export type LogIn =
  | { readonly state: "elsewhere" }
  | { readonly state: "waiting" }
  | { readonly state: "scan"; readonly code: string }
  | { readonly state: "logged-in"; readonly name: string };

/** The code as a picture of characters for a terminal. */
export const renderTerminal = (code: string): Promise<string> =>
  toQr(code, { type: "terminal", small: true });

/** The page on which the operator logs the account in. It needs no script, and the code never leaves this machine. */
export async function renderPage(logIn: LogIn): Promise<string> {
  const { page } = WECHAT_TEXTS;
  const code = logIn.state === "scan" ? await toQr(logIn.code, { type: "svg", width: 320 }) : "";
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${page.title}</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="10"></head>
<body><main><h1>${page.title}</h1><p>${escapeHtml(typeset(words(logIn)))}</p>${code}</main></body></html>`;
}

function words(logIn: LogIn): string {
  const { page } = WECHAT_TEXTS;
  switch (logIn.state) {
    case "elsewhere":
      return page.elsewhere;
    case "waiting":
      return page.waiting;
    case "scan":
      return page.scan;
    case "logged-in":
      return page.loggedIn(logIn.name);
  }
}
