/** Why a wish about what deputies owe cannot be met. */
export type ObligationRefusal =
  | "obligation-none"
  | "obligation-empty"
  | "obligation-unknown"
  | "obligation-own"
  | "obligation-not-owed"
  | "obligation-no-reason";
