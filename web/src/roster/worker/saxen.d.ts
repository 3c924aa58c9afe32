/** What is used of it here; it has no types of its own. */
declare module 'saxen' {
  export class Parser {
    ns(): this;
    on(event: 'openTag', told: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'error', told: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
