import type { Contact } from "../personal-data/redact.ts";

/** How to reach the resident whom an opinion comes from: masked first, whole after a yes. */
export type ContactRequest = {
  readonly do: "contact.read";
  readonly number: string;
  readonly whole: boolean;
  readonly messageId: number;
};

/** For so long what was shown is read again where it was shown. */
export const CONTACT_MINUTES = 10;

/** What came of a request about residents' contact data. */
export type ContactOutcome = {
  readonly of: "contact.shown";
  readonly number: string;
  readonly contacts: readonly Contact[];
};

/** Why it cannot be shown. What is out of reach reads like what does not exist. */
export type ContactRefusal = "contact-unknown" | "contact-none";
