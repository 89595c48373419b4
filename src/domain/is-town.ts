const TOWN = /(?:镇|乡|街道)$/u;

/** True for a name that is a town's, a township's or a street's by its last word. */
export const isTown = (name: string): boolean => TOWN.test(name);
