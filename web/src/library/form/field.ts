// One question with its label, hint, error and input, for every kind of fact.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { typed, type Entry } from '../answers/entry.js';
import type { Field } from '../catalogue/fields.js';
import { idOf, lastKeyOf, type Pointer } from '../pointers.js';
import { readNumber } from '../reading/numbers.js';
import { dateInput } from './date-input.js';
import type { FormHost } from './form-host.js';

export function fieldView(host: FormHost, field: Field, pointer: Pointer = field.pattern): TemplateResult {
  switch (field.kind) {
    case 'text':
    case 'number':
      return typedField(host, field, pointer);
    case 'date':
      return field.nullable ? nullableDate(host, field, pointer) : typedField(host, field, pointer);
    case 'yes_no':
      return choiceField(host, field, pointer, yesNo(host), 'choices in-line');
    case 'choice':
      return choiceField(
        host,
        field,
        pointer,
        field.values.map((value) => ({ name: value, label: host.messages.choice(field, value), entry: given(value) })),
      );
    case 'choices':
      return choicesField(host, field, pointer);
    case 'object':
      return objectField(host, field, pointer);
    case 'rows':
      return rowsField(host, field, pointer);
    case 'group':
      return question(host, field, pointer, html`<div class="members">${membersOf(host, field, pointer)}</div>`);
  }
}

interface Choice {
  name: string;
  label: string;
  entry: Partial<Entry>;
}

const given = (value: Entry['value']): Partial<Entry> => ({ state: 'given', value });

function yesNo({ messages }: FormHost): Choice[] {
  return [
    { name: 'yes', label: messages.words.text('choice.yes'), entry: given(true) },
    { name: 'no', label: messages.words.text('choice.no'), entry: given(false) },
  ];
}

function unknownChoice({ messages, asksUnknown }: FormHost): Choice[] {
  return asksUnknown
    ? [{ name: 'unknown', label: messages.words.text('choice.unknown'), entry: { state: 'unknown' } }]
    : [];
}

/** A group of inputs under one question. */
function question(host: FormHost, field: Field, pointer: Pointer, inputs: unknown): TemplateResult {
  const { hintId, hint, errorId, errors } = partsOf(host, field, pointer);
  return html`<fieldset
    class="field ${errors.length > 0 ? 'has-error' : ''}"
    part="question"
    data-pointer=${pointer}
    aria-describedby=${describedBy(hint && hintId, errors.length > 0 && errorId)}
  >
    <legend>${host.messages.question(field)}</legend>
    ${hint ? html`<p class="hint" id=${hintId}>${hint}</p>` : nothing} ${errorView(errorId, errors)} ${inputs}
  </fieldset>`;
}

function typedField(host: FormHost, field: Field, pointer: Pointer): TemplateResult {
  const { hintId, hint, errorId, errors } = partsOf(host, field, pointer);
  // The day of the action has a day of its own when it is left empty, so an empty one is not unknown.
  const emptyIsUnknown = !field.required && field.pattern !== '/action/on';
  const hints = [
    hint,
    field.kind === 'date' ? host.messages.t('date.hint') : undefined,
    emptyIsUnknown ? host.messages.t('form.empty') : undefined,
  ].filter((text) => text !== undefined);
  return html`<div class="field ${errors.length > 0 ? 'has-error' : ''}" part="question" data-pointer=${pointer}>
    <label for=${idOf(pointer, 'input')}>${host.messages.question(field)}</label>
    ${hints.length > 0 ? html`<p class="hint" id=${hintId}>${host.messages.sentences(hints)}</p>` : nothing} ${errorView(errorId, errors)}
    ${input(host, field, pointer, describedBy(hints.length > 0 && hintId, errors.length > 0 && errorId))}
  </div>`;
}

function nullableDate(host: FormHost, field: Field, pointer: Pointer): TemplateResult {
  const { messages } = host;
  const { errorId, errors } = partsOf(host, field, pointer);
  const hintId = idOf(pointer, 'example');
  const inside = html`<div class="inside">
    <label for=${idOf(pointer, 'input')}>${messages.t('date.written')}</label>
    <p class="hint" id=${hintId}>${messages.t('date.hint')}</p>
    ${input(host, field, pointer, describedBy(hintId, errors.length > 0 && errorId))}
  </div>`;
  return question(host, field, pointer, [
    radios(host, pointer, [{ name: 'given', label: messages.t('date.given'), entry: { state: 'given' } }]),
    host.answers.at(pointer).state === 'given' ? inside : nothing,
    radios(host, pointer, [
      { name: 'none', label: messages.none(field), entry: { state: 'none' } },
      ...unknownChoice(host),
    ]),
  ]);
}

function choiceField(host: FormHost, field: Field, pointer: Pointer, choices: Choice[], look?: string): TemplateResult {
  return question(host, field, pointer, radios(host, pointer, [...choices, ...unknownChoice(host)], look));
}

function choicesField(host: FormHost, field: Field, pointer: Pointer): TemplateResult {
  const { messages } = host;
  const entry = host.answers.at(pointer);
  const chosen = entry.state === 'given' && Array.isArray(entry.value) ? (entry.value as string[]) : [];
  const toggle = (value: string, on: boolean): void => {
    const next = field.values.filter((each) => (each === value ? on : chosen.includes(each)));
    host.change(pointer, next.length > 0 ? given(next) : { state: 'unanswered', value: undefined });
  };
  return question(
    host,
    field,
    pointer,
    html`<div class="choices">
        ${field.values.map(
          (value) => html`<label class="choice">
            <input
              type="checkbox"
              name=${idOf(pointer)}
              value=${value}
              .checked=${live(chosen.includes(value))}
              @change=${(event: Event) => toggle(value, (event.target as HTMLInputElement).checked)}
            />
            <span>${messages.choice(field, value)}</span>
          </label>`,
        )}
      </div>
      ${radios(host, pointer, [
        { name: 'none', label: messages.t('choices.none'), entry: { state: 'none', value: undefined } },
        ...unknownChoice(host).map((choice) => ({ ...choice, entry: { ...choice.entry, value: undefined } })),
      ])}`,
  );
}

function objectField(host: FormHost, field: Field, pointer: Pointer): TemplateResult {
  const [yes, no] = yesNo(host) as [Choice, Choice];
  const inside = html`<div class="inside members">${membersOf(host, field, pointer)}</div>`;
  return question(host, field, pointer, [
    radios(host, pointer, [{ ...yes, name: 'given', entry: { state: 'given' } }]),
    host.answers.at(pointer).state === 'given' && field.members.length > 0 ? inside : nothing,
    radios(host, pointer, [
      ...(field.nullable ? [{ ...no, name: 'none', entry: { state: 'none' } as const }] : []),
      ...unknownChoice(host),
    ]),
  ]);
}

function rowsField(host: FormHost, field: Field, pointer: Pointer): TemplateResult {
  const { messages } = host;
  const entry = host.answers.at(pointer);
  const rows = html`<div class="inside">
    ${Array.from(
      { length: entry.rows },
      (_, index) =>
        html`<fieldset class="row" data-pointer=${`${pointer}/${index}`}>
          <legend>${messages.t('list.entry', { number: index + 1 })}</legend>
          <div class="members">${membersOf(host, field, `${pointer}/${index}`)}</div>
          <button type="button" class="quiet" @click=${() => host.removeRow(pointer, index)}>
            ${messages.t('list.remove', { number: index + 1 })}
          </button>
        </fieldset>`,
    )}
    <button type="button" class="secondary" @click=${() => host.addRow(pointer)}>${messages.t('list.add')}</button>
  </div>`;
  if (field.required) {
    return question(host, field, pointer, rows);
  }
  return question(host, field, pointer, [
    radios(host, pointer, [
      { name: 'given', label: messages.t('list.given'), entry: { state: 'given', rows: Math.max(1, entry.rows) } },
    ]),
    entry.state === 'given' ? rows : nothing,
    radios(host, pointer, [
      { name: 'none', label: messages.t('list.none'), entry: { state: 'none' } },
      ...unknownChoice(host),
    ]),
  ]);
}

function membersOf(host: FormHost, field: Field, pointer: Pointer): TemplateResult[] {
  return field.members.map((member) => fieldView(host, member, `${pointer}/${lastKeyOf(member.pattern)}`));
}

function radios(host: FormHost, pointer: Pointer, choices: Choice[], look = 'choices'): TemplateResult {
  const entry = host.answers.at(pointer);
  const isChosen = ({ entry: { state, value } }: Choice): boolean =>
    entry.state === state && (value === undefined || entry.value === value);
  return html`<div class=${look}>
    ${choices.map(
      (choice) => html`<label class="choice">
        <input
          type="radio"
          name=${idOf(pointer)}
          value=${choice.name}
          .checked=${live(isChosen(choice))}
          @change=${() => host.change(pointer, choice.entry)}
        />
        <span>${choice.label}</span>
      </label>`,
    )}
  </div>`;
}

function input(host: FormHost, field: Field, pointer: Pointer, describedby: string | typeof nothing): TemplateResult {
  const { core, messages, answers } = host;
  const entry = answers.at(pointer);
  const isWrong = faultsAt(host, pointer).length > 0;
  if (field.kind === 'date') {
    return dateInput(core, messages, {
      id: idOf(pointer, 'input'),
      readId: idOf(pointer, 'read'),
      name: idOf(pointer),
      entry,
      isWrong,
      isRequired: field.required,
      describedBy: describedby === nothing ? [] : [describedby as string],
      // An empty date behind the choice "a date" is still that choice.
      change: (next) => host.change(pointer, field.nullable ? { ...next, state: 'given' } : next),
    });
  }
  return html`<input
    type="text"
    class=${field.kind === 'number' ? 'narrow' : ''}
    id=${idOf(pointer, 'input')}
    name=${idOf(pointer)}
    autocomplete="off"
    spellcheck="false"
    inputmode=${field.kind === 'number' ? 'decimal' : 'text'}
    aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${isWrong ? 'true' : nothing}
    aria-describedby=${describedby}
    .value=${live(entry.text)}
    @input=${(event: Event) => {
      const { value: text } = event.target as HTMLInputElement;
      host.change(pointer, typed(text, field.kind === 'number' ? readNumber(text, messages.locale) : undefined));
    }}
  />`;
}

function partsOf(host: FormHost, field: Field, pointer: Pointer) {
  return {
    hintId: idOf(pointer, 'hint'),
    hint: host.messages.hint(field),
    errorId: idOf(pointer, 'error'),
    errors: faultsAt(host, pointer).map((fault) => host.messages.fault(fault, field)),
  };
}

function faultsAt(host: FormHost, pointer: Pointer) {
  return host.faults.filter((fault) => fault.path === pointer);
}

function errorView(id: string, errors: string[]): TemplateResult | typeof nothing {
  return errors.length === 0 ? nothing : html`<p class="error" id=${id}>${errors.join(' ')}</p>`;
}

function describedBy(...ids: unknown[]): string | typeof nothing {
  const given = ids.filter((id) => typeof id === 'string');
  return given.length === 0 ? nothing : given.join(' ');
}
