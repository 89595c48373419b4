import type { FoundPlace } from "./places.ts";
import { atEnd, guarded } from "./guarded.ts";
import { listNames } from "./known-names.ts";
import { MATTER, ORGANISER, SUFFIX, TAIL } from "./place-words.ts";
import { placesAsSaid } from "./places-as-said.ts";

const EXTENSION = guarded(
  new RegExp(
    `^(?:(?:公办|民办|建设)?(?:(?:[^\\s,。;:、0-9的了在到去有看修走访慰视察调接待开建装通发反收与和跟来送给是为把请参会议烂破俩仨]{0,5}?)(?:${SUFFIX}))?${TAIL}|(?:[^\\s,。;:、0-9的了在到去有看修走访慰视察调接待开建装通发反收与和跟来送给是为把请参会议烂破俩仨]{0,5}?)(?:${SUFFIX})(?!长|民|务|规)|(?:[^\\s,。;:、0-9的了在到去有开搞办]{1,3})(?:组|寨|坡|湾|坝|冲|坪|井)(?![织区会]))`,
    "u",
  ),
);

// 在大石头村, 到上黄连村: the known name only ends that of another place. 下石头村走访 is how one goes there.
const LARGER = atEnd(
  /(?<=(?:[在到去赴访往望问看给于]|^|[,。;\s])了?)[大小新老东西南北]$|(?<=[在到赴])[上下前后中内外]$/u,
);

function firstKnown(text: string, places: readonly string[]): FoundPlace | undefined {
  const known = listNames(text, placesAsSaid(places)).find(
    ({ name, index }) => !ORGANISER.test(text.slice(index + name.length)),
  );
  if (known === undefined) return undefined;
  const { name, index } = known;
  return LARGER.test(text.slice(0, index))
    ? { place: text.slice(index - 1, index) + name, index: index - 1 }
    : { place: name, index };
}

// 石头村1组2户,2组3户: it was in the village, and not in one of its groups.
const ALSO_IN = guarded(/[一二三四五六七八九十\d]组[^,。;]{0,4}[一二两三四五六七八九十\d]+[户家人]/u);
const OWN_GROUP = /第?[一二三四五六七八九十\d]{1,3}(?:村民)?组$/u;

/** The first known place of a text, with its group, house or gate as said; undefined where none is named. */
export function knownPlace(text: string, places: readonly string[]): FoundPlace | undefined {
  const best = firstKnown(text, places);
  if (best === undefined) return undefined;
  const rest = text.slice(best.index + best.place.length);
  const said = EXTENSION.exec(rest)?.[0] ?? "";
  const extension = ALSO_IN.test(rest.slice(said.length)) ? said.replace(OWN_GROUP, "") : said;
  const runsOn = MATTER.test(rest.slice(extension.length)) && !/[\d一二三四五六七八九十]/u.test(extension);
  return { place: runsOn ? best.place : best.place + extension, index: best.index };
}
