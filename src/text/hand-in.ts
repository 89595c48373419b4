import type { SureQuestion } from "#src/domain/sure-question.ts";
import { day, short } from "./format.ts";

/** What would be handed in by a yes, line by line. */
export const handInLines = ({
  title,
  dueOn,
  text,
  files,
  replaces,
}: Extract<SureQuestion, { kind: "sure.hand-in" }>): (string | false)[] => [
  `要交${title}(期限${day(dueOn)}),是这样吗?`,
  text !== "" && `“${short(text, 160)}”`,
  files > 0 && `附${files}个文件`,
  replaces && "上一份还没有收下,这份代替它。",
  "交上以后,工作人员会收下或退回。",
];
