// The row of tools under the verdict. What they do is fetched when one of them is first used.
import { html, type TemplateResult } from 'lit';
import type { Catalogue, PartnerCheck as Core, Preview, Request } from 'partnercheck';
import type { Field } from '../catalogue/fields.js';
import type { PageKey, Wording } from '../wording.js';

const tools = {
  link: 'keep.link',
  text: 'keep.text',
  print: 'keep.print',
  calendar: 'keep.calendar',
  receipt: 'keep.receipt',
  saved: 'keep.saved',
} as const satisfies Record<string, PageKey>;
export type Tool = keyof typeof tools;

export interface Asked {
  request: Request;
  preview: Preview;
}

/** What the tools know of the check. */
export interface KeepView {
  wording: Wording;
  core: Core;
  catalogue: Catalogue;
  /** The question of the shown answer; undefined before the first one. */
  asked: Asked | undefined;
  /** Fills the form and answers; without a case the form becomes empty. */
  openCase(request?: Request, fields?: readonly Field[]): void;
  /** Says something beside the tools. */
  tell(text: string): void;
}

export interface Keep extends HTMLElement {
  use(tool: Tool): Promise<void>;
  follow(fragment: string): Promise<void>;
}

export function keepBar(wording: Wording, isAnswered: boolean, status: string, use: (tool: Tool) => void): TemplateResult {
  return html`<div class="keep" part="keep" role="group" aria-label=${wording.say('keep')}>
    ${(Object.keys(tools) as Tool[]).map((tool) =>
      isAnswered || tool === 'receipt' || tool === 'saved'
        ? html`<button type="button" class="quiet" data-tool=${tool} @click=${() => use(tool)}>${wording.say(tools[tool])}</button>`
        : '',
    )}<span role="status">${status}</span>
  </div>`;
}
