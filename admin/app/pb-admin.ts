import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { REGISTERS } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { sessionEvents } from '../api/request.ts';
import { currentUser, signOut, type SessionUser } from '../api/session.ts';
import { currentLocale, useLocale } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { Router, routeHash, setupTokenOf } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { shellStyles } from './shell-styles.ts';
import { beginningOf, isSection, mayWrite, sectionsFor, sectionText, type Section } from './sections.ts';
import './pb-login.ts';
import './pb-password-dialog.ts';
import './pb-setup.ts';
import '../boards/pb-boards.ts';
import '../editions/pb-editions.ts';
import '../figures/pb-figures.ts';
import '../imports/pb-imports.ts';
import '../people/pb-people.ts';
import '../playlists/pb-playlists.ts';
import '../ranking/pb-ranking.ts';
import '../report/pb-report.ts';
import '../screens/pb-screens.ts';
import '../media/pb-media.ts';
import '../registers/pb-registers.ts';
import '../schemes/pb-schemes.ts';
import '../log/pb-log.ts';
import '../settings/pb-settings.ts';
import '../themes/pb-themes.ts';
import '../verify/pb-verify.ts';

/**
 * The office's page: who is signed in, where one is, and the section itself. Sections that are left are kept, with
 * what was typed and not saved.
 */
@customElement('pb-admin')
export class PbAdmin extends PbElement {
  @state() private user: SessionUser | null = null;
  @state() private entry: 'loading' | 'login' | 'setup' | 'in' = 'loading';
  @state() private problem = '';
  @state() private changingPassword = false;

  private readonly setupToken = setupTokenOf(location.hash);
  private readonly router = new Router(this);
  private readonly onSignedOut = (): void => {
    if (this.entry === 'in') this.entry = 'login';
  };

  static override styles = [controls, shellStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    sessionEvents.addEventListener('signed-out', this.onSignedOut);
    // The token must not stay in the address or the browser's history.
    if (this.setupToken) history.replaceState(null, '', location.pathname);
    if (this.setupToken) this.entry = 'setup';
    else void this.identify();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sessionEvents.removeEventListener('signed-out', this.onSignedOut);
  }

  protected override render() {
    return html`
      <header>
        <span class="brand">${msg('进度榜', { id: 'brand' })}</span>
        ${this.user && this.entry === 'in' ? this.renderNavigation(this.user) : html`<span class="grow"></span>`}
        ${this.renderAccount()}
      </header>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${this.entry === 'setup' ? html`<main><pb-setup .token=${this.setupToken ?? ''} @pb-signed-in=${this.identify}></pb-setup></main>` : nothing}
      ${this.entry === 'login' ? html`<main><pb-login @pb-signed-in=${this.identify}></pb-login></main>` : nothing}
      ${this.user ? html`<main class="section" ?hidden=${this.entry !== 'in'}>${cache(this.renderSection(this.user))}</main>` : nothing}
      <pb-password-dialog
        ?open=${this.changingPassword && this.entry === 'in'}
        .username=${this.user?.username ?? ''}
        @pb-close=${() => (this.changingPassword = false)}
      ></pb-password-dialog>
    `;
  }

  private sectionOf({ role }: SessionUser): Section {
    const { section } = this.router.route;
    return isSection(section) && sectionsFor(role).includes(section) ? section : beginningOf(role);
  }

  private renderNavigation(user: SessionUser) {
    const current = this.sectionOf(user);
    return html`
      <nav aria-label=${msg('栏目', { id: 'nav.label' })}>
        ${sectionsFor(user.role).map(
          (section) => html`
            <a href=${routeHash(section)} aria-current=${section === current ? 'page' : nothing}
              >${sectionText(section)}</a
            >
          `,
        )}
      </nav>
    `;
  }

  private renderAccount() {
    const other = currentLocale() === 'en' ? 'zh-CN' : 'en';
    return html`
      <button class="quiet" type="button" lang=${other} @click=${() => void useLocale(other)}>
        ${other === 'en' ? 'English' : '中文'}
      </button>
      ${
        this.user && this.entry === 'in'
          ? html`
              <button
                class="quiet who"
                type="button"
                title=${msg('修改密码', { id: 'password.heading' })}
                @click=${() => (this.changingPassword = true)}
              >
                ${this.user.displayName}
              </button>
              <button class="quiet" type="button" @click=${this.onSignOut}>
                ${msg('退出', { id: 'nav.sign-out' })}
              </button>
            `
          : nothing
      }
    `;
  }

  private renderSection(user: SessionUser) {
    const may = (register: keyof typeof REGISTERS): boolean => mayWrite(user.role, REGISTERS[register].write);
    switch (this.sectionOf(user)) {
      case 'figures':
        return html`<pb-figures ?readonly=${!may('reports')}></pb-figures>`;
      case 'boards':
        return html`<pb-boards .place=${this.router.route.rest.join('/')}></pb-boards>`;
      case 'ranking':
        return html`<pb-ranking .viewer=${user.role} .place=${this.router.route.place}></pb-ranking>`;
      case 'schemes':
        return html`<pb-schemes .viewer=${user.role} .place=${this.router.route.place}></pb-schemes>`;
      case 'report':
        return html`<pb-report
          .user=${user}
          .period=${this.router.route.rest[0] ?? ''}
          .project=${this.router.route.rest[1] ?? ''}
        ></pb-report>`;
      case 'verify':
        return html`<pb-verify .period=${this.router.route.rest[0] ?? ''}></pb-verify>`;
      case 'imports':
        return html`<pb-imports .import=${this.router.route.rest[0] ?? ''}></pb-imports>`;
      case 'editions':
        return html`<pb-editions .viewer=${user.role} .edition=${this.router.route.rest[0] ?? ''}></pb-editions>`;
      case 'playlists':
        return html`<pb-playlists
          ?readonly=${!may('playlists')}
          .playlist=${this.router.route.rest[0] ?? ''}
        ></pb-playlists>`;
      case 'media':
        return html`<pb-media></pb-media>`;
      case 'screens':
        return html`<pb-screens ?readonly=${!may('screens')} .code=${this.router.route.rest[0] ?? ''}></pb-screens>`;
      case 'themes':
        return html`<pb-themes .theme=${this.router.route.rest[0] ?? ''}></pb-themes>`;
      case 'registers':
        return html`<pb-registers
          .viewer=${user.role}
          .register=${this.router.route.rest[0] ?? ''}
          .record=${this.router.route.rest[1] ?? ''}
          .view=${this.router.route.rest[2] ?? ''}
        ></pb-registers>`;
      case 'people':
        return html`<pb-people .viewer=${user.role} .tab=${this.router.route.rest[0] ?? ''}></pb-people>`;
      case 'log':
        return html`<pb-log .viewer=${user.role} .set=${this.router.route.rest[0] ?? ''}></pb-log>`;
      case 'settings':
        return html`<pb-settings .viewer=${user.role}></pb-settings>`;
    }
  }

  private readonly identify = async (): Promise<void> => {
    this.problem = '';
    try {
      this.user = await currentUser();
      this.entry = this.user ? 'in' : 'login';
      if (this.user) sessionEvents.dispatchEvent(new Event('signed-in'));
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  };

  private async leave(): Promise<void> {
    try {
      await signOut();
      this.user = null;
      this.entry = 'login';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onSignOut(): void {
    void this.leave();
  }
}
