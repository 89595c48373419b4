import { wantsLeave } from "#src/understanding/leave.ts";

const LEAD =
  /^(?:哎呀?|不对|不是|刚才|刚刚|我|说|记|写|搞|弄|讲|错|了|啦|更正|一下|应该|是|[\s,:。])*(?:错了?|不对|更正)[,:\s\u3002]*(?:应该)?是?/u;
const NOT_THAT = /[,\s]*不是[^,]{1,12}$/u;

/** What is wanted instead where a wish for leave is put right: of 说错了,是21号请假 it is 21号请假; undefined for all else. */
export function readLeaveAnew(said: string): string | undefined {
  const text = said.normalize("NFKC").trim();
  const lead = LEAD.exec(text)?.[0] ?? "";
  if (lead === "") return undefined;
  const words = text.slice(lead.length).replace(NOT_THAT, "");
  return wantsLeave(words) ? words : undefined;
}
