/** What this browser keeps. A full or forbidden storage costs the memory of the page, never the page. */
export function recall(key, otherwise) {
  try {
    const kept = localStorage.getItem(`lvzhi.${key}`);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return otherwise;
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(`lvzhi.${key}`, JSON.stringify(value));
  } catch {
    // The page goes on with what it has in memory.
  }
}

/** Forgets everything but how large the letters are: the conversation of a session that has ended. */
export function forgetConversations() {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("lvzhi.") && key !== "lvzhi.size");
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
