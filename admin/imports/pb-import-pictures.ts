import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { parseMonth } from '../../core/time.ts';
import {
  importPictureAddress,
  listImportPictures,
  type ImportPicture,
  type ImportPictures,
} from '../api/import-pictures.ts';
import { asProblem } from '../api/problem.ts';
import { today } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { importProblemText, rowsText } from './import-words.ts';
import { fateLine, isSettled, sketch, unseenPicture } from './picture-card.ts';
import { takePicture, type PictureFate } from './picture-intake.ts';
import { picturesStyles } from './pictures-styles.ts';

type ValueEvent = Event & { readonly target: HTMLInputElement };

/** The pictures over the rows of a confirmed import: which project's they are, and taking them into the photo library. */
@customElement('pb-import-pictures')
export class PbImportPictures extends PbElement {
  @property() import = '';

  @state() private found: ImportPictures | null = null;
  @state() private month = '';
  /** Left out by the person. */
  @state() private left: ReadonlySet<number> = new Set();
  @state() private fates: ReadonlyMap<number, PictureFate> = new Map();
  /** Pictures whose copy could not be shown. */
  @state() private unseen: ReadonlySet<number> = new Set();
  @state() private busy = false;
  @state() private problem = '';

  static override styles = [controls, picturesStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('import')) void this.load();
  }

  protected override render() {
    const pictures = this.found?.pictures ?? [];
    if (pictures.length === 0 && this.problem === '') return nothing;
    const ofProjects = pictures.filter(({ project }) => project !== null);
    const others = pictures.filter(({ project }) => project === null);
    return html`
      <section class="panel">
        <h2>${msg('表中的图片', { id: 'import.pictures' })}</h2>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${ofProjects.length > 0 ? this.renderOfProjects(ofProjects) : nothing}
        ${others.length > 0 ? this.renderOthers(others) : nothing}
      </section>
    `;
  }

  private renderOfProjects(pictures: readonly ImportPicture[]) {
    const wanted = this.wanted();
    const done = pictures.filter(({ index }) => this.fates.get(index)?.kind === 'taken').length;
    return html`
      <p class="soft">
        ${msg('图片按所在行归到项目。收入后与单位上传的照片一样，先待审；位置和手机信息会去掉。', {
          id: 'import.pictures-explain',
        })}
      </p>
      <div class="bar">
        <label class="month">
          ${msg('月份', { id: 'import.pictures-month' })}
          <input
            type="month"
            required
            .value=${this.month}
            ?disabled=${this.busy}
            @change=${({ target }: ValueEvent) => this.choose(target.value)}
          />
        </label>
        <button
          class="primary"
          type="button"
          ?disabled=${this.busy || wanted.length === 0 || parseMonth(this.month) === null}
          @click=${() => void this.takeAll()}
        >
          ${msg(str`收入图片库（${wanted.length} 张）`, { id: 'import.pictures-take' })}
        </button>
        <span class="soft" role="status">
          ${done > 0 ? msg(str`已收入 ${done} 张，待审`, { id: 'import.pictures-done' }) : nothing}
        </span>
        ${done > 0 ? html`<a href=${routeHash('registers', 'photos')}>${msg('打开图片库', { id: 'import.pictures-open' })}</a>` : nothing}
      </div>
      <ul>
        ${pictures.map((picture) => this.renderPicture(picture))}
      </ul>
    `;
  }

  private renderOthers(pictures: readonly ImportPicture[]) {
    return html`
      <h3>${msg(str`${pictures.length} 张不在项目行上，没有分配`, { id: 'import.pictures-others' })}</h3>
      <p class="soft">
        ${msg('需要时请从原文件里取出图片，在“单位填报”里按项目上传。', { id: 'import.pictures-others-next' })}
      </p>
      <ul>
        ${pictures.map(
          (picture) => html`
            <li>
              ${this.renderSketch(picture)}
              <span class="soft small">${rowsText([picture.row])}</span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  private renderPicture(picture: ImportPicture) {
    const { index, row, name } = picture;
    const fate = this.fates.get(index);
    return html`
      <li class=${this.left.has(index) ? 'left' : ''}>
        <label>
          ${
            isSettled(fate)
              ? nothing
              : html`<input
                  type="checkbox"
                  .checked=${!this.left.has(index)}
                  ?disabled=${this.busy}
                  @change=${() => this.leave(index)}
                />`
          }
          ${this.renderSketch(picture)} ${name}
        </label>
        <span class="soft small">${rowsText([row])}</span>
        ${fate ? fateLine(fate, { busy: this.busy, onAgain: () => void this.take([picture], true) }) : nothing}
      </li>
    `;
  }

  private renderSketch({ index, name, row }: ImportPicture) {
    if (this.unseen.has(index)) return unseenPicture();
    const onError = (): void => void (this.unseen = new Set([...this.unseen, index]));
    return sketch(importPictureAddress(this.import, index), `${name ?? ''} ${rowsText([row])}`.trim(), onError);
  }

  /** Pictures of projects that were neither left out nor answered. */
  private wanted(): readonly ImportPicture[] {
    return (this.found?.pictures ?? []).filter(
      ({ project, index }) => project !== null && !this.left.has(index) && !isSettled(this.fates.get(index)),
    );
  }

  private leave(index: number): void {
    const left = new Set(this.left);
    if (!left.delete(index)) left.add(index);
    this.left = left;
  }

  /** What was said of pictures was said of the month before. */
  private choose(month: string): void {
    this.month = month;
    this.fates = new Map([...this.fates].filter(([, { kind }]) => kind === 'taken'));
  }

  private takeAll(): Promise<void> {
    return this.take(this.wanted(), false);
  }

  /** One after another, so that each can be seen to arrive and the screens come first. */
  private async take(pictures: readonly ImportPicture[], again: boolean): Promise<void> {
    const { import: id } = this;
    const month = parseMonth(this.month);
    if (!month || this.busy) return;
    this.busy = true;
    try {
      for (const picture of pictures) {
        this.tell(picture, { kind: 'working' });
        const fate = await takePicture(id, picture, { month, again });
        if (id !== this.import) return;
        this.tell(picture, fate);
      }
    } finally {
      this.busy = false;
    }
  }

  private tell({ index }: ImportPicture, fate: PictureFate): void {
    this.fates = new Map([...this.fates, [index, fate]]);
  }

  private async load(): Promise<void> {
    const asked = this.import;
    this.found = null;
    this.left = new Set();
    this.fates = new Map();
    this.unseen = new Set();
    this.problem = '';
    try {
      const found = await listImportPictures(asked);
      if (asked !== this.import) return;
      this.found = found;
      this.month = found.month ?? today().slice(0, 7);
    } catch (error) {
      this.problem = importProblemText(asProblem(error));
    }
  }
}
