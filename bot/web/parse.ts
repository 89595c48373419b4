import type { InboundBody } from "#src/message/inbound.ts";
import { wellFormed } from "#src/message/well-formed.ts";
import type { HttpMessage } from "#src/text/http.ts";

/** A browser's message, checked. */
export type Posted = {
  readonly id: string;
  readonly persona?: string;
  readonly body: Exclude<InboundBody, { kind: "unreadable" }>;
  readonly attachmentIds: readonly string[];
  readonly sentAt?: Date;
};

const LONGEST_ID = 128;
const MOST_ATTACHMENTS = 9;
/** The years that a message of today can come from. */
const YEARS = /^(?:19|20|21)/u;

/** Reads the body of POST /messages; a word for what is wrong where it cannot be read. */
export function parsePosted(body: unknown): Posted | HttpMessage {
  if (!isRecord(body)) return "bad-request";
  const { id, text, choice, persona, attachments = [], sentAt } = body;
  if (typeof id !== "string" || id.length === 0 || id.length > LONGEST_ID) return "bad-id";
  if (persona !== undefined && typeof persona !== "string") return "no-persona";
  if (!isIdList(attachments)) return "bad-request";
  const content = toBody(text, choice, attachments.length > 0);
  if (content === null) return "bad-body";
  const time = sentAt === undefined ? undefined : parseTime(sentAt);
  if (time === null) return "bad-time";
  return {
    id: wellFormed(id),
    body: content,
    attachmentIds: attachments.map(wellFormed),
    ...(persona === undefined ? {} : { persona }),
    ...(time === undefined ? {} : { sentAt: time }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isIdList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST_ATTACHMENTS && value.every((one) => typeof one === "string");

function toBody(text: unknown, choice: unknown, hasFiles: boolean): Posted["body"] | null {
  if (typeof choice === "string") return hasFiles ? null : { kind: "choice", choice: wellFormed(choice) };
  if (choice !== undefined) return null;
  if (typeof text === "string") return { kind: "text", text: wellFormed(text), attachments: [] };
  return text === undefined && hasFiles ? { kind: "text", text: "", attachments: [] } : null;
}

function parseTime(value: unknown): Date | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/u.test(value)) return null;
  const time = new Date(value);
  // 31 February would be read as 3 March: the day must come out as it went in.
  const zone = /([+-])(\d\d):?(\d\d)$/u.exec(value);
  const offsetMs =
    zone === null ? 0 : Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) * 60_000;
  const local = new Date(time.getTime() + offsetMs);
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 10) !== value.slice(0, 10)) return null;
  return YEARS.test(value) ? time : null;
}
