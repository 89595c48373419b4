// A second thing names its field, or somebody who was there as well.
const SECOND =
  /[,;\u3002]\s*(?:另外|还有就是|同时|并且|而且)?[,\s]*(?=(?:类型|时间|日期|地点|地方|人数|户数|次数|件数|数量|同行|同去|内容)(?!错|不对|没错)|还有)/u;

// 同行还有张伟: they come to those who were named.
const WITH_MORE = /^(?:同行|同去)(?:的|代表)*(?=还有)/u;

/**
 * The words of a correction up to a second thing that they put right, and that as a correction of its own: 数量 18户,
 * 地点黄连村三组. Without `rest` where there is none.
 */
export function splitCorrection(text: string): { readonly head: string; readonly rest?: string } {
  const plain = text.normalize("NFKC");
  const found = SECOND.exec(plain);
  if (found === null || found.index === 0) return { head: text };
  const rest = plain.slice(found.index + found[0].length).replace(WITH_MORE, "");
  return { head: plain.slice(0, found.index), rest: rest.startsWith("还有") ? rest : `改${rest}` };
}
