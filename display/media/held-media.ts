import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mediaAddress, type MediaFile } from '../../core/slides/media.ts';
import { MEDIA } from './media-store.ts';

/** Longer than this nobody waits for a picture to be decoded. */
const PATIENCE_MS = 5_000;

const pause = (length: number): Promise<void> => new Promise((done) => setTimeout(done, length));

/** The files that an element shows: held while it does, drawn anew when one arrives. */
export class HeldMedia implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #files: () => readonly MediaFile[];
  readonly #changed = (): void => this.#host.requestUpdate();
  readonly #spoilt = new Set<string>();
  #held: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost, files: () => readonly MediaFile[]) {
    this.#host = host;
    this.#files = files;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hold(new Set(this.#files().map(mediaAddress)));
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#hold(new Set());
  }

  /** Null while the file is not here, or cannot be drawn. */
  urlOf(file: MediaFile): string | null {
    const url = MEDIA.urlOf(mediaAddress(file));
    return url === null || this.#spoilt.has(url) ? null : url;
  }

  /** The browser cannot draw what is behind an address. */
  spoilt(file: MediaFile, url: string): void {
    if (url === '' || this.#spoilt.has(url)) return;
    this.#spoilt.add(url);
    MEDIA.spoilt(mediaAddress(file));
    this.#changed();
  }

  /** Resolves when what is here has been decoded, so that no picture appears in pieces. */
  async prepared(root: ParentNode): Promise<void> {
    await MEDIA.settled();
    await this.#host.updateComplete;
    const pictures = Array.from(root.querySelectorAll('img'));
    // A picture that cannot be decoded leaves its place to a quiet sign.
    const decoded = pictures.map((picture) => picture.decode().catch(() => undefined));
    await Promise.race([Promise.all(decoded), pause(PATIENCE_MS)]);
  }

  #hold(wanted: ReadonlySet<string>): void {
    const before = this.#held;
    this.#held = wanted;
    for (const address of wanted) if (!before.has(address)) MEDIA.hold(address, this.#changed);
    for (const address of before) if (!wanted.has(address)) MEDIA.release(address, this.#changed);
  }
}
