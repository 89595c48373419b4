import type { Log } from "#src/kernel/log.ts";
import type { SecondReader } from "#src/understanding/proposal.ts";
import type { Config } from "./config.ts";

/** The language model that the settings name, as second reader; loaded only then. */
export async function findSecondReader(
  config: Config,
  log: Log,
  monotonic: () => number,
): Promise<SecondReader | undefined> {
  const { MODEL_URL: url, MODEL_NAME: name, MODEL_KEY: key } = config;
  if (url === undefined || name === undefined) return undefined;
  const { createSecondReader } = await import("#src/model/second-reader.ts");
  const settings = { url, name, log, monotonic, ...(key === undefined ? {} : { key }) };
  return createSecondReader(settings);
}
