import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { officeDate } from '../../core/office-time.ts';
import { AREAS, type Area } from '../../core/register/declare.ts';
import { ROLES, type Role } from '../../core/register/role.ts';
import { isRegisterName, REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { instant } from '../../core/time.ts';
import { asProblem } from '../api/problem.ts';
import { createToken } from '../api/tokens.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { problemCodes, type FormFields, type FormValues } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { roleWords } from './role-words.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';
import './pb-secret.ts';

const DAY_MS = 86_400_000;
/** How long a token is good for unless another day is chosen. */
const USUAL_DAYS = 90;
/** Longer ones are forgotten, and stay. */
const MOST_DAYS = 366;

const dayAhead = (days: number): string => officeDate(instant(Date.now() + days * DAY_MS));

const { name, role, rights, expiresOn } = REGISTERS.tokens.fields;
const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value);

/** A reporter's rights hang on a unit, which a token has not. */
const { reporter: _, ...machineRoles } = ROLES;
const FIELDS: FormFields = { name, role: { ...role, choices: machineRoles }, rights, expiresOn };

const usualValues = (): FormValues => ({
  role: 'auditor',
  rights: 'read',
  expiresOn: dayAhead(USUAL_DAYS),
});

const NAMES = Object.keys(REGISTERS).filter(isRegisterName);
const ORDER = Object.keys(AREAS);
const AREA_NAMES = [...new Set(NAMES.map((each) => registerNamed(each).area))].sort(
  (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
);

const isReadable = (register: RegisterName, chosen: Role): boolean => registerNamed(register).read.includes(chosen);

/** Registers that the role reads, by area. */
const readable = (chosen: Role): readonly (readonly [Area, readonly RegisterName[]])[] =>
  AREA_NAMES.map(
    (area) => [area, NAMES.filter((each) => registerNamed(each).area === area && isReadable(each, chosen))] as const,
  ).filter(([, names]) => names.length > 0);

/** Makes an API token and shows it, once; fires `pb-written` after that and `pb-close` when none was made. */
@customElement('pb-token-dialog')
export class PbTokenDialog extends PbElement {
  @property({ type: Boolean }) open = false;

  @state() private values: FormValues = {};
  /** Null is every register of the role. */
  @state() private chosen: ReadonlySet<RegisterName> | null = null;
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  @state() private token = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      .message,
      fieldset {
        margin-top: 12px;
      }
      fieldset {
        padding: 8px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      legend {
        padding: 0 4px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      input[type='radio'] {
        min-height: 0;
        margin: 0;
      }
      .registers {
        max-height: 220px;
        margin-top: 8px;
        overflow: auto;
      }
      .area {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 4px 12px;
        margin-bottom: 8px;
      }
      .area h3 {
        grid-column: 1 / -1;
        margin: 0;
        font-size: 13px;
      }
      .once {
        margin: 0 0 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.values = usualValues();
    this.chosen = null;
    this.errors = {};
    this.problem = '';
    this.token = '';
  }

  protected override render() {
    return html`
      <pb-dialog
        wide
        heading=${this.token ? msg('令牌已建立', { id: 'token.made' }) : msg('新建令牌', { id: 'token.add' })}
        ?open=${this.open}
        @pb-close=${this.onClose}
      >
        ${this.token ? this.renderToken() : this.renderForm()}
        <button slot="actions" type="button" @click=${this.onClose}>
          ${this.token ? msg('完成', { id: 'done' }) : msg('取消', { id: 'cancel' })}
        </button>
        ${
          this.token
            ? nothing
            : html`<button slot="actions" class="primary" type="button" ?disabled=${this.busy} @click=${this.onMake}>
                ${msg('建立', { id: 'token.make' })}
              </button>`
        }
      </pb-dialog>
    `;
  }

  private renderToken() {
    return html`
      <div class="message warn once">
        ${msg('令牌只显示这一次，关闭后无法再看到，请现在复制到使用它的程序里。', { id: 'token.once' })}
      </div>
      <pb-secret .value=${this.token} .label=${msg('令牌', { id: 'token.token' })}></pb-secret>
      <p class="soft small">
        ${msg('每次请求带上请求头：', { id: 'token.header' })}<code>Authorization: Bearer pb_…</code>
        ${msg('不要写进网页、表格或聊天记录。', { id: 'token.keep' })}
      </p>
    `;
  }

  private renderForm() {
    const { role: chosen } = this.values;
    return html`
      <pb-form .fields=${FIELDS} .values=${this.values} .errors=${this.errors} @pb-values=${this.onValues}></pb-form>
      ${isRole(chosen) ? html`<div class="message" role="status">${roleWords(chosen).may}</div>` : nothing}
      ${isRole(chosen) ? this.renderRegisters(chosen) : nothing}
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
    `;
  }

  private renderRegisters(role: Role) {
    const { chosen } = this;
    return html`
      <fieldset>
        <legend>${msg('能用哪些登记表', { id: 'token.registers' })}</legend>
        <div class="bar">
          <label>
            <input type="radio" name="scope" .checked=${chosen === null} @change=${() => (this.chosen = null)} />
            ${msg('这个角色的全部', { id: 'token.all' })}
          </label>
          <label>
            <input type="radio" name="scope" .checked=${chosen !== null} @change=${() => (this.chosen = new Set())} />
            ${msg('只限选中的', { id: 'token.some' })}
          </label>
        </div>
        ${
          chosen
            ? html`<div
                class="registers"
                tabindex="0"
                role="group"
                aria-label=${msg('能用哪些登记表', { id: 'token.registers' })}
              >
                ${readable(role).map(([area, names]) => this.renderArea(area, names, chosen))}
              </div>`
            : nothing
        }
      </fieldset>
    `;
  }

  private renderArea(area: Area, names: readonly RegisterName[], chosen: ReadonlySet<RegisterName>) {
    return html`
      <div class="area">
        <h3>${labelText(AREAS[area])}</h3>
        ${names.map(
          (each) => html`
            <label>
              <input type="checkbox" .checked=${chosen.has(each)} @change=${() => this.toggle(each)} />
              ${labelText(registerNamed(each).label)}
            </label>
          `,
        )}
      </div>
    `;
  }

  private toggle(register: RegisterName): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(register)) chosen.add(register);
    this.chosen = chosen;
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    fire(this, this.token ? 'pb-written' : 'pb-close', undefined);
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    if (event.detail['role'] !== this.values['role']) this.chosen = null;
    this.values = event.detail;
    this.errors = {};
  }

  private onMake(): void {
    const codes = Object.entries(problemCodes(FIELDS, this.values));
    this.errors = Object.fromEntries(codes.map(([field, code]) => [field, fieldProblemText(code, FIELDS[field])]));
    if (String(this.values['expiresOn']) > dayAhead(MOST_DAYS)) {
      this.errors = {
        ...this.errors,
        expiresOn: msg('最长一年，请选早一些的日期', { id: 'token.too-long' }),
      };
    }
    this.problem = this.chosen?.size === 0 ? msg('请至少选一个登记表，或选“全部”', { id: 'token.none-chosen' }) : '';
    if (Object.keys(this.errors).length === 0 && this.problem === '') void this.make();
  }

  private async make(): Promise<void> {
    this.busy = true;
    try {
      this.token = await createToken({
        ...this.values,
        ...(this.chosen === null ? {} : { registers: [...this.chosen] }),
      });
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.errors = fieldProblems(problem.errors, FIELDS);
    } finally {
      this.busy = false;
    }
  }
}
