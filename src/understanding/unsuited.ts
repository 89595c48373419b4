import type { Unsuited } from "#src/domain/unsuited.ts";
import { type Guarded, guarded } from "./guarded.ts";

// Measures for handling suggestions: no private matters of the deputy or relatives, no cases under trial, no
// contracts and tenders, no promotion of products.
const UNSUITED: readonly (readonly [Unsuited, Guarded])[] = [
  [
    "court_case",
    guarded(
      /(?:改判|重审|再审|二审|上诉|判决(?:不公|不服)|不服判决|法院判(?:得|错)|执行款|案件[^,。]{0,8}(?:审理|判|执行)|把[^,。]{0,6}(?:放出来|取保)|官司(?:输|打不赢)|检察院[^,。]{0,6}抗诉)/u,
    ),
  ],
  [
    "tender",
    guarded(
      /(?:招标|投标|中标|竞标|承包权|承揽|标段|采购项目)[^,。]{0,14}(?:给我|我们公司|我公司|照顾|指定|关照|安排给)|(?:我们公司|我公司|我厂)[^,。]{0,16}(?:招标|投标|中标|承建|承揽|采购)/u,
    ),
  ],
  [
    "promotion",
    guarded(
      /(?:推广|推荐|使用|购买|采购|选用|引进)[^,。]{0,6}(?:我们公司|我公司|我厂|本公司|我家)[^,。]{0,14}(?:产品|设备|服务|软件|技术|茶|酒)?|(?:我们公司|我公司|我厂|本公司)的?[^,。]{0,14}(?:产品|设备|软件|专利)[^,。]{0,10}(?:推广|推荐|好|采购|使用)/u,
    ),
  ],
  [
    "own_matter",
    guarded(
      /(?:^|[,。:])(?:建议)?[^,。]{0,6}(?:给|帮|解决|批|安排|调|提拔)[^,。]{0,6}(?:我(?!们)(?:家|自己|本人|儿子|女儿|老婆|老公|爱人|侄|弟|哥|妹|姐)?(?:的)?)[^,。]{0,8}(?:工作|编制|低保|宅基地|房产证|户口|调动|职称|工资|待遇|贷款|房子|补偿)|我(?:儿子|女儿|老婆|老公|爱人|侄子|弟弟|哥哥|妹妹|姐姐)的?[^,。]{0,8}(?:工作|编制|调动|提拔|职称)/u,
    ),
  ],
];

/** Tells why a wish is none for a suggestion; undefined where nothing speaks against it. */
export const findUnsuited = (text: string): Unsuited | undefined =>
  UNSUITED.find(([, pattern]) => pattern.test(text))?.[0];
