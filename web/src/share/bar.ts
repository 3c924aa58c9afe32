// The row of tools under the verdict. What they do is fetched when one of them is first used.
import { html, type TemplateResult } from 'lit';
import type { Catalogue, LoadOptions, PartnerCheck as Core, Preview, Request } from 'partnercheck';
import type { Field } from '../library/catalogue/fields.js';
import type { PageKey, Messages } from '../library/messages.js';

const names = {
  link: 'keep.link',
  calendar: 'keep.calendar',
  message: 'keep.message',
  text: 'keep.text',
  print: 'keep.print',
  receipt: 'keep.receipt',
  saved: 'keep.saved',
  request: 'keep.request',
} as const satisfies Record<string, PageKey>;
export type Tool = keyof typeof names;
export const tools = Object.keys(names) as readonly Tool[];

export interface Asked {
  request: Request;
  preview: Preview;
}

/** What the tools know of the check. */
export interface KeepView {
  messages: Messages;
  core: Core;
  catalogue: Catalogue;
  /** Where the core came from. */
  source: LoadOptions;
  /** The question of the shown answer; undefined before the first one. */
  asked: Asked | undefined;
  /** Where each rule is explained, and other numbers can be tried; undefined where there is no such page. */
  rulesPage: string | undefined;
  /** Fills the form and answers; without a case the form becomes empty. */
  openCase(request?: Request, fields?: readonly Field[]): void;
  /** Says something beside the tools. */
  tell(text: string): void;
}

export interface Keep extends HTMLElement {
  use(tool: Tool): Promise<void>;
  follow(fragment: string): Promise<void>;
}

export function keepBar(
  messages: Messages,
  tools: readonly Tool[],
  isAnswered: boolean,
  hasMessage: boolean,
  status: string,
  use: (tool: Tool) => void,
): TemplateResult {
  return html`<div class="keep" part="keep" role="group" aria-label=${messages.t('keep')}>
    ${tools.map((tool) =>
      (isAnswered || tool === 'receipt' || tool === 'saved') && (tool !== 'message' || hasMessage)
        ? html`<button type="button" class="quiet" data-tool=${tool} @click=${() => use(tool)}>${messages.t(names[tool])}</button>`
        : '',
    )}<span role="status">${status}</span>
  </div>`;
}
