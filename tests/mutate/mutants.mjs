// The mutants of a source: each one small change that a test should notice. Of text, not of a syntax tree: the sources
// are formatted, so a comparison has blanks around it and the bracket of a template has none.

/** The text with comments, strings and preprocessor lines blanked out: what stands there is never changed. */
function codeOf(text) {
  const blank = (part) => part.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\/[^\n]*|R"\w*\([\s\S]*?\)\w*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g, blank)
    .replace(/^#.*$/gm, blank)
    .replace(/\b(?:static_)?assert\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);/g, blank);
}

const operators = {
  comparison: {
    ' < ': [' <= ', ' > '],
    ' <= ': [' < ', ' > '],
    ' > ': [' >= ', ' < '],
    ' >= ': [' > ', ' < '],
    ' == ': [' != '],
    ' != ': [' == '],
  },
  logic: { ' && ': [' || '], ' || ': [' && '], true: ['false'], false: ['true'] },
  arithmetic: {
    ' + ': [' - '],
    ' - ': [' + '],
    ' += ': [' -= '],
    ' -= ': [' += '],
    'std::max': ['std::min'],
    'std::min': ['std::max'],
    'ranges::all_of': ['ranges::any_of'],
    'ranges::any_of': ['ranges::all_of'],
    'ranges::none_of': ['ranges::any_of'],
  },
  outcome: {
    'FindingBuilder::met(': ['FindingBuilder::not_met(', 'FindingBuilder::unknown('],
    'FindingBuilder::not_met(': ['FindingBuilder::met(', 'FindingBuilder::unknown('],
    'FindingBuilder::unknown(': ['FindingBuilder::met(', 'FindingBuilder::not_met('],
    'FindingBuilder::not_applicable(': ['FindingBuilder::met(', 'FindingBuilder::unknown('],
    'Outcome::met': ['Outcome::not_met'],
    'Outcome::not_met': ['Outcome::unknown'],
    'Outcome::unknown': ['Outcome::not_met'],
    'Outcome::not_applicable': ['Outcome::met'],
    'Status::allowed': ['Status::needs_info'],
    'Status::denied': ['Status::needs_info'],
    'Status::deferred': ['Status::needs_info'],
    'Status::needs_info': ['Status::allowed'],
  },
};

/** Where the bracket that opens at `at` closes. */
function closing(code, at) {
  let depth = 0;
  for (let i = at; i < code.length; i += 1) {
    if ('([{'.includes(code[i])) {
      depth += 1;
    } else if (')]}'.includes(code[i])) {
      depth -= 1;
      if (depth === 0) {
        return i;
      }
    }
  }
  return -1;
}

const evidence = /\.(input|limit|assume|step|remedy|missing|until|between|readings)\(/g;
const call = /^(?:(?:[\w:]+(?:\.|->))+\w+\(|\w+\()/;
const assignment = /^\*?[\w.\->[\]]+ [+-]?= /;
const kept =
  /^(?:return|if|for|while|switch|case|default|break|continue|else|do|using|const|constexpr|static|auto|struct)\b/;

/** All of them, in the order of the text: { kind, at, from, to }. */
export function mutantsOf(text) {
  const code = codeOf(text);
  const found = [];
  const add = (kind, at, from, to) => found.push({ kind, at, from, to });
  for (const [kind, table] of Object.entries(operators)) {
    for (const [from, others] of Object.entries(table)) {
      const words = /^\w/.test(from);
      for (let at = code.indexOf(from); at >= 0; at = code.indexOf(from, at + 1)) {
        const apart = !/\w/.test(code[at - 1] ?? ' ') && (!/\w$/.test(from) || !/\w/.test(code[at + from.length]));
        if (!words || apart) {
          others.forEach((to) => add(kind, at, from, to));
        }
      }
    }
  }
  for (const { index } of code.matchAll(/(?<=[\s(&|])!(?=[\w(*])/g)) {
    add('logic', index, '!', '');
  }
  for (const { 0: number, index } of code.matchAll(/(?<![\w.'])\d+(?![\w.'])/g)) {
    add('constant', index, number, String(Number(number) + 1));
    if (number !== '0') {
      add('constant', index, number, String(Number(number) - 1));
    }
  }
  for (const { index, 0: dot } of code.matchAll(evidence)) {
    const end = closing(code, index + dot.length - 1);
    add('evidence', index, text.slice(index, end + 1), '');
  }
  for (const { index } of code.matchAll(/[{};]\s*\n\s+(?=[\w*])/g)) {
    const at = index + code.slice(index).search(/[\w*]/);
    let end = at;
    while (end < code.length && code[end] !== ';' && code[end] !== '{' && code[end] !== '}') {
      end = '(['.includes(code[end]) ? closing(code, end) + 1 : end + 1;
    }
    const statement = text.slice(at, end + 1);
    if (code[end] === ';' && !kept.test(statement) && (call.test(statement) || assignment.test(statement))) {
      add('statement', at, statement, ';');
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

export const applied = (text, { at, from, to }) => text.slice(0, at) + to + text.slice(at + from.length);

/** What names a mutant as long as its line stays as it is. */
export function nameOf(text, { kind, at, from, to }) {
  const start = text.lastIndexOf('\n', at) + 1;
  const line = text.slice(start, text.indexOf('\n', at));
  const shown = from.replace(/\s+/g, ' ').trim();
  return `${kind}: ${line.trim()} [${at - start - line.search(/\S/)}: ${shown} -> ${to.trim() || 'nothing'}]`;
}
