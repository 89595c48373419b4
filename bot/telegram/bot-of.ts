/** The number of a bot: the part of its token that is no secret. */
export const botOf = (token: string): string => /^\d+(?=:)/u.exec(token)?.[0] ?? "main";
