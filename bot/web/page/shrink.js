const LONGEST_SIDE = 2560;

/** A photo that is too large to send, made smaller by the phone itself; anything else as it is. */
export async function shrink(file, largest) {
  if (file.size <= largest || !/^image\/(?:jpeg|png|webp)$/u.test(file.type)) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    if (blob === null) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/u, ".jpg"), { type: "image/jpeg" });
  } catch {
    return file; // not a picture after all: the service says so in words
  }
}
