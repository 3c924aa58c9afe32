// <partner-check-roster> for the pages of others: a table of people in, who does what next out.
import { html, unsafeCSS, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Fault, LoadOptions, RulesetId } from 'partnercheck';
import type { RosterRow } from 'partnercheck/roster';
import { version } from '../../../../element/package.json';
import { typed } from '../../library/answers/entry.js';
import { firstAction } from '../../library/answers/example.js';
import { loadMessages, type Messages } from '../../library/messages.js';
import { civilToday } from '../../library/reading/dates.js';
import { failureView } from '../../library/view/failure.js';
import { Roster, type Decided } from '../../roster/roster.js';
import { loadRosterMessages, type RosterMessages } from '../../roster/texts.js';
import type { OpenLine, RosterErrorCode } from '../../roster/worker-messages.js';
import { failureDetail } from '../element/failure-detail.js';
import { Marks } from '../element/marks.js';
import { Starter } from '../element/starter.js';
import { showState } from '../element/states.js';
import { faultsOfAttributes } from '../element/wishes.js';
import { anyLine } from './any-line.js';
import type { PartnerCheckRosterEventMap, RosterResultDetail } from './events.js';
import failureStyles from '../../library/styles/failure.css?inline';
import styles from '../element/element.css?inline';

export type * from './events.js';

/** Each is a state of the element, for styles. */
const states = ['empty', 'busy', 'opened', 'decided'] as const;

const stateOf = { empty: 'empty', opening: 'busy', opened: 'opened', running: 'busy', done: 'decided' } as const;

/**
 * Many people at once: a table of links or of skills in, who may be linked from when, and who does what next, out. Nothing of
 * the table leaves the browser.
 *
 * @attr {string} lang - The language: en-US, zh-TW, sv-SE or nl-NL. Without it that of the nearest element around that has
 * one, else what the browser asks for.
 *
 * @fires {CustomEvent<RosterReadyDetail>} partner-check-roster-ready - A table can be opened.
 * @fires {CustomEvent<RosterResultDetail>} partner-check-roster-result - Everybody was decided, also anew after a correction. Numbers only.
 * @fires {CustomEvent<RosterErrorDetail>} partner-check-roster-error - It could not start, the table could not be read, or what was asked cannot be answered.
 *
 * @slot header - Above all: what the portal says before anything is asked.
 * @slot loading - In place of the sentence that stands there before the first card does.
 * @slot failure - Below the reason why the roster could not start, such as whom to call.
 * @slot footer - Below all, such as whom to ask.
 *
 * @cssState empty - There is no table.
 * @cssState busy - A table is being read.
 * @cssState opened - A table was read, and its question stands there.
 * @cssState decided - Everybody was decided.
 *
 * @csspart loading - What stands there before the first card does.
 * @csspart failure - Why the roster could not start.
 * @csspart errors - What has to be corrected in the question.
 * @csspart chooser - Where a table comes from.
 * @csspart progress - How far the reading is.
 * @csspart trouble - Why a table could not be read.
 * @csspart table - How the table is read, and what is asked about everybody.
 * @csspart results - The answer in a sentence.
 * @csspart todo - Who does what next.
 * @csspart faults - Cells that could not be read.
 * @csspart numbers - How many people there are of each answer, and when.
 * @csspart people - All people.
 * @csspart both - The people of a table of links and of a table of skills, where both were read.
 * @csspart person - One person, in a dialog.
 * @csspart input - Each input, choice and list.
 * @csspart label - What a question or one of its inputs is called.
 * @csspart hint - What helps with it.
 * @csspart error - What is wrong with it.
 * @csspart button - Each button.
 *
 * @cssprop [--partner-check-font] - All custom properties of `<partner-check>` hold here too.
 *
 * @tag partner-check-roster
 */
export class PartnerCheckRosterElement extends Roster {
  /** Where the core is, for all elements; by default beside the scripts. To be set before the first one is put in place. */
  static loadOptions: LoadOptions = {};
  /** Where the engine of tables is. */
  static override engineSource: LoadOptions = {};
  static override openLine: OpenLine = anyLine;
  /** Not in the pages of others. */
  static override hasAddresses = false;

  static override styles = [...Roster.styles, ...[failureStyles, styles].map(unsafeCSS)];

  static override properties: PropertyDeclarations = {
    ruleset: { reflect: true },
    today: { reflect: true },
    wasmUrl: { attribute: 'wasm-url', reflect: true },
    rosterWasmUrl: { attribute: 'roster-wasm-url', reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level', reflect: true },
  };

  /** The id of the ruleset to begin with. */
  declare ruleset: RulesetId | null | undefined;
  /** The day to begin with, as YYYY-MM-DD; by default the present one. */
  declare today: string | null | undefined;
  /** Where the core is, relative to the page; by default beside the scripts. */
  declare wasmUrl: string | null | undefined;
  /** Where the engine of tables is, relative to the page; by default beside the scripts. */
  declare rosterWasmUrl: string | null | undefined;
  /** The level of the first headings inside. */
  declare headingLevel: number;

  private readonly starter = new Starter<{ messages: Messages; texts: RosterMessages }>(this, {
    source: () => this.coreSource,
    load: async (locale) => {
      const [messages, texts] = await Promise.all([loadMessages(locale), loadRosterMessages(locale)]);
      return { messages, texts };
    },
    failed: (failure, texts) => this.tell('partner-check-roster-error', failureDetail(failure, texts?.messages)),
  });
  private internals: Partial<ElementInternals> = this.attachInternals?.() ?? {};
  private marks: Marks | undefined;
  private isReady = false;
  /** The host opens a table: the focus stays where it is. */
  private isQuiet = false;
  private told: RosterResultDetail | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The last answer, as in the last `partner-check-roster-result`; undefined while there is none. */
  get result(): RosterResultDetail | undefined {
    return this.stage === 'done' ? this.told : undefined;
  }

  /** Opens a table as if somebody had chosen it; whether it could be read. Ready for it from `partner-check-roster-ready` on. */
  async openFile(file: Blob, name = file instanceof File ? file.name : ''): Promise<boolean> {
    this.isQuiet = true;
    try {
      return await this.open({ kind: 'file', file }, name);
    } finally {
      this.isQuiet = false;
    }
  }

  /** People of the last answer about links, in the order in which they stand in the table. */
  async rows(from: number, count: number): Promise<RosterRow[]> {
    return this.result?.subject === 'links' ? this.worker.ask('rowsOf', [{}, from, count]) : [];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') {
      this.starter.speak();
    }
  }

  override get coreSource(): LoadOptions {
    return this.sourceAt(this.wasmUrl, PartnerCheckRosterElement.loadOptions);
  }

  protected override get engineSource(): LoadOptions {
    return this.sourceAt(this.rosterWasmUrl, PartnerCheckRosterElement.engineSource);
  }

  private sourceAt(url: string | null | undefined, otherwise: LoadOptions): LoadOptions {
    return url ? { wasmUrl: new URL(url, this.baseURI).href } : otherwise;
  }

  protected override get dropPlace(): EventTarget {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { texts } = this.starter;
    if (texts !== undefined) {
      this.messages = texts.messages;
      this.texts = texts.texts;
    }
    if (this.core === undefined) {
      return;
    }
    super.willUpdate(changed);
    if (changed.has('core') || changed.has('today') || changed.has('ruleset')) {
      this.follow(changed);
    }
  }

  /** What the core refuses is told, and leaves all as it was. */
  private follow(changed: PropertyValues<this>): void {
    const { core, catalogue, ruleset, today } = this;
    if (core === undefined || catalogue === undefined) {
      return;
    }
    const standing = { today: civilToday(), ruleset: catalogue.default_ruleset, action: firstAction };
    const given = { today: today || undefined, ruleset: ruleset || undefined, action: undefined };
    const faults = faultsOfAttributes(given, core, standing);
    const isNew = (name: 'today' | 'ruleset'): boolean =>
      !faults.has(name) && (changed.has(name) || (changed.has('core') && given[name] !== undefined));
    if (isNew('ruleset')) {
      this.setRuleset(given.ruleset ?? standing.ruleset);
    }
    if (isNew('today')) {
      const day = given.today ?? standing.today;
      this.change('/today', typed(day, day));
    }
    this.onFaults([...faults.values()]);
  }

  protected override render(): unknown {
    return html`<slot name="header"></slot>${this.content()}<slot name="footer"></slot>`;
  }

  private content(): unknown {
    const { failure, start, texts } = this.starter;
    if (failure !== undefined) {
      return html`${failureView(texts?.messages, failure, start)}<slot name="failure"></slot>`;
    }
    return texts === undefined || this.core === undefined
      ? html`<p class="loading" part="loading" role="status"><slot name="loading">${texts?.messages.t('page.loading') ?? '…'}</slot></p>`
      : super.render();
  }

  protected override firstUpdated(): void {
    this.marks = new Marks(this.renderRoot);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('wasmUrl') && changed.get('wasmUrl') !== undefined && this.core === undefined) {
      void this.starter.start();
    }
    this.marks?.startHeadingsAt(Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 6));
    showState(this.internals, stateOf[this.stage], states);
    if (!this.isReady && this.catalogue !== undefined && this.starter.texts !== undefined) {
      this.isReady = true;
      const { rulesets } = this.catalogue;
      this.tell('partner-check-roster-ready', { version, rulesets: rulesets.map(({ id }) => id) });
    }
  }

  override async focusOn(selector: string): Promise<void> {
    await (this.isQuiet ? this.updateComplete : super.focusOn(selector));
  }

  protected override onDecided(decided: Decided): void {
    this.told = structuredClone(decided);
    this.tell('partner-check-roster-result', this.told);
  }

  protected override onFaults(faults: readonly Fault[]): void {
    if (faults.length > 0) {
      const errors = faults.map((fault) => ({
        code: fault.code,
        path: fault.path,
        text: this.messages?.fault(fault, this.fieldAt(fault.path)) ?? fault.code,
      }));
      this.tell('partner-check-roster-error', { kind: 'question', errors });
    }
  }

  protected override onTrouble(code: RosterErrorCode): void {
    const errors = [{ code, path: '', text: this.texts.t(`trouble.${code}`) }];
    this.tell('partner-check-roster-error', { kind: 'table', errors });
  }

  private tell<Name extends keyof PartnerCheckRosterEventMap>(
    name: Name,
    detail: PartnerCheckRosterEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: structuredClone(detail) }));
  }
}
