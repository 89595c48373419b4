import type { OwnDataOutcome } from "#src/domain/requests/own-data.ts";
import { type Rendered, words } from "./rendered.ts";

/** What is said about a copy of one's own data. */
export type DataReply = { readonly kind: "data.exported"; readonly file: OwnDataOutcome["file"] };

/** Puts into words what became of a wish about one's own data. */
export const renderData = ({ file }: DataReply): Rendered => ({
  ...words(
    `这是您的全部数据:${file.name}`,
    "只有您本人能打开,请勿转发。",
    "有错请说:反馈 哪里不对,工作人员会改。",
  ),
  files: [file],
});
