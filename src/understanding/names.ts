/** Names of deputies that a text mentions, in order, longer names first where one contains another. */
export function findNames(text: string, people: readonly string[]): string[] {
  const found: { name: string; index: number }[] = [];
  for (const name of people) {
    const index = text.indexOf(name);
    if (index >= 0 && !found.some((one) => one.name.includes(name))) found.push({ name, index });
  }
  return found.sort((a, b) => a.index - b.index).map((one) => one.name);
}

const TOGETHER = /和|与|跟|同|及|、|一起|一道|一同|陪|会同|带着|还有|邀/u;

/** Deputies who took part besides the speaker. */
export function findCompanions(text: string, people: readonly string[]): string[] {
  const names = findNames(text, people);
  return names.length > 0 && TOGETHER.test(text) ? names : [];
}

const ON_BEHALF = /(?:代报|替|帮|代)\s*(?<name>[一-龥]{2,4}?)(?:代表)?(?:报|记|录|登记|填|[\s::,,])/u;

/** Whose record somebody else enters: 代报 李明 …, 帮李明代表记一下…. */
export function findOnBehalf(text: string, people: readonly string[]): string | undefined {
  const behalf = /^(?:代报|代记|替报)/u.test(text) ? findNames(text.slice(0, 12), people)[0] : undefined;
  if (behalf !== undefined) return behalf;
  const name = ON_BEHALF.exec(text)?.groups?.["name"];
  return name !== undefined && people.includes(name) ? name : undefined;
}

/** True when the doer is somebody else by name: hearsay, which makes no record of the speaker's. */
export function isHearsay(text: string, people: readonly string[]): boolean {
  const start = text.trimStart();
  const name = people.find((one) => start.startsWith(one));
  if (name !== undefined) return !/^(?:代表)?(?:和|与|跟|同|、)我/u.test(start.slice(name.length));
  return /^(?:听说|据说|听.{1,4}说|他|她|他们|人家|隔壁|别人|[一-龥]{1,3}代表(?:昨|今|前|上|去|走|到|说))/u.test(
    start,
  );
}
