import type { RequestName } from "#src/domain/request.ts";
import { is, MESSAGE, never, type Probe } from "./probe.ts";

type Filings = Extract<RequestName, `suggestion.${string}` | `file.${string}`>;

/** A probe for every suggestion and for files. */
export const FILING_PROBES: Readonly<Record<Filings, Probe>> = {
  "suggestion.submit": {
    request: () => ({
      do: "suggestion.submit",
      messageId: MESSAGE,
      title: "修路",
      text: "修路",
      motion: false,
    }),
    reached: never,
  },
  "suggestion.cosign": {
    request: ({ suggestion }) => ({
      do: "suggestion.cosign",
      messageId: MESSAGE,
      number: suggestion,
      sure: true,
    }),
    reached: is("suggestion.cosign"),
  },
  "file.attach": {
    request: ({ record }) => ({ do: "file.attach", messageId: MESSAGE, files: [], number: record }),
    reached: is("file.attached"),
  },
  "file.take-off": {
    request: ({ record }) => ({ do: "file.take-off", number: record, which: "all" }),
    reached: is("file.none-on"),
  },
};
