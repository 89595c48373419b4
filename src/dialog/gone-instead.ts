const ABSENT =
  "(?:没有?(?:得?空|时间|去成?|来成?|参加|能去|能来)|有事|生病了?|病了|住院了?|出差了?|走不开|[来去]不了|请(?:了)?假|不在(?:家)?|在外地|在外面)了?";

/**
 * What staff tell of a deputy who could not go and of the one who did, as what the one who went did: 李明没空,王芳替他去接待4人
 * is 王芳's. All else comes back as it is.
 */
export function goneInstead(text: string, people: readonly string[]): string {
  const line = text.normalize("NFKC").trim();
  const known = people.filter((name) => line.includes(name));
  if (known.length < 2) return text;
  const name = `(?:${known.join("|")})`;
  const found = new RegExp(
    `^(?<day>[^,。;]{0,8}?)(?<absent>${name})(?:代表)?(?<when>[^,。;]{0,8}?)${ABSENT}(?<what>[^,。;]{0,8})[,。;\\s]+(?:所以|就|是|由|让|请|叫|喊|安排|派|换|改成?|,)*(?<went>${name})(?:代表)?(?:代替|顶替|替|代|帮|顶)?(?:他|她|本人|\\k<absent>)?(?:去|来)?(?:的|了)?[,\\s]*(?<deed>.*)$`,
    "u",
  ).exec(line)?.groups;
  const { day = "", absent, when = "", what = "", went = "", deed = "" } = found ?? {};
  if (went === "" || went === absent) return text;
  return `${went}${day}${when}${[what, deed].filter((one) => one !== "").join(",")}`;
}
