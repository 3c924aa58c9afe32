// What a table holds and what holds for everybody in it: recognised where it can be, to be corrected by hand, asked else.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue, Fault } from 'partnercheck';
import { monthWords, type Guess } from 'partnercheck/roster';
import { columnNames } from './everybody.js';
import type { Hidden, Opened } from './worker-messages.js';
import type { RosterHost } from './host.js';
import { skillColumnNames, skillsQuestion } from './skills/skills-question.js';
import { everybodyView } from './everybody-view.js';
import { shapeOf } from './remembered.js';
import { columnLabels, orderOf, type Columns, type DayOrder, type ShortYears, type TableLook } from './table-form.js';
import type { RosterKey, RosterMessages } from './texts.js';

/** For files that are neither UTF-8 nor UTF-16: those of the four languages, and of their neighbours. */
const encodings = ['windows-1252', 'big5', 'gb18030', 'iso-8859-15', 'macintosh'] as const;

/** Rows that add others up, each named. */
const mostLeftOut = 5;

export function questionView(roster: RosterHost, opened: Opened, catalogue: Catalogue): TemplateResult {
  const { texts, messages, stage, look } = roster;
  return html`<form
    class="card question"
    part="table"
    novalidate
    autocomplete="off"
    ?inert=${stage === 'running'}
    @submit=${(event: Event) => {
      event.preventDefault();
      void roster.run();
    }}
  >
    <h2 id="table-heading" tabindex="-1">${texts.t('table.heading', { name: roster.name })}</h2>
    ${readingView(roster, opened)} ${sheetField(roster, opened)} ${encodingField(roster, opened)}
    <section class="section">
      <h3>${texts.t('columns.heading')}</h3>
      <p class="hint">${texts.t(recognised(roster))}</p>
      ${subjectField(roster)} ${headerField(roster)}
      <div class="columns-grid">
        ${(look.subject === 'links' ? columnNames : skillColumnNames).map((name) => columnField(roster, opened, name))}
      </div>
      ${dayOrderField(roster, opened)} ${shortYearsField(roster, opened)} ${rememberField(roster)}
    </section>
    <section class="section">
      <h3>${texts.t('everybody.heading')}</h3>
      ${look.subject === 'links' ? everybodyView(roster, catalogue) : skillsQuestion(roster, catalogue)}
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
  const { texts, messages, look, faults } = roster;
  const place = look.columns[name];
  const guess = guessOf(look, name);
  const id = `column-${name}`;
  const wrong = faults
    .filter(({ path }) => path === `/columns/${name}`)
    .map((fault) => messages.fault(withColumnName(texts, fault), undefined));
  const described = [...(guess === undefined ? [] : [`${id}-ground`]), ...(wrong.length === 0 ? [] : [`${id}-error`])];
  return html`<div class="field ${wrong.length > 0 ? 'has-error' : ''} ${guess?.sure === false ? 'is-guess' : ''}" data-pointer="/columns/${name}">
    <label for=${id}>${texts.t(`column.${name}`)}</label>
    ${guess === undefined ? nothing : html`<p class="hint" id="${id}-ground">${texts.t(`ground.${guess.ground}`, { seen: guess.seen })} ${guess.sure ? nothing : html`<strong>${texts.t('ground.look')}</strong>`}</p>`}
    ${wrong.length === 0 ? nothing : html`<p class="error" id="${id}-error">${messages.sentences(wrong)}</p>`}
    <select
      id=${id}
      aria-required=${name === 'person' ? 'true' : nothing}
      aria-invalid=${wrong.length > 0 ? 'true' : nothing}
      aria-describedby=${described.length > 0 ? described.join(' ') : nothing}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        roster.setColumn(name, value === '' ? undefined : Number(value));
      }}
    >
      <option value="" .selected=${live(place === undefined)}>${texts.t('columns.none')}</option>
      ${columnLabels(sniffed, look).map((label, index) => html`<option value=${index} .selected=${live(place === index)}>${label}</option>`)}
    </select>
  </div>`;
}

/** Why; only of the guess that still stands. Its own name needs no reason. */
function guessOf({ columns, guesses }: TableLook, name: keyof Columns): Guess | undefined {
  const guess = guesses[name];
  return guess === undefined || guess.index !== columns[name] || (guess.ground === 'name' && guess.sure)
    ? undefined
    : guess;
}

function headerField(roster: RosterHost): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox"
      id="header"
      .checked=${live(roster.look.hasHeader)}
      @change=${(event: Event) => roster.setHeader((event.target as HTMLInputElement).checked)}
    />
    <span>${roster.texts.t('columns.header')}</span>
  </label>`;
}

/** Asked where no cell shows it, or where cells show both; never guessed. */
function dayOrderField(roster: RosterHost, { sniffed }: Opened): TemplateResult | typeof nothing {
  const { texts, messages, look, dayOrder } = roster;
  const { order: shown, proofs, either } = orderOf(sniffed, look);
  const example = either?.value ?? roster.ambiguousDay ?? proofs[0]?.value;
  const isOpen =
    shown === undefined && (either !== undefined || proofs.length > 1 || roster.ambiguousDay !== undefined);
  if (example === undefined || (!isOpen && dayOrder === undefined)) {
    return nothing;
  }
  const place = either === undefined ? undefined : { value: either.value, line: either.line };
  const choices: (DayOrder | undefined)[] = ['day_month', 'month_day', ...(shown === undefined ? [undefined] : [])];
  const reading = (order: DayOrder): string => {
    const answer = roster.core.readDate({ text: example, day_order: order });
    const [day] = answer.type === 'success' ? answer.dates : [];
    return day === undefined ? '' : ` – ${messages.words.date(day)}`;
  };
  return html`<fieldset class="field" id="day-order">
    <legend>${texts.t('order', { example })}</legend>
    <p class="hint">${place === undefined ? nothing : texts.t('order.place', place)} ${texts.t('order.hint')}</p>
    <div class="choices">
      ${choices.map(
        (order) => html`<label class="choice">
          <input type="radio" name="day-order" value=${order ?? 'unknown'} .checked=${live(dayOrder === order)} @change=${() => roster.setDayOrder(order)} />
          <span>${texts.t(order === undefined ? 'order.unknown' : `order.${order}`)}${order === undefined ? nothing : reading(order)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Where the year of two digits stands, with the days that a cell then gives. */
function shortYearsField(roster: RosterHost, { sniffed }: Opened): TemplateResult | typeof nothing {
  const { texts, messages, look, shortYears } = roster;
  const { shortYear } = orderOf(sniffed, look);
  if (shortYear === undefined) {
    return nothing;
  }
  const { value: example } = shortYear;
  const whole = {
    first: example.replace(/^\D*(?=\d\d\b)/, '$&20'),
    last: example.replace(/\d\d(?=\s+\d?\d:|\D*$)/, '20$&'),
  };
  const reading = (years: ShortYears): string => {
    const answer = roster.core.readDate({ text: whole[years], month_words: monthWords() });
    const days = answer.type === 'success' ? answer.dates.map((day) => messages.words.date(day)) : [];
    return days.length === 0 ? '' : ` – ${days.join(' / ')}`;
  };
  const choices: (ShortYears | undefined)[] = ['first', 'last', undefined];
  return html`<fieldset class="field" id="short-years">
    <legend>${texts.t('years', { example })}</legend>
    <p class="hint">${texts.t('order.place', { ...shortYear })} ${texts.t('years.hint')}</p>
    <div class="choices">
      ${choices.map(
        (years) => html`<label class="choice">
          <input type="radio" name="short-years" value=${years ?? 'unknown'} .checked=${live(shortYears === years)} @change=${() => roster.setShortYears(years)} />
          <span>${texts.t(years === undefined ? 'order.unknown' : years === 'first' ? 'years.first' : 'years.last')}${years === undefined ? nothing : reading(years)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** What people do not see in their spreadsheet. */
function hiddenLines(
  { texts, messages }: RosterHost,
  { rows, columns, sheets }: Hidden,
  sheet: string | undefined,
): string[] {
  const { words } = messages;
  const [first] = rows;
  const [firstColumn] = columns;
  const others = sheets.filter((name) => name !== sheet);
  return [
    ...(first === undefined
      ? []
      : [
          rows.length > mostLeftOut
            ? texts.t('read.hidden_rows_many', { count: rows.length, first })
            : texts.t('read.hidden_rows', { count: rows.length, rows: words.list(rows.map(String)) }),
        ]),
    ...(firstColumn === undefined
      ? []
      : [
          columns.length > mostLeftOut
            ? texts.t('read.hidden_columns_many', { count: columns.length, first: firstColumn })
            : texts.t('read.hidden_columns', { count: columns.length, columns: words.list(columns) }),
        ]),
    ...(others.length === 0
      ? []
      : [texts.t('read.hidden_sheets', { count: others.length, sheets: words.list(others) })]),
  ];
}

/** How the table is read where that was not plain, and which cell shows it. */
function readingView(
  roster: RosterHost,
  { sniffed, encoding, sheet, sheets, hidden }: Opened,
): TemplateResult | typeof nothing {
  const { texts, look, reading, dayOrder } = roster;
  const { order, proofs } = orderOf(sniffed, look);
  const nameOf = (label: string): string =>
    (encodings as readonly string[]).includes(label)
      ? texts.t(`encoding.${label as (typeof encodings)[number]}`)
      : label.toUpperCase();
  const lines = [
    ...(roster.recalled ? [texts.t('read.recalled')] : []),
    ...(encoding !== 'utf-8' && reading.encoding === undefined && sniffed.valid
      ? [
          sniffed.encoding_seen === undefined
            ? texts.t('read.encoding', { encoding: nameOf(encoding) })
            : texts.t('read.encoding_seen', { encoding: nameOf(encoding), ...sniffed.encoding_seen }),
        ]
      : []),
    ...(sheets.length > 1 && sheet !== undefined && reading.sheet === undefined
      ? [texts.t('read.sheet', { sheet })]
      : []),
    ...(hidden === undefined ? [] : hiddenLines(roster, hidden, sheet)),
    ...(look.rowsAbove > 0 ? [texts.t('read.above', { rows: look.rowsAbove })] : []),
    ...(look.hasHeader ? [] : [texts.t('read.no_header')]),
    ...roster.leftOut
      .slice(0, mostLeftOut)
      .map(({ line, details }) => texts.t('read.left_out', { line, value: details?.value })),
    ...(roster.leftOut.length > mostLeftOut
      ? [texts.t('read.left_out_more', { rows: roster.leftOut.length - mostLeftOut })]
      : []),
    ...(order !== undefined && proofs[0] !== undefined
      ? [
          html`${texts.t(`read.${order}`, { ...proofs[0] })}
            ${dayOrder === undefined ? html`<button type="button" class="quiet" id="other-order" @click=${() => roster.setDayOrder(order)}>${texts.t('read.change')}</button>` : nothing}`,
        ]
      : []),
  ];
  return lines.length === 0
    ? nothing
    : html`<ul class="reading" id="reading">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
}

function rememberField(roster: RosterHost): TemplateResult | typeof nothing {
  const { texts, look, remembers, isRefused } = roster;
  return shapeOf(look) === undefined
    ? nothing
    : html`<label class="choice">
        <input type="checkbox" id="remember" .checked=${live(remembers)} @change=${(event: Event) => roster.setRemembers((event.target as HTMLInputElement).checked)} />
        <span>${texts.t('remember')}</span>
      </label>
      <p role="status">${isRefused ? texts.t('remember.refused') : nothing}</p>`;
}

function sheetField(roster: RosterHost, { sheet, sheets }: Opened): TemplateResult | typeof nothing {
  const { texts, source, reading, name } = roster;
  const shown = reading.sheet ?? sheet;
  return sheets.length < 2 || source === undefined
    ? nothing
    : html`<div class="field">
        <label for="sheet">${texts.t('table.sheet')}</label>
        <select id="sheet" @change=${(event: Event) => roster.open(source, name, { ...reading, sheet: (event.target as HTMLSelectElement).value })}>
          ${sheets.map((one) => html`<option value=${one} ?selected=${one === shown}>${one}</option>`)}
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
