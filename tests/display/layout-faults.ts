import type { Page } from 'playwright-core';

/**
 * Looks at every piece of text that is drawn: none may leave the stage or be clipped by its box, and no two
 * may lie on each other. Crawling text is meant to leave the stage and is left out. `within` is what holds all text,
 * where that is less than the stage.
 */
export const layoutFaults = (page: Page, within = 'pb-stage'): Promise<readonly string[]> =>
  page.evaluate((outermost) => {
    interface Piece {
      readonly text: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const faults: string[] = [];
    const pieces: Piece[] = [];
    // Runs in the page: it can take nothing from outside.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const parentOf = (node: Node): Node | null =>
      node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
    const collect = (node: Node): void => {
      if (node instanceof Element && (node.matches('.crawl, style, defs') || getComputedStyle(node).display === 'none'))
        return;
      if (node instanceof Text && node.data.trim() !== '') measure(node);
      if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
      for (const child of node.childNodes) collect(child);
    };
    const measure = (node: Text): void => {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        // The box of a line is higher than its letters.
        const inset = box.height * 0.26;
        const piece = {
          text: node.data.trim(),
          left: box.left,
          right: box.right,
          top: box.top + inset,
          bottom: box.bottom - inset,
        };
        pieces.push(piece);
        for (let at: Node | null = node.parentNode; at; at = parentOf(at)) {
          if (!(at instanceof Element) || !at.matches(`${outermost}, pb-stage, .list, .band`)) continue;
          const edge = at.getBoundingClientRect();
          const inside =
            piece.left >= edge.left - 1 &&
            piece.right <= edge.right + 1 &&
            piece.top >= edge.top - 1 &&
            piece.bottom <= edge.bottom + 1;
          if (!inside) faults.push(`“${piece.text}” leaves ${at.className || at.localName}`);
        }
      }
    };
    const stage = document.querySelector('pb-stage');
    if (!stage?.shadowRoot) return ['there is no stage'];
    collect(stage.shadowRoot);
    pieces.forEach((a, index) => {
      for (const b of pieces.slice(index + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1.5 && high > 1.5) faults.push(`“${a.text}” lies on “${b.text}”`);
      }
    });
    if (pieces.length === 0) faults.push('nothing is drawn');
    return faults;
  }, within);
