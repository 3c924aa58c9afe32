// What a table of links came to: its numbers, the people that are shown, and another ruleset beside.
import type {
  ComparedAnswer,
  Mail,
  RosterRequest,
  RosterRow,
  TodoContext,
  Totals,
  ViewRequest,
} from 'partnercheck/roster';
import type { Fault, PartnerCheck as Core, Ruleset } from 'partnercheck';
import type { Words } from 'partnercheck/text';
import { copied } from '../library/copied.js';
import { rulesetText } from '../library/ruleset-text.js';
import { Asking } from './asking.js';
import { RosterError, type Progress, type RowFault } from './worker-messages.js';

export type Comparison = Extract<ComparedAnswer, { type: 'success' }> & { ruleset: string };

/** Undefined: as if it had never been said. */
type Change = { [K in keyof ViewRequest]?: ViewRequest[K] | undefined };

function known(view: Change): ViewRequest {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as ViewRequest;
}

export class Results extends Asking {
  request: RosterRequest | undefined;
  totals: Totals | undefined;
  faults: readonly RowFault[] = [];
  progress: Progress | undefined;
  view: ViewRequest = {};
  /** How many people the view shows, and which one it is: rows of another are void. */
  people = 0;
  edition = 0;
  comparison: Comparison | undefined;
  /** A ruleset of somebody's own, and what was wrong with the last file that should have held one. */
  own: { ruleset: Ruleset; text: string } | undefined;
  ownFaults: readonly Fault[] = [];
  /** What was done last with the people shown, and with the groups, in words. */
  status = '';
  todoStatus = '';
  /** The texts that were asked for, by the number of their group. */
  readonly mails = new Map<number, Mail>();

  begin(request: RosterRequest, totals: Totals, faults: readonly RowFault[], progress: Progress): void {
    Object.assign(this, {
      request,
      totals,
      faults,
      progress,
      comparison: undefined,
      status: '',
      todoStatus: '',
      view: {},
      people: totals.people,
    });
    this.mails.clear();
    this.edition += 1;
  }

  /** The first day that can be read in two ways. */
  get ambiguousDay(): string | undefined {
    const value = this.faults.find(({ code }) => code === 'cell.date_ambiguous')?.details?.value;
    return value === undefined ? undefined : String(value);
  }

  readonly choose = (change: Change): Promise<void> =>
    this.doing(async () => {
      const view = known({ ...this.view, ...change });
      // At once: the next choice is added to this one, and what was typed stays as it was typed.
      this.view = view;
      const answer = await this.worker.ask('view', [known({ ...view, text: view.text?.trim() || undefined })]);
      if (answer.type === 'failure') {
        throw new RosterError('failed');
      }
      // What was chosen meanwhile gets an answer of its own.
      if (this.view === view) {
        this.people = answer.people;
        this.edition += 1;
      }
    });

  readonly compare = (ruleset: string): Promise<void> =>
    this.doing(async () => {
      if (ruleset === '') {
        this.comparison = undefined;
      } else {
        // With its text: a new worker does not know it.
        const own = ruleset === this.own?.ruleset.id ? this.own.text : undefined;
        const answer = await this.worker.ask('compare', [{ ruleset }, own]);
        if (answer.type === 'failure') {
          throw new RosterError('failed');
        }
        this.comparison = { ...answer, ruleset };
      }
      await this.choose({ changed: undefined });
    });

  readonly compareByOwn = (file: File, core: Core): Promise<void> =>
    this.doing(async () => {
      const text = await rulesetText(file);
      const answer = core.loadRuleset(text);
      this.ownFaults = answer.type === 'failure' ? answer.errors : [];
      if (answer.type === 'success') {
        this.own = { ruleset: answer.ruleset, text };
        await this.compare(answer.ruleset.id);
      }
    });

  readonly rows = async (from: number, count: number): Promise<RosterRow[]> => {
    const answer = await this.worker.ask('rows', [from, count]);
    if (answer.type === 'failure') {
      throw new RosterError('failed');
    }
    return answer.rows;
  };

  /** Of another view, which shows nowhere. */
  readonly peopleOf = (view: ViewRequest, from: number, count: number): Promise<RosterRow[]> =>
    this.worker.ask('rowsOf', [view, from, count]);

  todoContext(words: Words): TodoContext {
    return {
      words,
      organization: this.request?.action.organization ?? '',
      today: this.totals?.today ?? '',
    };
  }

  readonly copyMail = (group: number, done: string, failed: string): Promise<void> =>
    this.doing(async () => {
      const mail = this.mails.get(group);
      this.todoStatus = mail !== undefined && (await copied(`${mail.subject}\n\n${mail.body}`)) ? done : failed;
    });

  tell(status: string): void {
    this.status = status;
    this.changed();
  }
}
