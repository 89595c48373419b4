/** Somebody called a deputy whom the roster does not know, and names that may be meant. */
export type UnknownCompanion = { readonly said: string; readonly near: readonly string[] };
