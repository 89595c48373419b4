import type { ChannelNews } from "#src/domain/requests/channel.ts";
import { day } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

/** Everything that is said about channels. */
export type ChannelReply = ChannelNews;

/** Puts into words what happened to the network. */
export const renderChannel = ({ gap }: ChannelReply): Rendered =>
  words(
    gap.from === gap.to && gap.until === undefined
      ? `${day(gap.on)}${gap.from}前后,微信助手断了一会儿。`
      : `${day(gap.on)}${gap.from}到${gap.until === undefined ? "" : day(gap.until)}${gap.to},微信助手掉过线。`,
    "这段时间您发来的话我可能没收到。发过的,请再发一次;不放心,请看“我的履职”。",
  );
