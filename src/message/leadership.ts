/**
 * Something that only one process at a time may do: poll a bot, hold a log-in. `lead` runs while this process is the
 * one; it must end in a second and a half from its signal, because then another may begin. Returns how to stop standing
 * for it, which first ends what is led.
 */
export type Leadership = (
  name: string,
  lead: (signal: AbortSignal) => Promise<void>,
) => { readonly stop: () => Promise<void> };
