/**
 * Something that only one process at a time may do: poll a bot, hold a log-in. `lead` runs while this process is the
 * one; it must end soon after its signal. Returns how to stop standing for it, which first ends what is led.
 */
export type Leadership = (
  name: string,
  lead: (signal: AbortSignal) => Promise<void>,
) => { readonly stop: () => Promise<void> };
