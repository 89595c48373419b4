import type { RequestName } from "#src/domain/request.ts";
import { asksSure, is, MESSAGE, MONTH, type Probe } from "./probe.ts";

type Name = Extract<
  RequestName,
  `verify.${string}` | `contact.${string}` | `record.${string}` | `certificate.${string}`
>;

/** A probe for what staff do with records and opinions of others. */
export const RECORD_PROBES: Readonly<Record<Name, Probe>> = {
  "contact.read": {
    request: ({ opinion }) => ({ do: "contact.read", number: opinion, whole: true, messageId: MESSAGE }),
    reached: is("contact.shown"),
  },
  "record.show": {
    request: ({ record }) => ({ do: "record.show", number: record }),
    reached: is("record.shown"),
  },
  "certificate.make": {
    request: ({ name }) => ({
      do: "certificate.make",
      messageId: MESSAGE,
      basis: { ...MONTH, person: name },
    }),
    reached: ({ outcome }) => outcome.of === "certificate.made" || outcome.of === "certificate.none",
  },
  "verify.list": {
    request: ({ org }) => ({ do: "verify.list", messageId: MESSAGE, basis: { ...MONTH, org } }),
    reached: asksSure((text, { record }) => text.includes(record)),
  },
  "verify.mark": {
    request: ({ record }) => ({ do: "verify.mark", numbers: [record] }),
    reached: ({ outcome }) => outcome.of === "verify.marked" && outcome.done.length > 0,
  },
  "verify.return": {
    request: ({ record }) => ({ do: "verify.return", number: record, reason: "日期不对" }),
    reached: is("verify.returned"),
  },
  "verify.return-list": {
    request: ({ record }) => ({
      do: "verify.return-list",
      which: { numbers: [record] },
      reason: "日期不对",
    }),
    reached: asksSure((text, { record }) => text.includes(record)),
  },
  "verify.return-all": {
    request: ({ record }) => ({
      do: "verify.return-all",
      numbers: [record],
      reason: "日期不对",
    }),
    reached: ({ outcome }) => outcome.of === "verify.returned-all" && outcome.done.length > 0,
  },
};
