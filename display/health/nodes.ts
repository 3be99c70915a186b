/** Elements below a root, shadow trees included. Some thousand take a few milliseconds: ask once a minute. */
export function countElements(root: ParentNode): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    count += 1;
    if (node instanceof Element && node.shadowRoot) count += countElements(node.shadowRoot);
  }
  return count;
}
