import { bullet, short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** Staff told of duty, and it is not known yet for whom. */
export type ReportWhose =
  | {
      readonly kind: "report.whose";
      readonly card: string;
      readonly said: string;
      /** The name that was said and is not on the roster they look after. */
      readonly wanted?: string;
      readonly names: readonly string[];
    }
  /** What several deputies did, each something of his own, with the words for each. */
  | {
      readonly kind: "report.whose-each";
      readonly each: readonly { readonly name: string; readonly deed: string }[];
    }
  /** The same where it is not clear who did what. */
  | { readonly kind: "report.one-by-one"; readonly names: readonly string[] }
  /** 代报 without a word of what was done. */
  | { readonly kind: "report.whose-deed"; readonly name?: string };

const MOST = 6;

// Each tap brings that deputy's own card.
const oneByOne = (each: Extract<ReportWhose, { kind: "report.whose-each" }>["each"]): Rendered => ({
  ...words(
    "说的是几位代表,一位一张卡片,还没有记。点一位,核对好,再点下一位:",
    ...each.slice(0, MOST).map(({ name, deed }, at) => `${bullet(at)} ${name}:${short(deed, 24)}`),
    each.length > MOST && `后面还有${each.length - MOST}位,请再说一次。`,
  ),
  choices: each
    .slice(0, MOST)
    .map(({ name, deed }, at) => says(`记${bullet(at)}${name}`, `代报 ${name} ${deed}`)),
  reusable: true,
});

/** Asks for whom it is, or what was done. */
export function askWhose(reply: ReportWhose): Rendered {
  if (reply.kind === "report.whose-deed")
    return words("请写明做了什么,还没有记。", `比如:代报 ${reply.name ?? "李明"} 昨天走访3户`);
  if (reply.kind === "report.whose-each") return oneByOne(reply.each);
  if (reply.kind === "report.one-by-one")
    return words(
      `这句话里有几位代表(${short(reply.names.join("、"), 40)}),一次只记一位的,还没有记。`,
      `请谁做的就替谁说,一位一位地说,比如:代报 ${reply.names[0] ?? "李明"} 昨天走访3户`,
    );
  const { card, said, wanted, names } = reply;
  const [about, deed] = said === "" ? ["这", "昨天走访3户"] : [`“${short(said, 30)}”`, short(said, 20)];
  const [first = "李明"] = names;
  return {
    ...words(
      wanted === undefined
        ? `${about}是哪位代表做的?`
        : `名单里没有“${short(wanted, 8)}”这位代表,还没有记。${about}是替谁记?`,
      names.length === 0 ? `请说姓名,或者:代报 ${first} ${deed}` : `点一下,或者说:代报 ${first} ${deed}`,
    ),
    choices: [
      ...names.map((name) => ({ label: name, act: { do: "card.whose", card, name } as const })),
      { label: "不记了", act: { do: "card.drop", card } },
    ],
  };
}
