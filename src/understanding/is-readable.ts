/** True for a text with a Chinese character or a number: without one nothing is told, whatever it resembles. */
export function isReadable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x30 && code <= 0x39)) return true;
  }
  return false;
}
