import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { publicBoard, type BoardHead, type PublicBoard, type PublicBoardName } from '../api/boards.ts';
import type { Definition } from '../../core/measures/definition.ts';
import { listMeasures } from '../api/definitions.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { poll } from '../common/poll.ts';

const REFRESH_MS = 60_000;

interface Known {
  readonly board: PublicBoard<PublicBoardName>;
  readonly at: number;
}

type Options = Readonly<Record<string, string>>;

/**
 * The boards that the page shows: asked for when a section first draws them, again every minute while it is on the
 * page, and kept when the server cannot be reached.
 */
export class BoardFeed implements ReactiveController {
  /** Why the last request failed; null when it did not. */
  problem: ApiProblem | null = null;
  /** What the last answer said of itself. */
  head: BoardHead | null = null;
  /** Definitions by measure; null before anybody asked. */
  definitions: ReadonlyMap<string, Definition> | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #known = new Map<string, Known>();
  readonly #wanted = new Map<string, () => Promise<PublicBoard<PublicBoardName>>>();
  /** When each board was last asked for, in UTC milliseconds. */
  readonly #triedAt = new Map<string, number>();
  readonly #loading = new Set<string>();
  /** Why the server does not show a board, until it does. */
  readonly #refused = new Map<string, ApiProblem>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
    poll(host, REFRESH_MS, () => this.refresh());
  }

  /** What the page draws next is wanted; the rest is not loaded any more. */
  hostUpdate(): void {
    this.#wanted.clear();
  }

  /** A board as it was last received; undefined before that, and it is asked for. */
  board<K extends PublicBoardName>(name: K, options: Options = {}): PublicBoard<K> | undefined {
    const key = `${name}?${new URLSearchParams(options)}`;
    const load = () => publicBoard(name, options);
    this.#wanted.set(key, load);
    const known = this.#known.get(key);
    // By the last try and not by the last answer: a refusal draws the page anew, which must not ask at once again.
    if (Date.now() - (this.#triedAt.get(key) ?? 0) > REFRESH_MS) void this.#load(key, load);
    // The key names the board, so what is kept under it is of that kind.
    return known?.board as PublicBoard<K> | undefined;
  }

  /** Since when what is shown is not refreshed, in UTC milliseconds; null while it is. */
  get staleSince(): number | null {
    if (!this.problem) return null;
    const shown = [...this.#wanted.keys()].flatMap((key) => this.#known.get(key)?.at ?? []);
    return shown.length === 0 ? null : Math.min(...shown);
  }

  /** Why a board that was drawn until now is not there; null while one of them is still on its way. */
  get refusal(): ApiProblem | null {
    const missing = [...this.#wanted.keys()].filter((key) => !this.#known.has(key));
    const refusals = missing.flatMap((key) => this.#refused.get(key) ?? []);
    if (refusals.length < missing.length) return null;
    return refusals.find(({ code }) => code === 'taken-down') ?? refusals.at(-1) ?? null;
  }

  async refresh(): Promise<void> {
    await Promise.all([...this.#wanted].map(([key, load]) => this.#load(key, load)));
  }

  /** Reads the definitions, once. */
  async define(): Promise<void> {
    if (this.definitions) return;
    try {
      this.definitions = new Map((await listMeasures()).map((each) => [each.id, each]));
    } catch (error) {
      this.problem = asProblem(error);
    }
    this.#host.requestUpdate();
  }

  async #load(key: string, load: () => Promise<PublicBoard<PublicBoardName>>): Promise<void> {
    if (this.#loading.has(key)) return;
    this.#loading.add(key);
    this.#triedAt.set(key, Date.now());
    try {
      const board = await load();
      this.#known.set(key, { board, at: Date.now() });
      this.#refused.delete(key);
      this.head = board.head;
      this.problem = null;
    } catch (error) {
      this.#fail(key, asProblem(error));
    } finally {
      this.#loading.delete(key);
      this.#host.requestUpdate();
    }
  }

  /** What cannot be reached stays as it was; what the server no longer shows goes. */
  #fail(key: string, problem: ApiProblem): void {
    this.problem = problem;
    this.#refused.set(key, problem);
    if (problem.code === 'no-edition') {
      this.#known.clear();
      this.head = this.head && { ...this.head, edition: null };
    }
    if (problem.status === 404) this.#known.delete(key);
  }
}
