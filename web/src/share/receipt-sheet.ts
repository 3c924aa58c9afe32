// The receipt of this answer, and a place to check any receipt.
import { html, nothing, type TemplateResult } from 'lit';
import { version } from 'partnercheck/package.json';
import { coreHash } from './core-hash.js';
import { ReceiptError, compare, longestReceipt, readReceipt, receiptOf, type Comparison } from './receipt.js';
import { download } from '../library/download.js';
import type { Sheet } from './sheet.js';

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
    const { t, request } = sheet;
    return html`<p>${t('receipt.intro')}</p>
      ${
        request === undefined
          ? nothing
          : html`<p><button type="button" class="do" @click=${() => this.save(sheet)}>${t('receipt.download')}</button></p>`
      }
      <section class="check">
        <h3>${t('check.heading')}</h3>
        <p>${t('check.intro')}</p>
        <label for="file">${t('check.file')}</label>
        <input id="file" type="file" accept=".json,application/json" @change=${this.chooseFile} />
        <label for="paste">${t('check.paste')}</label>
        <textarea id="paste" rows="4" spellcheck="false" autocomplete="off" .value=${this.text} @input=${this.paste}></textarea>
        <p><button type="button" class="other" @click=${() => this.check(sheet)}>${t('check.button')}</button></p>
        <div class="outcome" role="status">${this.outcome === undefined ? nothing : outcomeView(sheet, this.outcome)}</div>
      </section>`;
  }

  private async save({ view, request, t, report }: Sheet): Promise<void> {
    if (request === undefined) {
      return;
    }
    const hash = await coreHash(view.source).catch(() => undefined);
    if (hash === undefined) {
      report(t('receipt.no_hash'));
      return;
    }
    try {
      const receipt = receiptOf(request, view.core, hash, version);
      download(`partner-check-${request.today}.json`, 'application/json', `${JSON.stringify(receipt, null, 2)}\n`);
      report(t('receipt.downloaded'));
    } catch {
      report(view.messages.t('keep.failed'));
    }
  }

  private readonly chooseFile = (event: Event): void => {
    this.file = (event.target as HTMLInputElement).files?.[0];
  };

  private readonly paste = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  private async check(sheet: Sheet): Promise<void> {
    const { view, t } = sheet;
    try {
      // What was pasted last wins over a file chosen before.
      const text = this.text.trim() !== '' ? this.text : await this.fileText();
      if (text === undefined) {
        this.outcome = { refused: t('check.empty') };
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

function refusal({ view: { messages }, t }: Sheet, failure: unknown): string {
  if (!(failure instanceof ReceiptError)) {
    return t('check.not_json');
  }
  const { path, ruleset, fault } = failure.detail;
  const reason = fault === undefined ? '' : messages.fault(fault, undefined);
  return t(`check.${failure.code}`, { path: path ?? '', ruleset: ruleset ?? '', reason });
}

function outcomeView(sheet: Sheet, outcome: Outcome): TemplateResult {
  if ('refused' in outcome) {
    return html`<p class="result">${outcome.refused}</p>`;
  }
  const { t, view } = sheet;
  const { words } = view.messages;
  const { comparison, core } = outcome;
  const { receipt, differences } = comparison;
  const row = view.catalogue.actions.find(({ type }) => type === receipt.request.action.type);
  return html`<p class="result">${t(differences.length === 0 ? 'check.same' : 'check.differs')}</p>
    ${
      differences.length === 0
        ? nothing
        : html`<ul>
          ${differences.map((difference) => html`<li>${differenceText(sheet, comparison, difference)}</li>`)}
        </ul>`
    }
    <p>${t(`check.core.${core}`, { version: receipt.package_version })}</p>
    <p>${row === undefined ? receipt.request.action.type : words.text(row.title)}. ${t('check.asked', { today: receipt.created_on })}</p>
    <p><button type="button" class="other" @click=${() => sheet.open(receipt.request)}>${t('check.open')}</button></p>`;
}

function differenceText(
  { t, view: { messages } }: Sheet,
  { receipt, now }: Comparison,
  difference: Comparison['differences'][number],
): string {
  const { words } = messages;
  const name = (key: string, otherwise: string): string => (words.has(key) ? words.text(key) : otherwise);
  const day = (iso: string | undefined): string => (iso === undefined ? t('check.no_day') : words.date(iso));
  switch (difference.part) {
    case 'finding': {
      const { rule, before, after } = difference;
      const what = name(`rule.${rule}`, rule);
      const outcome = (value: string | undefined): string =>
        value === undefined ? t('check.absent') : words.text(`outcome.${value}`);
      return before === after
        ? t('check.details', { what })
        : t('check.changed', { what, before: outcome(before), after: outcome(after) });
    }
    case 'status': {
      const [before, after] = [receipt.answer, now].map(({ status }) => words.text(`status.${status}`));
      return t('check.changed', { what: t('check.status'), before, after });
    }
    case 'until':
    case 'earliest':
    case 'latest':
      return t('check.changed', {
        what: t(`check.${difference.part}`),
        before: day(receipt.answer[difference.part]),
        after: day(now[difference.part]),
      });
    case 'later':
      return t('check.details', { what: t('check.later') });
    case 'ruleset':
      return t('check.changed', { what: t('check.ruleset'), before: receipt.answer.ruleset, after: now.ruleset });
    case 'next_steps':
      return t('check.details', { what: messages.t('answer.steps') });
    case 'dates':
    case 'missing':
    case 'assumptions':
      return t('check.details', { what: messages.t(`answer.${difference.part}`) });
  }
}
