import { guarded } from "./guarded.ts";

// 前一次接待4人,后一次接待7人: what was done the first time, and what the second.
const TURNS = guarded(
  /(?:前|头|第?一|上)一?[次回天趟](?<one>[^,。;]{2,16}?)[,;、]?(?:后|第?二|另)一?[次回天趟](?<two>[^,。;]{2,16})/u,
);
// 一天3个,一天5个.
const ONE_AND_ONE = guarded(
  /(?:有)?一[天次回趟](?<one>[^,。;、天次回趟]{2,8}?)[,;、]?(?:另|有)?一[天次回趟](?<two>[^,。;、天次回趟]{2,8})(?=$|[,。;])/u,
);
const TWICE = guarded(/[两2][次回趟天]/u);
const EACH = guarded(/分别|各(?!村|组|户)/u);

/** What is told of two days, once for each of them; none where the days are not told apart so. */
export function eachTurn(told: string): readonly string[] {
  const match = TURNS.exec(told) ?? ONE_AND_ONE.exec(told);
  const { one = "", two = "" } = match?.groups ?? {};
  const row = match?.[0];
  if (row === undefined) return [];
  return [one, two].map((own) => TWICE.replace(EACH.replace(told.replace(row, own), ""), ""));
}
