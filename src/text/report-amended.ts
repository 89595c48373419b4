import { type Counts, isCountUnit } from "#src/domain/count-unit.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { CompanionsAmended } from "#src/domain/requests/companions-amended.ts";
import { isRecount } from "#src/domain/recounted.ts";
import type { Amendment, Change } from "#src/domain/requests/amendment.ts";
import type { FiledRecord } from "#src/domain/requests/report.ts";
import { counts, day, short } from "./format.ts";
import { type Rendered, type RenderedChoice, words } from "./rendered.ts";
import { unreadLine } from "./unread-line.ts";
import { soon } from "./soon.ts";

/** A record that was changed after filing, with what it says now. */
export type ReportAmended = {
  readonly kind: "report.amended";
  readonly record: FiledRecord;
  readonly now?: Amendment;
  /** All that it counts now. */
  readonly counts?: Counts;
  /** What could not be changed with it. */
  readonly left?: readonly Change[];
  readonly companions?: CompanionsAmended;
  /** It said so already. */
  readonly same?: true;
};

/** Says what the record says now: whoever changed it must see that it was heard right. */
export const amended = (reply: ReportAmended): Rendered => {
  const { record, now, left = [], companions, same } = reply;
  const all = each(now);
  const unread = all.flatMap((one) => one.unread ?? []);
  const isSame = same === true || (isNothing(companions) && all.every((one) => one.field === "with"));
  return {
    ...words(
      isSame ? `本来就是这样:${record.number}` : `已改好 ${record.number}`,
      `${DUTY_KINDS[record.kind].name},${day(record.date)}${countWords(reply)}${all.map((one) => changed(one)).join("")}`,
      ...(isNothing(companions) ? all.map(alreadySo) : companionLines(companions)),
      left.length > 0 && `${left.map(leftWords).join("、")}没有改成,请核对后单独说一遍。`,
      unread.length > 0 && unreadLine(unread),
      isSame ? "没有改动。" : "改动留有记录。",
    ),
    ...(same === true ? { choices: othersOff(reply) } : {}),
    number: record.number,
  };
};

/** A change and all that were made with it. */
export const each = (now: Amendment | undefined): readonly Amendment[] =>
  now === undefined ? [] : [now, ...each(now.also)];

const alreadySo = (now: Change): string | false =>
  now.field === "with" &&
  `${now.less === true ? "同行里本来就没有" : "同行已经写着"}:${short(now.value, 40)}`;

const leftWords = (left: Change): string =>
  isRecount(left) && left.field !== "uncounted"
    ? counts({ [left.field]: left.value })
    : short(left.value, 20);

// All that is counted: what stands beside the change is seen as well.
function countWords({ counts: had, now }: ReportAmended): string {
  if (had === undefined || !each(now).some(isRecount)) return "";
  const said = counts(had);
  return said === "" ? ",没有写数量" : `,${said}`;
}

// 数量 9户 of 1130人、9户: what else is counted can be taken out.
function othersOff({ record: { number }, counts: had = {}, now }: ReportAmended): RenderedChoice[] {
  if (now === undefined || !isCountUnit(now.field)) return [];
  return Object.entries(had)
    .filter(([unit]) => unit !== now.field)
    .flatMap(([unit, value]) =>
      isCountUnit(unit)
        ? [
            {
              label: `去掉${counts({ [unit]: value })}`,
              act: { do: "report.amend", number, amendment: { field: "uncounted", value: unit } },
            },
          ]
        : [],
    );
}

// Kind and day are said of every record, and amounts all together.
function changed(now: Change): string {
  switch (now.field) {
    case "date":
      return now.time === undefined ? "" : ` ${now.time}`;
    case "time":
      return ` ${now.value}`;
    case "end":
      return `至${day(now.value)}`;
    case "place":
      return `,${short(now.value, 30)}`;
    case "text":
      return `\n内容:“${short(now.value, 40)}”`;
    default:
      return "";
  }
}

// Whoever is named already is asked no second time.
const isNothing = (told: CompanionsAmended | undefined): boolean =>
  told !== undefined && Object.values(told).every((names) => names.length === 0);

const companionLines = (told: CompanionsAmended | undefined): (string | false)[] =>
  told === undefined
    ? []
    : [
        told.asked.length > 0 && `同行:${told.asked.join("、")},${soon("去问本人。")}`,
        told.dropped.length > 0 && `不再写:${told.dropped.join("、")}`,
        told.kept.length > 0 && `${told.kept.join("、")}本人已确认在场,这份要由本人撤销。`,
        told.declined.length > 0 && `${told.declined.join("、")}本人说过不在场,没有再问。`,
        told.unknown.length > 0 && `名单里没有:${short(told.unknown.join("、"), 40)}`,
      ];
