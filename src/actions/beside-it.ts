import type { ReportDraft } from "#src/domain/draft.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FileRequest } from "#src/domain/requests/file-request.ts";

type Beside = {
  readonly others: readonly ReportDraft[];
  readonly opinions: FileRequest["opinions"];
  readonly heardOn?: string | undefined;
};

/** What a no files all the same: the other deeds of a sentence, and what was heard; nothing where there is neither. */
export function besideIt(
  request: FileRequest,
  { others, opinions, heardOn }: Beside,
): Pick<SureOutcome, "otherwise"> {
  if (others.length === 0 && opinions.length === 0) return {};
  const on = heardOn === undefined ? {} : { heardOn };
  return { otherwise: { ...request, ...on, reports: others, opinions } };
}
