/** An address in one channel: `channel:bot:rest`. Written in logs and tables, never shown to people. */
export type Address = string;

/** Joins the parts of an address. The channel and bot never contain a colon. */
export const toAddress = (channel: string, bot: string, rest: string): Address => `${channel}:${bot}:${rest}`;

/** The parts of an address made by `toAddress`; everything after the second colon is the network's own id. */
export function splitAddress(address: Address): { channel: string; bot: string; rest: string } {
  const [channel = "", bot = "", ...rest] = address.split(":");
  return { channel, bot, rest: rest.join(":") };
}
