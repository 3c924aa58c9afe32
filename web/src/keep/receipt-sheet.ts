// The receipt of this answer, and a place to check any receipt.
import { html, nothing, type TemplateResult } from 'lit';
import { version } from 'partnercheck/package.json';
import { coreHash } from './core-hash.js';
import { ReceiptError, compare, longestReceipt, readReceipt, receiptOf, type Comparison } from './receipt.js';
import { download, type Sheet } from './sheet.js';

type Outcome = { refused: string } | { comparison: Comparison; core: 'same' | 'other' | 'unknown' };

export class ReceiptSheet {
  private text = '';
  private file: File | undefined;
  private outcome: Outcome | undefined;

  prepare(): void {
    this.text = '';
    this.file = undefined;
    this.outcome = undefined;
  }

  render(sheet: Sheet): TemplateResult {
    const { say, request } = sheet;
    return html`<p>${say('receipt.intro')}</p>
      ${
        request === undefined
          ? nothing
          : html`<p><button type="button" class="do" @click=${() => this.save(sheet)}>${say('receipt.download')}</button></p>`
      }
      <section class="check">
        <h3>${say('check.heading')}</h3>
        <p>${say('check.intro')}</p>
        <label for="file">${say('check.file')}</label>
        <input id="file" type="file" accept=".json,application/json" @change=${this.chooseFile} />
        <label for="paste">${say('check.paste')}</label>
        <textarea id="paste" rows="4" spellcheck="false" autocomplete="off" .value=${this.text} @input=${this.paste}></textarea>
        <p><button type="button" class="other" @click=${() => this.check(sheet)}>${say('check.button')}</button></p>
        <div class="outcome" role="status">${this.outcome === undefined ? nothing : outcomeView(sheet, this.outcome)}</div>
      </section>`;
  }

  private async save({ view, request, say, report }: Sheet): Promise<void> {
    if (request === undefined) {
      return;
    }
    try {
      const receipt = receiptOf(request, view.core, await coreHash(view.source), version);
      download(`partner-check-${request.today}.json`, 'application/json', `${JSON.stringify(receipt, null, 2)}\n`);
      report(say('receipt.downloaded'));
    } catch {
      report(say('receipt.no_hash'));
    }
  }

  private readonly chooseFile = (event: Event): void => {
    this.file = (event.target as HTMLInputElement).files?.[0];
  };

  private readonly paste = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  private async check(sheet: Sheet): Promise<void> {
    const { view, say } = sheet;
    try {
      // What was pasted last wins over a file chosen before.
      const text = this.text.trim() !== '' ? this.text : await this.fileText();
      if (text === undefined) {
        this.outcome = { refused: say('check.empty') };
      } else {
        const comparison = compare(readReceipt(text, view.catalogue, view.core), view.core);
        const hash = await coreHash(view.source).catch(() => undefined);
        const core = hash === undefined ? 'unknown' : hash === comparison.receipt.core_sha256 ? 'same' : 'other';
        this.outcome = { comparison, core };
      }
    } catch (failure) {
      this.outcome = { refused: refusal(sheet, failure) };
    }
    sheet.changed();
  }

  private async fileText(): Promise<string | undefined> {
    if (this.file !== undefined && this.file.size > longestReceipt) {
      throw new ReceiptError('too_long');
    }
    return this.file?.text();
  }
}

function refusal({ view: { wording }, say }: Sheet, failure: unknown): string {
  if (!(failure instanceof ReceiptError)) {
    return say('check.not_json');
  }
  const { path, ruleset, fault } = failure.detail;
  const reason = fault === undefined ? '' : wording.fault(fault, undefined);
  return say(`check.${failure.code}`, { path: path ?? '', ruleset: ruleset ?? '', reason });
}

function outcomeView(sheet: Sheet, outcome: Outcome): TemplateResult {
  if ('refused' in outcome) {
    return html`<p class="result">${outcome.refused}</p>`;
  }
  const { say, view } = sheet;
  const { words } = view.wording;
  const { comparison, core } = outcome;
  const { receipt, differences } = comparison;
  const row = view.catalogue.actions.find(({ type }) => type === receipt.request.action.type);
  return html`<p class="result">${say(differences.length === 0 ? 'check.same' : 'check.differs')}</p>
    ${
      differences.length === 0
        ? nothing
        : html`<ul>
          ${differences.map((difference) => html`<li>${differenceText(sheet, comparison, difference)}</li>`)}
        </ul>`
    }
    <p>${say(`check.core.${core}`, { version: receipt.package_version })}</p>
    <p>${row === undefined ? receipt.request.action.type : words.text(row.title)}. ${say('check.asked', { today: receipt.created_on })}</p>
    <p><button type="button" class="other" @click=${() => sheet.open(receipt.request)}>${say('check.open')}</button></p>`;
}

function differenceText(
  { say, view: { wording } }: Sheet,
  { receipt, now }: Comparison,
  difference: Comparison['differences'][number],
): string {
  const { words } = wording;
  const name = (key: string, otherwise: string): string => (words.has(key) ? words.text(key) : otherwise);
  const day = (iso: string | undefined): string => (iso === undefined ? say('check.no_day') : words.date(iso));
  switch (difference.part) {
    case 'finding': {
      const { rule, before, after } = difference;
      const what = name(`rule.${rule}`, rule);
      const outcome = (value: string | undefined): string =>
        value === undefined ? say('check.absent') : words.text(`outcome.${value}`);
      return before === after
        ? say('check.details', { what })
        : say('check.changed', { what, before: outcome(before), after: outcome(after) });
    }
    case 'status': {
      const [before, after] = [receipt.answer, now].map(({ status }) => words.text(`status.${status}`));
      return say('check.changed', { what: say('check.status'), before, after });
    }
    case 'until':
    case 'earliest':
    case 'latest':
      return say('check.changed', {
        what: say(`check.${difference.part}`),
        before: day(receipt.answer[difference.part]),
        after: day(now[difference.part]),
      });
    case 'later':
      return say('check.details', { what: say('check.later') });
    case 'ruleset':
      return say('check.changed', { what: say('check.ruleset'), before: receipt.answer.ruleset, after: now.ruleset });
    case 'next_steps':
      return say('check.details', { what: wording.say('answer.steps') });
    case 'dates':
    case 'missing':
    case 'assumptions':
      return say('check.details', { what: wording.say(`answer.${difference.part}`) });
  }
}
