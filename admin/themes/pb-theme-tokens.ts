import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LEAST_CONTRAST, ratioText, type MeasuredPair } from '../../core/theme/check-theme.ts';
import { tokensOf, type OwnTokens } from '../../core/theme/own-theme.ts';
import { TOKEN_GROUPS, TOKEN_LABELS, type Token, type TokenGroup } from '../../core/theme/token-groups.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { THEMES, type ThemeTokens } from '../../core/theme/tokens.ts';
import { fire } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { pairsOf, typedColour, withColour } from './theme-draft.ts';

type InputOf = Event & { readonly target: HTMLInputElement };

/** The colours of a theme by what they mean, each with its contrast on everything that it stands on. */
@customElement('pb-theme-tokens')
export class PbThemeTokens extends PbElement {
  @property() base: ThemeName = 'red';
  /** What differs from the base. */
  @property({ attribute: false }) own: OwnTokens = {};
  @property({ type: Boolean }) readonly = false;

  /** Texts that are no colour yet, by token. */
  @state() private typed: Readonly<Partial<Record<Token, string>>> = {};

  static override styles = [
    controls,
    css`
      fieldset {
        border: 1px solid var(--line);
        border-radius: 6px;
        background: var(--surface);
        margin: 0 0 10px;
        padding: 4px 12px 10px;
        min-width: 0;
      }
      legend {
        font-weight: 600;
        padding: 0 4px;
      }
      .token {
        display: grid;
        grid-template-columns: minmax(112px, 1fr) 44px 104px 64px;
        align-items: center;
        gap: 4px 8px;
        margin-top: 6px;
      }
      input[type='color'] {
        width: 44px;
        padding: 2px;
      }
      input[type='text'] {
        width: 104px;
        font-family: ui-monospace, monospace;
      }
      .pairs {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      @media (max-width: 480px) {
        .token {
          grid-template-columns: minmax(0, 1fr) 44px 96px;
        }
        .token button {
          grid-column: 3;
        }
        input[type='text'] {
          width: 96px;
        }
      }
    `,
  ];

  protected override render() {
    const tokens = tokensOf(this.base, this.own);
    return TOKEN_GROUPS.map((group) => this.renderGroup(group, tokens));
  }

  private renderGroup({ label, tokens }: TokenGroup, colours: ThemeTokens) {
    return html`
      <fieldset>
        <legend>${labelText(label)}</legend>
        ${tokens.map((token) => this.renderToken(token, colours))}
      </fieldset>
    `;
  }

  private renderToken(token: Token, colours: ThemeTokens) {
    const name = labelText(TOKEN_LABELS[token]);
    const text = this.typed[token] ?? colours[token];
    const pairs = pairsOf(colours, token);
    return html`
      <div class="token">
        <span>${name}</span>
        <input
          type="color"
          aria-label=${name}
          ?disabled=${this.readonly}
          .value=${colours[token].toLowerCase()}
          @input=${({ target }: InputOf) => this.take(token, target.value)}
        />
        <input
          type="text"
          maxlength="7"
          spellcheck="false"
          aria-label=${msg(str`${name}的色值`, { id: 'themes.hex' })}
          aria-invalid=${typedColour(text) === null}
          ?disabled=${this.readonly}
          .value=${text}
          @input=${({ target }: InputOf) => this.take(token, target.value)}
        />
        ${
          this.own[token] === undefined || this.readonly
            ? nothing
            : html`<button
                class="quiet small"
                type="button"
                aria-label=${msg(str`${name}恢复为底色`, { id: 'themes.token-reset' })}
                @click=${() => this.take(token, THEMES[this.base][token])}
              >
                ${msg('恢复', { id: 'themes.reset' })}
              </button>`
        }
        ${
          pairs.length > 0
            ? html`<ul class="pairs">
                ${pairs.map((pair) => this.renderPair(pair))}
              </ul>`
            : nothing
        }
      </div>
    `;
  }

  private renderPair({ back, use, ratio, least }: MeasuredPair) {
    const reads = ratio >= least;
    const tone = reads ? 'good' : use === 'body' ? 'bad' : 'warn';
    return html`<li class="badge ${tone}" title=${msg(str`至少要 ${LEAST_CONTRAST[use]}`, { id: 'themes.least' })}>
      ${reads ? '✓' : '✗'} ${labelText(TOKEN_LABELS[back])} ${ratioText(ratio)}${reads ? '' : ` < ${least}`}
    </li>`;
  }

  private take(token: Token, text: string): void {
    const colour = typedColour(text);
    const { [token]: _, ...others } = this.typed;
    this.typed = colour === null ? { ...others, [token]: text } : others;
    if (colour !== null) fire(this, 'pb-theme-tokens', withColour(this.own, THEMES[this.base], token, colour));
  }
}
