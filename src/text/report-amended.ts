import { isCountUnit } from "#src/domain/count-unit.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { CompanionsAmended } from "#src/domain/requests/companions-amended.ts";
import type { Amendment, Change, FiledRecord } from "#src/domain/requests/report.ts";
import { counts, day, short } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

/** A record that was changed after filing, with what it says now. */
export type ReportAmended = {
  readonly kind: "report.amended";
  readonly record: FiledRecord;
  readonly now?: Amendment;
  /** What could not be changed with it. */
  readonly left?: Change;
  readonly companions?: CompanionsAmended;
  /** It said so already. */
  readonly same?: true;
};

/** Says what the record says now: whoever changed it must see that it was heard right. */
export const amended = ({ record, now, left, companions, same }: ReportAmended): Rendered => ({
  ...words(
    same === true || isNothing(companions) ? `本来就是这样:${record.number}` : `已改好 ${record.number}`,
    `${DUTY_KINDS[record.kind].name},${day(record.date)}${now === undefined ? "" : changed(now)}${now?.also === undefined ? "" : changed(now.also)}`,
    ...(isNothing(companions) && now?.field === "with"
      ? [`同行已经写着:${short(now.value, 40)}`]
      : companionLines(companions)),
    left !== undefined && `${short(String(left.value), 20)}没有改成,请核对后单独说一遍。`,
    same === true || isNothing(companions) ? "没有改动。" : "改动留有记录。",
  ),
  number: record.number,
});

// Kind and day are said of every record.
function changed(now: Change): string {
  if (isCountUnit(now.field)) return `,${counts({ [now.field]: now.value })}`;
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
