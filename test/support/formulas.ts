const SIGNS = [
  "=",
  "+",
  "-",
  "@",
  "\uff1d",
  "\uff0b",
  "\uff0d",
  "\uff20",
  "\t=",
  "\r=",
  "\n=",
  " =",
  "\u00a0=",
  "\ufeff=",
  "\u200b=",
];
const BODIES = [
  "1+1",
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://x","y")',
  "SUM(A1:A9)",
  "IMPORTXML(1)",
  "@SUM(1)",
  'WEBSERVICE("http://x")',
  "2+5+cmd|' /C calc'!A0",
  "DDE(1)",
  "A1",
  "10+20",
  "-3+x",
  "'a'!A1",
  "RTD(1)",
];
// What XML cannot hold and whoever writes it leaves out, halves of a character, and what nobody sees.
const UNSEEN = [
  ...Array.from({ length: 9 }, (_, code) => String.fromCharCode(code)),
  "\ufffe",
  "\uffff",
  "\ud800",
  "\udc00",
  "\u200b",
  "\u200d",
  "\u2060",
  "\u3164",
  "\ufe0f",
  "\ufeff",
  "\ufffe\u0000\ufeff",
];
const BARE = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"];

/**
 * Texts that a spreadsheet could run (OWASP: CSV injection): every sign, plain, wide or behind blanks, before every body,
 * and every sign behind what is not seen or not written.
 */
export const FORMULAS = [
  ...SIGNS.flatMap((sign) => BODIES.map((body) => sign + body)),
  ...UNSEEN.flatMap((unseen) => BARE.map((sign) => `${unseen}${sign}1+1`)),
];
