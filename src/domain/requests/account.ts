/** A chat account, as a network names it. */
export type AccountAddress = {
  readonly channel: string;
  readonly bot: string;
  readonly sender: string;
  readonly conversation: string;
};

export type AccountRequest =
  /** Ties this account to the person whom a one-time code was made for. */
  | { readonly do: "account.bind"; readonly code: string }
  /** Unties this account. */
  | { readonly do: "account.unbind" };

/** What can be tapped about accounts. */
export type AccountAct = { readonly do: "account.unbind" };

export type AccountOutcome =
  | { readonly of: "account.bind"; readonly name: string }
  | { readonly of: "account.unbind" };

/** One answer for every failure: wrong, used up, too old, or tried too often. */
export type AccountRefusal = "bad-code";
