/** Channels whose servers stand in the country, and where what was meant for nobody is accounted for. */
const AT_HOME = new Set(["web", "terminal", "wechat", "none"]);

/** True for a channel whose servers are abroad. One that nobody has decided about is held to be. */
export const isOverseas = (channel: string): boolean => !AT_HOME.has(channel);
