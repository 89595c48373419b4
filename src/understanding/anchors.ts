/** Characters of which a text must hold at least one for a pattern to match; undefined where none can be told. */
type Anchors = ReadonlySet<string> | undefined;

/** An atom of a pattern, what it needs, and whether it may be left out. */
type Atom = { readonly needs: Anchors; readonly optional: boolean };

/**
 * Tells from the source of a pattern which characters a text must hold one of, so that most patterns need not be
 * tried on most texts. Never says too much: what it does not understand needs nothing.
 */
export function anchorsOf(source: string): Anchors {
  return new Reader(source).alternatives();
}

class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  alternatives(): Anchors {
    const all: Anchors[] = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at += 1;
      all.push(this.sequence());
    }
    const whole = new Set<string>();
    for (const one of all) {
      if (one === undefined) return undefined;
      for (const character of one) whole.add(character);
    }
    return whole;
  }

  private sequence(): Anchors {
    let best: Anchors;
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] ?? "")) {
      const { needs, optional } = this.atom();
      if (!optional && needs !== undefined && (best === undefined || needs.size < best.size)) best = needs;
    }
    return best;
  }

  private atom(): Atom {
    const needs = this.bare();
    const quantifier = /^(?:[?*+]|\{(?<least>\d+),?\d*\})\??/u.exec(this.source.slice(this.at));
    if (quantifier === null) return { needs, optional: false };
    this.at += quantifier[0].length;
    return { needs, optional: /^[?*]/u.test(quantifier[0]) || quantifier.groups?.["least"] === "0" };
  }

  private bare(): Anchors {
    const character = this.source[this.at] ?? "";
    if (character === "(") return this.group();
    if (character === "[") return this.skipClass();
    this.at += character === "\\" ? 2 : 1;
    return /[一-龥]/u.test(character) ? new Set([character]) : undefined;
  }

  private group(): Anchors {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u.exec(this.source.slice(this.at))?.[0] ?? "(";
    this.at += opening.length;
    const inner = this.alternatives();
    this.at += 1;
    return /^\(\?<?[=!]/u.test(opening) ? undefined : inner;
  }

  private skipClass(): Anchors {
    const end = this.source.indexOf("]", this.at + 1);
    this.at = end < 0 ? this.source.length : end + 1;
    return undefined;
  }
}
