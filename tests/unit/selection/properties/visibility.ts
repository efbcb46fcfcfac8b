/** jsdom computes no layout and has no `checkVisibility`: this one knows `hidden` and `display: none`. */
export function computeVisibility(): void {
  Element.prototype.checkVisibility = function checkVisibility(this: Element) {
    return this.closest('[hidden], [style*="display: none"]') === null;
  };
}
