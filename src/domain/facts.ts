import type { AttendedKind } from "./activity.ts";
import type { Day } from "./day.ts";
import type { Speaker } from "./person.ts";
import type { AccountAddress } from "./requests/account.ts";
import type { ShareAct } from "./requests/share.ts";
import type { World } from "./rules.ts";

/** An activity ahead that a deputy was called to, and what he or she answered. */
export type Invitation = {
  readonly number: string;
  readonly on: Day;
  readonly kind: AttendedKind;
  readonly title: string;
  readonly answer: "coming" | "leave" | null;
  /** The half of the day in which it begins. */
  readonly half?: "morning" | "afternoon";
};

/** One sitting of a session that a deputy is called to. */
export type CalledSitting = Invitation & {
  /** The number of its session. */
  readonly session: string;
  readonly half: "morning" | "afternoon";
};

/** What a conversation may know besides its own state. */
export type Facts = World & {
  readonly speaker: Speaker;
  /** The account that is speaking. */
  readonly account: AccountAddress;
  /** Names of deputies. */
  readonly people: readonly string[];
  /** Known places and organisations. */
  readonly places: readonly string[];
  /** The notice of privacy has not been shown to this account yet. */
  readonly firstContact: boolean;
  /** What the speaker was called to and lies ahead; known where the words may be an answer to it. */
  readonly invitations?: readonly Invitation[];
  /** The sittings among it. */
  readonly sittings?: readonly CalledSitting[];
  /** The newest card in view asks the speaker whether he or she was there, or whether what staff entered is right. */
  readonly asked?: { readonly act: ShareAct; readonly card: string };
  /** The speaker was told of an absence lately, or just now, and it stands; known where the words may object to it. */
  readonly toldAbsent?: "just" | "lately";
};
