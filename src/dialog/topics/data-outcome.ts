import type { OwnDataOutcome } from "#src/domain/requests/own-data.ts";
import type { DataReply } from "#src/text/data.ts";
import { assertNever } from "#src/kernel/never.ts";

/** Puts into a reply what became of a wish about one's own data. */
export function toDataReply(outcome: OwnDataOutcome): DataReply {
  switch (outcome.of) {
    case "data.export-begun":
      return { kind: outcome.of };
    case "data.erased":
      return { kind: outcome.of, why: outcome.why, erased: outcome.erased, kept: outcome.kept };
    case "data.correction-asked":
      return { kind: outcome.of, wish: outcome.wish };
    case "data.corrections":
      return { kind: outcome.of, lines: outcome.lines };
    case "data.answered":
      return { kind: outcome.of, id: outcome.id, name: outcome.name };
    default:
      return assertNever(outcome);
  }
}
