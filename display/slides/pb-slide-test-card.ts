import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { partOf } from '../../core/stage/canvas.ts';
import '../stage/pb-test-card.ts';
import { styled } from '../text/styled.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-test-card.css?inline';

/** The test card as a page of a playlist: it covers the output's window, safe edges included. */
export class PbSlideTestCard extends LitElement {
  static override readonly styles = unsafeCSS(styles);
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'testCard'> | undefined;

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const output = scene.output ?? { name: '', window: scene.stage };
    const part = partOf(output.window);
    const [left, top] = [part.left - (output.window.safe?.left ?? 0), part.top - (output.window.safe?.top ?? 0)];
    return html`<pb-test-card .output=${output} .now=${scene.now} ${styled({ left, top })}></pb-test-card>`;
  }
}

customElements.define('pb-slide-test-card', PbSlideTestCard);
