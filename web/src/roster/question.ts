// What a table holds and what holds for everybody in it: recognised where it can be, to be corrected by hand, asked else.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue, Fault } from 'partnercheck';
import { fieldOfToday } from '../library/catalogue/fields.js';
import { fieldView } from '../library/form/field.js';
import { columnNames } from './everybody.js';
import type { Opened } from './worker-messages.js';
import type { RosterHost } from './host.js';
import { skillColumnNames, skillsQuestion } from './skills/skills-question.js';
import { ambiguousDay, columnLabels, type Columns, type DayOrder } from './table-form.js';
import type { RosterKey, RosterMessages } from './texts.js';

/** For files that are neither UTF-8 nor UTF-16: those of the four languages, and of their neighbours. */
const encodings = ['windows-1252', 'big5', 'gb18030', 'iso-8859-15', 'macintosh'] as const;

export function questionView(roster: RosterHost, opened: Opened, catalogue: Catalogue): TemplateResult {
  const { texts, messages, stage, look } = roster;
  return html`<form
    class="card question"
    novalidate
    autocomplete="off"
    ?inert=${stage === 'running'}
    @submit=${(event: Event) => {
      event.preventDefault();
      void roster.run();
    }}
  >
    <h2 id="table-heading" tabindex="-1">${texts.t('table.heading', { name: roster.name })}</h2>
    ${sheetField(roster, opened)} ${encodingField(roster, opened)}
    <section class="section">
      <h3>${texts.t('columns.heading')}</h3>
      <p class="hint">${texts.t(recognised(roster))}</p>
      ${subjectField(roster)} ${headerField(roster)}
      <div class="columns-grid">
        ${(look.subject === 'links' ? columnNames : skillColumnNames).map((name) => columnField(roster, opened, name))}
      </div>
      ${dayOrderField(roster, opened)}
    </section>
    <section class="section">
      <h3>${texts.t('everybody.heading')}</h3>
      ${
        look.subject === 'links'
          ? html`<p class="hint">${texts.t('everybody.intro')}</p>
            ${fieldView(roster, fieldOfToday(catalogue))} ${roster.fields.map((field) => fieldView(roster, field))}`
          : skillsQuestion(roster, catalogue)
      }
      <div class="field">
        <label for="ruleset">${messages.words.text('question.ruleset')}</label>
        <select id="ruleset" .value=${live(roster.rulesetId)} @change=${(event: Event) => roster.setRuleset((event.target as HTMLSelectElement).value)}>
          ${catalogue.rulesets.map((ruleset) => html`<option value=${ruleset.id} ?selected=${ruleset.id === roster.rulesetId}>${messages.ruleset(ruleset, catalogue.default_ruleset)}</option>`)}
        </select>
      </div>
    </section>
    <p class="buttons"><button type="submit" class="primary" id="run">${texts.t(look.subject === 'links' ? 'run' : 'skills.run')}</button></p>
  </form>`;
}

/** People know a column by its label, not by the key of the request. */
export function withColumnName(texts: RosterMessages, fault: Fault): Fault {
  const [, name] = /^\/columns\/(\w+)$/.exec(fault.path) ?? [];
  return name === undefined
    ? fault
    : { ...fault, details: { ...fault.details, key: texts.t(`column.${name}` as RosterKey) } };
}

function recognised({
  look,
}: RosterHost): 'columns.unknown' | 'columns.known' | 'columns.skills' | 'columns.competencies' {
  switch (look.kind) {
    case undefined:
      return 'columns.unknown';
    case 'associations':
      return 'columns.known';
    case 'competencies':
      return 'columns.competencies';
    default:
      return 'columns.skills';
  }
}

function subjectField(roster: RosterHost): TemplateResult {
  const { texts, look } = roster;
  return html`<fieldset class="field" id="subject">
    <legend>${texts.t('subject')}</legend>
    <div class="choices in-line">
      ${(['links', 'skills'] as const).map(
        (subject) => html`<label class="choice">
          <input type="radio" name="subject" value=${subject} .checked=${live(look.subject === subject)} @change=${() => roster.setSubject(subject)} />
          <span>${texts.t(`subject.${subject}`)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function columnField(roster: RosterHost, { sniffed }: Opened, name: keyof Columns): TemplateResult {
  const { texts, messages, look, hasHeader, faults } = roster;
  const place = look.columns[name];
  const id = `column-${name}`;
  const wrong = faults
    .filter(({ path }) => path === `/columns/${name}`)
    .map((fault) => messages.fault(withColumnName(texts, fault), undefined));
  return html`<div class="field ${wrong.length > 0 ? 'has-error' : ''}" data-pointer="/columns/${name}">
    <label for=${id}>${texts.t(`column.${name}`)}</label>
    ${wrong.length === 0 ? nothing : html`<p class="error" id="${id}-error">${messages.sentences(wrong)}</p>`}
    <select
      id=${id}
      aria-required=${name === 'person' ? 'true' : nothing}
      aria-invalid=${wrong.length > 0 ? 'true' : nothing}
      aria-describedby=${wrong.length > 0 ? `${id}-error` : nothing}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        roster.setColumn(name, value === '' ? undefined : Number(value));
      }}
    >
      <option value="" .selected=${live(place === undefined)}>${texts.t('columns.none')}</option>
      ${columnLabels(sniffed, hasHeader).map((label, index) => html`<option value=${index} .selected=${live(place === index)}>${label}</option>`)}
    </select>
  </div>`;
}

function headerField(roster: RosterHost): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox"
      id="header"
      .checked=${live(roster.hasHeader)}
      @change=${(event: Event) => roster.setHeader((event.target as HTMLInputElement).checked)}
    />
    <span>${roster.texts.t('columns.header')}</span>
  </label>`;
}

/** Asked where the first rows or the answer show such a day; never guessed. */
function dayOrderField(roster: RosterHost, { sniffed }: Opened): TemplateResult | typeof nothing {
  const { texts, look, dayOrder } = roster;
  const example = ambiguousDay(sniffed, look.columns) ?? roster.ambiguousDay;
  if (example === undefined && dayOrder === undefined) {
    return nothing;
  }
  const choices: (DayOrder | undefined)[] = ['day_month', 'month_day', undefined];
  return html`<fieldset class="field" id="day-order">
    <legend>${texts.t('order', { example: example ?? '01/02/2021' })}</legend>
    <p class="hint">${texts.t('order.hint')}</p>
    <div class="choices">
      ${choices.map(
        (order) => html`<label class="choice">
          <input type="radio" name="day-order" value=${order ?? 'unknown'} .checked=${live(dayOrder === order)} @change=${() => roster.setDayOrder(order)} />
          <span>${texts.t(order === undefined ? 'order.unknown' : `order.${order}`)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function sheetField(roster: RosterHost, { sheets }: Opened): TemplateResult | typeof nothing {
  const { texts, source, reading, name } = roster;
  return sheets.length < 2 || source === undefined
    ? nothing
    : html`<div class="field">
        <label for="sheet">${texts.t('table.sheet')}</label>
        <select id="sheet" @change=${(event: Event) => roster.open(source, name, { ...reading, sheet: (event.target as HTMLSelectElement).value })}>
          ${sheets.map((sheet) => html`<option value=${sheet} ?selected=${sheet === reading.sheet}>${sheet}</option>`)}
        </select>
      </div>`;
}

function encodingField(roster: RosterHost, { sniffed }: Opened): TemplateResult | typeof nothing {
  const { texts, source, reading, name } = roster;
  if (source === undefined || (sniffed.valid && reading.encoding === undefined)) {
    return nothing;
  }
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    void roster.open(source, name, { ...reading, encoding: value === '' ? undefined : value });
  };
  return html`<div class="field">
    <label for="encoding">${texts.t('encoding')}</label>
    <p class="hint" id="encoding-hint">${texts.t('encoding.hint')}</p>
    <select id="encoding" aria-describedby="encoding-hint" @change=${choose}>
      <option value="" ?selected=${reading.encoding === undefined}>${texts.t('encoding.none')}</option>
      ${encodings.map((encoding) => html`<option value=${encoding} ?selected=${encoding === reading.encoding}>${texts.t(`encoding.${encoding}`)}</option>`)}
    </select>
  </div>`;
}
