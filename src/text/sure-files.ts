import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { FileQuestion } from "#src/domain/requests/attachment.ts";
import { filingLine } from "./filing-line.ts";
import { day, short } from "./format.ts";
import { type RenderedChoice, says } from "./rendered.ts";

type Question<K> = Extract<FileQuestion, { readonly kind: K }>;

/** Asks whether files are of something that was filed. */
export const attachLines = ({ count, number, named }: Question<"sure.attach">): readonly string[] =>
  named === undefined
    ? [`这${count}个附件,附在刚记的 ${number} 上吗?`]
    : [`这${count}个附件,附在这条上吗?`, filingLine(named)];

/** Shows which files would be taken off a record. */
export const takeOffLines = ({ record, names, left }: Question<"sure.take-off">): readonly string[] => [
  `从 ${record.number}(${DUTY_KINDS[record.kind].name},${day(record.date)})拿掉这${names.length}个附件吗?`,
  short(names.join("、"), 80),
  left > 0 ? `拿掉后还有${left}个。` : "拿掉后就没有附件了。",
];

/** Where nobody said which is meant, all of them may be. */
export const everyOff = ({
  record: { number },
  unsaid,
}: Question<"sure.take-off">): RenderedChoice | undefined =>
  unsaid === true ? says("全部拿掉", `把 ${number} 的照片全部拿掉`) : undefined;
