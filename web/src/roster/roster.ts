// <partner-check-roster>: a table of people in, an answer for each of them out. The worker does what takes long.
import {
  LitElement,
  html,
  nothing,
  unsafeCSS,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Catalogue, Fault, LoadOptions, PartnerCheck as Core, Request } from 'partnercheck';
import {
  calledOf,
  tableForm,
  type Called,
  type FinishedSkills,
  type RosterRequest,
  type SkillsRequest,
  type Sniffed,
  type TableForm,
  type Totals,
} from 'partnercheck/roster';
import type { Answers } from '../library/answers/answers.js';
import { typed, type Entry } from '../library/answers/entry.js';
import { firstAction } from '../library/answers/example.js';
import { requestOf } from '../library/answers/request.js';
import { everyField } from '../library/catalogue/every-field.js';
import { fieldOfToday, type Field } from '../library/catalogue/fields.js';
import { canonical } from '../share/canonical.js';
import { toFragment } from '../share/fragment.js';
import { downloadFile } from '../library/download.js';
import { nextTask } from '../library/next-task.js';
import { patternOf, type Pointer } from '../library/pointers.js';
import { addMonths } from '../library/reading/civil.js';
import { civilToday } from '../library/reading/dates.js';
import { errorSummary } from '../library/form/error-summary.js';
import type { Messages } from '../library/messages.js';
import { Both } from './both/both.js';
import { bothView } from './both/both-view.js';
import { chooser } from './chooser.js';
import { WorkerClient } from './worker-client.js';
import { confirmedAnswers, exampleAnswers, fieldsOfEverybody, firstAnswers, organizationShown } from './everybody.js';
import {
  RosterError,
  type Mend,
  type MendedFormat,
  type OpenLine,
  type Opened,
  type Progress,
  type Reading,
  type Source,
  type RosterErrorCode,
} from './worker-messages.js';
import type { OnePerson } from './one-person.js';
import type { Shower } from './asking.js';
import type { RosterHost, Stage } from './host.js';
import { personDialog, type Shown } from './person-dialog.js';
import { progressView } from './progress.js';
import { recall, remember, shapeOf } from './remembered.js';
import { questionView, withColumnName } from './question.js';
import { resultsView } from './results-view.js';
import { Results } from './results.js';
import { SkillsResults } from './skills/skills-results.js';
import {
  emptyLook,
  lookOf,
  orderOf,
  type Columns,
  type DayOrder,
  type ShortYears,
  type Subject,
  type TableLook,
} from './table-form.js';
import type { RosterMessages } from './texts.js';
import basics from '../library/styles/basics.css?inline';
import styles from '../library/styles/partner-check.css?inline';
import rosterStyles from './roster.css?inline';

/** Everybody, as the last run says. */
/** What was under way, or that what came of it is gone. */
type When = Stage | 'person' | 'gone';

export type Decided =
  | { subject: 'links'; totals: Totals }
  | { subject: 'skills'; totals: FinishedSkills['totals']; skills: FinishedSkills['skills'] };

export class Roster extends LitElement implements RosterHost {
  /** Where the table is held; said by what defines the element. */
  declare static openLine: OpenLine;
  /** From where the core came, and from where the engine comes; by default beside the scripts. */
  static coreSource: LoadOptions = {};
  static engineSource: LoadOptions = {};
  /** Whether the page of the check stands beside this one. */
  static hasAddresses = true;

  static override styles = [basics, styles, rosterStyles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    messages: { attribute: false },
    texts: { attribute: false },
    stage: { state: true },
    answers: { state: true },
    faults: { state: true },
    progress: { state: true },
    error: { state: true },
    shown: { state: true },
    dropping: { state: true },
  };

  readonly asksUnknown = true;
  declare core: Core;
  declare messages: Messages;
  declare texts: RosterMessages;
  declare stage: Stage;
  declare answers: Answers;
  declare faults: readonly Fault[];
  /** Of what is under way. */
  declare private progress: Progress | undefined;
  /** What went wrong last, and what it was about. */
  declare private error: { code: RosterErrorCode; when: When; rows: number } | undefined;
  declare private shown: Shown | undefined;
  declare dropping: boolean;

  protected readonly worker = new WorkerClient(
    (listener) => this.face.openLine(listener),
    () => this.engineSource,
  );
  private readonly shower: Shower = {
    changed: () => this.requestUpdate(),
    fail: (failure) => this.report(failure, this.stage),
    forgetError: () => {
      this.error = undefined;
    },
  };
  private readonly results = new Results(this.worker, this.shower);
  private readonly both = new Both(this.worker, this.shower);
  private readonly skills = new SkillsResults(this.worker, this.shower, this.both);
  protected catalogue: Catalogue | undefined;

  source: Source | undefined;
  /** As people know it: the name of a file, or in words what it is. */
  name = '';
  reading: Reading = {};
  private opened: Opened | undefined;
  look: TableLook = emptyLook;
  confirmed = false;
  remembers = false;
  isRefused = false;
  recalled = false;
  leftOut: readonly Fault[] = [];
  dayOrder: DayOrder | undefined;
  shortYears: ShortYears | undefined;
  rulesetId = '';
  mends: readonly Mend[] = [];

  constructor() {
    super();
    this.stage = 'empty';
    this.answers = firstAnswers(civilToday());
    this.faults = [];
    this.dropping = false;
    this.worker.onCrash = () => {
      this.both.forget('links', 'skills');
      // What was decided is gone with the worker.
      if (this.stage === 'done') {
        this.stage = 'opened';
        this.report(new RosterError('crashed'), 'gone');
      }
    };
  }

  private get face(): typeof Roster {
    return this.constructor as typeof Roster;
  }

  get hasAddresses(): boolean {
    return this.face.hasAddresses;
  }

  get coreSource(): LoadOptions {
    return this.face.coreSource;
  }

  protected get engineSource(): LoadOptions {
    return this.face.engineSource;
  }

  /** Where a file can be dropped. */
  protected get dropPlace(): EventTarget {
    return window;
  }

  /** Everybody was decided, for the first time or anew. */
  protected onDecided(_decided: Decided): void {}

  protected onFaults(_faults: readonly Fault[]): void {}

  protected onTrouble(_code: RosterErrorCode): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    for (const name of ['dragover', 'dragleave', 'drop'] as const) {
      this.dropPlace.addEventListener(name, this.drag);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of ['dragover', 'dragleave', 'drop'] as const) {
      this.dropPlace.removeEventListener(name, this.drag);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('core')) {
      this.catalogue = this.core.describe();
      this.rulesetId ||= this.catalogue.default_ruleset;
    }
  }

  protected override render(): unknown {
    const { messages, texts, stage, catalogue, opened } = this;
    if (catalogue === undefined) {
      return nothing;
    }
    const isBusy = stage === 'opening' || stage === 'running';
    return html`<div class="roster" lang=${messages.locale}>
      ${chooser(this)}
      <div class="news" role="status">${this.errorView()}</div>
      ${isBusy ? progressView(texts, stage, this.progress, this.cancel) : nothing}
      ${
        opened === undefined || stage === 'opening'
          ? nothing
          : html`${errorSummary({ messages, faults: this.faults.map((fault) => withColumnName(texts, fault)), fieldAt: this.fieldAt, goTo: this.goTo })} ${questionView(this, opened, catalogue)}`
      }
      ${stage === 'done' ? this.resultsView(catalogue) : nothing} ${personDialog(this, this.shown, this.closed)}
    </div>`;
  }

  private readonly cancel = (): void => {
    this.both.forget('links', 'skills');
    this.worker.cancel();
  };

  private resultsView(catalogue: Catalogue): TemplateResult {
    const results =
      this.look.subject === 'links' ? resultsView(this, this.results, catalogue) : this.skills.render(this, catalogue);
    return html`${results} ${bothView(this, this.both)}`;
  }

  get ambiguousDay(): string | undefined {
    return this.stage === 'done'
      ? (this.look.subject === 'links' ? this.results : this.skills).ambiguousDay
      : undefined;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#file')?.focus(options);
  }

  /** A new table: what was known of the one before is gone. */
  async open(source: Source, name: string, reading: Reading = {}): Promise<boolean> {
    const isOther = source !== this.source;
    this.source = source;
    this.name = name;
    this.reading = reading;
    this.opened = undefined;
    this.mends = [];
    this.leftOut = [];
    this.stage = 'opening';
    this.forgetError();
    try {
      const opened = await this.worker.ask('open', [source, reading]);
      this.opened = opened;
      this.look = lookOf(opened.sniffed);
      if (isOther) {
        this.dayOrder = undefined;
        this.shortYears = undefined;
        this.confirmed = false;
      }
      this.recall();
      const organization = organizationShown(opened.sniffed, this.look);
      if (organization !== undefined && this.answers.at('/action/organization').state === 'unanswered') {
        this.answers = this.answers.with('/action/organization', typed(organization, organization));
      }
      this.stage = 'opened';
      void this.focusOn('#table-heading');
      return true;
    } catch (failure) {
      this.source = undefined;
      this.stage = 'empty';
      this.report(failure, 'opening');
      return false;
    }
  }

  /** Invented people, asked about with the example of the check. */
  async openSample(rows: number): Promise<void> {
    const { value } = this.answers.at('/today');
    const today = typeof value === 'string' ? value : civilToday();
    const name = this.texts.t('sample.name', { rows });
    if (await this.open({ kind: 'sample', rows, today }, name)) {
      this.answers = exampleAnswers(this.fields, this.answers);
      await this.run();
    }
  }

  /** A skills report of invented people whose membership moved four months ago. */
  async openSkillsSample(): Promise<void> {
    const { value } = this.answers.at('/today');
    const today = typeof value === 'string' ? value : civilToday();
    if (await this.open({ kind: 'skills_sample', today }, this.texts.t('sample.skills'))) {
      const moved = addMonths(today, -4);
      this.answers = this.answers.with('/moved_on', typed(moved, moved));
      await this.run();
    }
  }

  readonly run = async (): Promise<void> => {
    if (this.opened === undefined || this.catalogue === undefined) {
      return;
    }
    this.forgetError();
    this.keepWhatIsSaid();
    this.stage = 'running';
    let rows = 0;
    try {
      // A worker that was sent away knows no table.
      if (!this.worker.isRunning) {
        this.opened = await this.worker.ask('open', [this.source as Source, this.reading]);
        await this.worker.ask('mend', [this.mends, this.opened.sniffed]);
      }
      const told = (progress: Progress): void => {
        this.progress = progress;
        rows = progress.rows;
      };
      const faults = await this.decide(this.opened, told);
      if (faults.length > 0) {
        this.stage = 'opened';
        this.faults = faults;
        this.onFaults(faults);
        await this.focusOn('.error-summary');
        return;
      }
      this.stage = 'done';
      await this.focusOn('#results-heading');
    } catch (failure) {
      this.stage = 'opened';
      this.report(failure, 'running', rows);
    }
  };

  private decide(opened: Opened, told: (progress: Progress) => void): Promise<readonly Fault[]> {
    this.both.forget(this.look.subject);
    return this.look.subject === 'links' ? this.runLinks(opened, told) : this.runSkills(opened, told);
  }

  readonly mend = (mend: Mend): Promise<void> => this.setMends([...this.mends, mend]);
  readonly undoMend = (): Promise<void> => this.setMends(this.mends.slice(0, -1));

  /** What is shown stays, and so does what was corrected before, if this cannot be. */
  private async setMends(mends: readonly Mend[]): Promise<void> {
    const { opened } = this;
    if (opened === undefined) {
      return;
    }
    const { group: _group, ...view } = this.results.view;
    const decideWith = async (corrected: readonly Mend[]): Promise<void> => {
      await this.worker.ask('mend', [corrected, opened.sniffed]);
      await this.decide(opened, () => {});
      if (this.look.subject === 'links') {
        await this.results.choose(view);
      }
    };
    this.forgetError();
    try {
      await decideWith(mends);
      this.mends = mends;
      this.requestUpdate();
      await this.focusOn('#faults-heading');
    } catch (failure) {
      this.report(failure, 'opened');
      // The table was read in vain: the people are those of before.
      await decideWith(this.mends).catch((second: unknown) => {
        this.stage = 'opened';
        this.report(second, 'gone');
      });
    }
  }

  async saveMended(format: MendedFormat): Promise<void> {
    try {
      const file = await this.worker.ask('writeMended', [format, this.opened?.sniffed.delimiter ?? ',']);
      downloadFile(`${this.name.replace(/\.\w+$/, '')}-${this.texts.t('mend.file')}.${format}`, file);
    } catch (failure) {
      this.report(failure, this.stage);
    }
  }

  /** A table of texts as a file for spreadsheets. */
  async saveTable(name: string, rows: string[][]): Promise<void> {
    try {
      downloadFile(name, await this.worker.ask('writeTable', [rows]));
    } catch (failure) {
      this.report(failure, this.stage);
    }
  }

  get fields(): Field[] {
    return this.catalogue === undefined ? [] : fieldsOfEverybody(this.catalogue, this.rulesetId, this.look.columns);
  }

  /** The faults of the question, if there are any. */
  private async runLinks({ sniffed }: Opened, told: (progress: Progress) => void): Promise<readonly Fault[]> {
    const { fields, rulesetId: ruleset } = this;
    const answers = this.confirmed ? confirmedAnswers(fields, this.answers) : this.answers;
    const request: RosterRequest = {
      ...(requestOf({ action: firstAction, ruleset, fields, answers }) as RosterRequest),
      form: this.formOf(sniffed),
      columns: this.look.columns,
    };
    const { answer, progress } = await this.worker.ask('run', [request], told);
    if (answer.type === 'failure') {
      return answer.errors;
    }
    this.leftOut = answer.left_out ?? [];
    this.results.begin(request, answer.totals, answer.faults, progress);
    void this.both.take('links', { name: this.name, today: request.today });
    this.onDecided({ subject: 'links', totals: answer.totals });
    return [];
  }

  private formOf(sniffed: Sniffed): TableForm {
    const { hasHeader, rowsAbove } = this.look;
    const dayOrder = this.dayOrder ?? orderOf(sniffed, this.look).order;
    return tableForm(sniffed, hasHeader, { dayOrder, shortYears: this.shortYears, rowsAbove });
  }

  private async runSkills({ sniffed }: Opened, told: (progress: Progress) => void): Promise<readonly Fault[]> {
    const day = (pointer: Pointer): string | undefined => {
      const { value, text } = this.answers.at(pointer);
      return typeof value === 'string' ? value : text.trim() || undefined;
    };
    const question = { today: day('/today'), moved_on: day('/moved_on') };
    const request = {
      ...(Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as Pick<
        SkillsRequest,
        'today'
      >),
      ruleset: this.rulesetId,
      form: this.formOf(sniffed),
      columns: this.look.columns,
    };
    const { answer } = await this.worker.ask('runSkills', [request], told);
    if (answer.type === 'failure') {
      return answer.errors;
    }
    this.leftOut = answer.left_out ?? [];
    this.skills.begin(request, answer);
    void this.both.take('skills', { name: this.name, today: request.today });
    this.onDecided({ subject: 'skills', totals: answer.totals, skills: answer.skills });
    return [];
  }

  readonly change = (pointer: Pointer, change: Partial<Entry>): void => {
    this.answers = this.answers.with(pointer, change);
    this.outdated();
  };

  // Lists are each person's own; no question of everybody is one.
  readonly addRow = (): void => {};
  readonly removeRow = (): void => {};

  readonly setColumn = (name: keyof Columns, index: number | undefined): void => {
    const { columns, guesses } = this.look;
    // Of what a column holds, a guess gives way to what somebody says.
    const givesWay = (other: string, place: number): boolean => place === index && guesses[other]?.sure === false;
    const others = Object.entries(columns).filter(([other, place]) => other !== name && !givesWay(other, place));
    this.look = {
      ...this.look,
      columns: Object.fromEntries(index === undefined ? others : [...others, [name, index]]),
    };
    this.outdated();
  };

  readonly setSubject = (subject: Subject): void => {
    if (this.opened !== undefined) {
      this.look = lookOf(this.opened.sniffed, subject);
      this.outdated();
    }
  };

  readonly setHeader = (hasHeader: boolean): void => {
    if (this.opened !== undefined) {
      const { rowsAbove, subject, columns } = this.look;
      // What is known of the columns stays: only their names come or go.
      this.look = { ...lookOf(this.opened.sniffed, subject, { hasHeader, rowsAbove }), columns };
      this.outdated();
    }
  };

  /** What was said of a table with the same columns holds for this one. */
  private recall(): void {
    const shape = shapeOf(this.look);
    const said = shape === undefined ? undefined : recall(shape);
    this.recalled = said !== undefined;
    this.remembers = this.recalled;
    if (said !== undefined) {
      this.look = { ...this.look, subject: said.subject, columns: said.columns, guesses: {} };
      this.dayOrder = said.dayOrder;
      this.shortYears = said.shortYears;
    }
  }

  private keepWhatIsSaid(): void {
    const shape = shapeOf(this.look);
    const { subject, columns } = this.look;
    this.isRefused = false;
    try {
      if (shape !== undefined) {
        remember(
          shape,
          this.remembers ? { subject, columns, dayOrder: this.dayOrder, shortYears: this.shortYears } : undefined,
        );
      }
    } catch {
      this.remembers = false;
      this.isRefused = true;
    }
  }

  readonly setRemembers = (remembers: boolean): void => {
    this.remembers = remembers;
    this.keepWhatIsSaid();
    this.recalled &&= remembers;
    this.requestUpdate();
  };

  readonly confirm = (confirmed: boolean): void => {
    this.confirmed = confirmed;
    this.outdated();
  };

  readonly setDayOrder = (order: DayOrder | undefined): void => {
    this.dayOrder = order;
    this.outdated();
  };

  readonly setShortYears = (years: ShortYears | undefined): void => {
    this.shortYears = years;
    this.outdated();
  };

  readonly setRuleset = (id: string): void => {
    this.rulesetId = id;
    this.outdated();
  };

  /** The answers stand as long as the question does. */
  private outdated(): void {
    this.faults = [];
    if (this.stage === 'done') {
      this.stage = 'opened';
    }
    this.requestUpdate();
  }

  /** Reads the table once more and asks about one person as the check does. */
  readonly openPerson = async (person: Called): Promise<void> => {
    this.error = undefined;
    try {
      const answer = await this.worker.ask('person', [person.person]);
      if (answer.type === 'failure') {
        throw new RosterError('failed');
      }
      const address = await toFragment(canonical(answer.request)).catch(() => undefined);
      this.shown = { person: calledOf(person, this.texts.rows), faults: answer.faults, address };
      await this.updateComplete;
      const check = this.renderRoot.querySelector<OnePerson>('partner-check-person');
      check?.show(answer.request as Request, everyField(this.core.describe(), firstAction));
      this.renderRoot.querySelector<HTMLDialogElement>('dialog')?.showModal();
    } catch (failure) {
      this.report(failure, 'person');
    }
  };

  private readonly closed = (): void => {
    if (this.renderRoot.querySelector<HTMLDialogElement>('dialog')?.open !== true) {
      this.shown = undefined;
    }
  };

  private errorView(): TemplateResult | typeof nothing {
    const { error, texts } = this;
    return error === undefined
      ? nothing
      : html`<div class="trouble" part="trouble">
          <p><strong>${texts.t(`trouble.${error.code}`)}</strong></p>
          <p>${texts.t(`trouble.when.${error.when}`, { rows: error.rows })}</p>
        </div>`;
  }

  private report(failure: unknown, when: When, rows = 0): void {
    const code = failure instanceof RosterError ? failure.code : 'failed';
    this.error = { code, when, rows };
    this.progress = undefined;
    this.onTrouble(code);
  }

  private forgetError(): void {
    this.error = undefined;
    this.progress = undefined;
    this.faults = [];
  }

  protected readonly fieldAt = (pointer: Pointer): Field | undefined => {
    const find = (fields: readonly Field[]): Field | undefined =>
      fields.flatMap((field) => [field, ...field.members]).find(({ pattern }) => pattern === patternOf(pointer));
    return this.catalogue === undefined ? undefined : find([...this.fields, fieldOfToday(this.catalogue)]);
  };

  private readonly goTo = (pointer: Pointer): void => {
    const place = this.renderRoot.querySelector(`[data-pointer="${pointer}"]`);
    (place?.querySelector<HTMLElement>('input, select') ?? undefined)?.focus();
  };

  async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    // Scrolling lays everything out: not in the task that drew it.
    await nextTask();
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }

  private readonly drag = (happened: Event): void => {
    const event = happened as DragEvent;
    if (event.dataTransfer?.types.includes('Files') !== true) {
      return;
    }
    event.preventDefault();
    this.dropping = event.type === 'dragover';
    const [file] = event.dataTransfer.files;
    if (event.type === 'drop' && file !== undefined) {
      void this.open({ kind: 'file', file }, file.name);
    }
  };
}
