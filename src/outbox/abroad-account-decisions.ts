/** The decision on every word about accounts; see `DECISIONS`, of which they are a part. */
export const ACCOUNT_DECISIONS = {
  "account.bound": "sent",
  "account.unbound": "sent",
  "account.unbind-asked": "sent",
  "account.rebind-asked": "sent",
  "account.logins": "sent",
  "account.others-left": "sent",
  "account.refused": "sent",
  "account.factor-asked": "sent",
  "account.factor": "sent",
  "account.name-missing": "sent",
  "account.which": "withheld",
  "account.code": "withheld",
  "account.revoked": "sent",
  "account.code-made": "sent",
  "account.bound-elsewhere": "sent",
  "account.numbers-guessed": "sent",
} as const;
