/**
 * Makes the page as high as what lies above it reaches, in CSS pixels: the toolbar's popup has the height of its page,
 * and would cut the rest off. Answers what undoes it.
 */
export function makeRoom(height: number): () => void {
  const { style } = document.body;
  style.minBlockSize = `${height}px`;
  return () => {
    style.minBlockSize = '';
  };
}
