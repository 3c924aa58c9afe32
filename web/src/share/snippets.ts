// A request as a program that asks it. Requests are JSON of the contract; what people typed stands in it as data only.

export const languages = ['json', 'typescript', 'shell', 'cpp'] as const;
export type Language = (typeof languages)[number];

export function snippet(language: Language, request: object): string {
  const json = JSON.stringify(request, null, 2);
  switch (language) {
    case 'json':
      return json;
    case 'typescript':
      return `import { load, type Request } from 'partnercheck';

const request: Request = ${json};

const rules = await load();
console.log(JSON.stringify(rules.check(request), null, 2));
`;
    case 'shell':
      // No line of JSON is the word at the end: a text in it stands in quotes.
      return `npx partnercheck check - <<'END'
${json}
END
`;
    case 'cpp':
      return `#include <cstdio>
#include <partnercheck/json_api.h>

int main() {
  const partnercheck::JsonApi api;
  std::puts(api.check(${rawString(json)}).c_str());
}
`;
  }
}

/** Between marks that do not stand in the text. */
function rawString(text: string): string {
  let mark = 'json';
  for (let count = 1; text.includes(`)${mark}"`); count += 1) {
    mark = `json${count}`;
  }
  return `R"${mark}(${text})${mark}"`;
}
