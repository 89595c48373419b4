import type { Day } from "../day.ts";

/** A chat account, as a network names it. */
export type AccountAddress = {
  readonly channel: string;
  readonly bot: string;
  readonly sender: string;
  readonly conversation: string;
};

/** What may be asked about accounts. */
export type AccountRequest =
  /** Ties this account to the person whom a one-time code was made for; with the number of his authenticator, if he has one. */
  | { readonly do: "account.bind"; readonly code: string; readonly number?: string }
  /** Unties this account. */
  | { readonly do: "account.unbind" }
  /** Where the speaker is known. */
  | { readonly do: "account.logins" }
  /** Unties every account of the speaker's but this one, ends their sessions, and makes open codes void. */
  | { readonly do: "account.leave-others" }
  /** Asks for the number of an authenticator besides a code, at the speaker's own entrances to the web chat. */
  | { readonly do: "account.factor" }
  /** Staff look up somebody for whom a code is to be made, or whose accounts are to be taken away. */
  | {
      readonly do: "account.find";
      readonly messageId: number;
      readonly what: AccountWish;
      readonly name: string;
      /** A number or place said beside the name; empty where none was. */
      readonly hint: string;
    }
  | {
      readonly do: "account.choose";
      readonly messageId: number;
      readonly what: AccountWish;
      readonly personId: number;
    }
  | { readonly do: "account.invite"; readonly personId: number }
  | { readonly do: "account.revoke"; readonly personId: number };

/** What staff can do about somebody's accounts. */
export type AccountWish = "invite" | "revoke";

/** What can be tapped about accounts. */
export type AccountAct = Extract<AccountRequest, { do: "account.unbind" | "account.choose" }>;

/** One place where somebody is known, with the day it was bound and the day it was used last. */
export type Login = {
  readonly channel: string;
  readonly boundOn: Day;
  readonly usedOn: Day | null;
  /** The one that is speaking. */
  readonly here: boolean;
};

/** What came of a request about accounts. */
export type AccountOutcome =
  /**
   * `goesOn`: the person was known here by an id that is gone, and what was open there goes on here. `second`: he is
   * known here by another id as well.
   */
  | {
      readonly of: "account.bind";
      readonly name: string;
      readonly goesOn?: true;
      readonly second?: true;
    }
  /** Whom the code is for has an authenticator, and its number is wanted, too. */
  | { readonly of: "account.number-wanted"; readonly code: string }
  | { readonly of: "account.unbind" }
  | { readonly of: "account.logins"; readonly logins: readonly Login[] }
  /** `codes`: how many codes of his are void with them that nobody had used. */
  | { readonly of: "account.leave-others"; readonly accounts: number; readonly codes: number }
  /** `confirmed`: it is set up; otherwise it will be at the next entrance. */
  | { readonly of: "account.factor"; readonly confirmed: boolean }
  | {
      readonly of: "account.which";
      readonly messageId: number;
      readonly what: AccountWish;
      readonly people: readonly {
        readonly personId: number;
        readonly name: string;
        readonly code: string | null;
        readonly seat: string | null;
      }[];
    }
  /** `typed` is shown once and kept nowhere. */
  | {
      readonly of: "account.invite";
      readonly name: string;
      readonly accounts: number;
      readonly typed: string;
    }
  | { readonly of: "account.revoke"; readonly name: string; readonly accounts: number };

/** What a person hears about his or her account without having asked. */
export type AccountNews =
  /** Staff made a code for somebody who is bound already. */
  | { readonly kind: "account.code-made"; readonly by: string }
  /** A new account was bound where ids do not last: who hears of it in another one did it, or somebody else. */
  | { readonly kind: "account.bound-elsewhere" }
  /** Numbers of his authenticator are tried; `shut`: so many that what they were tried with was taken away. */
  | { readonly kind: "account.numbers-guessed"; readonly shut: boolean };

/**
 * `bad-code` is the one answer for every failure of a code: wrong, used up, too old, or tried too often.
 * `account-entrance` is said to every code in the web chat, before it is looked at.
 */
export type AccountRefusal =
  | "bad-code"
  /** The number beside a code was none of the authenticator's, was used, or came too often. */
  | "account-bad-number"
  | "account-entrance"
  | "account-nobody"
  | "account-own"
  | "account-by-operator"
  | "account-none"
  /** The number of the authenticator was shown too long ago for this. */
  | "account-factor-stale"
  /** There is no authenticator, and the code was shown too long ago for this. */
  | "account-code-stale";
