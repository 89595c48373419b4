import type { Speaker } from "./person.ts";
import type { AccountAddress } from "./requests/account.ts";
import type { World } from "./rules.ts";

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
};
