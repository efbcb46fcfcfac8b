/** Hands a text to the browser as a file to download. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has to begin before what it reads is let go of.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
